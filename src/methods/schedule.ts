import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { EPSILON, isDirectionOnly, isMet, isTwoSided, remaining, valuesWithRemaining } from './goals.ts';
import { isMetAtBase, judgeReached, turningPoints } from './hold.ts';
import type { Bands, Case, Method } from './method.ts';
import { pathTo, valueOn } from './path.ts';

/**
 * 时序进度, the reading that the plans' own authorities use: what has been done against what the path from the
 * baseline expects on the figure's day (docs/methods.md).
 */
export const schedule: Method = {
  id: 'schedule',
  refuses: ({ baseline }): RefusalReason | null => (baseline ? null : 'no-baseline'),
  judgePace,
  judgeMet: judgeReached,
  edges,
};

function judgePace(given: Case, value: number): DecidedVerdict {
  const { goal, baseline, bands, isBinding } = given;
  if (isDirectionOnly(goal) && baseline) {
    const change = (goal.comparator === 'increase' ? 1 : -1) * (value - baseline.value);
    return change > 0 ? 'on-schedule' : change === 0 ? 'far-behind' : 'reversing';
  }
  const pace = paceOf(given, value);
  return pace === null ? 'open' : bandOf(pace, bands, isBinding);
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
  return paceFrom(done, expected);
}

/** Done over planned, in whatever unit both are counted: the schedule performance index of earned value. */
export function paceFrom(done: number, planned: number): number {
  if (planned > 0) return done / planned;
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
  if (!baseline) return [];
  if (isMetAtBase(given)) return turningPoints(given);
  const atStart = remaining(goal, baseline.value);
  const expected = expectedShare(given);
  if (atStart === null || expected === null || atStart <= 0) return [baseline.value];
  const paces = [bands.onSchedule, bands.nearly, bands.behind, 0];
  const values = paces.flatMap(pace => valuesWithRemaining(goal, (1 - pace * expected) * atStart));
  return isTwoSided(goal) ? values.filter(value => !isMet(goal, value)) : values;
}
