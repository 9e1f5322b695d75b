import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/cli/digest.ts';
import { quickSha256 } from '../../src/cli/sha256.ts';

const byNode = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

test('a digest of our own is the one that Node gives, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => quickSha256(bytes) === byNode(bytes)));
});

test('at each length around a block, and of many blocks', () => {
  for (const length of [...Array.from({ length: 130 }, (_, each) => each), 15_999, 16_000, 16_001, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff);
    expect(quickSha256(bytes)).toBe(byNode(bytes));
    expect(sha256(bytes)).toBe(byNode(bytes));
  }
});
