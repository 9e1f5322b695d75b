import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/values/group.ts';
import { largest } from '../../src/values/largest.ts';
import { asMapping, entryOf, isMapping } from '../../src/values/mapping.ts';
import { isNear } from '../../src/values/noise.ts';
import { distinct, metBefore, repeated } from '../../src/values/repeated.ts';

/* The small tools of every room. */

const first = (text: string): string | undefined => text[0];

test('of items with one key the first is distinct, and the others are repeated', () => {
  const items = ['a1', 'b1', 'a2', 'c1', 'a3', 'b2'];
  expect(distinct(items, first)).toEqual(['a1', 'b1', 'c1']);
  expect(repeated(items, first)).toEqual(['a2', 'a3', 'b2']);
  expect([...groupBy(items, first)]).toEqual([
    ['a', ['a1', 'a2', 'a3']],
    ['b', ['b1', 'b2']],
    ['c', ['c1']],
  ]);
});

test('a key was met from the second time on', () => {
  const isMet = metBefore();
  expect(['a', 'b', 'a', 'a', undefined, undefined].map(key => isMet(key))).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('the largest of a list is no smaller than the least that is asked for', () => {
  expect(largest([3, 7, 5])).toBe(7);
  expect(largest([-3, -7], 0)).toBe(0);
  expect(largest([])).toBe(-Infinity);
  expect(largest(Array.from({ length: 200_000 }, (_, index) => index))).toBe(199_999);
});

describe('what has keys', () => {
  test.each<[unknown, boolean]>([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    ['a', false],
    [undefined, false],
  ])('%j: %s', (value, is) => {
    expect(isMapping(value)).toBe(is);
    expect(asMapping(value)).toEqual(is ? value : {});
  });

  test('names that all objects have are names like any other', () => {
    expect(entryOf({ a: 1 }, 'a')).toBe(1);
    expect(entryOf({ a: 1 }, 'constructor')).toBeUndefined();
  });
});

test.each([
  [1, 1, true],
  [24.1 + 13.2, 37.3, true],
  [1, 1 + 0.9e-9, true],
  [1, 1 + 1.1e-9, false],
  [-1e12, -1e12 - 900, true],
  [-1e12, -1e12 - 1100, false],
  [0, 1e-300, false],
  [Infinity, Infinity, true],
  [Infinity, 1, false],
  [Infinity, -Infinity, false],
  [5, -5, false],
])('%d and %d are near each other: %s', (a, b, is) => {
  expect([isNear(a, b), isNear(b, a)]).toEqual([is, is]);
});
