import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { formatOf, isGzip } from '../../input/registry.ts';

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
  /** Tables alone, and together large: figures keep no line numbers then. */
  readonly areLargeTables: boolean;
}

export async function sizeOf(files: readonly string[], cwd: string): Promise<Size> {
  const stats = await Promise.all(
    files.map(file => stat(path.resolve(cwd, file)).catch((): Stats | undefined => undefined)),
  );
  const sizes = stats.map((each, index) => (each?.size ?? 0) * (isPacked(files[index] ?? '') ? PACKED : 1));
  const bytes = sizes.reduce((total, size) => total + size, 0);
  return { bytes, areLargeTables: bytes > LARGE && files.every(isTable) };
}

const isPacked = (file: string): boolean => isGzip(file) || formatOf(file) === 'parquet';

const isTable = (file: string): boolean => ['csv', 'ndjson', 'parquet'].includes(formatOf(file) ?? '');

/** Parts into which figures are sorted on the disk: by region, enough that one of them fits the memory easily. */
export const partitionsFor = (bytes: number, isByRegion: boolean): number =>
  isByRegion ? Math.min(MAX_PARTITIONS, Math.max(1, Math.ceil(bytes / PARTITION))) : 1;
