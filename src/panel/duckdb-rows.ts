import type { DuckDBDataChunk, DuckDBListVector, DuckDBVector } from '@duckdb/node-api';
import { numberText } from '../input/shown/cell-text.ts';
import { KEYS, type Key } from './duckdb-sql.ts';
import type { PlainWords } from './words.ts';

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

/** Reads the groups of one chunk after another; `given` are the keys that the query hands over, of which the others are empty. */
export function rowReader(given: readonly Key[]): (chunk: DuckDBDataChunk) => Gathered[] {
  const known = new Map<string, string>();
  /** Thousands of groups say the same: a text of its own for each would fill the memory. */
  const once = (text: string): string => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, text);
    return text;
  };
  return chunk => {
    const keys = given.map((key, column) => [key, chunk.getColumnVector(column)] as const);
    const [file, line, rows, words, bytes] = [0, 1, 2, 3, 4].map(column =>
      chunk.getColumnVector(given.length + column),
    );
    const wordsAt = wordsOf(words as DuckDBListVector, chunk.rowCount);
    return Array.from({ length: chunk.rowCount }, (_, row) => {
      const isPlain = line?.getItem(row) === null;
      const own: Record<Key, string> = { ...EMPTY };
      for (const [key, column] of keys) own[key] = once(String(column.getItem(row)));
      return {
        keys: own,
        file: Number(file?.getItem(row)),
        rows: Number(rows?.getItem(row)),
        bytes: Number(bytes?.getItem(row)),
        line: isPlain ? null : String(line?.getItem(row)),
        words: isPlain ? wordsAt(row) : NONE,
      };
    });
  };
}

const MOST_TEXTS = 100_000;
const EMPTY = Object.fromEntries(KEYS.map(key => [key, ''])) as Readonly<Record<Key, string>>;
const NONE = new Int32Array(0);

/** The words of all groups lie one after the other: a buffer of its own for each would take longer than its words. */
function wordsOf(lists: DuckDBListVector, groups: number): (group: number) => PlainWords {
  const ends: number[] = [];
  for (let group = 0; group < groups; group++) ends.push((ends[group - 1] ?? 0) + lists.getEntryLength(group));
  const copied = new BigInt64Array(ends.at(-1) ?? 0);
  const copy = copierOf(lists.childVector);
  for (let group = 0; group < groups; group++)
    copy(copied, ends[group - 1] ?? 0, lists.getEntryOffset(group), lists.getEntryLength(group));
  const halves = new Int32Array(copied.buffer);
  return group => halves.subarray(2 * (ends[group - 1] ?? 0), 2 * (ends[group] ?? 0));
}

type Copy = (to: BigInt64Array, at: number, first: number, count: number) => void;

/** As they lie in memory, where the package keeps them in one piece; else word by word, with an object for each. */
function copierOf(words: DuckDBVector): Copy {
  const { items } = words as unknown as { readonly items?: unknown };
  if (items instanceof BigInt64Array) return (to, at, first, count) => to.set(items.subarray(first, first + count), at);
  return (to, at, first, count) => {
    for (let index = 0; index < count; index++) to[at + index] = (words.getItem(first + index) as bigint | null) ?? 0n;
  };
}

/** A row as the ordinary reader has it: cells trimmed, those without content left out. A row of none is no row. */
export function lineOf(cells: Readonly<Record<string, string>>, numbers: readonly string[]): string | undefined {
  const written = Object.entries(cells).flatMap(([key, value]) => {
    const text = numbers.includes(key) && value !== '' ? numberText(Number(value)) : value.trim();
    return text === '' ? [] : [[key, text] as const];
  });
  return written.length === 0 ? undefined : JSON.stringify(Object.fromEntries(written));
}
