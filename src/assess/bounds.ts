import type { Observation } from '../model/observation.ts';
import { type Day, latest } from '../values/day.ts';
import { between, EVERYTHING, type Interval, overlaps } from '../values/interval.ts';
import { type Claim, contestsOn } from './contested.ts';
import { figuresOn, type Pool } from './pool.ts';
import type { Usable } from './screen.ts';
import { type Bound, type Doubt, hull, sides } from './sides.ts';

/** How far a figure speaks beyond its own day. */
export interface Reach {
  /** The value can only rise. */
  readonly isMonotone: boolean;
  /** The day on which only a figure of that very day will do: one dated "at the latest" may be older. */
  readonly deadline: Day;
}

/** All that the figures of a region and of its parts say of the value on `day`. */
export function boundsOn(day: Day, pool: Pool, reach: Reach): Bound[] {
  const sums = sumsOfParts(day, pool.parts, reach);
  if (!reach.isMonotone) return [...boundsFrom(figuresOn(day, pool), day, reach), ...sums];
  const own = boundsFrom(pool.usable, day, reach);
  const isContested = contestsOn(day, pool.usable.map(claimOf));
  const among = own.map(bound => (isContested(bound) ? contestedOn(day, bound) : bound));
  return pool.parts.length === 0 ? among : heldAgainst(sums, among, day, pool, reach);
}

/** What is older than the judged day bounds it from below, what is newer from above. */
export const contestedOn = (day: Day, bound: Bound): Bound => doubted(bound, bound.asOf < day ? 'low-end' : 'high-end');

const doubted = (bound: Bound, doubt: Doubt): Bound => ({ ...bound, doubts: [...(bound.doubts ?? []), doubt] });

/** What a figure says of its own day. */
function claimOf({ observation: { asOf, dated }, quantity, role }: Usable): Claim {
  const holdsHigh = role !== 'part' && dated !== 'at-latest';
  return { asOf, interval: ends(quantity, role !== 'whole', holdsHigh) ?? EVERYTHING };
}

/** Figures of the whole beside the sum of its parts: each is held against what the parts say of its own day. */
function heldAgainst(sums: readonly Bound[], own: readonly Bound[], day: Day, pool: Pool, reach: Reach): Bound[] {
  const excluded = new Set<Observation>();
  for (const usable of pool.usable) {
    const { asOf, interval } = claimOf(usable);
    const sumsThen = asOf === day ? sums : sumsOfParts(asOf, pool.parts, reach);
    if (sumsThen.some(sum => !overlaps(sum.interval, interval))) excluded.add(usable.observation);
  }
  if (excluded.size === 0) return [...own, ...sums];
  const isExcluded = ({ from }: Bound) => from.some(observation => excluded.has(observation));
  return [
    ...own.map(bound => (isExcluded(bound) ? doubted(bound, 'whole') : bound)),
    ...sums.map(sum => doubted(sum, 'parts')),
  ];
}

/** All that the figures of the very day say of it. */
export function boundsOfThe(day: Day, pool: Pool, reach: Reach): Bound[] {
  const sums = sumsOfParts(day, pool.parts, reach).filter(({ asOf }) => asOf === day);
  return [...boundsFrom(figuresOn(day, pool), day, reach), ...sums];
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

/**
 * Counted parts add up to at least what those that report have, and to the whole once every part reports. Where figures
 * of a part contradict each other, the sum of what is sure in any case comes first, then those of the tighter ends.
 */
function sumsOfParts(day: Day, parts: readonly Pool[], reach: Reach): Bound[] {
  const known = parts.map(part => boundsOn(day, part, reach));
  const reporting = known.flat();
  if (reporting.length === 0) return [];
  const from = reporting.flatMap(bound => bound.from);
  const asOf = latest(reporting.map(bound => bound.asOf)) ?? day;
  const ways = known.map(bounds => sides(bounds).map(({ interval }) => interval));
  const low = totalOf(ways, each => Math.max(hull(each).low, 0));
  const high = totalOf(ways, each => hull(each).high);
  const sum: Bound = { kind: 'sum', interval: { low, high }, from, asOf };
  if (ways.every(({ length }) => length < 2)) return [sum];
  const most = totalOf(ways, each => each.reduce((most, interval) => Math.max(most, interval.low), 0));
  const least = totalOf(ways, each => each.reduce((least, interval) => Math.min(least, interval.high), Infinity));
  return [
    sum,
    { ...sum, interval: { low: most, high: Infinity }, doubts: ['low-end'] },
    { ...sum, interval: { low: 0, high: least }, doubts: ['high-end'] },
  ];
}

const totalOf = (ways: readonly (readonly Interval[])[], endOf: (each: readonly Interval[]) => number): number =>
  ways.reduce((total, each) => total + endOf(each), 0);
