import { groupBy } from '../values/group.ts';
import { intersect, isNothing } from '../values/interval.ts';
import { isNear } from '../values/noise.ts';
import type { Claim } from './claim.ts';
import type { Family, Network } from './network.ts';
import { type Rise, type RiseRange, risesBetween } from './rise.ts';
import { type End, endAt, NO_HIGH, placeOf, type Solution, type Why } from './solution.ts';

/** Rounds of narrowing. Ends that still move after so many move by less and less; to stop there only leaves more open. */
const MOST_ROUNDS = 50;

/** A solution that is still being narrowed. */
interface Narrowing extends Solution {
  readonly lows: End[];
  readonly highs: End[];
  hasMoved: boolean;
}

/**
 * Narrows every value by the claims until nothing moves any more; null where the claims exclude each other. What is left
 * may be more than it must be, but never less.
 */
export function solve(network: Network, claims: readonly Claim[]): Solution | null {
  const size = network.regions.length * network.days.length;
  const lows = new Array<End>(size).fill(endAt(network.floor));
  const values: Narrowing = { network, lows, highs: new Array<End>(size).fill(NO_HIGH), hasMoved: true };
  if (!placeClaims(values, claims)) return null;
  if (network.regions.length === 1) return !network.isMonotone || sweepDays(values) ? values : null;
  const sweeps = network.isMonotone ? [sweepDays, sweepRegions, changesAmong(network, claims)] : [sweepRegions];
  // Until each sweep, one after the other, has found nothing left to narrow.
  for (let [turn, quiet] = [0, 0]; quiet < sweeps.length && turn < MOST_ROUNDS * sweeps.length; turn++) {
    values.hasMoved = false;
    if (!sweeps[turn % sweeps.length]?.(values)) return null;
    quiet = values.hasMoved ? 0 : quiet + 1;
  }
  return values;
}

/** An end that may take the place of one that says less. */
interface CandidateEnd {
  readonly at: number;
  readonly isOpen: boolean;
  /** Called only if the end is taken. */
  readonly why: () => Why;
}

/** Raises a lower end if the new one is tighter. False if the ends have crossed, so that no value is left. */
function raise(values: Narrowing, place: number, { at, isOpen, why }: CandidateEnd): boolean {
  const { lows, highs } = values;
  const [low, high] = [lows[place] as End, highs[place] as End];
  const isTighter = isNear(at, low.at) ? isOpen && !low.isOpen : at > low.at;
  if (!isTighter || at === -Infinity) return true;
  lows[place] = { at, isOpen, why: why() };
  values.hasMoved = true;
  return isNear(at, high.at) ? !isOpen && !high.isOpen : at < high.at;
}

/** The same for an upper end. */
function lower(values: Narrowing, place: number, { at, isOpen, why }: CandidateEnd): boolean {
  const { lows, highs } = values;
  const [low, high] = [lows[place] as End, highs[place] as End];
  const isTighter = isNear(at, high.at) ? isOpen && !high.isOpen : at < high.at;
  if (!isTighter || at === Infinity) return true;
  highs[place] = { at, isOpen, why: why() };
  values.hasMoved = true;
  return isNear(at, low.at) ? !isOpen && !low.isOpen : at > low.at;
}

function placeClaims(values: Narrowing, claims: readonly Claim[]): boolean {
  for (const [place, own] of groupBy(claims, ({ region, day }) => placeOf(values.network, region, day))) {
    if (own.length > 1 && !doThingsAgree(own)) return false;
    const { low, high, lowOpen = false, highOpen = false } = own.map(({ leaves }) => leaves).reduce(intersect);
    const givesLow = ({ leaves }: Claim) => leaves.low === low && Boolean(leaves.lowOpen) === lowOpen;
    const givesHigh = ({ leaves }: Claim) => leaves.high === high && Boolean(leaves.highOpen) === highOpen;
    const claimed = (gives: (claim: Claim) => boolean) => (): Why => ({ kind: 'claims', claims: own.filter(gives) });
    const isLeft =
      raise(values, place, { at: low, isOpen: lowOpen, why: claimed(givesLow) }) &&
      lower(values, place, { at: high, isOpen: highOpen, why: claimed(givesHigh) });
    if (!isLeft) return false;
  }
  return true;
}

/** Figures of one thing on one day say the same number. */
function doThingsAgree(claims: readonly Claim[]): boolean {
  const ofThings = groupBy(claims, ({ thing }) => thing);
  ofThings.delete(null);
  return [...ofThings.values()].every(same => !isNothing(same.map(({ says }) => says).reduce(intersect)));
}

/** A count that only rises hands on what it was at least to later days, and what it was at most to earlier ones. */
function sweepDays(values: Narrowing): boolean {
  const { lows, highs, network } = values;
  const count = network.days.length;
  const handedOn = (end: End, place: number): CandidateEnd => ({
    at: end.at,
    isOpen: end.isOpen,
    why: () => (end.why.kind === 'rising' ? end.why : { kind: 'rising', from: end, place }),
  });
  for (let first = 0; first < lows.length; first += count) {
    for (let place = first; place < first + count - 1; place++) {
      const low = lows[place] as End;
      if (!raise(values, place + 1, handedOn(low, place))) return false;
    }
    for (let place = first + count - 1; place > first; place--) {
      const high = highs[place] as End;
      if (!lower(values, place - 1, handedOn(high, place))) return false;
    }
  }
  return true;
}

/** Parts add up to their region: up from the smallest regions, then back to them. */
function sweepRegions(values: Narrowing): boolean {
  const { families } = values.network;
  for (let index = families.length - 1; index >= 0; index--)
    if (!addUp(values, families[index] as Family)) return false;
  return families.every(family => shareOut(values, family));
}

const endsAt = (ends: readonly End[], places: readonly number[]): End[] => places.map(place => ends[place] as End);

function addUp(values: Narrowing, { whole, parts }: Family): boolean {
  const [lows, highs] = [endsAt(values.lows, parts), endsAt(values.highs, parts)];
  const [low, high] = [totalOf(lows), totalOf(highs)];
  const together = (total: Total, ends: readonly End[]): CandidateEnd => ({
    at: atOf(total),
    isOpen: total.open > 0,
    why: () => ({ kind: 'parts', ends, places: parts }),
  });
  return raise(values, whole, together(low, lows)) && lower(values, whole, together(high, highs));
}

/** Each part has what the whole has without the others. */
function shareOut(values: Narrowing, { whole, parts }: Family): boolean {
  const [low, high] = [values.lows[whole] as End, values.highs[whole] as End];
  const [lows, highs] = [endsAt(values.lows, parts), endsAt(values.highs, parts)];
  const [allLows, allHighs] = [totalOf(lows), totalOf(highs)];
  for (const [but, part] of parts.entries()) {
    const rest = (from: End, others: Total, ends: readonly End[]): CandidateEnd => ({
      at: from.at - atOf(others),
      isOpen: from.isOpen || others.open > 0,
      why: () => ({ kind: 'rest', from, place: whole, ends, places: parts, but }),
    });
    const isLeft =
      raise(values, part, rest(low, without(allHighs, highs[but] as End), highs)) &&
      lower(values, part, rest(high, without(allLows, lows[but] as End), lows));
    if (!isLeft) return false;
  }
  return true;
}

/** Ends together: their finite ones, how many are infinite, and how many open. */
interface Total {
  readonly finite: number;
  readonly infinite: number;
  readonly open: number;
}

function totalOf(ends: readonly End[]): Total {
  let [finite, infinite, open] = [0, 0, 0];
  for (const { at, isOpen } of ends) {
    if (at === Infinity) infinite++;
    else finite += at;
    if (isOpen) open++;
  }
  return { finite, infinite, open };
}

const without = ({ finite, infinite, open }: Total, { at, isOpen }: End): Total => ({
  finite: at === Infinity ? finite : finite - at,
  infinite: at === Infinity ? infinite - 1 : infinite,
  open: isOpen ? open - 1 : open,
});

const atOf = ({ finite, infinite }: Total): number => (infinite > 0 ? Infinity : finite);

/** Days of claims farther apart are not compared: what parts have risen between them is seen day by day. */
const MOST_APART = 8;

/**
 * Where parts rise, their region has risen by as much, and each part by no more than its region without the others. Seen
 * on one day alone neither would show: 5 and then 6 of one part are nothing new, unless the whole has not risen at all.
 */
function changesAmong({ dayPlaces }: Network, claims: readonly Claim[]): (values: Narrowing) => boolean {
  const told = [...new Set(claims.map(({ day }) => dayPlaces.get(day) ?? 0))].sort((a, b) => a - b);
  return values =>
    told.every((from, index) => told.slice(index + 1, index + 1 + MOST_APART).every(to => change(values, from, to)));
}

function change(values: Narrowing, from: number, to: number): boolean {
  const { network, lows, highs } = values;
  const count = network.days.length;
  const changes = risesBetween(values, from, to);
  return network.regions.every((_, region) => {
    const [before, after] = [region * count + from, region * count + to];
    const { least, most } = changes[region] as RiseRange;
    const [lowBefore, highBefore] = [lows[before] as End, highs[before] as End];
    const [lowAfter, highAfter] = [lows[after] as End, highs[after] as End];
    return (
      raise(values, after, changed(lowBefore, before, 1, least)) &&
      lower(values, before, changed(highAfter, after, -1, least)) &&
      lower(values, after, changed(highBefore, before, 1, most)) &&
      raise(values, before, changed(lowAfter, after, -1, most))
    );
  });
}

/** The end that follows from one of another day and the change between the two days. */
const changed = (end: End, place: number, way: 1 | -1, { amount, isOpen, ends }: Rise): CandidateEnd => ({
  at: end.at + way * amount,
  isOpen: end.isOpen || isOpen,
  why: () => ({ kind: 'change', from: end, place, ends: ends() }),
});
