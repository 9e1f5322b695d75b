import type { Goal } from '../model/goal.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { NOISE } from '../values/noise.ts';
import { direction, lacksOf, remaining } from './goals.ts';
import { judgeHeld } from './hold.ts';
import type { Case, Method } from './method.ts';
import { refusesWithoutWay } from './refuses.ts';
import { trendOf } from './trend.ts';

/**
 * Where the value lands if the mean change of the last points goes on, against what is still missing: the method of
 * the German sustainability indicators (docs/methods.md). It asks whether the target will be met, not whether the
 * plan's pace is kept.
 */
export const projection: Method = {
  refuses: refusesWithoutWay,
  judgePace,
  judgeMet: judgeHeld,
  looksAt: () => ['first'],
  hinges,
};

/** Miss of the remaining gap below which the target counts as reached, and up to which as nearly so. */
const MISS = { none: 0.05, small: 0.2 } as const;

export type Landing = 'reached' | 'nearly' | 'short' | 'standing-still' | 'away';

/** Where a value that does not fulfil the goal lands when its change a year goes on for some years. */
export function landingOf(goal: Goal, value: number, perYear: number, years: number): Landing {
  const towards = direction(goal, value) * perYear;
  if (towards === 0) return 'standing-still';
  if (towards < 0) return 'away';
  const miss = relativeMiss(goal, value, value + perYear * years);
  if (miss < MISS.none - NOISE) return 'reached';
  return miss <= MISS.small + NOISE ? 'nearly' : 'short';
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

/** How much more a miss allows than what the projected value lacks on each side. */
function hinges({ goal, by, at, history }: Case, value: number): number[] {
  const trend = trendOf(history, at, value);
  if (!trend) return [];
  const left = remaining(goal, value) ?? 0;
  const lacks = lacksOf(goal, value + trend.perYear * yearsBetween(at, by));
  return [trend.perYear, ...lacks.flatMap(lack => Object.values(MISS).map(miss => miss * left - lack))];
}
