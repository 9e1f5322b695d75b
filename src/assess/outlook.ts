import { direction, edge, isMet } from '../methods/goals.ts';
import type { Case } from '../methods/method.ts';
import { projection } from '../methods/projection.ts';
import { projectedValue, trendOf, windowBefore } from '../methods/trend.ts';
import type { Outlook } from '../model/analysis.ts';
import type { Indicator } from '../model/plan.ts';
import { plausibleRange } from '../model/summable.ts';
import { type DecidedVerdict, isFailing } from '../model/verdict.ts';
import { dayFromNumber, dayNumber } from '../values/day.ts';
import { between, clamp, finiteEnds, hull } from '../values/interval.ts';
import type { Understanding } from './understand.ts';

const DAYS_PER_YEAR = 365.2425;
/** A day further off than this is no forecast. */
const MAX_YEARS = 50;

/**
 * Will it be met by its day, if the mean change of the last points goes on? Always answered beside the pace where there
 * is a figure and one before it; clipped to what is plausible.
 */
export function outlookOf(
  { printed, worlds }: Pick<Understanding, 'printed' | 'worlds'>,
  value: number | null,
  possible: readonly DecidedVerdict[],
  indicator: Indicator,
): Outlook | null {
  const { goal, by, at, hasPassed, history, isEvent } = printed;
  if (value === null || hasPassed || isEvent || isMet(goal, value)) return null;
  const trend = trendOf(history, at, value);
  if (!trend || projection.refuses(printed, value)) return null;
  const verdict = projection.judgePace(printed, value);
  const [only, second] = possible;
  const plausible = (end: number) => Number(clamp(end, plausibleRange(indicator)).toPrecision(12));
  return {
    value: plausible(projectedValue(trend, value, at, by)),
    ...rangeOf(printed, worlds, plausible),
    metOn: metOn(printed, value, trend.perYear),
    verdict,
    points: trend.points,
    isLowConfidence: trend.isLowConfidence,
    agrees: only === undefined || second !== undefined ? null : isFailing(only) === isFailing(verdict),
  };
}

/** What the trend leads to from each end of the value, through the other end of the first figure that it looks at. */
function rangeOf(
  { at, by, history }: Case,
  worlds: Understanding['worlds'],
  plausible: (end: number) => number,
): Pick<Outlook, 'low' | 'high'> {
  const first = windowBefore(history, at)[0]?.at;
  const projected = (from: number | undefined, value: number): number => {
    const trend = first === undefined || from === undefined ? null : trendOf([{ at: first, value: from }], at, value);
    return trend ? projectedValue(trend, value, at, by) : Number.NaN;
  };
  const ranges = worlds.map(({ value, start, history: days }) => {
    const past = (start?.at === first ? start : days.find(day => day.at === first))?.intervals;
    const from = past && hull(past);
    return between(projected(from?.high, value.low), projected(from?.low, value.high));
  });
  const { low, high } = finiteEnds(hull(ranges));
  return { low: low === null ? null : plausible(low), high: high === null ? null : plausible(high) };
}

function metOn({ goal, at }: Case, value: number, perYear: number): string | null {
  const wanted = edge(goal, value);
  if (wanted === null || direction(goal, value) * perYear <= 0) return null;
  const years = (wanted - value) / perYear;
  return years > MAX_YEARS ? null : dayFromNumber(Math.ceil(dayNumber(at) + years * DAYS_PER_YEAR));
}
