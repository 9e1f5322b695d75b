import type { Analysis } from '../model/analysis.ts';
import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { type Day, daysBetween } from '../values/day.ts';
import { type Interval, overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Numbered } from './order.ts';
import { type RegionTree, regionTree } from './regions.ts';
import { wasKnown } from './screen.ts';

type Check = Analysis['checks'][number];

/** A figure of what its indicator means, for one day or for one span of time. */
interface Counted extends Numbered {
  readonly quantity: Quantity;
}

interface Clocks {
  readonly asOf: Day;
  readonly knownBy: Day | null;
}

/**
 * Arithmetic that should hold between the figures reported: a total and what was added to it give the next total, and
 * parts are together no more than their whole. What fails is told; it decides nothing by itself.
 */
export function checkArithmetic(plan: Plan, all: readonly Numbered[], { asOf, knownBy }: Clocks): Check[] {
  const numbered = all.filter(({ observation }) => observation.asOf <= asOf && wasKnown(observation, knownBy));
  return Object.entries(plan.indicators).flatMap(([id, indicator]) => {
    if (indicator.kind !== 'stock') return [];
    const own = numbered.flatMap(row => counted(row, id, indicator));
    const regions = [...new Set(own.map(({ observation }) => observation.region))];
    return regions.flatMap(region => [
      ...checkAdditions(id, region, indicator, own),
      ...checkParts(id, regionTree(plan, region), indicator, own),
    ]);
  });
}

function counted({ id, observation }: Numbered, indicatorId: string, { counts }: Indicator): Counted[] {
  const { indicator, quantity, status, unusable, scope } = observation;
  const isSame = Object.keys(counts).length === 0 || counts[observation.counts ?? 'unstated'] === 'same';
  const isCounted = status === 'final' || status === 'provisional';
  const isFit = indicator === indicatorId && quantity && isSame && isCounted && !unusable && scope === 'whole';
  return isFit ? [{ id, observation, quantity }] : [];
}

/** A year's additions begin the day after the total that they are added to. */
const MAX_DAYS_APART = 1;

function checkAdditions(indicatorId: string, region: string, indicator: Indicator, all: readonly Counted[]): Check[] {
  const own = all.filter(({ observation }) => observation.region === region);
  const totals = own.filter(({ observation }) => observation.flow === null && observation.dated !== 'at-latest');
  return own.flatMap(added => {
    const { flow } = added.observation;
    if (!flow) return [];
    const before = totals.filter(({ observation }) => isDayBefore(observation.asOf, flow.from));
    const after = totals.filter(({ observation }) => observation.asOf === flow.to);
    const later = after.length > 0 || !indicator.monotone ? [] : nextTotals(own, flow.to);
    const pairs = before.flatMap(first => [...after, ...later].map(next => ({ first, next })));
    const holds = pairs.some(({ first, next }) =>
      overlaps(plus(first.quantity, added.quantity), ceiling(next, flow.to)),
    );
    const [pair] = pairs;
    if (!pair || holds) return [];
    const { first, next } = pair;
    return [
      {
        code: 'total-plus-added',
        indicator: indicatorId,
        region,
        day: flow.to,
        expected: ends(plus(first.quantity, added.quantity)),
        found: ends(next.quantity),
        observations: [first.id, added.id, next.id],
      },
    ];
  });
}

const isDayBefore = (day: Day, from: Day): boolean => Math.abs(daysBetween(day, from) - 1) <= MAX_DAYS_APART;

/** The first totals after a day: of a count that only rises, no earlier total can be above them. */
function nextTotals(own: readonly Counted[], day: Day): Counted[] {
  const later = own.filter(({ observation }) => observation.flow === null && observation.asOf > day);
  const first = later.map(({ observation }) => observation.asOf).toSorted()[0];
  return later.filter(({ observation }) => observation.asOf === first);
}

const ceiling = ({ observation, quantity }: Counted, day: Day): Interval =>
  observation.asOf === day ? quantity : { low: -Infinity, high: quantity.high };

const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

function checkParts(
  indicatorId: string,
  { id, parts }: RegionTree,
  { monotone }: Indicator,
  all: readonly Counted[],
): Check[] {
  const totals = all.filter(({ observation }) => observation.flow === null);
  const wholes = totals.filter(({ observation }) => observation.region === id);
  return wholes.flatMap(whole => {
    const day = whole.observation.asOf;
    const known = parts.flatMap(part => largestOn(day, part.id, monotone, totals) ?? []);
    const low = known.reduce((total, { quantity }) => total + quantity.low, 0);
    if (known.length === 0 || low <= whole.quantity.high) return [];
    return [
      {
        code: 'parts-exceed-whole',
        indicator: indicatorId,
        region: id,
        day,
        expected: { low, high: null },
        found: ends(whole.quantity),
        observations: [...known.map(part => part.id), whole.id],
      },
    ];
  });
}

/** What a part had at least on a day. */
function largestOn(day: Day, region: string, isMonotone: boolean, totals: readonly Counted[]): Counted | undefined {
  const own = totals.filter(
    ({ observation }) => observation.region === region && holdsOn(observation, day, isMonotone),
  );
  return own.toSorted((a, b) => b.quantity.low - a.quantity.low)[0];
}

const holdsOn = ({ asOf }: Observation, day: Day, isMonotone: boolean): boolean =>
  asOf === day || (isMonotone && asOf < day);

const ends = ({ low, high }: Interval): Check['found'] => ({
  low: Number.isFinite(low) ? low : null,
  high: Number.isFinite(high) ? high : null,
});
