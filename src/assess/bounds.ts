import type { Observation } from '../model/observation.ts';
import type { Day } from '../values/day.ts';
import { type Interval, intersect, isEmpty } from '../values/interval.ts';
import type { Usable } from './screen.ts';

/** What one observation says of the value on one day. */
export interface Bound {
  readonly interval: Interval;
  /** Null for the baseline, which the plan itself states. */
  readonly from: Observation | null;
  readonly asOf: Day;
  readonly isDirect: boolean;
}

/**
 * What a usable figure says of the value on `day`: on its own day the figure itself, or the end that its definition
 * gives. Of a count that only rises, older figures are lower bounds and newer ones upper bounds. Otherwise nothing.
 */
export function boundOn(day: Day, isMonotone: boolean, { observation, quantity, role }: Usable): Bound | undefined {
  const sameDay = observation.asOf === day;
  const low = role !== 'whole' && (sameDay || (isMonotone && observation.asOf < day)) ? quantity.low : -Infinity;
  // A date that is only the latest possible one cannot carry a figure back: it may describe an earlier day.
  const reachesBack = isMonotone && observation.asOf > day && observation.dated !== 'at-latest';
  const high = role !== 'part' && (sameDay || reachesBack) ? quantity.high : Infinity;
  if (low === -Infinity && high === Infinity) return undefined;
  const interval: Interval = {
    low,
    high,
    ...(quantity.lowOpen && low === quantity.low && { lowOpen: true }),
    ...(quantity.highOpen && high === quantity.high && { highOpen: true }),
  };
  return { interval, from: observation, asOf: observation.asOf, isDirect: sameDay && role === 'same' };
}

/**
 * The sides of a contradiction: every largest set of bounds that can be true together, as the interval that it leaves.
 * One side means that all agree. Intervals on a line share a value as soon as each two of them do, so the sides are
 * found by trying each lower end in turn.
 */
export function sides(bounds: readonly Bound[]): { interval: Interval; bounds: readonly Bound[] }[] {
  const found = bounds.map(({ interval }) => together(bounds, interval)).filter(side => side.length > 0);
  const largest = found.filter(side => !found.some(other => isProperSubset(side, other)));
  const distinct = largest.filter((side, index) => largest.findIndex(other => isSame(side, other)) === index);
  return distinct.map(side => ({
    interval: side.map(({ interval }) => interval).reduce(intersect),
    bounds: side,
  }));
}

/** The bounds that hold just at the lower end of one of them. */
function together(bounds: readonly Bound[], { low, lowOpen }: Interval): Bound[] {
  const probe: Interval = { low, high: low };
  const justAbove = (interval: Interval) => interval.low <= low && interval.high > low;
  return bounds.filter(({ interval }) => (lowOpen ? justAbove(interval) : !isEmpty(intersect(interval, probe))));
}

const isProperSubset = (a: readonly Bound[], b: readonly Bound[]): boolean =>
  a.length < b.length && a.every(bound => b.includes(bound));

const isSame = (a: readonly Bound[], b: readonly Bound[]): boolean =>
  a.length === b.length && a.every(bound => b.includes(bound));
