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
  // Three shapes written out: one of spreads is compiled again and again where panels are judged.
  if (!isHighOpen) return { low, high, lowOpen };
  return isLowOpen ? { low, high, lowOpen, highOpen } : { low, high, highOpen };
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

/** What another interval leaves of one; all of it where they exclude each other. */
export function within(interval: Interval, other: Interval): Interval {
  const both = intersect(interval, other);
  return isEmpty(both) ? interval : both;
}

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

export const subtract = (a: Interval, b: Interval): Interval => add(a, between(-b.high, -b.low, b.highOpen, b.lowOpen));

/** What two numbers of which each lies in its interval can make together; nothing of what has no bound is nothing. */
export const multiply = (a: Interval, b: Interval): Interval => ofCorners(a, b, times);

const times = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : one * other);

/** Where the divisor can be zero, everything; it may come as near to zero as one likes. */
export function divide(a: Interval, b: Interval): Interval {
  if (isEmpty(b) || contains(b, point(0))) return EVERYTHING;
  const endless = b.high <= 0 ? -Infinity : Infinity;
  return ofCorners(a, b, (one, by) => {
    if (one === 0 || !Number.isFinite(by)) return 0;
    return by === 0 ? one * endless : one / by;
  });
}

interface Corner {
  readonly at: number;
  readonly isOpen: boolean;
}

/** All between the results of the ends. */
function ofCorners(a: Interval, b: Interval, result: (one: number, other: number) => number): Interval {
  const corners = endsOf(a).flatMap(one =>
    endsOf(b).map((other): Corner => ({ at: result(one.at, other.at), isOpen: isOpenCorner(one, other) })),
  );
  const low = Math.min(...corners.map(({ at }) => at));
  const high = Math.max(...corners.map(({ at }) => at));
  const isOpen = (end: number) => corners.every(({ at, isOpen }) => at !== end || isOpen);
  return between(low, high, isOpen(low), isOpen(high));
}

/** A zero that is reached makes a zero with whatever stands beside it. */
const isOpenCorner = (one: Corner, other: Corner): boolean =>
  (one.at !== 0 || one.isOpen) && (other.at !== 0 || other.isOpen) && (one.isOpen || other.isOpen);

const endsOf = ({ low, high, lowOpen, highOpen }: Interval): readonly [Corner, Corner] => [
  { at: low, isOpen: low === -Infinity || Boolean(lowOpen) },
  { at: high, isOpen: high === Infinity || Boolean(highOpen) },
];

export const isSame = (a: Interval, b: Interval): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  Boolean(a.lowOpen) === Boolean(b.lowOpen) &&
  Boolean(a.highOpen) === Boolean(b.highOpen);

/** As JSON has it, which knows no infinity. */
export const finiteEnds = ({ low, high }: Interval): { low: number | null; high: number | null } => ({
  low: Number.isFinite(low) ? low : null,
  high: Number.isFinite(high) ? high : null,
});
