import { describe, expect, test } from 'vitest';
import { aggregateOf, extremeOf } from '../../src/evidence/aggregate.ts';
import type { Indicator } from '../../src/model/plan.ts';
import type { Form } from '../../src/model/span.ts';
import { EVERYTHING, type Interval } from '../../src/values/interval.ts';

/* What an aggregate of values can be, each of which lies in its interval. */

const plain = { unit: 't' } as Indicator;
const percent = { unit: '%' } as Indicator;
const falling = { unit: '%', sense: 'fall' } as Indicator;

const at = (value: number): Interval => ({ low: value, high: value });
const from = (low: number, high: number): Interval => ({ low, high });
const above = (low: number): Interval => ({ low, high: Infinity, lowOpen: true });
const below = (high: number): Interval => ({ low: -Infinity, high, highOpen: true });

type Row = readonly [what: string, form: Form, values: readonly Interval[], of: Indicator, is: Interval];

const rows: readonly Row[] = [
  ['a sum', 'sum', [at(1), from(2, 3)], plain, from(3, 4)],
  ['a sum of tenths, without noise', 'sum', [at(0.1), at(0.7)], plain, at(0.8)],
  ['a sum of which one end is open', 'sum', [at(1), above(2)], plain, above(3)],
  ['a sum of no periods', 'sum', [], plain, at(0)],
  ['a mean', 'mean', [at(1), from(2, 4)], plain, from(1.5, 2.5)],
  ['a mean of no periods', 'mean', [], plain, EVERYTHING],
  ['the least', 'least', [from(1, 5), from(2, 3)], plain, from(1, 3)],
  ['the most', 'most', [from(1, 5), from(2, 3)], plain, from(2, 5)],
  ['the most of no periods', 'most', [], plain, EVERYTHING],
  ['rates one after the other', 'rates', [at(10), at(10)], percent, at(21)],
  ['no rates', 'rates', [], percent, at(0)],
  ['rates that fall, told as falls', 'rates', [at(10), at(10)], falling, at(19)],
  ['a mean rate', 'mean-rate', [at(21), at(0)], percent, at(10)],
  ['a mean of falls', 'mean-rate', [at(19), at(0)], falling, at(10)],
  ['a rate below all that can be', 'rates', [from(-120, 10), at(10)], percent, from(-100, 21)],
  ['a fall beyond all that can be', 'rates', [from(0, 150)], falling, from(0, 100)],
  ['rates after which nothing is left', 'rates', [at(-100), from(5, Infinity)], percent, at(-100)],
  ['a difference', 'difference', [from(1, 2), from(5, 7)], plain, from(3, 6)],
  ['a difference to more than', 'difference', [at(1), above(5)], plain, above(4)],
  ['a difference from more than', 'difference', [above(1), at(5)], plain, below(4)],
  ['a difference from what nobody knows', 'difference', [], plain, EVERYTHING],
  ['a ratio', 'ratio', [at(50), from(60, 75)], percent, from(20, 50)],
  ['a ratio to several', 'ratio', [from(40, 50), at(60)], percent, from(20, 50)],
  ['a ratio of a fall below nothing', 'ratio', [from(40, 50), at(-20)], percent, from(-150, -140)],
  ['a ratio to nothing', 'ratio', [at(0), at(60)], percent, EVERYTHING],
  ['a ratio to less than nothing', 'ratio', [at(-5), at(60)], percent, EVERYTHING],
  ['a ratio without an end', 'ratio', [at(50), above(60)], percent, above(20)],
  [
    'a ratio to less than',
    'ratio',
    [{ low: 40, high: 50, highOpen: true }, at(60)],
    percent,
    { low: 20, high: 50, lowOpen: true },
  ],
];

test.each(rows)('%s', (_what, form, values, of, is) => {
  expect(aggregateOf(form, values, of)).toEqual(is);
});

describe('an open end of several', () => {
  const open: Interval = { low: 1, high: 9, lowOpen: true, highOpen: true };

  test('is open where all that reach it are, of the least at its lower end', () => {
    expect(extremeOf('least', [open, from(2, 10)])).toEqual(open);
    expect(extremeOf('least', [open, from(1, 10)])).toEqual({ low: 1, high: 9, highOpen: true });
    expect(extremeOf('least', [open, from(1, 9)])).toEqual({ low: 1, high: 9, highOpen: true });
  });

  test('is open where all that reach it are, of the most at its upper end', () => {
    expect(extremeOf('most', [open, from(0, 8)])).toEqual(open);
    expect(extremeOf('most', [open, from(0, 9)])).toEqual({ low: 1, high: 9, lowOpen: true });
    expect(extremeOf('most', [open, from(1, 9)])).toEqual({ low: 1, high: 9, lowOpen: true });
  });
});
