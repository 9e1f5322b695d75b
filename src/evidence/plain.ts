import { isIndex, isInPercent } from '../model/kind.ts';
import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan, Reading } from '../model/plan.ts';
import type { RegionTree } from '../model/regions.ts';
import { relationOf } from '../model/relation.ts';
import { floorOf, isSummable } from '../model/summable.ts';
import { addMonths, type Day } from '../values/day.ts';
import { clamp, type Interval } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import { SMALLEST_SLIP } from '../values/slip.ts';
import type { Evidence } from './evidence.ts';
import type { JudgedSide } from './judged-side.ts';
import type { Question, Usable } from './screen.ts';
import { isStartMeant, startOf } from './start.ts';

/*
 * Most figures are ordinary: one a day of the region itself, of what is meant, printed plainly, none in doubt and none in
 * conflict. Then nothing narrows anything, and what is known of a day is what its figure says. Whatever may be otherwise
 * goes the way of all evidence (evidence.ts), which comes to the same where this has an answer
 * (test/properties/judged.test.ts).
 */

/** What makes figures ordinary for one reading of a target. */
export interface PlainRule {
  readonly indicatorId: string;
  readonly indicator: Indicator;
  readonly counts: Question['counts'];
  readonly by: Day;
  readonly floor: number;
  readonly start: { readonly at: Day; readonly interval: Interval } | null;
  /** Some publishers outrank others. */
  readonly hasRanks: boolean;
}

/** Null where something in the plan makes figures unusual. */
export function plainRule(plan: Plan, indicatorId: string, indicator: Indicator, reading: Reading): PlainRule | null {
  const { goal, over, baseline, by } = reading;
  const { kind, identity, breaks } = indicator;
  const counts = reading.counts ?? indicator.counts;
  if (over || goal.against !== undefined || identity || breaks.length > 0) return null;
  if ((kind !== 'stock' && kind !== 'level' && kind !== 'share') || isIndex(indicator)) return null;
  if (baseline && !(isStartMeant(baseline, counts) && isClosed(baseline.value))) return null;
  const floor = floorOf(indicator);
  const start = baseline ? { at: baseline.asOf, interval: startOf(baseline, counts, floor) } : null;
  return { indicatorId, indicator, counts, by, floor, start, hasRanks: plan.authorities.length > 0 };
}

/** Whether a region's own figures are all that speaks for it. */
export const isAlone = ({ indicator }: PlainRule, { parts, complete }: RegionTree): boolean =>
  complete !== false && (parts.length === 0 || !isSummable(indicator));

const isClosed = ({ low, high, lowOpen, highOpen }: Quantity): boolean =>
  Number.isFinite(low) && Number.isFinite(high) && !lowOpen && !highOpen;

/** A figure with a number. */
export type Ordinary = Observation & { readonly quantity: Quantity };

interface PlainAsk {
  readonly asOf: Day;
  readonly region: string;
}

/** An ordinary series up to the day that is judged, the oldest first, and what came later. */
export interface PlainSeries {
  readonly judged: Ordinary;
  readonly earlier: readonly Ordinary[];
}

/** Null where anything in the series is unusual, or it does not answer. */
export function plainSeries(rule: PlainRule, asked: PlainAsk, own: readonly Observation[]): PlainSeries | null {
  const { indicator, by, start, hasRanks } = rule;
  if (own.length === 0 || (hasRanks && own.length > 1) || !areOrdinary(rule, asked, own)) return null;
  const series = own.length > 1 ? [...own].sort(byDay) : own;
  if (!areInOrder(series, start, indicator)) return null;
  const place = judgedPlace(series, indicator, asked.asOf, by);
  const judged = series[place];
  return judged ? { judged, earlier: series.slice(0, place) } : null;
}

function areOrdinary(rule: PlainRule, asked: PlainAsk, own: readonly Observation[]): own is readonly Ordinary[] {
  for (const each of own) if (!isOrdinary(rule, asked, each)) return false;
  return true;
}

function isOrdinary({ indicatorId, indicator, counts, floor }: PlainRule, asked: PlainAsk, observation: Observation) {
  const { quantity, asOf, published } = observation;
  if (observation.indicator !== indicatorId || observation.region !== asked.region || asOf > asked.asOf) return false;
  if (observation.status !== 'final' || observation.dated !== 'stated' || observation.scope !== 'whole') return false;
  if (observation.flow || observation.says || observation.against || observation.startsSeries) return false;
  if (observation.unusable || (published !== null && asOf > published)) return false;
  if (relationOf(counts, observation.counts) !== 'same') return false;
  return quantity !== null && isOrdinaryNumber(quantity, indicator, floor);
}

/** Printed plainly, plausible, above the least that there can be, and nothing in % that may be printed as a fraction. */
function isOrdinaryNumber(quantity: Quantity, indicator: Indicator, floor: number): boolean {
  const { plausible } = indicator;
  const { low, high, isPlain, kept, assumedTolerance } = quantity;
  if (!isPlain || kept !== undefined || assumedTolerance !== undefined || !isClosed(quantity)) return false;
  if (low < (plausible.min ?? -Infinity) || high > (plausible.max ?? Infinity) || low <= floor) return false;
  return !isInPercent(indicator) || low > 1;
}

const byDay = (a: Ordinary, b: Ordinary): number => (a.asOf < b.asOf ? -1 : 1);

/**
 * Each figure is of a day of its own after the start, of the size of what was before it, so that no unit may have slipped,
 * and of a count that only rises surely no less.
 */
function areInOrder(series: readonly Ordinary[], start: PlainRule['start'], { monotone }: Indicator): boolean {
  let day = start?.at;
  let before = start?.interval;
  for (const { asOf, quantity } of series) {
    if (day !== undefined && asOf <= day) return false;
    if (before && !areOfOneSize(before, quantity)) return false;
    if (before && monotone && quantity.low < before.high) return false;
    day = asOf;
    before = quantity;
  }
  return true;
}

const areOfOneSize = (a: Interval, b: Interval): boolean =>
  a.low > 0 && b.low > 0 && a.high < b.low * SMALLEST_SLIP && b.high < a.low * SMALLEST_SLIP;

/** That of the deadline once it has come, else the newest while it is fresh; −1 where none answers. */
function judgedPlace(series: readonly Ordinary[], { freshForMonths }: Indicator, asOf: Day, by: Day): number {
  if (asOf >= by) return series.findIndex(each => each.asOf === by);
  const newest = series[series.length - 1]?.asOf;
  const isFresh = newest !== undefined && (newest === asOf || addMonths(newest, freshForMonths) >= asOf);
  return isFresh ? series.length - 1 : -1;
}

/** The number of an ordinary figure, which is all that is known. */
export function shownOf({ asOf, quantity }: Ordinary): Pick<Evidence, 'known' | 'figure'> {
  const known = { low: quantity.low, high: quantity.high };
  const nominal = clamp(quantity.nominal, known);
  return { known, figure: { nominal, text: quantity.text, asOf, bound: null } };
}

/** What the series says; what became of its other figures is not told. */
export function plainEvidence({ judged, earlier }: PlainSeries, { start, indicator }: PlainRule): Evidence {
  const { known, figure } = shownOf(judged);
  const history = earlier.map(usable);
  const riseFrom = (before: Interval) =>
    indicator.monotone ? { amount: Math.max(0, known.low - before.high), isOpen: false, ends: () => [] } : null;
  const side: JudgedSide = {
    value: { interval: known, figure: usable(judged) },
    ends: null,
    start: start && { at: start.at, interval: start.interval, rise: riseFrom(start.interval) },
    history: history.map(figure => ({
      at: figure.observation.asOf,
      values: [{ interval: { low: figure.quantity.low, high: figure.quantity.high }, figure }],
      rise: riseFrom(figure.quantity),
    })),
  };
  return {
    at: judged.asOf,
    sides: [side],
    known,
    figure,
    used: [{ observation: judged, reason: 'answers' }],
    setAside: [],
    isContested: false,
    isStartContested: false,
    lack: null,
    isDerived: false,
    history,
    span: null,
  };
}

const usable = (observation: Ordinary): Usable => ({
  observation,
  quantity: observation.quantity,
  role: 'same',
  otherSpan: null,
  alternatives: [],
  isBetween: false,
  mayBeUnpublished: false,
});
