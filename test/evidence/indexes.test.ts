import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTest } from '../../src/evidence/indexes.ts';

const rate = { kind: 'growth', unit: '%' } as const;
const index = { kind: 'level', unit: '上年=100' } as const;
const days = (...values: number[]) =>
  values.map((value, at) => ({ day: `202${at}-12-31` as never, least: value, most: value }));

describe('a rate of change', () => {
  test('that is an index by its goal is too high by 100', () => {
    const goals = fc.double({ min: -20, max: 20, noNaN: true });
    const near = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(goals, near, (goal, off) => {
        const doubt = indexTest(rate, [], { start: null, goal });
        expect(doubt(100 + goal + off)).toBe(100);
        expect(doubt(goal + off)).toBeUndefined();
      }),
    );
  });

  test('is none by the figures beside it as well, but no index vouches for another', () => {
    expect(indexTest(rate, days(4.8, 5.1), { start: null, goal: null })(104.9)).toBe(100);
    expect(indexTest(rate, days(104.8, 105.1), { start: null, goal: null })(104.9)).toBeUndefined();
    expect(indexTest(rate, days(104.8, 105.1), { start: 6.1, goal: null })(104.9)).toBe(100);
  });

  test.each([
    ['is as large as its goal', 110, 80],
    ['is large, and so is what it would be', 160, 5],
    ['is below what any index is', 48, 5],
  ])('that %s stands', (_, value, goal) => {
    expect(indexTest(rate, [], { start: null, goal })(value)).toBeUndefined();
  });
});

describe('an index', () => {
  test('that is given as a rate is too low by 100', () => {
    const goals = fc.double({ min: 90, max: 115, noNaN: true });
    const near = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(goals, near, (goal, off) => {
        const doubt = indexTest(index, [], { start: null, goal });
        expect(doubt(goal + off - 100)).toBe(-100);
        expect(doubt(goal + off)).toBeUndefined();
      }),
    );
  });
});

test('nothing else has a second form', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('stock', 'flow', 'level', 'share', 'event'),
      fc.double({ noNaN: true }),
      (kind, value) => {
        expect(indexTest({ kind, unit: '%' }, [], { start: 5, goal: 5 })(value)).toBeUndefined();
      },
    ),
  );
});
