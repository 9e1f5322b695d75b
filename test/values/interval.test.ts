import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeast,
  atMost,
  clamp,
  contains,
  ends,
  type Interval,
  intersect,
  isEmpty,
  isPoint,
  next,
  overlaps,
  point,
} from '../../src/values/interval.ts';
import '../properties/configure.ts';

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

describe('contains and overlaps', () => {
  it.each<[Interval, number, boolean]>([
    [between(1, 3), 1, true],
    [between(1, 3), 3, true],
    [between(1, 3), 3.1, false],
    [over(3), 3, false],
    [over(3), next(3, 1), true],
    [under(3), 3, false],
    [under(3), next(3, -1), true],
    [atLeast(3), 3, true],
    [nothing, 1.5, false],
  ])('%j holds %d: %s', (interval, value, expected) => {
    expect(contains(interval, value)).toBe(expected);
    expect(overlaps(interval, point(value))).toBe(expected);
  });
});

describe('ends', () => {
  it.each<[Interval, [number, number]]>([
    [point(3), [3, 3]],
    [between(1, 3), [1, 3]],
    [over(3), [next(3, 1), Infinity]],
    [under(3), [-Infinity, next(3, -1)]],
    [over(0), [Number.MIN_VALUE, Infinity]],
    [over(-3), [next(-3, 1), Infinity]],
    [{ low: -Infinity, high: Infinity, lowOpen: true, highOpen: true }, [-Infinity, Infinity]],
  ])('of %j', (interval, expected) => {
    expect(ends(interval)).toStrictEqual(expected);
  });
});

it('next is another number, and hardly another', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), value => {
      expect(next(value, 1)).toBeGreaterThan(value);
      expect(next(value, -1)).toBeLessThan(value);
      expect(next(value, 1) - value).toBeLessThanOrEqual(Math.max(Math.abs(value) * 3e-16, 5e-324));
    }),
  );
});

it('clamp and isPoint', () => {
  expect(clamp(5, between(1, 3))).toBe(3);
  expect(clamp(-5, between(1, 3))).toBe(1);
  expect(clamp(2, atLeast(1))).toBe(2);
  expect(isPoint(point(3))).toBe(true);
  expect(isPoint(between(1, 3))).toBe(false);
});
