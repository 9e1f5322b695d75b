import { direction, edge, isHold, isTwoSided, remaining } from '../methods/goals.ts';
import type { Case } from '../methods/method.ts';
import { dayOf, pathTo, valueOn } from '../methods/path.ts';
import { completionOf, paceOf } from '../methods/schedule.ts';
import type { Progress } from '../model/analysis.ts';
import { daysBetween, monthsBetween, yearsBetween } from '../values/day.ts';
import type { Interval } from '../values/interval.ts';

/**
 * The numbers beside the verdict, for the figure shown: gap, completion, lead, months ahead, pace and what it takes
 * from here. Shares are of 1; years and months are mean Gregorian ones. What does not exist is null.
 */
export function progressOf(whole: Case, nominal: number | null, interval: Interval): Progress {
  // From nothing to one there is no pace and no share of the way.
  const given = whole.isEvent ? { ...whole, baseline: null } : whole;
  const { goal, baseline, by, at, milestones } = given;
  const path = baseline && pathTo({ goal, by, baseline, milestones });
  const completion = nominal === null ? null : finite(completionOf(given, nominal));
  const planned = path ? valueOn(path, at) : null;
  const schedule = planned === null ? null : finite(completionOf(given, planned));
  const reached = path && nominal !== null ? dayOf(path, onTheSideOf(given, nominal)) : null;
  return {
    gap: gapOf(given, nominal, interval),
    planned,
    completion,
    elapsed:
      baseline && by > baseline.at ? round(daysBetween(baseline.at, at) / daysBetween(baseline.at, by), 6) : null,
    schedule,
    lead: completion === null || schedule === null ? null : round(completion - schedule, 6),
    monthsAhead: reached && !isHold(goal) ? round(monthsBetween(at, reached), 1) : null,
    pace: nominal === null ? null : finite(paceOf(given, nominal)),
    neededPerYear: neededPerYear(given, nominal),
    achievedPerYear: achievedPerYear(given, nominal),
  };
}

/** Past the far side of a band the way back counts, as if the value were as far off on the side of the baseline. */
function onTheSideOf({ goal, baseline }: Case, value: number): number {
  const isAcross = baseline && isTwoSided(goal) && direction(goal, value) !== direction(goal, baseline.value);
  const missing = remaining(goal, value);
  const wanted = baseline ? edge(goal, baseline.value) : null;
  if (!isAcross || !missing || wanted === null) return value;
  return wanted - direction(goal, baseline.value) * missing;
}

function gapOf({ goal }: Case, nominal: number | null, interval: Interval): Progress['gap'] {
  if (nominal === null) return null;
  const missing = remaining(goal, nominal);
  if (missing === null) return null;
  const atLow = Number(remaining(goal, interval.low));
  const atHigh = Number(remaining(goal, interval.high));
  const target = goal.value ?? goal.low ?? goal.high;
  return {
    low: bounded(Math.min(atLow, atHigh)),
    high: bounded(Math.max(atLow, atHigh)),
    nominal: round(missing, 9),
    percent: target ? round((missing / Math.abs(target)) * 100, 2) : null,
  };
}

function neededPerYear({ goal, by, at }: Case, nominal: number | null): number | null {
  const missing = nominal === null ? null : remaining(goal, nominal);
  return missing === null || at >= by ? null : significant(Math.max(0, missing) / yearsBetween(at, by));
}

function achievedPerYear({ goal, baseline, at }: Case, nominal: number | null): number | null {
  if (nominal === null || !baseline || at <= baseline.at) return null;
  const missing = remaining(goal, nominal);
  const atStart = remaining(goal, baseline.value);
  return missing === null || atStart === null ? null : significant((atStart - missing) / yearsBetween(baseline.at, at));
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? round(value, 6) : null;

const bounded = (value: number): number | null => (Number.isFinite(value) ? round(value, 9) : null);

/** −0 and float tails never reach a report. What has no tail is left alone, because `toFixed` takes its time. */
function round(value: number, places: number): number {
  const scale = 10 ** places;
  const hasNoTail = Math.round(value * scale) / scale === value;
  return (hasNoTail ? value : Number(value.toFixed(places))) + 0;
}

const significant = (value: number): number => Number(value.toPrecision(6)) + 0;
