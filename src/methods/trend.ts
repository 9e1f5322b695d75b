import { type Day, yearsBetween } from '../values/day.ts';
import type { Point } from './path.ts';

/** Destatis takes the last six points, that is five changes, and no verdict from fewer than four (methods.md §7a). */
const WINDOW = 6;
const ENOUGH = 4;

export interface Trend {
  /** Mean change a year over the window. */
  readonly perYear: number;
  /** Change from the last point but one, a year. */
  readonly last: number;
  readonly points: number;
  readonly isLowConfidence: boolean;
}

/** The trend that ends in a value; null where there is nothing before it. */
export function trendOf(history: readonly Point[], at: Day, value: number): Trend | null {
  const before = history.filter(point => point.at < at).slice(-(WINDOW - 1));
  const [first] = before;
  const previous = before.at(-1);
  if (!first || !previous) return null;
  const points = before.length + 1;
  return {
    perYear: (value - first.value) / yearsBetween(first.at, at),
    last: (value - previous.value) / yearsBetween(previous.at, at),
    points,
    isLowConfidence: points < ENOUGH,
  };
}

/** The value on a later day, if the mean change of the window goes on. */
export const projectedValue = (trend: Trend, value: number, at: Day, day: Day): number =>
  value + trend.perYear * yearsBetween(at, day);
