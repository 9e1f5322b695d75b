import type { Observation } from '../model/observation.ts';
import { type Day, latest } from '../values/day.ts';
import { type Interval, intersect, isEmpty } from '../values/interval.ts';
import type { Pool } from './pool.ts';
import type { Usable } from './screen.ts';

/**
 * What is known of the value on one day, and from which observations. `direct` is a figure of that very day, `bound`
 * what another definition, a part or another day says, `sum` the parts of a region, `derived` an identity of the plan,
 * `baseline` the plan itself.
 */
export interface Bound {
  readonly kind: 'direct' | 'bound' | 'sum' | 'derived' | 'baseline';
  readonly interval: Interval;
  readonly from: readonly Observation[];
  /** The newest day that it describes. */
  readonly asOf: Day;
  /** What a figure means if its unit slipped: true in place of the figure as printed, never beside it. */
  readonly isSlipped?: boolean;
}

/** How far a figure speaks beyond its own day. */
export interface Reach {
  /** The value can only rise. */
  readonly isMonotone: boolean;
  /** The day on which only a figure of that very day will do: one dated "at the latest" may be older. */
  readonly deadline: Day;
}

/** All that the figures of a region and of its parts say of the value on `day`. */
export function boundsOn(day: Day, pool: Pool, reach: Reach): Bound[] {
  const own = pool.usable.flatMap(usable => ownBounds(day, reach, usable));
  const sum = sumOfParts(day, pool.parts, reach);
  return sum ? [...own, sum] : own;
}

/**
 * What a usable figure says of the value on `day`: on its own day the figure itself, or the end that its definition
 * gives. Of a count that only rises, older figures are lower bounds and newer ones upper bounds. Otherwise nothing.
 */
function ownBounds(
  day: Day,
  { isMonotone, deadline }: Reach,
  { observation, quantity, role, alternative }: Usable,
): Bound[] {
  const { asOf, dated } = observation;
  const isDoubtful = dated === 'at-latest';
  const sameDay = asOf === day && !(isDoubtful && day === deadline);
  const holdsLow = role !== 'whole' && (sameDay || (isMonotone && asOf <= day));
  // A date that is only the latest possible one cannot carry a figure back: it may describe an earlier day.
  const holdsHigh = role !== 'part' && (sameDay || (isMonotone && asOf > day && !isDoubtful));
  const kind = sameDay && role === 'same' ? 'direct' : 'bound';
  return [quantity, ...(alternative ? [alternative] : [])].flatMap(value => {
    const interval = ends(value, holdsLow, holdsHigh);
    const isSlipped = value === alternative;
    return interval ? [{ kind, interval, from: [observation], asOf, isSlipped } satisfies Bound] : [];
  });
}

function ends(value: Interval, holdsLow: boolean, holdsHigh: boolean): Interval | undefined {
  const low = holdsLow ? value.low : -Infinity;
  const high = holdsHigh ? value.high : Infinity;
  if (low === -Infinity && high === Infinity) return undefined;
  return {
    low,
    high,
    ...(value.lowOpen && holdsLow && { lowOpen: true }),
    ...(value.highOpen && holdsHigh && { highOpen: true }),
  };
}

/** Counted parts add up to at least what those that report have, and to the whole once every part reports. */
function sumOfParts(day: Day, parts: readonly Pool[], reach: Reach): Bound | undefined {
  const known = parts.map(part => boundsOn(day, part, reach));
  const reporting = known.filter(bounds => bounds.length > 0);
  if (reporting.length === 0) return undefined;
  const intervals = known.map(bounds => hull(sides(bounds).map(({ interval }) => interval)));
  const low = intervals.reduce((total, interval) => total + Math.max(interval.low, 0), 0);
  const high = intervals.reduce((total, interval) => total + interval.high, 0);
  const from = reporting.flatMap(bounds => bounds.flatMap(bound => bound.from));
  const asOf = latest(reporting.flat().map(bound => bound.asOf)) ?? day;
  return { kind: 'sum', interval: { low, high }, from, asOf };
}

/** The smallest interval that holds all of these; without any, everything. */
export function hull(intervals: readonly Interval[]): Interval {
  if (intervals.length === 0) return { low: -Infinity, high: Infinity };
  return { low: Math.min(...intervals.map(({ low }) => low)), high: Math.max(...intervals.map(({ high }) => high)) };
}

export interface Side {
  readonly interval: Interval;
  readonly bounds: readonly Bound[];
}

/**
 * The sides of a contradiction: every largest set of bounds that can be true together, as the interval that it leaves.
 * One side means that all agree. Intervals on a line share a value as soon as each two of them do, so trying the lower
 * end of each finds them all.
 */
export function sides(bounds: readonly Bound[]): Side[] {
  const found = bounds.flatMap(({ interval }) => eitherWay(together(bounds, interval))).filter(side => side.length > 0);
  const largest = found.filter(side => !found.some(other => isProperSubset(side, other)));
  const distinct = largest.filter((side, index) => largest.findIndex(other => isSame(side, other)) === index);
  return distinct.map(side => ({ interval: side.map(({ interval }) => interval).reduce(intersect), bounds: side }));
}

/** The bounds that hold just at the lower end of one of them. */
function together(bounds: readonly Bound[], { low, lowOpen }: Interval): Bound[] {
  const probe: Interval = { low, high: low };
  const holdsAbove = (interval: Interval) => interval.low <= low && interval.high > low;
  return bounds.filter(({ interval }) => (lowOpen ? holdsAbove(interval) : !isEmpty(intersect(interval, probe))));
}

/** Doubted figures as they are printed, or as they are meant if the unit slipped. */
function eitherWay(side: readonly Bound[]): (readonly Bound[])[] {
  const doubted = new Set(side.flatMap(({ isSlipped, from }) => (isSlipped ? from : [])));
  if (doubted.size === 0) return [side];
  return [
    side.filter(({ isSlipped }) => !isSlipped),
    side.filter(({ isSlipped, from }) => isSlipped || !from.some(observation => doubted.has(observation))),
  ];
}

const isProperSubset = (a: readonly Bound[], b: readonly Bound[]): boolean => a.length < b.length && isSubset(a, b);

const isSame = (a: readonly Bound[], b: readonly Bound[]): boolean => a.length === b.length && isSubset(a, b);

const isSubset = (a: readonly Bound[], b: readonly Bound[]): boolean => a.every(bound => b.includes(bound));
