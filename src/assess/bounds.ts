import type { Observation } from '../model/observation.ts';
import { type Day, latest } from '../values/day.ts';
import { atLeast, between, type Interval } from '../values/interval.ts';
import { claimsIn, holdsOn, type Odds, type OwnClaim, oddsOf, ofDay, type Range, sourcesOn, sumOn } from './known.ts';
import type { Pool } from './pool.ts';
import type { Bound, Doubt } from './sides.ts';

/** All that the figures of a region and of its parts, and the plan, say of the value on `day`. */
export function boundsOn(day: Day, pool: Pool): Bound[] {
  const { claims } = claimsIn(pool);
  const odds = pool.parts.length === 0 ? NO_ODDS : oddsOf(pool);
  const speaking = pool.reach.isMonotone ? { from: 0, to: claims.length } : ofDay(day, claims);
  return [...ownBounds(day, pool, odds, speaking), ...sumsOfParts(day, pool, odds)];
}

const NO_ODDS: Odds = { excluded: new Set(), partsLeft: [] };

/** All that the figures of the very day say of it. */
export function boundsOfThe(day: Day, pool: Pool): Bound[] {
  const odds = pool.parts.length === 0 ? NO_ODDS : oddsOf(pool);
  const own = ownBounds(day, pool, odds, ofDay(day, claimsIn(pool).claims)).filter(({ kind }) => kind !== 'baseline');
  return [...own, ...sumsOfParts(day, pool, odds).filter(({ asOf }) => asOf === day)];
}

/** Whether a figure of the whole, or of every part of it, answers for `day`. */
export function isWholeOn(day: Day, pool: Pool): boolean {
  const { claims } = claimsIn(pool);
  const { from, to } = ofDay(day, claims);
  for (let index = from; index < to; index++) {
    const claim = claims[index] as OwnClaim;
    if (claim.usable?.role === 'same' && holdsOn(day, claim, pool).isHigh) return true;
  }
  return pool.parts.length > 0 && Number.isFinite(sumOn(day, pool.parts).high);
}

/**
 * What each figure says of the value on `day`: on its own day the figure itself, or the end that its definition gives.
 * Of a count that only rises, older figures are lower bounds and newer ones upper bounds. Otherwise nothing.
 */
function ownBounds(day: Day, pool: Pool, { excluded }: Odds, { from, to }: Range): Bound[] {
  const { claims } = claimsIn(pool);
  const contest = contestOn(day, pool);
  const bounds: Bound[] = [];
  for (let index = from; index < to; index++) {
    const claim = claims[index] as OwnClaim;
    const { isLow, isHigh } = holdsOn(day, claim, pool);
    if (!isLow && !isHigh) continue;
    const contested = contest(claim, index);
    const doubts = excluded.has(claim) ? [...(contested?.doubts ?? []), 'own' as const] : contested?.doubts;
    for (const bound of boundsOf(claim, pool, day, isLow, isHigh))
      bounds.push(doubts ? { ...bound, ...contested, doubts } : bound);
  }
  return bounds;
}

/**
 * What is older than the judged day bounds it from below, what is newer from above; either may be contested. So may the
 * start that the plan names, by the most that was reported since.
 */
function contestOn(
  day: Day,
  pool: Pool,
): (claim: OwnClaim, index: number) => Pick<Bound, 'doubts' | 'against'> | undefined {
  const { claims, contests } = claimsIn(pool);
  if (!pool.reach.isMonotone || claims.length < 2) return () => undefined;
  const isBeforeStart = contestedByStart(pool);
  return (claim, index) => {
    if (claim.asOf === day) return undefined;
    if (claim.usable === null) {
      const most = mostBetween(claim.asOf, day, claims);
      const isBelow = most?.usable && most.high < claim.low;
      return isBelow ? { doubts: ['low-end'], against: most.usable.observation } : undefined;
    }
    const isOlder = claim.asOf < day;
    const other = (isOlder ? contests.low : contests.high)[index];
    if (other === undefined && !(isOlder && isBeforeStart(claim))) return undefined;
    return { doubts: [isOlder ? 'low-end' : 'high-end'], against: claims[other ?? -1]?.usable?.observation ?? 'start' };
  };
}

/** Of figures from one day to another, the one with the highest lower end. */
function mostBetween(from: Day, to: Day, claims: readonly OwnClaim[]): OwnClaim | undefined {
  let most: OwnClaim | undefined;
  for (const claim of claims) {
    const isBetween = claim.usable !== null && claim.asOf >= from && claim.asOf <= to;
    if (isBetween && (most === undefined || claim.low >= most.low)) most = claim;
  }
  return most;
}

/** What was said of days up to the start that the plan names, once some of it exceeds that start. */
function contestedByStart(pool: Pool): (claim: OwnClaim) => boolean {
  const { start } = pool;
  if (!start) return () => false;
  const isEarlier = ({ asOf, usable }: OwnClaim) => usable !== null && asOf <= start.asOf;
  const isExceeded = claimsIn(pool).claims.some(claim => isEarlier(claim) && claim.low > start.interval.high);
  return isExceeded ? isEarlier : () => false;
}

function boundsOf(
  { usable, asOf, least }: OwnClaim,
  { start }: Pool,
  day: Day,
  isLow: boolean,
  isHigh: boolean,
): Bound[] {
  if (!usable) return [{ kind: 'baseline', interval: atLeast(least, start?.interval.lowOpen), from: [], asOf }];
  const { observation, quantity, alternative, role } = usable;
  const isOfTheDay = isLow && isHigh && asOf === day;
  const kind = isOfTheDay && role === 'same' ? 'direct' : 'bound';
  return (alternative ? [quantity, alternative] : [quantity]).flatMap(value => {
    const interval = ends(value, isLow && role !== 'whole', isHigh && role !== 'part');
    return interval ? [{ kind, interval, from: [observation], asOf, isSlipped: value === alternative } as const] : [];
  });
}

function ends(value: Interval, holdsLow: boolean, holdsHigh: boolean): Interval | undefined {
  const low = holdsLow ? value.low : -Infinity;
  const high = holdsHigh ? value.high : Infinity;
  if (low === -Infinity && high === Infinity) return undefined;
  return between(low, high, holdsLow && value.lowOpen, holdsHigh && value.highOpen);
}

/** The sum of what is sure in any case, those of the tighter ends, and what is left of it where the region is right. */
function sumsOfParts(day: Day, { parts }: Pool, { excluded, partsLeft }: Odds): Bound[] {
  const from = parts.length === 0 ? [] : sourcesOf(day, parts);
  if (from.length === 0) return [];
  const { low, high, tightLow, tightHigh } = sumOn(day, parts);
  const doubts: Doubt[] = excluded.size === 0 ? [] : ['parts'];
  const sums = [sumOf(low, high, from, day, doubts)];
  if (tightLow > low) sums.push(sumOf(tightLow, Infinity, from, day, [...doubts, 'low-end']));
  if (tightHigh < high) sums.push(sumOf(0, tightHigh, from, day, [...doubts, 'high-end']));
  const fromLeft = excluded.size === 0 ? [] : sourcesOf(day, partsLeft);
  if (fromLeft.length === 0) return sums;
  const left = sumOn(day, partsLeft);
  return [...sums, sumOf(left.low, left.high, fromLeft, day, ['own'])];
}

const sourcesOf = (day: Day, parts: readonly Pool[]): Observation[] => parts.flatMap(part => sourcesOn(day, part));

function sumOf(low: number, high: number, from: readonly Observation[], day: Day, doubts: readonly Doubt[]): Bound {
  const asOf = latest(from.map(observation => observation.asOf)) ?? day;
  const sum = { kind: 'sum', interval: { low, high }, from, asOf } as const;
  return doubts.length === 0 ? sum : { ...sum, doubts };
}
