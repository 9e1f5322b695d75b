import type { Observation } from '../model/observation.ts';
import { groupBy } from '../values/group.ts';
import type { Quantity } from '../values/quantity.ts';
import { WINDOW } from '../values/window.ts';
import { type IndicatorReduction, isKeptWhole, type Reduction } from './reduction.ts';
import { needless, numberOf } from './series.ts';

export interface Reduced {
  /** In the order in which they were given. */
  readonly kept: readonly Observation[];
  readonly dropped: number;
}

/** Leaves out what cannot matter for any verdict. Figures of any regions may stand together. */
export function reduce(reduction: Reduction, observations: readonly Observation[]): Reduced {
  if (!areMany(observations)) return { kept: observations, dropped: 0 };
  const isDropped = new Uint8Array(observations.length);
  let dropped = 0;
  for (const [indicator, all] of groupBy(observations.keys(), index => observations[index]?.indicator)) {
    const rule = indicator ? reduction.indicators[indicator] : undefined;
    if (!rule || all.length <= WINDOW) continue;
    for (const [region, indexes] of groupBy(all, index => observations[index]?.region ?? '')) {
      if (isKeptWhole(reduction, rule, region)) continue;
      for (const index of droppedOf(reduction, rule, observations, indexes)) {
        isDropped[index] = 1;
        dropped++;
      }
    }
  }
  return { kept: dropped === 0 ? observations : observations.filter((_, index) => isDropped[index] === 0), dropped };
}

/** Whether any indicator has more figures than matter at least. */
function areMany(observations: readonly Observation[]): boolean {
  const counts = new Map<string | null, number>();
  for (const { indicator } of observations) {
    const count = (counts.get(indicator) ?? 0) + 1;
    if (count > WINDOW) return true;
    counts.set(indicator, count);
  }
  return false;
}

function droppedOf(
  { knownBy }: Reduction,
  rule: IndicatorReduction,
  observations: readonly Observation[],
  indexes: readonly number[],
): number[] {
  if (indexes.length <= WINDOW) return [];
  const rows: SeriesRow[] = [];
  for (const index of indexes) {
    const observation = observations[index];
    if (!observation || !isPlain(rule, observation)) return [];
    const { asOf, published, quantity } = observation;
    // Without a day of publication it may have been known or not, and both count.
    if (knownBy !== undefined && published === null) return [];
    const isKnown = knownBy === undefined || (published ?? knownBy) <= knownBy;
    rows.push({ index, day: numberOf(asOf), isKnown, quantity });
  }
  rows.sort((a, b) => a.day - b.day);
  const series = {
    days: rows.map(({ day }) => day),
    areKnown: rows.map(({ isKnown }) => isKnown),
    low: rows.map(({ quantity }) => quantity.low),
    high: rows.map(({ quantity }) => quantity.high),
    nominal: rows.map(({ quantity }) => quantity.nominal),
  };
  return needless(series, rule).flatMap(row => rows[row]?.index ?? []);
}

interface SeriesRow {
  readonly index: number;
  readonly day: number;
  readonly isKnown: boolean;
  readonly quantity: Quantity;
}

/** A final figure of the whole, of what every target means, under its own date, with both ends. */
function isPlain(
  { meant }: IndicatorReduction,
  observation: Observation,
): observation is Observation & { readonly quantity: Quantity } {
  const { quantity, status, scope, dated, counts } = observation;
  if (!quantity || status !== 'final' || scope !== 'whole' || dated !== 'stated') return false;
  if (observation.flow || observation.says || observation.against || observation.measure) return false;
  if (observation.startsSeries || observation.unusable || !meant.includes(counts)) return false;
  const { low, high, lowOpen, highOpen } = quantity;
  return !lowOpen && !highOpen && Number.isFinite(low) && Number.isFinite(high);
}
