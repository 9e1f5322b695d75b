import { promisify } from 'node:util';
import { damaged } from '../input/document/document.ts';
import { bomb, tooLarge } from '../input/document/expansion.ts';
import type { Limits } from '../input/document/limits.ts';
import type { BareProblem } from '../values/problem.ts';

export type Unpacked = { readonly bytes: Uint8Array } | { readonly problem: BareProblem };

/** The two bytes that begin every gzip file, and no text. */
export const isGzipped = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What zlib brings where it is asked for more than the bytes: `bytesWritten` counts those that were read. */
interface WithEngine {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/** At a zero behind a member zlib leaves off without a word, whatever follows. */
const BEHIND = new Error('something stands behind its last member');

/** What a gzip file holds, all its members one after the other; no more is unpacked than the limits allow. */
export async function unpackGzip(packed: Uint8Array, limits: Limits): Promise<Unpacked> {
  const allowed = Math.min(limits.bytes, Math.max(limits.ratioFrom, packed.length * limits.ratio));
  const { gunzip } = await import('node:zlib');
  try {
    const options = { maxOutputLength: Math.floor(allowed), info: true };
    const { buffer, engine } = (await promisify(gunzip)(packed, options)) as unknown as WithEngine;
    return engine.bytesWritten < packed.length ? { problem: damaged('gzip', BEHIND) } : { bytes: buffer };
  } catch (error) {
    if (codeOf(error) !== 'ERR_BUFFER_TOO_LARGE') return { problem: damaged('gzip', error) };
    if (allowed >= limits.bytes) return { problem: tooLarge(limits) };
    return { problem: bomb('ratio', Math.ceil(allowed / packed.length), limits) };
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
