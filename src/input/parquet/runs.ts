import { readVarInt } from 'hyparquet/src/thrift.js';

/** Values that the last run of a page may hold beyond those that the page needs: groups are of eight. */
const PADDING = 512;

/** Bits of the widest value. */
const MAX_WIDTH = 32;

/**
 * Walks runs of levels or of dictionary indexes without writing them out, and counts the values that are 1. Throws
 * where a run claims more values than are wanted.
 */
export function walkRuns(view: DataView, start: number, width: number, wanted: number): { readonly ones: number } {
  if (width > MAX_WIDTH) throw new Error('values of more bits than any number has');
  const reader = { view, offset: start };
  let ones = 0;
  for (let seen = 0; seen < wanted; ) {
    const header = readVarInt(reader);
    const isPacked = (header & 1) === 1;
    const count = isPacked ? (header >> 1) << 3 : header >>> 1;
    if (count < 0 || count > wanted - seen + PADDING) throw new Error('a run of more values than its page has');
    const needed = Math.min(count, wanted - seen);
    if (width === 1) ones += isPacked ? onesIn(view, reader.offset, needed) : needed * view.getUint8(reader.offset);
    reader.offset += isPacked ? (count / 8) * width : Math.ceil(width / 8);
    seen += count;
  }
  return { ones };
}

function onesIn(view: DataView, start: number, bits: number): number {
  let ones = 0;
  for (let bit = 0; bit < bits; bit++) ones += (view.getUint8(start + (bit >> 3)) >> (bit & 7)) & 1;
  return ones;
}
