import type { DecidedVerdict } from '../model/verdict.ts';
import { EPSILON, isDirectionOnly, isHold, isMet, isTwoSided, remaining, valuesWithRemaining } from './goals.ts';
import type { Bands, Case, Method } from './method.ts';
import { pathTo, valueOn } from './path.ts';

/**
 * 时序进度, the reading that the plans' own authorities use: what has been done against what the path from the
 * baseline expects on the figure's day (methods.md §7b.4 and §10, M1).
 */
export const schedule: Method = { id: 'schedule', judge, edges };

function judge(given: Case, value: number): DecidedVerdict {
  const { goal, hasPassed, baseline, wasMet, bands, isBinding } = given;
  if (isDirectionOnly(goal)) return judgeDirection(given, value);
  if (isMet(goal, value)) return isHold(goal) && !hasPassed ? 'on-schedule' : 'met';
  if (hasPassed) return 'missed';
  if (wasMet || (baseline && isMet(goal, baseline.value))) return 'lost';
  const pace = paceOf(given, value);
  return pace === null ? 'open' : bandOf(pace, bands, isBinding);
}

function judgeDirection({ goal, baseline, hasPassed }: Case, value: number): DecidedVerdict {
  if (!baseline) return 'open';
  const change = (goal.comparator === 'increase' ? 1 : -1) * (value - baseline.value);
  if (change > 0) return hasPassed ? 'met' : 'on-schedule';
  if (hasPassed) return 'missed';
  return change === 0 ? 'far-behind' : 'reversing';
}

/** Binding targets have no tolerance: short of the schedule is behind it. */
function bandOf(pace: number, bands: Bands, isBinding: boolean): DecidedVerdict {
  if (pace >= bands.onSchedule - EPSILON) return 'on-schedule';
  if (pace >= bands.nearly - EPSILON) return isBinding ? 'behind' : 'nearly';
  if (pace >= bands.behind - EPSILON) return 'behind';
  return pace >= -EPSILON ? 'far-behind' : 'reversing';
}

/** Share of the way done over share of the way expected; null without a baseline or on its own day. */
export function paceOf(given: Case, value: number): number | null {
  const done = completionOf(given, value);
  const expected = expectedShare(given);
  if (done === null || expected === null) return null;
  if (expected > 0) return done / expected;
  return done < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** (x − b) / (T − b): 0 at the baseline, 1 at the target, more beyond it. Null where the baseline fulfils the goal. */
export function completionOf({ goal, baseline }: Case, value: number): number | null {
  if (!baseline) return null;
  const atStart = remaining(goal, baseline.value);
  const left = remaining(goal, value);
  if (atStart === null || left === null || atStart <= 0) return null;
  return 1 - left / atStart;
}

/** The completion that the path expects on the judged day; null where there is no path or no time has passed. */
export function expectedShare(given: Case): number | null {
  const { goal, by, baseline, milestones, at } = given;
  const path = baseline && pathTo({ goal, by, baseline, milestones });
  if (!path || !baseline || at <= baseline.at) return null;
  return completionOf(given, valueOn(path, at));
}

function edges(given: Case): number[] {
  const { goal, baseline, bands } = given;
  const goalEdges = [goal.low, goal.high].filter(edge => edge !== null);
  if (!baseline) return goalEdges;
  const atStart = remaining(goal, baseline.value);
  const expected = expectedShare(given);
  if (atStart === null || expected === null || atStart <= 0) return [...goalEdges, baseline.value];
  const paces = [bands.onSchedule, bands.nearly, bands.behind, 0];
  const paceEdges = paces.flatMap(pace => valuesWithRemaining(goal, (1 - pace * expected) * atStart));
  const reachable = isTwoSided(goal) ? paceEdges.filter(value => !isMet(goal, value)) : paceEdges;
  return [...goalEdges, ...reachable];
}
