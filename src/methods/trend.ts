import { type Day, yearsBetween } from '../values/day.ts';
import { WINDOW } from '../values/window.ts';
import type { Point } from './path.ts';

/** Destatis gives no verdict from fewer. */
export const ENOUGH_POINTS = 4;

export interface Trend {
  /** Mean change a year over the window. */
  readonly perYear: number;
  readonly points: number;
  readonly isLowConfidence: boolean;
}

/** Change a year; by the years between and not by the number of points, so that a gap in the series does no harm. */
export const meanChange = (from: number, to: number, years: number): number => (to - from) / years;

/** The points before the judged day that its trend looks at, oldest first. */
export const windowBefore = <T extends { readonly at: Day }>(history: readonly T[], at: Day): readonly T[] =>
  history.filter(point => point.at < at).slice(-(WINDOW - 1));

/** The trend that ends in a value; null where there is nothing before it. */
export function trendOf(history: readonly Point[], at: Day, value: number): Trend | null {
  const before = windowBefore(history, at);
  const [first] = before;
  if (!first) return null;
  const points = before.length + 1;
  return {
    perYear: meanChange(first.value, value, yearsBetween(first.at, at)),
    points,
    isLowConfidence: points < ENOUGH_POINTS,
  };
}

/** The value on a later day, if the mean change of the window goes on. */
export const projectedValue = (trend: Trend, value: number, at: Day, day: Day): number =>
  value + trend.perYear * yearsBetween(at, day);
