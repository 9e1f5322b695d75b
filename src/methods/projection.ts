import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { direction, EPSILON, edge, isDirectionOnly } from './goals.ts';
import { judgeHeld } from './hold.ts';
import type { Case, Method } from './method.ts';
import { projectedValue, trendOf } from './trend.ts';

/**
 * Where the value lands if the mean change of the last points goes on, against what is still missing: the method of
 * the German sustainability indicators (methods.md §7a, type 1). It asks whether the target will be met, not whether
 * the plan's pace is kept.
 */
export const projection: Method = { id: 'projection', refuses, judgePace, judgeMet: judgeHeld, edges };

/** Miss of the remaining gap below which the target counts as reached, and below which as nearly so. */
export const MISS = { none: 0.05, small: 0.2 } as const;

function refuses({ goal, history }: Case): RefusalReason | null {
  if (isDirectionOnly(goal)) return 'no-number';
  return history.length === 0 ? 'too-few-points' : null;
}

function judgePace(given: Case, value: number): DecidedVerdict {
  const { goal, by, at, history } = given;
  const wanted = edge(goal, value);
  const trend = trendOf(history, at, value);
  if (!trend || wanted === null) return 'open';
  const towards = direction(goal, value) * trend.perYear;
  if (towards < 0) return 'reversing';
  if (towards === 0) return 'far-behind';
  return verdictOfMiss(relativeMiss(value, projectedValue(trend, value, at, by), wanted));
}

/** The share of the remaining gap that the projection leaves open; zero or less where it reaches the target. */
export const relativeMiss = (value: number, projected: number, wanted: number): number =>
  value === wanted ? 0 : (wanted - projected) / (wanted - value);

function verdictOfMiss(miss: number): DecidedVerdict {
  if (miss < MISS.none - EPSILON) return 'on-schedule';
  return miss <= MISS.small + EPSILON ? 'nearly' : 'behind';
}

/**
 * With k = years left over years of the window, the miss of a value x from the window's first value f is
 * 1 − k (x − f) / (T − x), so that the values with a given miss m are x = (T (1 − m) + k f) / (1 − m + k).
 */
function edges({ goal, by, at, history }: Case): number[] {
  const before = history.slice(-5);
  const [first] = before;
  if (!first) return [];
  const k = yearsBetween(at, by) / yearsBetween(first.at, at);
  const goals = [goal.low, goal.high].filter(wanted => wanted !== null);
  const misses = goals.flatMap(wanted =>
    [MISS.none, MISS.small].map(miss => (wanted * (1 - miss) + k * first.value) / (1 - miss + k)),
  );
  return [first.value, ...misses];
}
