import type { BareProblem } from '../../values/problem.ts';
import { bomb, expansionProblem } from '../document/expansion.ts';
import type { Limits } from '../document/limits.ts';

const END = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;

const [MOST_16, MOST_32] = [0xffff, 0xffffffff];

/** An entry of an archive, as its directory has it. */
export interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  /** Where the entry itself stands. */
  readonly start: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** An archive whose directory says nothing twice and no more than the limits allow. */
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
  if (list.length < count || to !== from + size || to > end) return damaged('its directory does not hold what it says');
  const unpacked = list.reduce((sum, entry) => sum + entry.unpacked, 0);
  const entries = new Map(list.map(entry => [entry.name.toLowerCase(), entry]));
  const swollen = expansionProblem(unpacked, bytes.length, limits, 'partsRatio');
  if (entries.size === list.length) return swollen ?? { bytes, entries };
  return { code: 'given-twice', args: { what: 'part', name: repeated(list) } };
}

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

const damaged = (message: string): BareProblem => ({ code: 'damaged-file', args: { format: 'XLSX', message } });

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
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
    list.push({
      name: nameAt(view, at + ENTRY_SIZE, nameLength),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { list, to: at };
}

function nameAt({ buffer, byteOffset, byteLength }: DataView, from: number, length: number): string {
  const size = Math.max(0, Math.min(length, byteLength - from));
  return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + from, size));
}

function repeated(list: readonly Entry[]): string {
  const seen = new Set<string>();
  return list.find(({ name }) => seen.size === seen.add(name.toLowerCase()).size)?.name ?? '';
}
