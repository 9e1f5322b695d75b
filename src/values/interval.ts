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

/** Only an end that is open says so. */
export function between(low: number, high: number, lowOpen = false, highOpen = false): Interval {
  if (!lowOpen && !highOpen) return { low, high };
  return { low, high, ...(lowOpen && { lowOpen }), ...(highOpen && { highOpen }) };
}

export const atLeast = (low: number, lowOpen = false): Interval => between(low, Infinity, lowOpen);

export const atMost = (high: number, highOpen = false): Interval => between(-Infinity, high, false, highOpen);

export const isPoint = (interval: Interval): boolean => interval.low === interval.high;

export const isEmpty = ({ low, high, lowOpen, highOpen }: Interval): boolean =>
  low > high || (low === high && Boolean(lowOpen || highOpen));

export function intersect(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return between(low, high, isOpenBelow(a, low) || isOpenBelow(b, low), isOpenAbove(a, high) || isOpenAbove(b, high));
}

const isOpenBelow = ({ low, lowOpen = false }: Interval, at: number): boolean => lowOpen && low === at;
const isOpenAbove = ({ high, highOpen = false }: Interval, at: number): boolean => highOpen && high === at;

export const overlaps = (a: Interval, b: Interval): boolean => !isEmpty(intersect(a, b));

export const contains = (interval: Interval, value: number): boolean => overlaps(interval, point(value));

export const clamp = (value: number, { low, high }: Interval): number => Math.min(Math.max(value, low), high);

/** The values nearest to the two ends that the interval really holds. */
export const ends = ({ low, high, lowOpen, highOpen }: Interval): [number, number] => [
  lowOpen ? next(low, 1) : low,
  highOpen ? next(high, -1) : high,
];

/** The neighbouring float: the smallest step over an open end or a band edge. */
export function next(value: number, direction: 1 | -1): number {
  if (!Number.isFinite(value)) return value;
  const step = Math.max(Math.abs(value) * Number.EPSILON, Number.MIN_VALUE);
  return value + direction * step;
}
