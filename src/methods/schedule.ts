import type { Bands } from '../model/bands.ts';
import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { NOISE } from '../values/noise.ts';
import { changeTowards, changeTurns, isDirectionOnly, lacksOf, remaining } from './goals.ts';
import { isMetAtBase, judgeReached, lookingBack, turningPoints } from './hold.ts';
import type { Case, Method } from './method.ts';
import { pathTo, valueOn } from './path.ts';

/**
 * 时序进度, the reading that the plans' own authorities use: what has been done against what the path from the
 * baseline expects on the figure's day (docs/methods.md).
 */
export const schedule: Method = {
  refuses: ({ baseline }): RefusalReason | null => (baseline ? null : 'no-baseline'),
  judgePace,
  judgeMet: judgeReached,
  looksAt: lookingBack,
  hinges,
};

function judgePace(given: Case, value: number): DecidedVerdict {
  const { goal, baseline, bands, isBinding } = given;
  if (isDirectionOnly(goal) && baseline) {
    const change = changeTowards(given, baseline, value);
    return change > 0 ? 'on-schedule' : change === 0 ? 'far-behind' : 'reversing';
  }
  const pace = paceOf(given, value);
  return pace === null ? 'open' : bandOf(pace, bands, isBinding);
}

/** Binding targets have no tolerance: short of the schedule is behind it. */
export function bandOf(pace: number, bands: Bands, isBinding: boolean): DecidedVerdict {
  const reaches = (edge: number) => (bands.isAbove ? pace > edge + NOISE : pace >= edge - NOISE);
  if (reaches(bands.onSchedule)) return 'on-schedule';
  if (reaches(bands.nearly)) return isBinding ? 'behind' : 'nearly';
  if (pace >= bands.behind - NOISE) return 'behind';
  return pace >= -NOISE ? 'far-behind' : 'reversing';
}

/** Share of the way done over share of the way expected; null without a baseline or on its own day. */
export function paceOf(given: Case, value: number): number | null {
  const way = wayOf(given, value);
  return way && paceFrom(way.done, way.planned);
}

/** The way done and the way that the path expects by the judged day, in the unit of the value. */
function wayOf(given: Case, value: number): { readonly done: number; readonly planned: number } | null {
  const { goal, baseline } = given;
  const expected = expectedOn(given);
  if (!baseline || expected === null) return null;
  const left = (of: number) => remaining(goal, of) ?? 0;
  const atStart = left(baseline.value);
  return { done: atStart - left(value), planned: atStart - left(expected) };
}

/** The value that the path expects on the judged day; null without a path, or before it has begun. */
function expectedOn({ goal, by, baseline, milestones, at }: Case): number | null {
  const path = baseline && pathTo({ goal, by, baseline, milestones });
  return path && at > path[0].at ? valueOn(path, at) : null;
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

/** What the path leaves of a band is the greatest of several, and so each of these makes a way of its own. */
function hinges(given: Case, value: number): readonly number[] {
  const { goal, baseline, bands } = given;
  if (isDirectionOnly(goal)) return baseline ? changeTurns(given, baseline, value) : [];
  if (isMetAtBase(given)) return turningPoints(given, value);
  const expected = expectedOn(given);
  const way = wayOf(given, value);
  if (!baseline || expected === null || !way) return [];
  const atStart = remaining(goal, baseline.value) ?? 0;
  const planned = lacksOf(goal, expected).map(lack => atStart - lack);
  const paces = [bands.onSchedule, bands.nearly, bands.behind];
  return [way.done, ...planned, ...planned.flatMap(each => paces.map(pace => way.done - pace * each))];
}
