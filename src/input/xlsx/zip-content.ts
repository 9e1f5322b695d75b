import type { Archive, Entry } from './zip.ts';

const [STORED, DEFLATED] = [0, 8];

/** What an entry of an archive holds, piece by piece; throws where that is not what the directory says of it. */
export async function* contentOf({ bytes }: Archive, entry: Entry): AsyncGenerator<Uint8Array> {
  let size = 0;
  let sum = -1;
  for await (const piece of unpacked(bytes, entry)) {
    size += piece.length;
    if (size > entry.unpacked) break;
    sum = checksum(piece, sum);
    yield piece;
  }
  if (size !== entry.unpacked) throw new Error(`the part ${entry.name} does not have the size that it states`);
  if (~sum >>> 0 !== entry.checksum)
    throw new Error(`the part ${entry.name} does not have the checksum that it states`);
}

function unpacked(bytes: Uint8Array, { name, from, packed, method, isEncrypted }: Entry): AsyncIterable<Uint8Array> {
  if (isEncrypted || (method !== STORED && method !== DEFLATED))
    throw new Error(`the part ${name} is packed in an unknown way`);
  const content = new Blob([bytes.slice(from, from + packed)]).stream();
  return method === STORED ? content : content.pipeThrough(new DecompressionStream('deflate-raw'));
}

/** CRC-32, by the byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

function checksum(piece: Uint8Array, before: number): number {
  let sum = before;
  for (let at = 0; at < piece.length; at++) sum = (sum >>> 8) ^ (TABLE[(sum ^ (piece[at] ?? 0)) & 0xff] ?? 0);
  return sum;
}
