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
    ...perYear(given, nominal),
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
  const atEnds = [remaining(goal, interval.low), remaining(goal, interval.high)].map(Number).toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = atEnds;
  const target = goal.value ?? goal.low ?? goal.high;
  return {
    low: bounded(low),
    high: bounded(high),
    nominal: round(missing, 9),
    percent: target ? round((missing / Math.abs(target)) * 100, 2) : null,
  };
}

function perYear({ goal, baseline, by, at }: Case, nominal: number | null) {
  const missing = nominal === null ? null : remaining(goal, nominal);
  const atStart = baseline ? remaining(goal, baseline.value) : null;
  const yearsLeft = yearsBetween(at, by);
  const yearsGone = baseline ? yearsBetween(baseline.at, at) : 0;
  const needed = missing === null || yearsLeft <= 0 ? null : Math.max(0, missing) / yearsLeft;
  const achieved = missing === null || atStart === null || yearsGone <= 0 ? null : (atStart - missing) / yearsGone;
  return { neededPerYear: significant(needed), achievedPerYear: significant(achieved) };
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? round(value, 6) : null;

const bounded = (value: number): number | null => (Number.isFinite(value) ? round(value, 9) : null);

/** −0 and float tails never reach a report. */
const round = (value: number, places: number): number => Number(value.toFixed(places)) + 0;

const significant = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(6)) + 0);
