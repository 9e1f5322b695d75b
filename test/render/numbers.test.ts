import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from '../../src/render/layout/numbers.ts';

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
