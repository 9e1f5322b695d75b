import type { BareProblem } from '../../values/problem.ts';
import { repeated } from '../../values/repeated.ts';
import { bomb, expansionProblem } from '../document/expansion.ts';
import type { Limits } from '../document/limits.ts';

const END = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;

/** Bytes between two entries: none, or what a program writes that knows the sizes of an entry only behind it. */
const NOTHING = [0];
const SIZES_BEHIND = [12, 16, 20, 24];

const [MOST_16, MOST_32] = [0xffff, 0xffffffff];

/** An entry of an archive, as its directory has it. */
export interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly hasSizesBehind: boolean;
  /** Where the entry itself stands, and what it holds. */
  readonly start: number;
  readonly from: number;
  readonly packed: number;
  readonly unpacked: number;
}

/**
 * An archive whose directory says nothing twice and no more than the limits allow. It is one archive from the first byte
 * to the last: of two behind each other one program reads the first and another one the second.
 */
export interface Archive {
  readonly bytes: Uint8Array;
  /** By their names in small letters: two names that differ in capitals only name one part. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Opens an archive, or tells what is wrong with it; nothing is unpacked yet. */
export function openArchive(bytes: Uint8Array, limits: Limits): Archive | BareProblem {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return damaged('it is no archive');
  const count = view.getUint16(end + 10, true);
  const [size, from] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (count === MOST_16 || size === MOST_32 || from === MOST_32)
    return damaged('its directory is one of archives beyond 4 GB');
  if (count > limits.entries) return bomb('entries', count, limits);
  const { list, to } = entriesOf(view, from, count);
  if (list.length < count || to !== from + size || to !== end)
    return damaged('its directory does not hold what it says');
  if (!isGapless(view, list, from)) return damaged('its parts do not stand where and as its directory says');
  const unpacked = list.reduce((sum, entry) => sum + entry.unpacked, 0);
  const entries = new Map(list.map(entry => [entry.name.toLowerCase(), entry]));
  const swollen = expansionProblem(unpacked, bytes.length, limits, 'partsRatio');
  if (entries.size === list.length) return swollen ?? { bytes, entries };
  return {
    code: 'given-twice',
    args: { what: 'part', name: repeated(list, ({ name }) => name.toLowerCase())[0]?.name ?? '' },
  };
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

const damaged = (message: string): BareProblem => ({ code: 'damaged-file', args: { format: 'XLSX', message } });

/** Undefined where none ends with the file, or two do: one within the comment of the other. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  const found: number[] = [];
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) found.push(at);
  return found.length === 1 ? found[0] : undefined;
}

function entriesOf(
  view: DataView,
  from: number,
  count: number,
): { readonly list: readonly Entry[]; readonly to: number } {
  const list: Entry[] = [];
  let at = from;
  while (list.length < count && at + ENTRY_SIZE <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    const flags = view.getUint16(at + 8, true);
    list.push({
      name: nameAt(view, at + ENTRY_SIZE, nameLength),
      isEncrypted: (flags & 1) !== 0,
      hasSizesBehind: (flags & 8) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start,
      from: contentFrom(view, start),
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { list, to: at };
}

/** Beyond the end of the file where no entry stands at that place. */
function contentFrom(view: DataView, start: number): number {
  if (start + LOCAL_SIZE > view.byteLength || view.getUint32(start, true) !== LOCAL) return Infinity;
  return start + LOCAL_SIZE + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
}

/** Whether the entries follow each other up to the directory, each under the name that it has there. */
function isGapless(view: DataView, list: readonly Entry[], directory: number): boolean {
  let [at, gaps] = [0, NOTHING];
  for (const { name, start, from, packed, hasSizesBehind } of list.toSorted((a, b) => a.start - b.start)) {
    if (!gaps.includes(start - at) || !Number.isFinite(from)) return false;
    if (nameAt(view, start + LOCAL_SIZE, view.getUint16(start + 26, true)) !== name) return false;
    [at, gaps] = [from + packed, hasSizesBehind ? SIZES_BEHIND : NOTHING];
  }
  return gaps.includes(directory - at);
}

function nameAt({ buffer, byteOffset, byteLength }: DataView, from: number, length: number): string {
  const size = Math.max(0, Math.min(length, byteLength - from));
  return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + from, size));
}
