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
  const dropped: number[] = [];
  for (const { rows, isAfterDeadline } of segmentsOf(series, rule)) {
    const earlier = rows.length - WINDOW;
    if (isAfterDeadline || earlier <= 0) continue;
    const best = bestOf(series, rows, earlier, rule);
    for (let index = 0; index < earlier; index++) {
      const row = rows[index] ?? 0;
      if (row !== best && !isOnEdge(series, row, rule)) dropped.push(row);
    }
  }
  return dropped;
}

/** In order of time. */
function segmentsOf({ days, areKnown }: Series, rule: IndicatorReduction): Segment[] {
  const turningDays = rule.turningDays.map(numberOf);
  const firstDeadline = rule.firstDeadline === null ? Infinity : numberOf(rule.firstDeadline);
  const segments: Segment[] = [];
  for (const isKnown of [true, false]) {
    let rows: number[] = [];
    let until = -Infinity;
    for (let row = 0; row < days.length; row++) {
      if (areKnown[row] !== isKnown) continue;
      const day = days[row] ?? 0;
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
  const [min, max] = [rule.plausible.min ?? -Infinity, rule.plausible.max ?? Infinity];
  let [smallest, largest] = [Infinity, 0];
  for (let row = 0; row < days.length; row++) {
    if (row > 0 && days[row] === days[row - 1]) return false;
    if ((low[row] ?? 0) < min || (high[row] ?? 0) > max) return false;
    const size = Math.abs(nominal[row] ?? 0);
    // No factor leads from zero, or to it.
    if (size === 0) continue;
    smallest = Math.min(smallest, size);
    largest = Math.max(largest, size);
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
  if (least >= most) return false;
  for (const edge of edges) if (least <= edge && edge <= most) return true;
  return false;
}

/**
 * Of the first so many figures, of which none is looked at by itself, the one that says most of what came to be: of a
 * count that only rises it stands for the others, of anything else it fulfilled every goal that one of them did. The
 * newest of equals.
 */
function bestOf(
  { low, high }: Series,
  rows: readonly number[],
  count: number,
  { side }: IndicatorReduction,
): number | undefined {
  let best: number | undefined;
  let most = -Infinity;
  for (let index = 0; index < count; index++) {
    const row = rows[index] ?? 0;
    const surely = side === 1 ? (low[row] ?? 0) : -(high[row] ?? 0);
    if (surely < most) continue;
    most = surely;
    best = row;
  }
  return best;
}
