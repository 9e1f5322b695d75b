import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatGap, formatNumber } from '../../src/render/layout/numbers.ts';

const intl = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const written = (value: number): string => intl.format(value).replace('-', '−').replace(/^−0$/, '0');

const figures = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => digits / 10 ** places),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

/** Intl rounds the shortest text of a number, and `toFixed` the number itself: they part where a 5 is cut off that is none. */
const isHalf = (value: number): boolean => /\.\d{6}5$/.test(String(value));

test('numbers are written as Intl writes them', () => {
  fc.assert(
    fc.property(
      figures.filter(value => !isHalf(value)),
      value => {
        expect(formatNumber(value)).toBe(written(value));
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([
  [0, '0'],
  [-0, '0'],
  [-0.0000001, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1234567.5, '−1,234,567.5'],
  [0.1 + 0.2, '0.3'],
  [123456789012.3, '123,456,789,012.3'],
])('%d', (value, text) => expect(formatNumber(value)).toBe(text));

describe('a gap says on which side of the number it lies', () => {
  const value = (bound: 'low' | 'high' | 'range' | null) => ({
    low: 0,
    high: 0,
    nominal: 0,
    text: null,
    asOf: '2023-12-31',
    bound,
  });
  const gap = (low: number | null, high: number | null, nominal: number) => ({ low, high, nominal, percent: null });

  test.each([
    ['at least 15 of at least 20', 'low', gap(null, 5, 5), '≤ 5'],
    ['at most 15 of at least 20', 'high', gap(5, null, 5), '≥ 5'],
    ['at least 25 of at most 20', 'low', gap(5, null, 5), '≥ 5'],
    ['at most 25 of at most 20', 'high', gap(null, 5, 5), '≤ 5'],
    ['at least 15 of about 20', 'low', gap(0, null, 4), '≥ 0'],
    ['15 to 18 of at least 20', 'range', gap(2, 5, 5), '2–5'],
    ['at least one thing or at most another', 'low', gap(null, null, 5), '5'],
    ['a figure, rounded', null, gap(4.5, 5.5, 5), '5'],
  ] as const)('%s', (_what, bound, given, shown) => {
    expect(formatGap({ gap: given, value: value(bound) })).toBe(shown);
  });
});
