import { type Day, dayNumber } from '../values/day.ts';
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
  readonly isKnown: boolean;
  readonly rows: readonly number[];
  /** Of a count that only rises: after the first deadline, where every figure is kept. */
  readonly isAfterDeadline: boolean;
}

/** The figure of the day and the five before it: what a trend looks at (src/methods/trend.ts). */
export const WINDOW = 6;

/** The positions of the figures that cannot matter; none where the series is not steady. */
export function needless(series: Series, rule: IndicatorReduction): number[] {
  if (series.days.length <= WINDOW) return [];
  if (!isSteady(series, rule)) return [];
  return segmentsOf(series, rule).flatMap(segment => {
    if (segment.rows.length <= WINDOW || segment.isAfterDeadline) return [];
    const [a = -1, b = -1] = extremesKept(series, segment, rule);
    return segment.rows.slice(0, -WINDOW).filter(row => row !== a && row !== b);
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
        segments.push({ isKnown, rows, isAfterDeadline: rule.isMonotone && day > firstDeadline });
      }
      rows.push(row);
    }
  }
  return segments;
}

const numbers = new Map<Day, number>();

/** The same few days come again and again. */
export function numberOf(day: Day): number {
  const known = numbers.get(day) ?? dayNumber(day);
  numbers.set(day, known);
  return known;
}

/** Below this, and below this ratio, no slip of the unit is ever suspected (src/assess/suspect.ts). */
export const SMALL = 100;
export const MAX_RATIO = 6;

/** Nothing in the series casts a doubt on another part of it: one figure a day, no leap, and no contradiction. */
function isSteady(series: Series, rule: IndicatorReduction): boolean {
  const { days, nominal } = series;
  if (days.some((day, row) => row > 0 && day === days[row - 1])) return false;
  let [smallest, largest] = [Infinity, -Infinity];
  for (const value of nominal) {
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  const isEven = largest <= MAX_RATIO * Math.max(smallest, SMALL);
  return isEven && (!rule.isMonotone || doesRise(series));
}

/** What a count that only rises was at least contradicts no later figure. */
function doesRise({ low, high, areKnown }: Series): boolean {
  let least = -Infinity;
  for (let row = 0; row < low.length; row++) {
    if (!areKnown[row]) continue;
    if ((high[row] ?? 0) < least) return false;
    least = Math.max(least, low[row] ?? 0);
  }
  return true;
}

/**
 * Beside the window: of a count that only rises, the figure that says most of what came to be; of any other, the
 * earlier figures that surely or possibly fulfilled a goal, if any did. The newest of equals, and never the last of the
 * segment, which may be the judged one and then is no earlier figure.
 */
function extremesKept(
  { low, high }: Series,
  { rows, isKnown }: Segment,
  { isMonotone, easiest }: IndicatorReduction,
): number[] {
  const lowOf = (row: number) => low[row] ?? 0;
  const highOf = (row: number) => high[row] ?? 0;
  if (!isKnown) return [];
  if (isMonotone) return newestOf(rows, lowOf);
  if (!easiest) return [];
  const { side, value } = easiest;
  const earlier = rows.slice(0, -1);
  if (side === 'more') {
    const reaching = earlier.filter(row => highOf(row) >= value);
    return [...newestOf(reaching, lowOf), ...newestOf(reaching, highOf)];
  }
  const reaching = earlier.filter(row => lowOf(row) <= value);
  return [...newestOf(reaching, row => -highOf(row)), ...newestOf(reaching, row => -lowOf(row))];
}

function newestOf(rows: readonly number[], measure: (row: number) => number): number[] {
  let best: number | undefined;
  let most = -Infinity;
  for (const row of rows) {
    const value = measure(row);
    if (value < most) continue;
    most = value;
    best = row;
  }
  return best === undefined ? [] : [best];
}
