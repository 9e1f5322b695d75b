import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { add, atLeast, atMost, between, EVERYTHING, type Interval, intersect, isNothing } from '../values/interval.ts';
import { type Claim, claimant } from './claim.ts';
import type { Network, RegionNode } from './network.ts';

/*
 * Which claims on one region exclude each other, whatever is said of other regions. Each is held against the tightest ends
 * of all, so that a long series costs no more than one walk along it.
 */

/**
 * All claims that may be contested, through parts and their regions, too: no fewer than there are. In a rising count with
 * parts any claim may be, since all days and parts are tied to each other.
 */
export function allContested({ regions, isMonotone, floor }: Network, claims: readonly Claim[]): readonly Claim[] {
  if (isMonotone && regions.length > 1) return claims;
  const ofRegions = groupBy(claims, ({ region }) => region);
  const found = new Set(contestedIn(claims, isMonotone));
  const tight: Interval[] = [];
  for (let place = regions.length - 1; place >= 0 && regions.length > 1; place--) {
    const { id, parts } = regions[place] as RegionNode;
    const own = (ofRegions.get(id) ?? []).map(({ leaves }) => leaves);
    const sum = parts.length === 0 ? atLeast(floor) : parts.map(part => tight[part] ?? EVERYTHING).reduce(add);
    const left = [...own, sum].reduce(intersect);
    tight[place] = left;
    if (!isNothing(left)) continue;
    for (const below of subtreeOf(regions, place)) for (const claim of ofRegions.get(below.id) ?? []) found.add(claim);
  }
  return [...found];
}

const subtreeOf = (regions: Network['regions'], place: number): RegionNode[] => {
  const region = regions[place] as RegionNode;
  return [region, ...region.parts.flatMap(part => subtreeOf(regions, part))];
};

/** The claims that some other claim on their region excludes, and those that are only one way to read a figure. */
export function contestedIn(claims: readonly Claim[], isMonotone: boolean): Claim[] {
  return [...groupBy(claims, ({ region }) => region).values()].flatMap(own => contestedAmong(own, isMonotone));
}

function contestedAmong(own: readonly Claim[], isMonotone: boolean): Claim[] {
  const isAlone = own.length === 1 && own[0]?.takenAs === 'only';
  if (isAlone) return [];
  const ofDays = groupBy(own, ({ day }) => day);
  const tight = tightest(ofDays, [...ofDays.keys()].sort(), isMonotone);
  return [...tight].flatMap(([day, ends]) =>
    (ofDays.get(day) ?? []).filter(claim => claim.takenAs !== 'only' || isExcludedBy(claim, ends)),
  );
}

/** What claims on one region leave of its value on a day, and what those of that day say of each thing. */
interface TightestEnds {
  readonly left: Interval;
  readonly ofThings: ReadonlyMap<string | null, Interval>;
}

/** The tightest ends of claims on each of all days, given in order: what another claim on the day is held against. */
export function tightest(
  claims: ReadonlyMap<Day, readonly Claim[]>,
  days: readonly Day[],
  isMonotone: boolean,
): ReadonlyMap<Day, TightestEnds> {
  const ofDays = days.map(day => (claims.get(day) ?? []).map(({ leaves }) => leaves).reduce(intersect, EVERYTHING));
  const floors = isMonotone ? running(ofDays, ({ low, lowOpen }) => atLeast(low, lowOpen)) : ofDays;
  const ceilings = isMonotone
    ? running(ofDays.toReversed(), ({ high, highOpen }) => atMost(high, highOpen)).toReversed()
    : ofDays;
  const tightOn = (day: Day, index: number): TightestEnds => ({
    left: join(floors[index] ?? EVERYTHING, ceilings[index] ?? EVERYTHING),
    ofThings: tightOf(claims.get(day) ?? []),
  });
  return new Map(days.map((day, index) => [day, tightOn(day, index)]));
}

/** Whether some claim excludes this one, given the tightest ends of all on its day. */
export const isExcludedBy = (
  { leaves, thing, says }: Claim,
  { left, ofThings }: TightestEnds = NOTHING_SAID,
): boolean => isOutside(leaves, left) || (thing !== null && isOutside(says, ofThings.get(thing) ?? EVERYTHING));

const NOTHING_SAID: TightestEnds = { left: EVERYTHING, ofThings: new Map() };

/** For each of these, what it and all before it leave together. */
function running(ends: readonly Interval[], endOf: (interval: Interval) => Interval): Interval[] {
  let all = EVERYTHING;
  return ends.map(end => (all = intersect(all, endOf(end))));
}

/** The lower end of one and the upper end of the other; nothing is left between them if they have crossed. */
const join = ({ low, lowOpen }: Interval, { high, highOpen }: Interval): Interval =>
  between(low, high, lowOpen, highOpen);

/** Whether an end of some other claim lies beyond what this one allows. */
const isOutside = (own: Interval, tight: Interval): boolean =>
  isNothing(join(own, tight)) || isNothing(join(tight, own));

function tightOf(claims: readonly Claim[]): ReadonlyMap<string | null, Interval> {
  const ofThings = groupBy(claims, ({ thing }) => thing);
  return new Map([...ofThings].map(([thing, same]) => [thing, same.map(({ says }) => says).reduce(intersect)]));
}

/** Every two of these that exclude each other. */
export function pairsAmong(claims: readonly Claim[], isMonotone: boolean): Claim[][] {
  return claims.flatMap((a, index) =>
    claims.slice(index + 1).flatMap(b => (a.region === b.region && doExclude(a, b, isMonotone) ? [[a, b]] : [])),
  );
}

/** Whether two claims on one region cannot stand together. */
function doExclude(a: Claim, b: Claim, isMonotone: boolean): boolean {
  if (claimant(a) !== null && claimant(a) === claimant(b)) return true;
  const [older, newer] = a.day <= b.day ? [a, b] : [b, a];
  if (isMonotone && isNothing(join(older.leaves, newer.leaves))) return true;
  if (a.day !== b.day) return false;
  const isOneThing = a.thing !== null && a.thing === b.thing;
  return isNothing(intersect(a.leaves, b.leaves)) || (isOneThing && isNothing(intersect(a.says, b.says)));
}
