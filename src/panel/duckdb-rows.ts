import type { DuckDBDataChunk, DuckDBListVector } from '@duckdb/node-api';
import { numberText } from '../input/shown/cell-text.ts';
import { KEYS } from './duckdb-sql.ts';
import type { PlainWords } from './words.ts';

type Key = (typeof KEYS)[number];

/** Rows of one file that say the same beside their numbers and days. */
export interface Gathered {
  readonly keys: Readonly<Record<Key, string>>;
  readonly file: number;
  readonly rows: number;
  /** All of them together. */
  readonly bytes: number;
  /** A row that is no plain one; null where all of them are. */
  readonly line: string | null;
  readonly words: PlainWords;
}

/** The groups of one chunk. */
export function gatheredIn(chunk: DuckDBDataChunk): Gathered[] {
  const keys = KEYS.map((key, column) => [key, chunk.getColumnVector(column)] as const);
  const [file, line, rows, words, bytes] = [0, 1, 2, 3, 4].map(column => chunk.getColumnVector(KEYS.length + column));
  const wordsAt = wordsOf(words as DuckDBListVector, chunk.rowCount);
  return Array.from({ length: chunk.rowCount }, (_, row) => {
    const isPlain = line?.getItem(row) === null;
    return {
      keys: Object.fromEntries(keys.map(([key, column]) => [key, String(column.getItem(row))])) as Record<Key, string>,
      file: Number(file?.getItem(row)),
      rows: Number(rows?.getItem(row)),
      bytes: Number(bytes?.getItem(row)),
      line: isPlain ? null : String(line?.getItem(row)),
      words: isPlain ? wordsAt(row) : NONE,
    };
  });
}

const NONE = new Int32Array(0);

/** The words of all groups lie one after the other: a buffer of its own for each would take longer than its words. */
function wordsOf(lists: DuckDBListVector, groups: number): (group: number) => PlainWords {
  const ends: number[] = [];
  for (let group = 0; group < groups; group++) ends.push((ends[group - 1] ?? 0) + lists.getEntryLength(group));
  const copied = new BigInt64Array(ends.at(-1) ?? 0);
  const words = lists.childVector;
  for (let group = 0, at = 0; group < groups; group++) {
    const first = lists.getEntryOffset(group) - at;
    for (const end = ends[group] ?? 0; at < end; at++) copied[at] = (words.getItem(first + at) as bigint | null) ?? 0n;
  }
  const halves = new Int32Array(copied.buffer);
  return group => halves.subarray(2 * (ends[group - 1] ?? 0), 2 * (ends[group] ?? 0));
}

/** A row as the ordinary reader has it: cells trimmed, those without content left out. A row of none is no row. */
export function lineOf(cells: Readonly<Record<string, string>>, numbers: readonly string[]): string | undefined {
  const written = Object.entries(cells).flatMap(([key, value]) => {
    const text = numbers.includes(key) && value !== '' ? numberText(Number(value)) : value.trim();
    return text === '' ? [] : [[key, text] as const];
  });
  return written.length === 0 ? undefined : JSON.stringify(Object.fromEntries(written));
}
