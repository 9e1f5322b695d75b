import type { DuckDBDataChunk, DuckDBListVector } from '@duckdb/node-api';
import { numberText } from '../input/cell-text.ts';
import { KEYS } from './duckdb-sql.ts';
import type { Words } from './words.ts';

type Key = (typeof KEYS)[number];

/** Rows of one file that say the same beside their numbers and days. */
export interface Gathered {
  readonly keys: Readonly<Record<Key, string>>;
  readonly file: number;
  readonly rows: number;
  /** A row that is no plain one; null where all of them are. */
  readonly line: string | null;
  readonly words: Words;
}

/** The groups of one chunk. */
export function gatheredIn(chunk: DuckDBDataChunk): Gathered[] {
  const keys = KEYS.map((key, column) => [key, chunk.getColumnVector(column)] as const);
  const [file, line, rows, words] = [0, 1, 2, 3].map(column => chunk.getColumnVector(KEYS.length + column));
  return Array.from({ length: chunk.rowCount }, (_, row) => {
    const isPlain = line?.getItem(row) === null;
    return {
      keys: Object.fromEntries(keys.map(([key, column]) => [key, String(column.getItem(row))])) as Record<Key, string>,
      file: Number(file?.getItem(row)),
      rows: Number(rows?.getItem(row)),
      line: isPlain ? null : String(line?.getItem(row)),
      words: isPlain ? wordsAt(words as DuckDBListVector, row) : NONE,
    };
  });
}

const NONE = new Int32Array(0);

function wordsAt(column: DuckDBListVector, row: number): Words {
  const [first, words] = [column.getEntryOffset(row), column.childVector];
  const copied = new BigInt64Array(column.getEntryLength(row));
  for (let index = 0; index < copied.length; index++) copied[index] = words.getItem(first + index) as bigint;
  return new Int32Array(copied.buffer);
}

/** A row as the ordinary reader has it: cells trimmed, those without content left out. A row of none is no row. */
export function lineOf(cells: Readonly<Record<string, string>>, numbers: readonly string[]): string | undefined {
  const written = Object.entries(cells).flatMap(([key, value]) => {
    const text = numbers.includes(key) && value !== '' ? numberText(Number(value)) : value.trim();
    return text === '' ? [] : [[key, text] as const];
  });
  return written.length === 0 ? undefined : JSON.stringify(Object.fromEntries(written));
}
