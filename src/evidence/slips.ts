import { isInPercent } from '../model/kind.ts';
import type { Indicator } from '../model/plan.ts';
import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import type { Quantity } from '../values/quantity.ts';
import { countWhile } from '../values/search.ts';
import { NEARNESS, SLIPS } from '../values/slip.ts';
import { MEANT, thingOf } from './claim.ts';
import { fractionTest, type OfDay } from './fractions.ts';
import { indexTest } from './indexes.ts';
import type { Usable } from './screen.ts';

/*
 * A figure that is off from every neighbour by about a power of ten by which units slip may be a slip or the truth: it can
 * be read in two ways, and both are worlds. Neighbours are the figures of the days beside it, the start where there is none
 * on that side, and the whole that a part stands above. Whether a share may be a fraction is asked beside that (fractions.ts).
 * No reading of a count that only rises lies below its start.
 */

/** A count below this grows by ten (51 faces, a year later 548). */
const SMALL = 100;

/** Rates of change are printed to a tenth of a per cent, and a year's may well be a hundredth of another's. */
const TENTH = 0.1;

/** What the plan says that a figure can be held against. */
export interface Yardstick {
  readonly indicator: Indicator;
  readonly start: { readonly asOf: Day; readonly nominal: number; readonly low: number } | null;
  /** The number of the goal: nothing but a share that may be a fraction is held against it. */
  readonly goal: number | null;
}

interface Neighbour {
  readonly nominal: number;
  readonly isEarlier: boolean;
}

/** The figures of one region, the oldest first, each with what it means if its unit slipped. */
export function withSlips(usable: readonly Usable[], yardstick: Yardstick): readonly Usable[] {
  const ofSeries = new Map([...groupBy(usable, thingOf)].map(([series, own]) => [series, daysOf(own)]));
  const mayBeFraction = fractionsIn(ofSeries, yardstick);
  const shiftOf = indexesIn(ofSeries, yardstick);
  return usable.map(each => {
    const { nominal } = each.quantity;
    const neighbours = neighboursOf(each, ofSeries, yardstick);
    const slips = factorsOf(nominal, neighbours, yardstick.indicator);
    const factors = mayBeFraction(each) ? [...new Set([...slips, 0.01])] : slips;
    const shift = shiftOf(each);
    if (factors.length === 0 && shift === undefined) return each;
    const alternatives = [
      ...factors.map(by => changed(each.quantity, value => value / by)),
      ...(shift === undefined ? [] : [changed(each.quantity, value => value - shift)]),
    ].filter(quantity => isSinceStart(quantity, each.observation.asOf, yardstick));
    const isBetween =
      slips.length > 0 && [true, false].every(side => neighbours.some(({ isEarlier }) => isEarlier === side));
    return alternatives.length === 0 ? each : { ...each, alternatives, isBetween };
  });
}

/** Whether what is in % may be printed as a fraction. */
function fractionsIn(
  ofSeries: ReadonlyMap<string, readonly OfDay[]>,
  { indicator, start, goal }: Yardstick,
): (figure: Usable) => boolean {
  if (!isInPercent(indicator)) return () => false;
  const tests = new Map(
    [...ofSeries].map(([series, days]) => [
      series,
      fractionTest(days, { start: series === MEANT ? start : null, goal }),
    ]),
  );
  return figure =>
    !(indicator.kind === 'growth' && figure.quantity.step >= TENTH) &&
    (tests.get(thingOf(figure))?.(figure.quantity.nominal, figure.observation.asOf) ?? false);
}

/** By how much a rate that may be printed as an index is too high, or an index that may be a rate too low. */
function indexesIn(
  ofSeries: ReadonlyMap<string, readonly OfDay[]>,
  { indicator, start, goal }: Yardstick,
): (figure: Usable) => number | undefined {
  const tests = new Map(
    [...ofSeries].map(([series, days]) => [
      series,
      indexTest(indicator, days, { start: series === MEANT && start ? start.nominal : null, goal }),
    ]),
  );
  return figure => tests.get(thingOf(figure))?.(figure.quantity.nominal);
}

const isSinceStart = ({ high }: Quantity, asOf: Day, { indicator, start }: Yardstick): boolean =>
  !indicator.monotone || start === null || asOf < start.asOf || high >= start.low;

function daysOf(oldestFirst: readonly Usable[]): OfDay[] {
  const days: OfDay[] = [];
  for (const { observation, quantity } of oldestFirst) {
    const [day, nominal] = [observation.asOf, quantity.nominal];
    const last = days.at(-1);
    if (last?.day !== day) days.push({ day, least: nominal, most: nominal });
    else days[days.length - 1] = { day, least: Math.min(last.least, nominal), most: Math.max(last.most, nominal) };
  }
  return days;
}

function neighboursOf(
  figure: Usable,
  ofSeries: ReadonlyMap<string, readonly OfDay[]>,
  { start }: Yardstick,
): Neighbour[] {
  const { asOf } = figure.observation;
  const own = besides(ofSeries.get(thingOf(figure)) ?? [], asOf);
  const meant = ofSeries.get(MEANT) ?? [];
  if (figure.role === 'same') {
    const isStartBeside = start !== null && !own.some(({ isEarlier }) => isEarlier === start.asOf < asOf);
    return isStartBeside ? [...own, { nominal: start.nominal, isEarlier: start.asOf < asOf }] : own;
  }
  const whole =
    figure.role === 'part' ? [...of(meant[countWhile(meant, before(asOf))], asOf), ...besides(meant, asOf)] : [];
  return [...own, ...whole.filter(({ nominal }) => nominal < figure.quantity.nominal)];
}

const besides = (days: readonly OfDay[], day: Day): Neighbour[] => {
  const place = countWhile(days, before(day));
  const isTold = days[place]?.day === day;
  return [...of(days[place - 1], day), ...of(days[isTold ? place + 1 : place], day)];
};

const of = (beside: OfDay | undefined, day: Day): Neighbour[] =>
  beside ? [beside.least, beside.most].map(nominal => ({ nominal, isEarlier: beside.day < day })) : [];

const before =
  (day: Day) =>
  (each: OfDay): boolean =>
    each.day < day;

/** The factors by which a figure is off from its neighbours; none where it is not off from one of them. */
function factorsOf(value: number, neighbours: readonly Neighbour[], indicator: Indicator): number[] {
  const isCount = indicator.kind === 'stock' || indicator.kind === 'flow' || indicator.kind === 'event';
  // A year's rate of change may well be ten times that of another.
  const isRate = indicator.kind === 'growth';
  const factors = neighbours.map(({ nominal, isEarlier }) => {
    const factor = factorBetween(value, nominal);
    const [earlier, growth] = isEarlier ? [nominal, factor] : [value, factor && 1 / factor];
    const isOrdinary = isRate ? factor === 10 || factor === 0.1 : isCount && growth === 10 && earlier < SMALL;
    return isOrdinary ? undefined : factor;
  });
  return factors.includes(undefined) ? [] : [...new Set(factors.filter(factor => factor !== undefined))];
}

function factorBetween(value: number, other: number): number | undefined {
  const ratio = value / other;
  const jump = ratio > 1 ? ratio : 1 / ratio;
  const factor = SLIPS.find(each => jump > each / NEARNESS && jump < each * NEARNESS);
  return factor === undefined ? undefined : ratio > 1 ? factor : 1 / factor;
}

const changed = (quantity: Quantity, change: (value: number) => number): Quantity => ({
  ...quantity,
  low: tidy(change(quantity.low)),
  high: tidy(change(quantity.high)),
  nominal: tidy(change(quantity.nominal)),
});

/** Without the noise of binary fractions: a tenth of 1645 is 164.5. */
const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value);
