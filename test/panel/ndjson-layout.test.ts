import { expect, test } from 'vitest';
import { ndjsonLayout } from '../../src/panel/ndjson-layout.ts';

const keysOf = (lines: readonly string[]): string[][] =>
  ndjsonLayout(lines).shapes.map(shape => shape.map(({ key, kind }) => `${key} ${kind}`));

const figure = { indicator: 'loss', value: 8.1, region: 'north' };

test('lines without spaces and with them', () => {
  const expected = ['indicator text', 'value bare', 'region text'];
  const tight = JSON.stringify(figure);
  const spaced = JSON.stringify(figure, null, 1).replaceAll(/\n ?/g, ' ').replace('{ ', '{').replace(' }', '}');
  expect(ndjsonLayout([tight]).delimiter).toBe(',"');
  expect(keysOf([tight])).toEqual([expected]);
  expect(ndjsonLayout([spaced]).delimiter).toBe(', "');
  expect(keysOf([spaced])).toEqual([expected]);
});

test('the most frequent shapes come first, and no more than four', () => {
  const shapes = ['note', 'unit', 'title', 'url', 'counts'].flatMap((key, index) =>
    Array.from({ length: index + 1 }, () => JSON.stringify({ indicator: 'loss', [key]: 'a' })),
  );
  expect(keysOf(shapes).map(([, second]) => second)).toEqual(['counts text', 'url text', 'title text', 'unit text']);
});

test('a value that is not known makes a shape of its own', () => {
  expect(keysOf([JSON.stringify({ ...figure, region: null })])).toEqual([
    ['indicator text', 'value bare', 'region null'],
  ]);
});

test.each([
  ['another key', '{"indicator":"loss","colour":"red"}'],
  ['a key twice', '{"indicator":"loss","indicator":"loss"}'],
  ['a nested value', '{"indicator":"loss","source":{"publisher":"A"}}'],
  ['other spaces', '{ "indicator" : "loss" }'],
  ['no mapping', '["indicator","value"]'],
  ['nothing', ''],
])('%s is no shape', (_what, line) => {
  expect(keysOf([line])).toEqual([]);
});
