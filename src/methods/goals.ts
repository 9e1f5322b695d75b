import type { GoalEnds } from '../model/goal.ts';
import { ends, type Interval, overlaps } from '../values/interval.ts';

/** Float noise that never decides anything: a pace of 0.9999999999 is a pace of 1. */
export const EPSILON = 1e-9;

/** Whether a value fulfils a goal. Direction-only goals need a baseline and are judged by their methods. */
export function isMet(goal: GoalEnds, value: number): boolean {
  if (goal.comparator === 'increase' || goal.comparator === 'decrease') return false;
  if (goal.comparator === 'below') return goal.high !== null && value < goal.high;
  return (goal.low === null || value >= goal.low) && (goal.high === null || value <= goal.high);
}

/** Whether some value of an interval fulfils a goal. */
export const canBeMet = (goal: GoalEnds, interval: Interval): boolean => {
  const { comparator, low, high } = goal;
  if (isDirectionOnly(goal)) return false;
  return overlaps(interval, { low: low ?? -Infinity, high: high ?? Infinity, highOpen: comparator === 'below' });
};

/** Whether every value of an interval fulfils a goal. */
export const isSurelyMet = (goal: GoalEnds, interval: Interval): boolean =>
  ends(interval).every(end => isMet(goal, end));

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

/** The edge of the goal that a value has to reach: its number, or the nearer edge of a band. */
export function edge(goal: GoalEnds, value: number): number | null {
  if (isTwoSided(goal)) return direction(goal, value) === 1 ? goal.low : goal.high;
  return goal.low ?? goal.high;
}

/**
 * What is still missing, in the wanted direction. Negative where a one-sided goal is exceeded; never negative for a
 * band, because passing it on the far side is not progress.
 */
export function remaining(goal: GoalEnds, value: number): number | null {
  const wanted = edge(goal, value);
  if (wanted === null) return null;
  const missing = direction(goal, value) * (wanted - value);
  return isTwoSided(goal) ? Math.max(0, missing) : missing;
}

/** The values at which a goal with `missing` left stands: one, or one on each side of a band. */
export function valuesWithRemaining(goal: GoalEnds, missing: number): number[] {
  if (isTwoSided(goal)) return [(goal.low ?? 0) - missing, (goal.high ?? 0) + missing];
  if (goal.low !== null) return [goal.low - missing];
  return goal.high === null ? [] : [goal.high + missing];
}
