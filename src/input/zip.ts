import type { InnerProblem } from './document.ts';
import { type Limits, sizeText } from './limits.ts';

export const END = 0x06054b50;
export const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;

const [MOST_16, MOST_32] = [0xffff, 0xffffffff];

/** An entry of the directory of an archive. */
export interface Entry {
  readonly name: string;
  /** Where its record stands in the directory. */
  readonly at: number;
  readonly method: number;
  /** Where the entry itself stands. */
  readonly start: number;
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
  const found = directoryOf(bytes);
  if (!found) return undefined; // no archive, as the library will say
  const { count, entries } = found;
  if (count > limits.entries) return bomb('entries', count, limits.entries);
  if (found.isLarge) return damaged('its directory is one of archives beyond 4 GB');
  if (entries.some(isSizeUnknown)) return damaged('an entry does not state its size');
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.bytes) return { code: 'too-large', args: { limit: sizeText(limits.bytes) } };
  const ratio = Math.round(unpacked / bytes.length);
  return unpacked > limits.ratioFrom && ratio > limits.ratio ? bomb('ratio', ratio, limits.ratio) : undefined;
}

/** The directory of an archive, from its first record to behind its last. */
export interface Directory {
  readonly from: number;
  readonly to: number;
  /** Entries that it says it has. */
  readonly count: number;
  /** What it says stands in another record (Zip64), of sizes that no workbook has. */
  readonly isLarge: boolean;
  readonly entries: readonly Entry[];
}

export function directoryOf(bytes: Uint8Array): Directory | undefined {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  const isLarge = count === MOST_16 || from === MOST_32 || view.getUint32(end + 12, true) === MOST_32;
  return { count, isLarge, ...entriesOf(view, from, count), from };
}

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

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

function entriesOf(view: DataView, from: number, count: number): Pick<Directory, 'entries' | 'to'> {
  const entries: Entry[] = [];
  let at = from;
  while (entries.length < count && at + ENTRY_SIZE <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = nameAt(view, at + ENTRY_SIZE, nameLength);
    entries.push({
      name,
      at,
      method: view.getUint16(at + 10, true),
      start: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      isStreamed: (view.getUint16(at + 8, true) & 8) !== 0,
      isFolder: name.endsWith('/'),
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries, to: at };
}

function nameAt({ buffer, byteOffset, byteLength }: DataView, from: number, length: number): string {
  const size = Math.max(0, Math.min(length, byteLength - from));
  return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + from, size));
}

/** A deflated nothing takes two bytes; more that unpack to nothing hide their size. */
const EMPTY_PACKED = 64;

const isSizeUnknown = ({ packed, unpacked, isStreamed, isFolder }: Entry): boolean =>
  !isFolder && unpacked === 0 && (packed > EMPTY_PACKED || (packed === 0 && isStreamed));
