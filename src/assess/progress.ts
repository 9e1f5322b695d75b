import { direction, edge, isHold, isTwoSided, remaining } from '../methods/goals.ts';
import { paceInSpan } from '../methods/in-span.ts';
import type { Case } from '../methods/method.ts';
import { dueOn, pathTo, valueOn } from '../methods/path.ts';
import { completionOf, paceOf } from '../methods/schedule.ts';
import type { Progress } from '../model/analysis.ts';
import { dayNumber, daysBetween, monthsIn, yearsBetween } from '../values/day.ts';
import { round, roundFinite } from './round.ts';

/**
 * The numbers beside the verdict, for the figure shown: completion, lead, months ahead, pace and what it takes
 * from here. Shares are of 1; years and months are mean Gregorian ones. What does not exist is null.
 */
export function progressOf(whole: Case, nominal: number | null): Omit<Progress, 'gap'> {
  // An event has no pace and no share of the way.
  const given = whole.isEvent ? { ...whole, baseline: null } : whole;
  const { goal, baseline, by, at, milestones } = given;
  const path = baseline && pathTo({ goal, by, baseline, milestones });
  const completion = nominal === null ? null : roundFinite(completionOf(given, nominal), 6);
  const planned = path ? valueOn(path, at) : null;
  const schedule = planned === null ? null : roundFinite(completionOf(given, planned), 6);
  const due = path && nominal !== null && !isHold(goal) ? dueOn(path, onTheSideOf(given, nominal)) : null;
  return {
    planned,
    completion,
    elapsed:
      baseline && by > baseline.at ? round(daysBetween(baseline.at, at) / daysBetween(baseline.at, by), 6) : null,
    schedule,
    lead: completion === null || schedule === null ? null : round(completion - schedule, 6),
    monthsAhead: due === null ? null : round(monthsIn(due - dayNumber(at)), 1),
    pace: nominal === null ? null : roundFinite(paceNow(given, nominal), 6),
    neededPerYear: neededPerYear(given, nominal),
    achievedPerYear: achievedPerYear(given, nominal),
  };
}

/** Once a span has ended, its mean or its ceiling has no pace any more. */
function paceNow(given: Case, nominal: number): number | null {
  const inSpan = paceInSpan(given, nominal);
  return inSpan === undefined ? paceOf(given, nominal) : given.hasPassed ? null : inSpan;
}

/** Past the far side of a band the way back counts, as if the value were as far off on the side of the baseline. */
function onTheSideOf({ goal, baseline }: Case, value: number): number {
  const isAcross = baseline && isTwoSided(goal) && direction(goal, value) !== direction(goal, baseline.value);
  const missing = remaining(goal, value);
  const wanted = baseline ? edge(goal, baseline.value) : null;
  if (!isAcross || !missing || wanted === null) return value;
  return wanted - direction(goal, baseline.value) * missing;
}

function neededPerYear({ goal, by, at, baseline, span }: Case, nominal: number | null): number | null {
  // What a mean or each period needs is no part of what is missing.
  if (span && !baseline) return null;
  const missing = nominal === null ? null : remaining(goal, nominal);
  return missing === null || at >= by ? null : significant(Math.max(0, missing) / yearsBetween(at, by));
}

function achievedPerYear({ goal, baseline, at }: Case, nominal: number | null): number | null {
  if (nominal === null || !baseline || at <= baseline.at) return null;
  const missing = remaining(goal, nominal);
  const atStart = remaining(goal, baseline.value);
  return missing === null || atStart === null ? null : significant((atStart - missing) / yearsBetween(baseline.at, at));
}

const significant = (value: number): number => Number(value.toPrecision(6)) + 0;
