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

export const point = (value: number): Interval => ({ low: value, high: value });

export const atLeast = (low: number, lowOpen = false): Interval => ({
  low,
  high: Infinity,
  ...(lowOpen && { lowOpen }),
});

export const atMost = (high: number, highOpen = false): Interval => ({
  low: -Infinity,
  high,
  ...(highOpen && { highOpen }),
});

export const isPoint = (interval: Interval): boolean => interval.low === interval.high;

export const isEmpty = ({ low, high, lowOpen, highOpen }: Interval): boolean =>
  low > high || (low === high && Boolean(lowOpen || highOpen));

export function intersect(a: Interval, b: Interval): Interval {
  const lower = tighter(a.low, a.lowOpen, b.low, b.lowOpen, Math.max);
  const upper = tighter(a.high, a.highOpen, b.high, b.highOpen, Math.min);
  return {
    low: lower.value,
    high: upper.value,
    ...(lower.open && { lowOpen: true }),
    ...(upper.open && { highOpen: true }),
  };
}

function tighter(
  a: number,
  aOpen: boolean | undefined,
  b: number,
  bOpen: boolean | undefined,
  pick: (a: number, b: number) => number,
): { value: number; open: boolean } {
  const value = pick(a, b);
  return { value, open: Boolean((a === value && aOpen) || (b === value && bOpen)) };
}

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
