import { quickSha256 } from './sha256.ts';

/** In so many bytes our own lines take as long as it takes to load what Node has, which is quicker from then on. */
let quickly = 64_000;

export function sha256(bytes: Uint8Array): string {
  quickly -= bytes.length;
  return quickly >= 0 ? quickSha256(bytes) : process.getBuiltinModule('node:crypto').hash('sha256', bytes, 'hex');
}
