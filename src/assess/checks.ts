import { wasPublished } from '../evidence/screen.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { type RegionTree, regionTree } from '../model/regions.ts';
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { finiteEnds, type Interval, overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import { countWhile } from '../values/search.ts';
import { checkBaselines } from './baseline-checks.ts';
import { type Counted, countedOf } from './counted.ts';
import type { Numbered } from './order.ts';

type Check = Analysis['checks'][number];

interface ArithmeticRequest {
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
  readonly region: string;
}

/**
 * Arithmetic that should hold between the figures reported: a total and what was added to it give the next total, parts are
 * together no more than their whole, and of the day of a baseline they say what the plan says. What fails is told; it
 * decides nothing by itself.
 */
export function checkArithmetic(
  plan: Plan,
  all: readonly Numbered[],
  { asOf, knownBy, region }: ArithmeticRequest,
): Check[] {
  const numbered = all.filter(({ observation }) => observation.asOf <= asOf && wasPublished(observation, knownBy));
  const byIndicator = groupBy(numbered, ({ observation }) => observation.indicator);
  const checks: Check[] = [];
  for (const [id, indicator] of Object.entries(plan.indicators)) {
    const own = byIndicator.get(id) ?? [];
    const isAlone = own.length < 2;
    if (indicator.kind !== 'stock' || isAlone) continue;
    for (const check of checkIndicator(plan, id, indicator, own)) checks.push(check);
  }
  return [...checks, ...checkBaselines(plan, region, byIndicator)];
}

function checkIndicator(plan: Plan, id: string, indicator: Indicator, numbered: readonly Numbered[]): Check[] {
  const byRegion = groupBy(countedOf(indicator, numbered), ({ observation }) => observation.region);
  const totals = new Map([...byRegion].map(([region, own]) => [region, totalsOf(own)]));
  return [...byRegion].flatMap(([region, own]) => [
    ...checkAdditions(id, region, indicator, own),
    ...checkParts(id, regionTree(plan, region), indicator, totals),
  ]);
}

/** The totals of a region, the oldest first. */
const totalsOf = (own: readonly Counted[]): Counted[] => own.filter(({ observation }) => observation.flow === null);

function checkAdditions(indicatorId: string, region: string, indicator: Indicator, own: readonly Counted[]): Check[] {
  const additions = own.flatMap(({ id, observation, quantity }) =>
    observation.flow ? [{ id, quantity, flow: observation.flow }] : [],
  );
  if (additions.length === 0) return [];
  const totals = groupBy(totalsOf(own), ({ observation }) => observation.asOf);
  const stated = (day: Day) => (totals.get(day) ?? []).filter(({ observation }) => observation.dated !== 'at-latest');
  const days = [...totals.keys()];
  return additions.flatMap(added => {
    const { flow } = added;
    const before = daysBefore(flow.from).flatMap(stated);
    const after = stated(flow.to);
    const later = days.find(day => day > flow.to);
    const next = after.length > 0 || !indicator.monotone || later === undefined ? after : (totals.get(later) ?? []);
    const [first] = before;
    const [second] = next;
    if (!first || !second || doesAddUp(before, added.quantity, next, flow.to)) return [];
    return [
      {
        code: 'total-plus-added',
        indicator: indicatorId,
        region,
        day: flow.to,
        expected: finiteEnds(plus(first.quantity, added.quantity)),
        found: finiteEnds(second.quantity),
        observations: [first.id, added.id, second.id],
      },
    ];
  });
}

/** A year's additions begin the day after the total that they are added to; a day either way is let pass. */
const daysBefore = (from: Day): Day[] => [2, 1, 0].map(days => dayFromNumber(dayNumber(from) - days));

const doesAddUp = (before: readonly Counted[], added: Quantity, next: readonly Counted[], day: Day): boolean =>
  before.some(first => {
    const sum = plus(first.quantity, added);
    return next.some(total => overlaps(sum, ceiling(total, day)));
  });

/** Of a count that only rises, no earlier total can be above a later one. */
const ceiling = ({ observation, quantity }: Counted, day: Day): Interval =>
  observation.asOf === day ? quantity : { low: -Infinity, high: quantity.high };

const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

function checkParts(
  indicatorId: string,
  { id, parts }: RegionTree,
  { monotone }: Indicator,
  totals: ReadonlyMap<string, readonly Counted[]>,
): Check[] {
  const reporting = parts.flatMap(part => totals.get(part.id) ?? []);
  if (reporting.length === 0) return [];
  const largest = parts.map(part => largestOf(totals.get(part.id) ?? [], monotone));
  return (totals.get(id) ?? []).flatMap(whole => {
    const day = whole.observation.asOf;
    const reported = largest.flatMap(on => on(day) ?? []);
    const low = reported.reduce((total, { quantity }) => total + quantity.low, 0);
    if (reported.length === 0 || low <= whole.quantity.high) return [];
    return [
      {
        code: 'parts-exceed-whole',
        indicator: indicatorId,
        region: id,
        day,
        expected: { low, high: null },
        found: finiteEnds(whole.quantity),
        observations: [...reported.map(part => part.id), whole.id],
      },
    ];
  });
}

/** What a part had at least on a day: of a count that only rises, an older total still holds. */
function largestOf(totals: readonly Counted[], isMonotone: boolean): (day: Day) => Counted | undefined {
  const days: Day[] = [];
  const largest = new Map<Day, Counted>();
  for (const total of totals) {
    const day = total.observation.asOf;
    const before = largest.get(day) ?? (isMonotone ? largest.get(days.at(-1) ?? day) : undefined);
    if (days.at(-1) !== day) days.push(day);
    largest.set(day, before && before.quantity.low >= total.quantity.low ? before : total);
  }
  return day => largest.get(isMonotone ? (lastUpTo(day, days) ?? day) : day);
}

/** The last of these rising days that is not after `day`. */
const lastUpTo = (day: Day, days: readonly Day[]): Day | undefined => days[countWhile(days, each => each <= day) - 1];
