import type { Goal } from '../model/goal.ts';
import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { direction, EPSILON, isDirectionOnly, isTwoSided, remaining } from './goals.ts';
import { judgeHeld } from './hold.ts';
import type { Case, Method } from './method.ts';
import { trendOf, windowBefore } from './trend.ts';

/**
 * Where the value lands if the mean change of the last points goes on, against what is still missing: the method of
 * the German sustainability indicators (docs/methods.md). It asks whether the target will be met, not whether the
 * plan's pace is kept.
 */
export const projection: Method = { id: 'projection', refuses, judgePace, judgeMet: judgeHeld, edges };

/** Miss of the remaining gap below which the target counts as reached, and up to which as nearly so. */
const MISS = { none: 0.05, small: 0.2 } as const;

function refuses({ goal, at, history }: Case): RefusalReason | null {
  if (isDirectionOnly(goal)) return 'no-number';
  return windowBefore(history, at).length === 0 ? 'too-few-points' : null;
}

export type Landing = 'reached' | 'nearly' | 'short' | 'standing-still' | 'away';

/** Where a value that does not fulfil the goal lands when its change a year goes on for some years. */
export function landingOf(goal: Goal, value: number, perYear: number, years: number): Landing {
  const towards = direction(goal, value) * perYear;
  if (towards === 0) return 'standing-still';
  if (towards < 0) return 'away';
  const miss = relativeMiss(goal, value, value + perYear * years);
  if (miss < MISS.none - EPSILON) return 'reached';
  return miss <= MISS.small + EPSILON ? 'nearly' : 'short';
}

/**
 * The share of the remaining gap that the projection leaves open; zero or less where it reaches the target. To shoot
 * past a band is to miss it.
 */
export function relativeMiss(goal: Goal, value: number, projected: number): number {
  const left = remaining(goal, value) ?? 0;
  return left === 0 ? 0 : (remaining(goal, projected) ?? 0) / left;
}

const verdicts = {
  reached: 'on-schedule',
  nearly: 'nearly',
  short: 'behind',
  'standing-still': 'far-behind',
  away: 'reversing',
} as const satisfies Record<Landing, DecidedVerdict>;

function judgePace({ goal, by, at, history }: Case, value: number): DecidedVerdict {
  const trend = trendOf(history, at, value);
  return trend ? verdicts[landingOf(goal, value, trend.perYear, yearsBetween(at, by))] : 'open';
}

/**
 * With k = years left over years of the window, a value x that comes from f lands at x + k (x − f). It leaves the miss m
 * of its gap to the edge T short of that edge at x = (T (1 − m) + k f) / (1 − m + k), and, past a band, the miss m
 * beyond the other edge U at x = (U + m T + k f) / (1 + m + k).
 */
function edges({ goal, by, at, history }: Case): number[] {
  const [first] = windowBefore(history, at);
  if (!first) return [];
  const k = yearsBetween(at, by) / yearsBetween(first.at, at);
  const misses = Object.values(MISS);
  const short = [goal.low, goal.high]
    .filter(wanted => wanted !== null)
    .flatMap(wanted => misses.map(miss => (wanted * (1 - miss) + k * first.value) / (1 - miss + k)));
  return [first.value, ...short, ...misses.flatMap(miss => past(goal, miss, k, first.value))];
}

function past(goal: Goal, miss: number, k: number, from: number): number[] {
  const { low, high } = goal;
  if (!isTwoSided(goal) || low === null || high === null) return [];
  return [
    [low, high],
    [high, low],
  ].map(([near = 0, far = 0]) => (far + miss * near + k * from) / (1 + miss + k));
}
