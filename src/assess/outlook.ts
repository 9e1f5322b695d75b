import { plausibleRange } from '../evidence/screen.ts';
import { direction, edge, isMet } from '../methods/goals.ts';
import type { Case } from '../methods/method.ts';
import { projection } from '../methods/projection.ts';
import { projectedValue, trendOf } from '../methods/trend.ts';
import type { Outlook } from '../model/analysis.ts';
import type { Indicator } from '../model/plan.ts';
import { type DecidedVerdict, isFailing } from '../model/verdict.ts';
import { dayFromNumber, dayNumber } from '../values/day.ts';
import { clamp } from '../values/interval.ts';

const DAYS_PER_YEAR = 365.2425;
/** A day further off than this is no forecast. */
const MAX_YEARS = 50;

/**
 * Will it be met by its day, if the mean change of the last points goes on? Always answered beside the pace where there
 * is a figure and one before it; clipped to what is plausible.
 */
export function outlookOf(
  given: Case,
  value: number | null,
  possible: readonly DecidedVerdict[],
  indicator: Indicator,
): Outlook | null {
  const { goal, by, at, hasPassed, history, isEvent } = given;
  if (value === null || hasPassed || isEvent || isMet(goal, value)) return null;
  const trend = trendOf(history, at, value);
  if (!trend || projection.refuses(given, value)) return null;
  const verdict = projection.judgePace(given, value);
  const [only, second] = possible;
  return {
    value: Number(clamp(projectedValue(trend, value, at, by), plausibleRange(indicator)).toPrecision(12)),
    metOn: metOn(given, value, trend.perYear),
    verdict,
    points: trend.points,
    isLowConfidence: trend.isLowConfidence,
    agrees: only === undefined || second !== undefined ? null : isFailing(only) === isFailing(verdict),
  };
}

function metOn({ goal, at }: Case, value: number, perYear: number): string | null {
  const wanted = edge(goal, value);
  if (wanted === null || direction(goal, value) * perYear <= 0) return null;
  const years = (wanted - value) / perYear;
  return years > MAX_YEARS ? null : dayFromNumber(Math.ceil(dayNumber(at) + years * DAYS_PER_YEAR));
}
