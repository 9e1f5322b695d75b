import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tidy } from '../../src/values/tidy.ts';

const written = (value: number) => Number(value.toPrecision(15));

it.each([
  [1.3 - 0.05, 1.25],
  [40.2 - 0.05, 40.15],
  [0.1 + 0.2, 0.3],
  [-0.3 + 0.05, -0.25],
  [0, 0],
  [123456789.5, 123456789.5],
  [999_999_999_999_999, 999_999_999_999_999],
  [1e-9, 1e-9],
])('%d without noise is %d', (value, expected) => expect(tidy(value)).toBe(expected));

it('is what fifteen digits of the number say, whatever the number', () => {
  const noisy = fc
    .tuple(fc.integer(), fc.nat({ max: 9 }), fc.integer({ min: -4, max: 4 }))
    .map(([whole, decimals, ulps]) => {
      const value = Number(`${whole}e-${decimals}`);
      return value + ulps * Math.abs(value) * (Number.EPSILON / 2);
    });
  fc.assert(
    fc.property(fc.oneof(noisy, fc.double({ noNaN: true })), value => {
      // The sign of nothing is not told.
      expect(tidy(value) + 0).toBe(written(value) + 0);
    }),
  );
});
