import { type Day, latest } from '../values/day.ts';
import { between, type Interval } from '../values/interval.ts';
import { figuresOn, type Pool } from './pool.ts';
import type { Usable } from './screen.ts';
import { type Bound, hull, sides } from './sides.ts';

/** How far a figure speaks beyond its own day. */
export interface Reach {
  /** The value can only rise. */
  readonly isMonotone: boolean;
  /** The day on which only a figure of that very day will do: one dated "at the latest" may be older. */
  readonly deadline: Day;
}

/** All that the figures of a region and of its parts say of the value on `day`. */
export function boundsOn(day: Day, pool: Pool, reach: Reach): Bound[] {
  const speaking = reach.isMonotone ? pool.usable : figuresOn(day, pool);
  const own = boundsFrom(speaking, day, reach);
  const sum = sumOfParts(day, pool.parts, reach);
  return sum ? [...own, sum] : own;
}

/** All that the figures of the very day say of it. */
export function boundsOfThe(day: Day, pool: Pool, reach: Reach): Bound[] {
  const own = boundsFrom(figuresOn(day, pool), day, reach);
  const sum = sumOfParts(day, pool.parts, reach);
  return sum?.asOf === day ? [...own, sum] : own;
}

/** Whether a figure of the whole, or of every part of it, answers for `day`. */
export const isWholeOn = (day: Day, pool: Pool, reach: Reach): boolean =>
  boundsFrom(figuresOn(day, pool), day, reach).some(({ kind }) => kind === 'direct') ||
  (pool.parts.length > 0 && pool.parts.every(part => Number.isFinite(knownOn(day, part, reach).high)));

const knownOn = (day: Day, part: Pool, reach: Reach): Interval => hullOf(boundsOn(day, part, reach));

const hullOf = (bounds: readonly Bound[]): Interval => hull(sides(bounds).map(({ interval }) => interval));

function boundsFrom(speaking: readonly Usable[], day: Day, reach: Reach): Bound[] {
  const bounds: Bound[] = [];
  for (const usable of speaking) addBounds(bounds, day, reach, usable);
  return bounds;
}

/**
 * What a usable figure says of the value on `day`: on its own day the figure itself, or the end that its definition
 * gives. Of a count that only rises, older figures are lower bounds and newer ones upper bounds. Otherwise nothing.
 */
function addBounds(
  bounds: Bound[],
  day: Day,
  { isMonotone, deadline }: Reach,
  { observation, quantity, role, alternative }: Usable,
): void {
  const { asOf, dated } = observation;
  const isDoubtful = dated === 'at-latest';
  const sameDay = asOf === day && !(isDoubtful && day === deadline);
  const holdsLow = role !== 'whole' && (sameDay || (isMonotone && asOf <= day));
  // A date that is only the latest possible one cannot carry a figure back: it may describe an earlier day.
  const holdsHigh = role !== 'part' && (sameDay || (isMonotone && asOf > day && !isDoubtful));
  const kind = sameDay && role === 'same' ? 'direct' : 'bound';
  for (const value of alternative ? [quantity, alternative] : [quantity]) {
    const interval = ends(value, holdsLow, holdsHigh);
    if (interval) bounds.push({ kind, interval, from: [observation], asOf, isSlipped: value === alternative });
  }
}

function ends(value: Interval, holdsLow: boolean, holdsHigh: boolean): Interval | undefined {
  const low = holdsLow ? value.low : -Infinity;
  const high = holdsHigh ? value.high : Infinity;
  if (low === -Infinity && high === Infinity) return undefined;
  return between(low, high, holdsLow && value.lowOpen, holdsHigh && value.highOpen);
}

/** Counted parts add up to at least what those that report have, and to the whole once every part reports. */
function sumOfParts(day: Day, parts: readonly Pool[], reach: Reach): Bound | undefined {
  if (parts.length === 0) return undefined;
  const known = parts.map(part => boundsOn(day, part, reach));
  const reporting = known.filter(bounds => bounds.length > 0);
  if (reporting.length === 0) return undefined;
  const intervals = known.map(hullOf);
  const low = intervals.reduce((total, interval) => total + Math.max(interval.low, 0), 0);
  const high = intervals.reduce((total, interval) => total + interval.high, 0);
  const from = reporting.flatMap(bounds => bounds.flatMap(bound => bound.from));
  const asOf = latest(reporting.flat().map(bound => bound.asOf)) ?? day;
  return { kind: 'sum', interval: { low, high }, from, asOf };
}
