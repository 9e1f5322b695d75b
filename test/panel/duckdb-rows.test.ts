import type { DuckDBDataChunk } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { rowReader } from '../../src/panel/duckdb-rows.ts';
import { dayAt } from '../../src/panel/words.ts';

const WORDS = [3n, 1n << 40n, (7n << 12n) | 5n, -9n << 29n];

const column = (...items: unknown[]) => ({ getItem: (row: number) => items[row] });

/** Two series whose words lie in the reverse order, one word apart from the start, and a row that is no plain one. */
function chunkOf(childVector: object): DuckDBDataChunk {
  const entries = [
    { offset: 3, length: 1 },
    { offset: 1, length: 2 },
    { offset: 0, length: 1 },
  ];
  const lists = {
    getEntryOffset: (row: number) => entries[row]?.offset,
    getEntryLength: (row: number) => entries[row]?.length,
    childVector,
  };
  const columns = [
    column('r', 'r', ''),
    column('i', 'j', 'j'),
    column(0, 0, 1),
    column(null, null, '{"value":"x"}'),
    column(1, 2, 4),
    lists,
    column(10, 20, 30),
  ];
  return { rowCount: 3, getColumnVector: (index: number) => columns[index] } as unknown as DuckDBDataChunk;
}

const wordsIn = (halves: Int32Array) => [...new BigInt64Array(halves.slice().buffer)];

test.each([
  ['in one piece', { items: BigInt64Array.from(WORDS) }],
  ['word by word, where the package keeps them otherwise', { getItem: (index: number) => WORDS[index] }],
])('words are taken over %s', (_, childVector) => {
  const [first, second, line] = rowReader(['region', 'indicator'])(chunkOf(childVector));
  expect(wordsIn(first?.words ?? new Int32Array())).toEqual(WORDS.slice(3));
  expect(wordsIn(second?.words ?? new Int32Array())).toEqual(WORDS.slice(1, 3));
  expect(dayAt(second?.words ?? new Int32Array(), 1)).toBe(7);
  expect(line).toMatchObject({ file: 1, rows: 4, bytes: 30, line: '{"value":"x"}', words: new Int32Array() });
});

test('a key that no file has a column for is empty', () => {
  const rows = rowReader(['region', 'indicator'])(chunkOf({ items: BigInt64Array.from(WORDS) }));
  const empty = { unit: '', counts: '', publisher: '', title: '', url: '', note: '' };
  expect(rows.map(({ keys }) => keys)).toEqual([
    { region: 'r', indicator: 'i', ...empty },
    { region: 'r', indicator: 'j', ...empty },
    { region: '', indicator: 'j', ...empty },
  ]);
});
