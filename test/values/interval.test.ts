import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  atLeast,
  atMost,
  clamp,
  contains,
  divide,
  EVERYTHING,
  hull,
  type Interval,
  intersect,
  isEmpty,
  isNothing,
  isPoint,
  isSame,
  multiply,
  overlaps,
  point,
  subtract,
} from '../../src/values/interval.ts';

const between = (low: number, high: number): Interval => ({ low, high });
const over = (low: number): Interval => atLeast(low, true);
const under = (high: number): Interval => atMost(high, true);
const nothing: Interval = { low: 2, high: 1 };

describe('intersect', () => {
  it.each<[string, Interval, Interval, Interval]>([
    ['two that overlap', between(1, 5), between(3, 9), between(3, 5)],
    ['one inside the other', between(1, 9), between(3, 5), between(3, 5)],
    ['bounds from both sides', atLeast(3), atMost(5), between(3, 5)],
    ['two lower bounds', atLeast(3), atLeast(5), atLeast(5)],
    ['an open end that wins', over(3), between(1, 5), { low: 3, high: 5, lowOpen: true }],
    ['an open end that loses', over(1), between(3, 5), between(3, 5)],
    ['an open and a closed end at one number', over(3), atLeast(3), over(3)],
    ['two open ends at one number', over(3), over(3), over(3)],
    ['open ends on both sides', over(3), under(5), { low: 3, high: 5, lowOpen: true, highOpen: true }],
    ['with everything', between(-Infinity, Infinity), under(5), under(5)],
  ])('%s', (_name, a, b, expected) => {
    expect(intersect(a, b)).toStrictEqual(expected);
    expect(intersect(b, a)).toStrictEqual(expected);
  });
});

describe('isEmpty', () => {
  it.each<[string, Interval, boolean]>([
    ['a point', point(3), false],
    ['a range', between(1, 2), false],
    ['ends the wrong way round', nothing, true],
    ['a point with an open low end', { low: 3, high: 3, lowOpen: true }, true],
    ['a point with an open high end', { low: 3, high: 3, highOpen: true }, true],
    ['an open lower bound', over(3), false],
    ['more than 3 and at most 3', intersect(over(3), atMost(3)), true],
    ['at least 3 and at most 3', intersect(atLeast(3), atMost(3)), false],
    ['more than 3 and under 4', intersect(over(3), under(4)), false],
  ])('%s', (_name, interval, expected) => {
    expect(isEmpty(interval)).toBe(expected);
  });
});

describe('isNothing', () => {
  it.each<[string, Interval, boolean]>([
    ['a point', point(0.3), false],
    ['a point but for noise, the wrong way round', between(0.1 + 0.2, 0.3), false],
    ['the same, open below', { ...between(0.1 + 0.2, 0.3), lowOpen: true }, true],
    ['the same, open above', { ...between(0.3, 0.1 + 0.2), highOpen: true }, true],
    ['ends the wrong way round', nothing, true],
    ['a range that is open on both sides', { low: 1, high: 2, lowOpen: true, highOpen: true }, false],
  ])('%s', (_name, interval, expected) => {
    expect(isNothing(interval)).toBe(expected);
  });
});

it('a common part is open at the end that is open, and at no other', () => {
  expect(intersect(over(3), between(1, 5))).toStrictEqual({ low: 3, high: 5, lowOpen: true });
  expect(intersect(over(3), between(4, 5))).toStrictEqual(between(4, 5));
  expect(intersect(under(9), between(1, 5))).toStrictEqual(between(1, 5));
  expect(intersect(under(5), between(1, 9))).toStrictEqual({ low: 1, high: 5, highOpen: true });
});

describe('contains', () => {
  it.each<[Interval, Interval, boolean]>([
    [between(1, 3), point(1), true],
    [between(1, 3), point(3), true],
    [between(1, 3), point(3.1), false],
    [between(1, 3), between(2, 4), false],
    [between(1, 3), between(1, 3), true],
    [over(3), point(3), false],
    [under(3), point(3), false],
    [over(3), over(3), true],
    [over(3), atLeast(3), false],
    [atLeast(3), over(3), true],
    [atLeast(3), between(4, 5), true],
    [over(3), { low: 3, high: 5, lowOpen: true }, true],
    [over(3), { low: 3, high: 5, highOpen: true }, false],
    [EVERYTHING, EVERYTHING, true],
    [between(1, 3), EVERYTHING, false],
    [nothing, point(1.5), false],
  ])('%j holds all of %j: %s', (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });
});

describe('overlaps', () => {
  it.each<[Interval, Interval, boolean]>([
    [between(1, 3), point(3), true],
    [between(1, 3), between(3, 5), true],
    [between(1, 3), over(3), false],
    [under(3), atLeast(3), false],
    [under(3), over(3), false],
    [under(3), over(2), true],
    [nothing, EVERYTHING, false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});

describe('hull', () => {
  it.each<[string, Interval[], Interval]>([
    ['of nothing', [], EVERYTHING],
    ['of one', [over(3)], over(3)],
    ['of two apart', [point(1), between(3, 5)], between(1, 5)],
    ['an open and a closed end at one number', [over(3), point(3)], atLeast(3)],
    ['two open ends at one number', [over(3), { low: 3, high: 5, lowOpen: true }], over(3)],
    [
      'an open end that goes farther',
      [{ low: 1, high: 9, lowOpen: true, highOpen: true }, between(3, 5)],
      {
        low: 1,
        high: 9,
        lowOpen: true,
        highOpen: true,
      },
    ],
    ['bounds from both sides', [under(3), over(5)], EVERYTHING],
    ['of three, whatever their order', [point(7), under(5), point(6)], atMost(7)],
  ])('%s', (_name, intervals, expected) => {
    expect(hull(intervals)).toStrictEqual(expected);
    expect(hull(intervals.toReversed())).toStrictEqual(expected);
  });
});

describe('add', () => {
  it.each<[string, Interval, Interval, Interval]>([
    ['numbers', point(1), point(2), point(3)],
    ['ranges', between(1, 2), between(10, 20), between(11, 22)],
    [
      'an open end leaves the sum open',
      { low: 1, high: 2, lowOpen: true },
      between(10, 20),
      {
        low: 11,
        high: 22,
        lowOpen: true,
      },
    ],
    ['open ends on both sides: none is left', over(3), under(5), EVERYTHING],
    ['bounds of one side', atLeast(3), over(4), over(7)],
    ['a bound and a number', atMost(3), point(4), atMost(7)],
  ])('%s', (_name, a, b, expected) => {
    expect(add(a, b)).toStrictEqual(expected);
    expect(add(b, a)).toStrictEqual(expected);
  });
});

describe('multiply', () => {
  it.each<[string, Interval, Interval, Interval]>([
    ['numbers', point(2), point(3), point(6)],
    ['ranges', between(1, 2), between(10, 20), between(10, 40)],
    ['an open end leaves the product open', over(2), between(3, 4), over(6)],
    ['nothing of what is more than something', between(0, 2), over(3), atLeast(0)],
    ['more than nothing of what is more than something', over(0), over(3), over(0)],
    ['nothing of what has no bound', point(0), atLeast(3), point(0)],
    ['nothing of what is less than something', point(0), { low: 1, high: 5, highOpen: true }, point(0)],
    ['a bound on one side', between(1, 2), { low: 0, high: 5, highOpen: true }, { low: 0, high: 10, highOpen: true }],
  ])('%s', (_name, a, b, expected) => {
    expect(multiply(a, b)).toStrictEqual(expected);
    expect(multiply(b, a)).toStrictEqual(expected);
  });
});

describe('divide', () => {
  it.each<[Interval, Interval, Interval]>([
    [between(3, 9), point(3), between(1, 3)],
    [over(5), point(10), over(0.5)],
    [under(-5), point(10), under(-0.5)],
    [
      { low: 2, high: 4, lowOpen: true, highOpen: true },
      point(0.5),
      { low: 4, high: 8, lowOpen: true, highOpen: true },
    ],
    [EVERYTHING, point(7), EVERYTHING],
    [between(1, 2), between(0, 5), EVERYTHING],
    [between(1, 2), between(-1, 5), EVERYTHING],
    [point(0), point(0), EVERYTHING],
    // As near to zero as one likes.
    [between(1, 2), { low: 0, high: 5, lowOpen: true }, atLeast(0.2)],
    [between(1, 2), { low: -5, high: 0, highOpen: true }, atMost(-0.2)],
    [between(0, 2), { low: 0, high: 5, lowOpen: true }, atLeast(0)],
    [between(1, 2), atLeast(4), { low: 0, high: 0.5, lowOpen: true }],
    [over(1), over(4), over(0)],
  ])('%j by %j', (interval, by, expected) => {
    expect(divide(interval, by)).toStrictEqual(expected);
  });
});

describe('subtract', () => {
  it.each<[Interval, Interval, Interval]>([
    [between(3, 9), between(1, 2), between(1, 8)],
    [over(5), between(1, 2), over(3)],
    [between(3, 9), over(5), under(4)],
    [between(3, 9), atMost(5), atLeast(-2)],
  ])('%j less %j', (a, b, expected) => {
    expect(subtract(a, b)).toStrictEqual(expected);
  });
});

describe('isSame', () => {
  it.each<[Interval, Interval, boolean]>([
    [between(1, 3), between(1, 3), true],
    [between(1, 3), { low: 1, high: 3, lowOpen: false }, true],
    [over(3), over(3), true],
    [over(3), atLeast(3), false],
    [under(3), atMost(3), false],
    [between(1, 3), between(1, 4), false],
    [EVERYTHING, EVERYTHING, true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(isSame(a, b)).toBe(expected);
    expect(isSame(b, a)).toBe(expected);
  });
});

describe('of intervals with ends on a small grid, by the numbers that lie in them', () => {
  const end = fc.integer({ min: -3, max: 3 });
  const interval: fc.Arbitrary<Interval> = fc
    .record({
      low: fc.oneof(end, fc.constant(-Infinity)),
      high: fc.oneof(end, fc.constant(Infinity)),
      lowOpen: fc.boolean(),
      highOpen: fc.boolean(),
    })
    // An end that is not there is not open.
    .map(({ low, high, lowOpen, highOpen }) => ({
      low,
      high,
      ...(lowOpen && Number.isFinite(low) && { lowOpen }),
      ...(highOpen && Number.isFinite(high) && { highOpen }),
    }))
    .filter(each => !isEmpty(each));
  /** Every end, what lies between two, and what lies beyond all. */
  const grid = Array.from({ length: 33 }, (_, index) => (index - 16) / 2);
  const lies = (value: number, { low, high, lowOpen, highOpen }: Interval): boolean =>
    (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);

  it('intersect, overlaps, contains', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const both = grid.filter(value => lies(value, a) && lies(value, b));
        expect(grid.filter(value => lies(value, intersect(a, b)))).toEqual(both);
        expect(overlaps(a, b)).toBe(both.length > 0);
        expect(contains(a, b)).toBe(grid.every(value => !lies(value, b) || lies(value, a)));
        expect(isSame(a, b)).toBe(grid.every(value => lies(value, a) === lies(value, b)));
      }),
    );
  });

  it('hull holds both and ends where one of them ends', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const both = hull([a, b]);
        const either = grid.filter(value => lies(value, a) || lies(value, b));
        const [first = 0, last = 0] = [either[0], either.at(-1)];
        expect(grid.filter(value => lies(value, both))).toEqual(grid.filter(value => value >= first && value <= last));
      }),
    );
  });

  it('add holds the sum of any two numbers, and no other', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        // A quarter lies between any two ends; the numbers go as far beyond them as a sum needs.
        const parts = Array.from({ length: 97 }, (_, index) => (index - 48) / 4);
        const isSum = (value: number) => parts.some(part => lies(part, a) && lies(value - part, b));
        expect(grid.filter(value => lies(value, add(a, b)))).toEqual(grid.filter(isSum));
      }),
    );
  });

  /** Numbers so many and so far apart that any quotient of ends of the grid is among their products. */
  const sizes = Array.from({ length: 145 }, (_, index) => 2 ** ((index - 72) / 12));
  const numbers = [0, ...sizes, ...sizes.map(size => -size), ...grid];

  it('multiply holds the product of any two numbers, and no other', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        fc.pre(!isEmpty(a) && !isEmpty(b));
        const isProduct = (value: number) =>
          value === 0
            ? lies(0, a) || lies(0, b)
            : [...numbers, ...grid.filter(each => each !== 0).map(end => value / end)].some(
                factor => factor !== 0 && lies(factor, a) && lies(value / factor, b),
              );
        expect(grid.filter(value => lies(value, multiply(a, b)))).toEqual(grid.filter(isProduct));
      }),
    );
  });

  it('divide holds the quotient of any two numbers, and no other where the divisor is never zero', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        fc.pre(!isEmpty(a) && !isEmpty(b));
        const quotient = divide(a, b);
        if (lies(0, b)) {
          expect(quotient).toEqual(EVERYTHING);
          return;
        }
        const divisors = [...numbers, ...grid.flatMap(one => grid.map(other => one / other))];
        const isQuotient = (value: number) => divisors.some(by => lies(by, b) && lies(value * by, a));
        expect(grid.filter(value => lies(value, quotient))).toEqual(grid.filter(isQuotient));
      }),
    );
  });
});

it('clamp and isPoint', () => {
  expect(clamp(5, between(1, 3))).toBe(3);
  expect(clamp(-5, between(1, 3))).toBe(1);
  expect(clamp(2, atLeast(1))).toBe(2);
  expect(isPoint(point(3))).toBe(true);
  expect(isPoint(between(1, 3))).toBe(false);
});
