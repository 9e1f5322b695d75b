import { statSync } from 'node:fs';
import path from 'node:path';
import { formatOf, isGzip, isText, recordsOf } from '../../input/source/registry.ts';

/** A table larger than this is not read at once. */
export const LARGE = 16 * 2 ** 20;

/** Bytes that one partition may hold on average, before reading makes them larger. */
const PARTITION = 2 ** 20;
const MAX_PARTITIONS = 256;

/** How much more the figures of a file are than its bytes, roughly. */
const PACKED = 10;

/** What is to be read, before anything was. */
export interface Size {
  /** As texts. */
  readonly bytes: number;
  /** As they lie. */
  readonly stored: number;
  /** Tables alone, and together large: figures keep no line numbers then. */
  readonly areLargeTables: boolean;
}

export function sizeOf(files: readonly string[], cwd: string): Size {
  let [bytes, stored] = [0, 0];
  for (const file of files) {
    const own = storedSize(path.resolve(cwd, file));
    stored += own;
    bytes += own * (isPacked(file) ? PACKED : 1);
  }
  return { bytes, stored, areLargeTables: bytes > LARGE && files.every(isTable) };
}

/** Of what cannot be looked at, the reader tells why. */
function storedSize(full: string): number {
  try {
    return statSync(full).size;
  } catch {
    return 0;
  }
}

function isPacked(file: string): boolean {
  const format = formatOf(file);
  return isGzip(file) || (format !== undefined && !isText(format));
}

const isTable = (file: string): boolean => recordsOf(formatOf(file)) !== undefined;

/** Parts into which figures are sorted on the disk: by region, enough that one of them fits the memory easily. */
export const partitionsFor = (bytes: number, isByRegion: boolean): number =>
  isByRegion ? Math.min(MAX_PARTITIONS, Math.max(1, Math.ceil(bytes / PARTITION))) : 1;
