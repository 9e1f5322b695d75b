import fc from 'fast-check';
import { expect, it } from 'vitest';
import { round } from '../../src/assess/round.ts';

const near = (value: number, places: number) => Number(value.toFixed(places)) + 0;

it.each([2, 9])('rounds to %i places as toFixed does', places => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
  const short = fc.tuple(fc.integer(), fc.integer({ min: 0, max: 12 })).map(([digits, power]) => digits / 10 ** power);
  fc.assert(
    fc.property(fc.oneof(number, short), value => {
      expect(round(value, places)).toBe(near(value, places));
    }),
  );
});

it.each([0.005, 1.005, 1.015, -1.005, 2.675, 0.125, -0.001, 1e-9, 5e-10, 4.9999999995, 8.123456789499999])(
  'rounds %d, near the middle of two others, as toFixed does',
  value => {
    for (const places of [2, 9]) expect(round(value, places)).toBe(near(value, places));
  },
);
