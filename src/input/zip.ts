import type { InnerProblem } from './document.ts';
import { type Limits, sizeText } from './limits.ts';

const END = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;

interface Entry {
  readonly packed: number;
  readonly unpacked: number;
  readonly isStreamed: boolean;
  readonly isFolder: boolean;
}

/**
 * What its own directory says an archive would unpack to, held against the limits before anything is unpacked. The
 * library that unpacks it stops at the sizes stated here.
 */
export function zipProblem(bytes: Uint8Array, limits: Limits): Pick<InnerProblem, 'code' | 'args'> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined; // no archive, as the library will say
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return bomb('entries', count, limits.entries);
  const entries = entriesOf(view, view.getUint32(end + 16, true), count);
  if (entries.some(isSizeUnknown)) return damaged('an entry does not state its size');
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.bytes) return { code: 'too-large', args: { limit: sizeText(limits.bytes) } };
  const ratio = Math.round(unpacked / bytes.length);
  return unpacked > limits.ratioFrom && ratio > limits.ratio ? bomb('ratio', ratio, limits.ratio) : undefined;
}

export const bomb = (what: 'entries' | 'ratio', found: number, limit: number) => ({
  code: 'archive-bomb' as const,
  args: { what, found, limit },
});

const damaged = (message: string) => ({ code: 'damaged-file' as const, args: { format: 'XLSX', message } });

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function entriesOf(view: DataView, start: number, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  while (entries.length < count && at + ENTRY_SIZE <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const lastOfName = at + ENTRY_SIZE + nameLength - 1;
    entries.push({
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      isStreamed: (view.getUint16(at + 8, true) & 8) !== 0,
      isFolder: nameLength > 0 && lastOfName < view.byteLength && view.getUint8(lastOfName) === SLASH,
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const SLASH = 47;
/** A deflated nothing takes two bytes; more that unpack to nothing hide their size. */
const EMPTY_PACKED = 64;

const isSizeUnknown = ({ packed, unpacked, isStreamed, isFolder }: Entry): boolean =>
  !isFolder && unpacked === 0 && (packed > EMPTY_PACKED || (packed === 0 && isStreamed));
