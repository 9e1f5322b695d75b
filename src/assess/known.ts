import type { Observation } from '../model/observation.ts';
import type { Day } from '../values/day.ts';
import { ends } from '../values/interval.ts';
import { type Claim, type Contests, contestsAmong } from './contested.ts';
import type { Pool } from './pool.ts';
import type { Usable } from './screen.ts';

/**
 * What figures leave of the value on one day: `low` to `high` for sure, whichever of those that exclude each other are
 * right, and the tightest ends that some of them give.
 */
export interface Known {
  readonly low: number;
  readonly high: number;
  readonly tightLow: number;
  readonly tightHigh: number;
}

/** What a region says of its own days: a figure, or the start that the plan names. */
export interface OwnClaim extends Claim {
  /** Null for the start. */
  readonly usable: Usable | null;
  /**
   * The least and the most that it allows of its own day, whichever way a doubtful unit is read. `low` and `high` are what
   * it says against others: the tightest way, but nothing from above where it may describe an earlier day.
   */
  readonly least: number;
  readonly most: number;
}

/** Where figures of a region and the sum of its parts exclude each other, one of the two is wrong. */
export interface Odds {
  readonly excluded: ReadonlySet<OwnClaim>;
  /** The parts without all figures that share in it: what holds where the region itself is right. */
  readonly partsLeft: readonly Pool[];
}

interface Memo {
  readonly claims: readonly OwnClaim[];
  readonly contests: Contests;
  days?: Map<Day, Known>;
  odds?: Odds;
}

/** An analysis asks for the same region on many days. */
const memos = new WeakMap<Pool, Memo>();

function memoOf(pool: Pool): Memo {
  const found = memos.get(pool);
  if (found) return found;
  const claims = claimsOf(pool);
  const memo: Memo = { claims, contests: contestsAmong(claims) };
  memos.set(pool, memo);
  return memo;
}

/** What a region says of its own days, the oldest first, and which of that is contested. */
export const claimsIn = (pool: Pool): Pick<Memo, 'claims' | 'contests'> => memoOf(pool);

/** Positions in a list, the last one not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Those that describe a day. */
export const ofDay = (day: Day, claims: readonly Claim[]): Range => ({
  from: firstWhere(claims, asOf => asOf >= day),
  to: firstWhere(claims, asOf => asOf > day),
});

/** Where the days begin that pass; from there on all do. */
function firstWhere(claims: readonly Claim[], passes: (day: Day) => boolean): number {
  let [from, to] = [0, claims.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const claim = claims[middle];
    if (claim && passes(claim.asOf)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function claimsOf({ usable, start }: Pool): OwnClaim[] {
  const claims = usable.map(claimOf);
  if (!start) return claims;
  const [low, high] = ends(start.interval);
  const own: OwnClaim = { asOf: start.asOf, low, high, least: low, most: high, usable: null };
  const later = claims.findIndex(({ asOf }) => asOf > own.asOf);
  return later === -1 ? [...claims, own] : claims.toSpliced(later, 0, own);
}

function claimOf(usable: Usable): OwnClaim {
  const { observation, quantity, role, alternative } = usable;
  const [low, high] = ends(quantity);
  const [otherLow, otherHigh] = alternative ? ends(alternative) : [low, high];
  const isBelow = role === 'whole';
  const isAbove = role === 'part';
  return {
    asOf: observation.asOf,
    low: isBelow ? -Infinity : Math.max(low, otherLow),
    // Of an earlier day than the one it is dated "at the latest", it may say more.
    high: isAbove || observation.dated === 'at-latest' ? Infinity : Math.min(high, otherHigh),
    least: isBelow ? -Infinity : Math.min(low, otherLow),
    most: isAbove ? Infinity : Math.max(high, otherHigh),
    usable,
  };
}

/** What a region and its parts together leave of the value on a day. */
export function knownOn(day: Day, pool: Pool): Known {
  const memo = memoOf(pool);
  memo.days ??= new Map();
  const found = memo.days.get(day) ?? (pool.parts.length === 0 ? ownOn(day, pool) : ownAndPartsOn(day, pool));
  memo.days.set(day, found);
  return found;
}

function ownAndPartsOn(day: Day, pool: Pool): Known {
  const own = ownOn(day, pool);
  const sum = sumOn(day, pool.parts);
  const { excluded, partsLeft } = oddsOf(pool);
  if (excluded.size === 0) return both(own, sum);
  const ifOwn = both(own, sumOn(day, partsLeft));
  const ifParts = both(ownOn(day, pool, excluded), sum);
  const tight = both(own, sum);
  return { ...tight, low: Math.min(ifOwn.low, ifParts.low), high: Math.max(ifOwn.high, ifParts.high) };
}

const both = (a: Known, b: Known): Known => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
  tightLow: Math.max(a.tightLow, b.tightLow),
  tightHigh: Math.min(a.tightHigh, b.tightHigh),
});

/** Counted parts add up to at least what those that report have, and to the whole once every part reports. */
export function sumOn(day: Day, parts: readonly Pool[]): Known {
  let [low, high, tightLow, tightHigh] = [0, 0, 0, 0];
  for (const part of parts) {
    const known = knownOn(day, part);
    low += Math.max(known.low, 0);
    high += known.high;
    tightLow += Math.max(known.tightLow, 0);
    tightHigh += known.tightHigh;
  }
  return { low, high, tightLow, tightHigh };
}

/** What a claim bounds on a day, of a count that only rises also on other days than its own. */
export function holdsOn(day: Day, { asOf, usable }: OwnClaim, { reach }: Pool): { isLow: boolean; isHigh: boolean } {
  const isDoubtful = usable?.observation.dated === 'at-latest';
  const isOfTheDay = asOf === day && !(isDoubtful && day === reach.deadline);
  return {
    isLow: isOfTheDay || (reach.isMonotone && asOf <= day),
    // A date that is only the latest possible one cannot carry a figure back: it may describe an earlier day.
    isHigh: usable !== null && (isOfTheDay || (reach.isMonotone && asOf > day && !isDoubtful)),
  };
}

function ownOn(day: Day, pool: Pool, without?: ReadonlySet<OwnClaim>): Known {
  const { claims, contests } = speakingOn(day, pool);
  let [low, high, tightLow, tightHigh] = [-Infinity, Infinity, -Infinity, Infinity];
  for (const [index, claim] of claims.entries()) {
    if (without?.has(claim)) continue;
    const { isLow, isHigh } = holdsOn(day, claim, pool);
    if (isLow) {
      tightLow = Math.max(tightLow, claim.low);
      if (contests.low[index] === undefined) low = Math.max(low, claim.least);
    }
    if (isHigh) {
      tightHigh = Math.min(tightHigh, claim.most, claim.high);
      if (contests.high[index] === undefined) high = Math.min(high, claim.most);
    }
  }
  // Figures dated "at the latest" contest no other day, but on their own they may: then all between them is possible.
  return { low: Math.min(low, high), high: Math.max(low, high), tightLow, tightHigh };
}

/** Of what may rise and fall, figures of other days say nothing, for or against. */
function speakingOn(day: Day, pool: Pool): Pick<Memo, 'claims' | 'contests'> {
  if (pool.reach.isMonotone) return memoOf(pool);
  const { claims: all } = memoOf(pool);
  const { from, to } = ofDay(day, all);
  const claims = all.slice(from, to);
  return { claims, contests: contestsAmong(claims) };
}

/** Each figure of a region is held against what its parts say of the day of the figure. */
export function oddsOf(pool: Pool): Odds {
  const memo = memoOf(pool);
  memo.odds ??= findOdds(pool, memo.claims);
  return memo.odds;
}

function findOdds({ parts }: Pool, claims: readonly OwnClaim[]): Odds {
  const excluded = new Set<OwnClaim>();
  let [after, before] = ['', '~'];
  for (const claim of claims) {
    const { tightLow, tightHigh } = sumOn(claim.asOf, parts);
    // Where no part reports, the least that a sum of counts can be excludes nothing.
    const isBelow = tightLow > 0 && claim.high < tightLow;
    const isAbove = claim.low > tightHigh;
    if (isBelow && claim.asOf > after) after = claim.asOf;
    if (isAbove && claim.asOf < before) before = claim.asOf;
    if (isBelow || isAbove) excluded.add(claim);
  }
  return { excluded, partsLeft: excluded.size === 0 ? parts : parts.map(part => between(part, after, before)) };
}

const between = (pool: Pool, after: string, before: string): Pool => ({
  ...pool,
  usable: pool.usable.filter(({ observation: { asOf } }) => asOf > after && asOf < before),
  parts: pool.parts.map(part => between(part, after, before)),
});

/** The figures that give the ends of what is known on a day. */
export function sourcesOn(day: Day, pool: Pool): readonly Observation[] {
  const known = knownOn(day, pool);
  const own = ownOn(day, pool);
  const { claims } = speakingOn(day, pool);
  const lowFrom = claims.findLast(claim => claim.least === known.low && holdsOn(day, claim, pool).isLow);
  const highFrom = claims.find(claim => claim.most === known.high && holdsOn(day, claim, pool).isHigh);
  const isLowBelow = known.low > 0 && own.low < known.low;
  const isHighBelow = known.high < own.high;
  const below = isLowBelow || isHighBelow ? pool.parts.flatMap(part => sourcesOn(day, part)) : [];
  const figures = [known.low > -Infinity ? lowFrom : undefined, known.high < Infinity ? highFrom : undefined];
  return [...new Set([...figures.flatMap(claim => claim?.usable?.observation ?? []), ...below])];
}
