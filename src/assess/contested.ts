import type { Day } from '../values/day.ts';
import { atLeast, atMost, EVERYTHING, type Interval, intersect, isEmpty } from '../values/interval.ts';

/*
 * Of a count that only rises, a figure is a lower bound from its own day on, and an upper bound until then. Where what
 * another figure says on the way to the judged day excludes that, one of the two is wrong, though on the judged day both
 * could stand: 125,000 in 2024 and 93,307 in 2025 are both lower bounds at the end of 2025.
 */

/** What is said of the value on a day. */
export interface Claim {
  readonly asOf: Day;
  readonly interval: Interval;
}

/**
 * Tells the bounds that a claim between their own day and the judged one excludes. Without all of these, what is left
 * says least: of two claims that exclude each other, the one that bounds the judged day more tightly is contested.
 */
export function contestsOn(day: Day, claims: readonly Claim[]): (bound: Claim) => boolean {
  if (claims.length < 2) return () => false;
  const before = claims.filter(({ asOf }) => asOf < day).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const after = claims.filter(({ asOf }) => asOf > day).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const limits = new Map([...limitsAlong(before, ceilingOf), ...limitsAlong(after, floorOf)]);
  return ({ asOf, interval }) => {
    const limit = limits.get(asOf);
    return limit !== undefined && isEmpty(intersect(limit, interval));
  };
}

const ceilingOf = ({ high, highOpen }: Interval): Interval => atMost(high, highOpen);
const floorOf = ({ low, lowOpen }: Interval): Interval => atLeast(low, lowOpen);

/** For each day, what the claims from there to the judged day leave; the nearest to it come first. */
function limitsAlong(claims: readonly Claim[], limitOf: (interval: Interval) => Interval): Map<Day, Interval> {
  const limits = new Map<Day, Interval>();
  let limit = EVERYTHING;
  for (const { asOf, interval } of claims) {
    limit = intersect(limit, limitOf(interval));
    limits.set(asOf, limit);
  }
  return limits;
}

/**
 * Tells what was said of days up to the start that a plan names, once some of it exceeds that start: where the plan is
 * right, none of it says more than the start itself.
 */
export function contestsOfStart(start: Claim, bounds: readonly Claim[]): (bound: Claim) => boolean {
  const isEarlier = ({ asOf }: Claim) => asOf <= start.asOf;
  const isExceeded = bounds.some(bound => isEarlier(bound) && bound.interval.low > start.interval.high);
  return isExceeded ? isEarlier : () => false;
}
