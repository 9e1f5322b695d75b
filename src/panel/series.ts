import { type Day, dayNumber } from '../values/day.ts';
import { isNear } from '../values/noise.ts';
import { SMALLEST_SLIP } from '../values/slip.ts';
import { WINDOW } from '../values/window.ts';
import type { IndicatorReduction } from './reduction.ts';

/** The plain figures of a series, oldest first, column by column. */
export interface Series {
  readonly days: readonly number[];
  /** Whether each was published by the day up to which publications are used. */
  readonly areKnown: readonly boolean[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly nominal: readonly number[];
}

/** The positions of figures between two turning days; those that are known and those that are not stand apart. */
interface Segment {
  readonly rows: readonly number[];
  /** Of a count that only rises: after the first deadline, where every figure is kept. */
  readonly isAfterDeadline: boolean;
}

/** The positions of the figures that cannot matter; none where the series is not steady. */
export function needless(series: Series, rule: IndicatorReduction): number[] {
  if (series.days.length <= WINDOW || !isSteady(series, rule)) return [];
  return segmentsOf(series, rule).flatMap(({ rows, isAfterDeadline }) => {
    if (isAfterDeadline) return [];
    const earlier = rows.slice(0, -WINDOW);
    const best = bestOf(series, earlier, rule);
    return earlier.filter(row => row !== best && !isOnEdge(series, row, rule));
  });
}

/** In order of time. */
function segmentsOf(series: Series, rule: IndicatorReduction): Segment[] {
  const turningDays = rule.turningDays.map(numberOf);
  const firstDeadline = rule.firstDeadline === null ? Infinity : numberOf(rule.firstDeadline);
  const segments: Segment[] = [];
  for (const isKnown of [true, false]) {
    let rows: number[] = [];
    let until = -Infinity;
    for (let row = 0; row < series.days.length; row++) {
      const day = series.days[row] ?? 0;
      if (series.areKnown[row] !== isKnown) continue;
      if (day > until) {
        rows = [];
        until = turningDays.find(turning => turning >= day) ?? Infinity;
        segments.push({ rows, isAfterDeadline: rule.isMonotone && day > firstDeadline });
      }
      rows.push(row);
    }
  }
  return segments;
}

const numbers = new Map<Day, number>();

/** Cached: a panel has few days and many figures. */
export function numberOf(day: Day): number {
  const known = numbers.get(day) ?? dayNumber(day);
  numbers.set(day, known);
  return known;
}

/** Nothing in the series is in doubt: one figure a day, all plausible, no leap, and no contradiction. */
function isSteady(series: Series, rule: IndicatorReduction): boolean {
  const { days, low, high, nominal } = series;
  const { min, max } = rule.plausible;
  if (days.some((day, row) => row > 0 && day === days[row - 1])) return false;
  if (min !== null && low.some(end => end < min)) return false;
  if (max !== null && high.some(end => end > max)) return false;
  let [smallest, largest] = [Infinity, 0];
  for (const value of nominal) {
    // No factor leads from zero, or to it.
    if (value === 0) continue;
    smallest = Math.min(smallest, Math.abs(value));
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest >= SMALLEST_SLIP * smallest || smallest <= rule.fractionsUpTo) return false;
  return !rule.isMonotone || (doesRise(series) && !days.some((_, row) => isOnEdge(series, row, rule)));
}

/** Whether no figure is surely lower than one before it, and no lower end beats the greatest by noise of floats alone. */
function doesRise({ low, high, areKnown }: Series): boolean {
  let least = -Infinity;
  for (let row = 0; row < low.length; row++) {
    if (!areKnown[row]) continue;
    const own = low[row] ?? 0;
    if ((high[row] ?? 0) < least || (own !== least && isNear(own, least))) return false;
    least = Math.max(least, own);
  }
  return true;
}

/** A rounded figure that may lie on either side of a goal, or counts as it is printed. */
function isOnEdge({ low, high }: Series, row: number, { edges }: IndicatorReduction): boolean {
  const [least, most] = [low[row] ?? 0, high[row] ?? 0];
  return least < most && edges.some(edge => least <= edge && edge <= most);
}

/**
 * Of figures of which none is looked at by itself, the one that says most of what came to be: of a count that only rises
 * it stands for the others, of anything else it fulfilled every goal that one of them did. The newest of equals.
 */
function bestOf({ low, high }: Series, rows: readonly number[], { side }: IndicatorReduction): number | undefined {
  let best: number | undefined;
  let most = -Infinity;
  for (const row of rows) {
    const surely = side === 1 ? (low[row] ?? 0) : -(high[row] ?? 0);
    if (surely < most) continue;
    most = surely;
    best = row;
  }
  return best;
}
