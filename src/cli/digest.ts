import { quickSha256 } from './sha256.ts';

/** Up to here our own lines take less than it takes to load what Node has. */
const QUICK = 16_000;

export const sha256 = (bytes: Uint8Array): string =>
  bytes.length <= QUICK ? quickSha256(bytes) : process.getBuiltinModule('node:crypto').hash('sha256', bytes, 'hex');
