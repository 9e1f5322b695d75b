import { isNear } from './noise.ts';

/**
 * What a printed number allows: every value from `low` to `high`. An unbounded end is infinite; an open end belongs
 * to words such as "more than", which exclude the number they name.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
}

export const EVERYTHING: Interval = { low: -Infinity, high: Infinity };

export const point = (value: number): Interval => ({ low: value, high: value });

/** Only an end that is open says so; one that is not there is not open. */
export function between(low: number, high: number, lowOpen = false, highOpen = false): Interval {
  const [isLowOpen, isHighOpen] = [lowOpen && low !== -Infinity, highOpen && high !== Infinity];
  if (!isLowOpen && !isHighOpen) return { low, high };
  return { low, high, ...(isLowOpen && { lowOpen }), ...(isHighOpen && { highOpen }) };
}

export const atLeast = (low: number, lowOpen = false): Interval => between(low, Infinity, lowOpen);

export const atMost = (high: number, highOpen = false): Interval => between(-Infinity, high, false, highOpen);

export const isPoint = (interval: Interval): boolean => interval.low === interval.high;

export const isEmpty = ({ low, high, lowOpen, highOpen }: Interval): boolean =>
  low > high || (low === high && Boolean(lowOpen || highOpen));

/** Whether no value lies between two ends, but for noise. */
export const isNothing = ({ low, high, lowOpen, highOpen }: Interval): boolean =>
  isNear(low, high) ? Boolean(lowOpen || highOpen) : low > high;

export function intersect(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return between(low, high, isOpenBelow(a, low) || isOpenBelow(b, low), isOpenAbove(a, high) || isOpenAbove(b, high));
}

const isOpenBelow = ({ low, lowOpen = false }: Interval, at: number): boolean => lowOpen && low === at;
const isOpenAbove = ({ high, highOpen = false }: Interval, at: number): boolean => highOpen && high === at;

export const overlaps = (a: Interval, b: Interval): boolean => !isEmpty(intersect(a, b));

/** Whether all of one interval lies in another. */
export const contains = (outer: Interval, inner: Interval): boolean => isSame(intersect(outer, inner), inner);

export const clamp = (value: number, { low, high }: Interval): number => Math.min(Math.max(value, low), high);

/** The smallest interval that holds all of these; without any, everything. */
export function hull(intervals: readonly Interval[]): Interval {
  const [first, ...rest] = intervals;
  return rest.reduce(join, first ?? EVERYTHING);
}

function join(a: Interval, b: Interval): Interval {
  const low = Math.min(a.low, b.low);
  const high = Math.max(a.high, b.high);
  const holdsLow = (each: Interval) => each.low === low && !each.lowOpen;
  const holdsHigh = (each: Interval) => each.high === high && !each.highOpen;
  return between(low, high, !(holdsLow(a) || holdsLow(b)), !(holdsHigh(a) || holdsHigh(b)));
}

/** What two numbers of which each lies in its interval can be together. */
export const add = (a: Interval, b: Interval): Interval =>
  between(a.low + b.low, a.high + b.high, a.lowOpen || b.lowOpen, a.highOpen || b.highOpen);

/** The product of two numbers that are never negative; nothing of something without a bound is nothing all the same. */
export function multiply(a: Interval, b: Interval): Interval {
  const product = (one: number, other: number) => (one === 0 || other === 0 ? 0 : one * other);
  const [low, high] = [product(a.low, b.low), product(a.high, b.high)];
  const isZeroReached = holdsZero(a) || holdsZero(b);
  const isOpen = (at: number, isEitherOpen: boolean) => (at === 0 ? !isZeroReached : isEitherOpen);
  return between(
    low,
    high,
    isOpen(low, Boolean(a.lowOpen || b.lowOpen)),
    isOpen(high, Boolean(a.highOpen || b.highOpen)),
  );
}

const holdsZero = ({ low, lowOpen }: Interval): boolean => low === 0 && !lowOpen;

/** The interval of a number that is divided by a positive one. */
export const divide = ({ low, high, lowOpen, highOpen }: Interval, by: number): Interval =>
  between(low / by, high / by, lowOpen, highOpen);

export const isSame = (a: Interval, b: Interval): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  Boolean(a.lowOpen) === Boolean(b.lowOpen) &&
  Boolean(a.highOpen) === Boolean(b.highOpen);
