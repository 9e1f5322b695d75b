import { canBeMet, isSurelyMet } from '../methods/goals.ts';
import type { Point } from '../methods/path.ts';
import type { Goal } from '../model/goal.ts';
import type { Indicator, Reading } from '../model/plan.ts';
import type { Day } from '../values/day.ts';
import { atMost, contains, ends, type Interval, intersect, overlaps } from '../values/interval.ts';
import type { Evidence } from './evidence.ts';
import { plausibleRange, type Usable } from './screen.ts';

/** As many earlier days as any method looks at. */
const WINDOW_BEFORE = 5;

/** What lies behind the judged figure: the baseline and the earlier figures, each as one number. */
export interface Past {
  readonly baseline: Point | null;
  readonly history: readonly Point[];
  /** An earlier figure fulfilled the goal. */
  readonly wasMet: boolean;
}

/** The past as it was printed: what is shown beside a verdict. */
export function nominalPast(reading: Reading, indicator: Indicator, evidence: Evidence): Past {
  const { baseline } = reading;
  return {
    baseline: baseline ? { at: baseline.asOf, value: baseline.value.nominal } : null,
    history: daysOfHistory(evidence).flatMap(({ at, figures }) =>
      figures.slice(0, 1).map(({ quantity }) => ({ at, value: quantity.nominal })),
    ),
    wasMet: wasMetWorlds(reading, indicator, evidence).every(Boolean),
  };
}

/** Whether an earlier figure fulfilled the goal; an inexact one may have done so or not. */
function wasMetWorlds({ goal }: Reading, indicator: Indicator, evidence: Evidence): readonly boolean[] {
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
  const ranges = [plausibleRange(indicator), ...(indicator.monotone ? [atMost(known.high)] : []), FARTHEST];
  return quantity =>
    ranges.reduce((value, range) => (overlaps(value, range) ? intersect(value, range) : value), quantity);
}

/**
 * The worlds of the past: every end of the baseline, of the first figure of the trend's window and of the last one
 * before the judged figure. No method looks at the ones between.
 */
export function pastWorlds(reading: Reading, indicator: Indicator, evidence: Evidence): Past[] {
  const { baseline, goal } = reading;
  const values = baseline ? distinct([...ends(baseline.value), ...edgesWithin(baseline.value, goal)]) : [];
  const bases = baseline ? values.map(value => ({ at: baseline.asOf, value })) : [null];
  const wasMet = wasMetWorlds(reading, indicator, evidence);
  return bases.flatMap(base =>
    historyWorlds(indicator, evidence).flatMap(history =>
      wasMet.map(met => ({ baseline: base, history, wasMet: met })),
    ),
  );
}

/** The last earlier days: where sources contradict each other on a day, each of its figures may be right. */
function daysOfHistory({ history }: Evidence): { at: Day; figures: readonly Usable[] }[] {
  const days: { at: Day; figures: Usable[] }[] = [];
  for (const figure of history.toReversed()) {
    const { asOf } = figure.observation;
    if (days.at(-1)?.at === asOf) days.at(-1)?.figures.push(figure);
    else if (days.length === WINDOW_BEFORE) break;
    else days.push({ at: asOf, figures: [figure] });
  }
  return days.toReversed().map(({ at, figures }) => ({ at, figures: figures.toReversed() }));
}

function historyWorlds(indicator: Indicator, evidence: Evidence): Point[][] {
  const window = daysOfHistory(evidence);
  const valuesOf = pastValues(indicator, evidence);
  return window.reduce<Point[][]>(
    (worlds, { at, figures }, index) => {
      const isLooked = index === 0 || index === window.length - 1;
      const values = isLooked
        ? distinct(figures.flatMap(({ quantity }) => ends(valuesOf(quantity))))
        : figures.slice(0, 1).map(({ quantity }) => quantity.nominal);
      return worlds.flatMap(world => values.map(value => [...world, { at, value }]));
    },
    [[]],
  );
}

/** A baseline that spans a band may have fulfilled the goal, though neither of its ends does. */
const edgesWithin = (interval: Interval, { low, high }: Goal): number[] =>
  [low, high].filter(edge => edge !== null).filter(edge => contains(interval, edge));

const distinct = (values: readonly number[]): number[] => [...new Set(values)];
