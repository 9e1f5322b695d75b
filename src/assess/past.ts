import { canBeMet, isSurelyMet } from '../methods/goals.ts';
import type { Point } from '../methods/path.ts';
import type { Goal } from '../model/goal.ts';
import type { Indicator, Reading } from '../model/plan.ts';
import type { Day } from '../values/day.ts';
import { atMost, contains, ends, type Interval, intersect, overlaps } from '../values/interval.ts';
import type { Evidence } from './evidence.ts';
import { plausibleRange, type Usable } from './screen.ts';

/** The most earlier days that a method looks at. */
const WINDOW_BEFORE = 5;

/** What lies behind the judged figure: the baseline and the earlier figures, each as one number. */
export interface Past {
  readonly baseline: Point | null;
  readonly history: readonly Point[];
  /** An earlier figure fulfilled the goal. */
  readonly wasMet: boolean;
}

/** The past as it was printed, which is shown beside a verdict, and all its worlds. */
export interface Pasts {
  readonly nominal: Past;
  readonly worlds: readonly Past[];
}

export function pastsOf(reading: Reading, indicator: Indicator, evidence: Evidence): Pasts {
  const { baseline } = reading;
  const window = daysOfHistory(evidence);
  const wereMet = wasMetWorlds(reading, indicator, evidence);
  const histories = historyWorlds(window, indicator, evidence);
  const worlds: Past[] = [];
  for (const base of baselineWorlds(reading))
    for (const history of histories) for (const wasMet of wereMet) worlds.push({ baseline: base, history, wasMet });
  const nominal: Past = {
    baseline: baseline ? { at: baseline.asOf, value: baseline.value.nominal } : null,
    history: window.flatMap(({ at, figures }) =>
      figures.slice(0, 1).map(({ quantity }) => ({ at, value: quantity.nominal })),
    ),
    wasMet: wereMet.every(Boolean),
  };
  return { nominal, worlds };
}

/** Whether an earlier figure fulfilled the goal; an inexact one may have done so or not. */
function wasMetWorlds({ goal }: Reading, indicator: Indicator, evidence: Evidence): readonly boolean[] {
  if (evidence.history.length === 0) return [false];
  // A count that only rises and is short of the goal now was so before; an earlier figure above it contradicts it.
  if (indicator.monotone && goal.high === null) return [false];
  const valuesOf = pastValues(indicator, evidence);
  let wasPossible = false;
  for (const { quantity } of evidence.history) {
    const values = valuesOf(quantity);
    if (isSurelyMet(goal, values)) return [true];
    wasPossible ||= canBeMet(goal, values);
  }
  return wasPossible ? [true, false] : [false];
}

/** An end without a bound stands where no figure can be read any more. */
const FARTHEST: Interval = { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };

/** What an earlier figure allows, within what is plausible; a count that only rises was no higher than it is now. */
function pastValues(indicator: Indicator, { known }: Evidence): (quantity: Interval) => Interval {
  const range = plausibleRange(indicator);
  const ranges = indicator.monotone ? [range, atMost(known.high), FARTHEST] : [range, FARTHEST];
  return quantity =>
    ranges.reduce((value, range) => (overlaps(value, range) ? intersect(value, range) : value), quantity);
}

/** Every end of the baseline. */
function baselineWorlds({ baseline, goal }: Reading): readonly (Point | null)[] {
  if (!baseline) return [null];
  const values = distinct([...ends(baseline.value), ...edgesWithin(baseline.value, goal)]);
  return values.map(value => ({ at: baseline.asOf, value }));
}

interface DayOfHistory {
  readonly at: Day;
  readonly figures: readonly Usable[];
}

/** The last earlier days: where sources contradict each other on a day, each of its figures may be right. */
function daysOfHistory({ history }: Evidence): readonly DayOfHistory[] {
  if (history.length === 0) return [];
  const days: { at: Day; figures: Usable[] }[] = [];
  for (const figure of history.toReversed()) {
    const { asOf } = figure.observation;
    if (days.at(-1)?.at === asOf) days.at(-1)?.figures.push(figure);
    else if (days.length === WINDOW_BEFORE) break;
    else days.push({ at: asOf, figures: [figure] });
  }
  return days.toReversed().map(({ at, figures }) => ({ at, figures: figures.toReversed() }));
}

/**
 * Every end of the first figure of the trend's window and of the last one before the judged figure, and what other figures
 * leave in the place of one that they exclude. No method looks at the ones between.
 */
function historyWorlds(window: readonly DayOfHistory[], indicator: Indicator, evidence: Evidence): Point[][] {
  if (window.length === 0) return [[]];
  const valuesOf = pastValues(indicator, evidence);
  const rivals = (day: DayOfHistory) => (indicator.monotone ? rivalsOf(day, evidence) : []);
  return window.reduce<Point[][]>(
    (worlds, { at, figures }, index) => {
      const isLooked = index === 0 || index === window.length - 1;
      const values = isLooked
        ? distinct([...figures.flatMap(({ quantity }) => ends(valuesOf(quantity))), ...rivals({ at, figures })])
        : figures.slice(0, 1).map(({ quantity }) => quantity.nominal);
      return worlds.flatMap(world => values.map(value => [...world, { at, value }]));
    },
    [[]],
  );
}

/** Of a count that only rises: what the figures of other days say of one of which they exclude a figure. */
function rivalsOf({ at, figures }: DayOfHistory, { history, known }: Evidence): number[] {
  let [low, high] = [-Infinity, known.high];
  for (const { observation, quantity } of history) {
    if (observation.asOf < at) low = Math.max(low, quantity.low);
    if (observation.asOf > at) high = Math.min(high, quantity.high);
  }
  const isExcluded = figures.some(({ quantity }) => quantity.high < low || quantity.low > high);
  return isExcluded ? [low, high].filter(Number.isFinite) : [];
}

/** A baseline that spans a band may have fulfilled the goal, though neither of its ends does. */
const edgesWithin = (interval: Interval, { low, high }: Goal): number[] =>
  [low, high].filter(edge => edge !== null).filter(edge => contains(interval, edge));

const distinct = (values: readonly number[]): number[] => [...new Set(values)];
