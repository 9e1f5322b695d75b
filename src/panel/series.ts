import type { Day } from '../values/day.ts';
import type { Interval } from '../values/interval.ts';
import type { IndicatorReduction } from './reduction.ts';

/** A plain figure of a series. */
export interface Plain {
  readonly index: number;
  readonly asOf: Day;
  /** It was published by the day up to which publications are used. */
  readonly isKnown: boolean;
  readonly quantity: Interval & { readonly nominal: number };
}

/** Figures, oldest first, between two turning days; those that are known and those that are not stand apart. */
export interface Segment {
  readonly isKnown: boolean;
  readonly rows: readonly [Plain, ...Plain[]];
  /** Of a count that only rises: after the first deadline, where every figure is kept. */
  readonly isAfterDeadline: boolean;
}

/** The figure of the day and the five before it: what a trend looks at (src/methods/trend.ts). */
export const WINDOW = 6;

/** In order of time. */
export function segmentsOf(rows: readonly Plain[], rule: IndicatorReduction): Segment[] {
  return [true, false].flatMap(isKnown => {
    const found = new Map<number, [Plain, ...Plain[]]>();
    for (const row of rows) {
      if (row.isKnown !== isKnown) continue;
      const passed = passedBy(row.asOf, rule.turningDays);
      const segment = found.get(passed);
      if (segment) segment.push(row);
      else found.set(passed, [row]);
    }
    return [...found.values()].map(segment => ({
      isKnown,
      rows: segment,
      isAfterDeadline: rule.isMonotone && rule.firstDeadline !== null && segment[0].asOf > rule.firstDeadline,
    }));
  });
}

function passedBy(day: Day, turningDays: readonly Day[]): number {
  let passed = 0;
  for (const turning of turningDays) if (turning < day) passed++;
  return passed;
}

/** Below this, and below this ratio, no slip of the unit is ever suspected (src/assess/suspect.ts). */
export const SMALL = 100;
export const MAX_RATIO = 6;

/** Nothing in the series casts a doubt on another part of it: one figure a day, no leap, and no contradiction. */
export function isSteady(rows: readonly Plain[], segments: readonly Segment[], rule: IndicatorReduction): boolean {
  let [smallest, largest] = [Infinity, -Infinity];
  let before: Day | undefined;
  for (const { asOf, quantity } of rows) {
    if (asOf === before) return false;
    before = asOf;
    smallest = Math.min(smallest, quantity.nominal);
    largest = Math.max(largest, quantity.nominal);
  }
  const isEven = largest <= MAX_RATIO * Math.max(smallest, SMALL);
  return isEven && (!rule.isMonotone || doesRise(segments.filter(({ isKnown }) => isKnown)));
}

/**
 * What a count that only rises was at least before a turning day contradicts no later figure. Within a segment only
 * the last figure can be the one that is judged; the others are lower bounds together.
 */
function doesRise(segments: readonly Segment[]): boolean {
  let least = -Infinity;
  for (const { rows, isAfterDeadline } of segments) {
    if (rows.some(({ quantity }) => quantity.high < least)) return false;
    if (isAfterDeadline) continue;
    least = rows.reduce((low, { quantity }) => Math.max(low, quantity.low), least);
    const last = rows.at(-1);
    if (last && last.quantity.high < least) return false;
  }
  return true;
}

/**
 * Beside the window: of a count that only rises, the figure that says most of what came to be; of any other, the
 * earlier figures that surely or possibly fulfilled a goal, if any did. The newest of equals, and never the last of the
 * segment, which may be the judged one and then is no earlier figure.
 */
export function extremesKept({ rows, isKnown }: Segment, { isMonotone, easiest }: IndicatorReduction): Plain[] {
  if (!isKnown) return [];
  if (isMonotone) return newestOf(rows, ({ low }) => low);
  if (!easiest) return [];
  const earlier = rows.slice(0, -1);
  const { side, value } = easiest;
  if (side === 'more') {
    const reaching = earlier.filter(({ quantity }) => quantity.high >= value);
    return [...newestOf(reaching, ({ low }) => low), ...newestOf(reaching, ({ high }) => high)];
  }
  const reaching = earlier.filter(({ quantity }) => quantity.low <= value);
  return [...newestOf(reaching, ({ high }) => -high), ...newestOf(reaching, ({ low }) => -low)];
}

function newestOf(rows: readonly Plain[], measure: (interval: Interval) => number): Plain[] {
  let best: Plain | undefined;
  let most = -Infinity;
  for (const row of rows) {
    const value = measure(row.quantity);
    if (value < most) continue;
    most = value;
    best = row;
  }
  return best ? [best] : [];
}
