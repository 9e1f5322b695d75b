import type { Observation } from '../model/observation.ts';
import type { Day } from '../values/day.ts';
import { EVERYTHING, type Interval, intersect, isEmpty } from '../values/interval.ts';
import { largestSets } from './largest-sets.ts';

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
  /** Why it may be wrong, though it agrees with the others on the judged day. */
  readonly doubts?: readonly Doubt[];
  /** What excludes it on another day (contested.ts): a figure, or the start that the plan names. */
  readonly against?: Observation | 'start';
}

/**
 * A bound that another claim excludes gives the lower or the upper end too tightly; of a region's own figure and the sum of
 * its parts that exclude each other, one is wrong.
 */
export type Doubt = 'low-end' | 'high-end' | 'own' | 'parts';

export interface Side {
  readonly interval: Interval;
  /** Those that decide it: the figures of the very day, and what gives its ends. */
  readonly bounds: readonly Bound[];
}

/**
 * The sides of a contradiction: every largest set of bounds that can be true together, as the interval that it leaves,
 * and the same without what is doubted. One side means that all agree. Without any bound there is none.
 */
export function sides(bounds: readonly Bound[]): Side[] {
  const found = sidesOf(bounds);
  if (!bounds.some(({ doubts }) => doubts)) return found;
  for (const wrong of WAYS) {
    const others = bounds.filter(({ doubts = [] }) => !doubts.some(doubt => wrong.includes(doubt)));
    if (others.length === 0) found.push({ interval: EVERYTHING, bounds: [] });
    else found.push(...sidesOf(others));
  }
  return found.filter((side, index) => found.findIndex(({ interval }) => isSame(interval, side.interval)) === index);
}

const ENDS: readonly Doubt[][] = [[], ['low-end'], ['high-end'], ['low-end', 'high-end']];
/** What may be wrong together. */
const WAYS = ENDS.flatMap(ends => [ends, [...ends, 'own'], [...ends, 'parts']] as Doubt[][]);

const isSame = (a: Interval, b: Interval): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  (a.lowOpen ?? false) === (b.lowOpen ?? false) &&
  (a.highOpen ?? false) === (b.highOpen ?? false);

function sidesOf(bounds: readonly Bound[]): Side[] {
  if (bounds.length === 0) return [];
  const all = commonOf(bounds);
  if (!isEmpty(all) && !bounds.some(({ isSlipped }) => isSlipped))
    return [{ interval: all, bounds: bounds.filter(decidesIn(bounds, all)) }];
  const found: { readonly foundBy: number; readonly side: Side }[] = [];
  for (const { members, foundBy } of largestSets(bounds)) found.push({ foundBy, side: sideOf(bounds, members) });
  return found.toSorted((a, b) => a.foundBy - b.foundBy).map(({ side }) => side);
}

function sideOf(all: readonly Bound[], members: readonly number[]): Side {
  const boundOf = (member: number) => all[member] as Bound;
  const together = members.map(boundOf);
  const interval = commonOf(together);
  const decides = decidesIn(together, interval);
  const deciding = members.filter(member => decides(boundOf(member)));
  return { interval, bounds: deciding.toSorted((a, b) => a - b).map(boundOf) };
}

/** What all of these leave. */
export function commonOf(bounds: readonly Bound[]): Interval {
  let common = EVERYTHING;
  for (const { interval } of bounds) if (narrows(interval, common)) common = intersect(common, interval);
  return common;
}

const narrows = (interval: Interval, common: Interval): boolean =>
  interval.low > common.low ||
  interval.high < common.high ||
  (interval.lowOpen === true && interval.low === common.low) ||
  (interval.highOpen === true && interval.high === common.high);

/**
 * A figure of the very day decides, and so does whatever gives an end of the side. Where several figures give the same
 * end, those nearest to the day do: the newest of the lower bounds, the oldest of the upper ones.
 */
function decidesIn(bounds: readonly Bound[], side: Interval): (bound: Bound) => boolean {
  let newest = '';
  let oldest = '~';
  for (const bound of bounds) {
    if (!isFigure(bound)) continue;
    if (givesLow(bound, side) && bound.asOf > newest) newest = bound.asOf;
    if (givesHigh(bound, side) && bound.asOf < oldest) oldest = bound.asOf;
  }
  return bound =>
    bound.kind === 'direct' ||
    (givesLow(bound, side) && (!isFigure(bound) || bound.asOf === newest)) ||
    (givesHigh(bound, side) && (!isFigure(bound) || bound.asOf === oldest));
}

const isFigure = ({ kind }: Bound): boolean => kind === 'direct' || kind === 'bound';

const givesLow = ({ interval }: Bound, { low, lowOpen = false }: Interval): boolean =>
  interval.low === low && low !== -Infinity && (interval.lowOpen ?? false) === lowOpen;

const givesHigh = ({ interval }: Bound, { high, highOpen = false }: Interval): boolean =>
  interval.high === high && high !== Infinity && (interval.highOpen ?? false) === highOpen;

/** The smallest interval that holds all of these; without any, everything. */
export function hull(intervals: readonly Interval[]): Interval {
  if (intervals.length === 0) return EVERYTHING;
  let [least, most] = [Infinity, -Infinity];
  for (const { low, high } of intervals) {
    least = Math.min(least, low);
    most = Math.max(most, high);
  }
  return { low: least, high: most };
}

export const hullOf = (bounds: readonly Bound[]): Interval => hull(sides(bounds).map(({ interval }) => interval));
