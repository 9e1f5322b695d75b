import type { GoalEnds } from '../model/goal.ts';
import { type Day, yearsBetween } from '../values/day.ts';
import { atLeast, atMost, between, type Interval, overlaps } from '../values/interval.ts';
import { isNear } from '../values/noise.ts';

/** Whether a value fulfils a goal. Direction-only goals need a baseline and are judged by their methods. */
export function isMet(goal: GoalEnds, value: number): boolean {
  const { comparator, low, high } = goal;
  if (isDirectionOnly(goal)) return false;
  const isReached = low === null || (comparator === 'above' ? value > low : value >= low);
  return isReached && (high === null || (comparator === 'below' ? value < high : value <= high));
}

/** Whether some value of an interval fulfils a goal. */
export const canBeMet = (goal: GoalEnds, interval: Interval): boolean =>
  !isDirectionOnly(goal) && overlaps(interval, fulfilling(goal));

/** Whether some value of an interval does not fulfil a goal. */
export const canBeUnmet = (goal: GoalEnds, interval: Interval): boolean =>
  isDirectionOnly(goal) || unfulfilling(goal).some(each => overlaps(interval, each));

/** Whether every value of an interval fulfils a goal. */
export const isSurelyMet = (goal: GoalEnds, interval: Interval): boolean => !canBeUnmet(goal, interval);

/** The values that fulfil a goal. */
export const fulfilling = ({ comparator, low, high }: GoalEnds): Interval =>
  between(low ?? -Infinity, high ?? Infinity, comparator === 'above', comparator === 'below');

/** The values below and above them. */
export function unfulfilling(goal: GoalEnds): Interval[] {
  const { low, high, lowOpen, highOpen } = fulfilling(goal);
  return [atMost(low, !lowOpen), atLeast(high, !highOpen)];
}

export const isTwoSided = (goal: GoalEnds): boolean => goal.low !== null && goal.high !== null;

export const isDirectionOnly = (goal: GoalEnds): boolean => goal.low === null && goal.high === null;

export const isHold = (goal: GoalEnds): boolean => goal.comparator.startsWith('hold_');

/** +1 where more is better, −1 where less is better; for a two-sided goal, the side on which the value lies. */
export function direction(goal: GoalEnds, value: number): 1 | -1 {
  if (goal.comparator === 'increase') return 1;
  if (goal.comparator === 'decrease') return -1;
  if (isTwoSided(goal)) return value > (goal.high ?? Infinity) ? -1 : 1;
  return goal.low === null ? -1 : 1;
}

interface Dated {
  readonly at: Day;
  readonly value: number;
}

interface Changing {
  readonly goal: GoalEnds;
  readonly at: Day;
  readonly changeInterval: number;
  readonly changePerYear: number;
}

/** How large a change since a point has to be to count; a whole number of years is one, whatever leap days do. */
const intervalSince = ({ at, changeInterval, changePerYear }: Changing, from: Dated): number =>
  changeInterval + changePerYear * (Math.round(yearsBetween(from.at, at) * 100) / 100);

/** How far a value has come in the wanted direction; a change within the interval is none. */
export function changeTowards(given: Changing, from: Dated, to: number): number {
  const size = Math.abs(to - from.value);
  const interval = intervalSince(given, from);
  return size < interval && !isNear(size, interval) ? 0 : direction(given.goal, to) * (to - from.value);
}

/** The quantities of whose signs it depends whether a change is one, and which way it goes. */
export function changeTurns(given: Changing, from: Dated, to: number): number[] {
  const interval = intervalSince(given, from);
  const change = to - from.value;
  return interval === 0 ? [change] : [change - interval, change + interval];
}

/** The edge of the goal that a value has to reach: its number, or the nearer edge of a band. */
export function edge(goal: GoalEnds, value: number): number | null {
  if (isTwoSided(goal)) return direction(goal, value) === 1 ? goal.low : goal.high;
  return goal.low ?? goal.high;
}

/** What a value lacks on each side of the goal; inside of a band it lacks nothing, however far from its edges. */
export function lacksOf({ low, high }: GoalEnds, value: number): number[] {
  if (low === null) return high === null ? [] : [value - high];
  return high === null ? [low - value] : [low - value, value - high, 0];
}

/**
 * What is still missing, in the wanted direction. Negative where a one-sided goal is exceeded; never negative for a
 * band, because passing it on the far side is not progress.
 */
export function remaining({ low, high }: GoalEnds, value: number): number | null {
  if (low === null) return high === null ? null : value - high;
  return high === null ? low - value : Math.max(low - value, value - high, 0);
}
