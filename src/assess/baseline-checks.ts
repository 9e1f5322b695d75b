import { isStartMeant } from '../evidence/start.ts';
import type { Analysis } from '../model/analysis.ts';
import { targetsOf } from '../model/outline.ts';
import type { Baseline, Indicator, Plan } from '../model/plan.ts';
import { isOnePeriod } from '../model/span.ts';
import { hull, type Interval, overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import { type Counted, countedOf } from './counted.ts';
import type { Numbered } from './order.ts';

/** Pace counts from the plan's own number, whatever was reported of that day: a figure that says another one is told. */
export function checkBaselines(
  plan: Plan,
  region: string,
  byIndicator: ReadonlyMap<string | null, readonly Numbered[]>,
): Analysis['checks'] {
  return Object.entries(plan.indicators).flatMap(([id, indicator]) => {
    const own = (byIndicator.get(id) ?? []).filter(({ observation }) => observation.region === region);
    const counted = countedOf(indicator, own);
    if (counted.length === 0) return [];
    return baselinesOf(plan, region, id, indicator).flatMap(baseline => {
      const against = counted.filter(figure => isOfItsDay(figure, baseline, indicator)).filter(denies(baseline));
      return against.length === 0 ? [] : [checkOf(id, region, baseline, against)];
    });
  });
}

/** The starts of what an indicator means, each once however many targets name it. */
function baselinesOf(plan: Plan, region: string, id: string, { counts }: Indicator): Baseline[] {
  const named = targetsOf(plan, region).flatMap(({ target }) => (target.indicator === id ? target.readings : []));
  const meant = named.flatMap(({ baseline }) => (baseline && isStartMeant(baseline, counts) ? [baseline] : []));
  return [...new Map(meant.map(each => [JSON.stringify([each.asOf, each.value.low, each.value.high]), each])).values()];
}

function isOfItsDay({ observation }: Counted, { asOf }: Baseline, { kind, per }: Indicator): boolean {
  const { flow, dated } = observation;
  const isOfPeriods = kind === 'flow' || kind === 'growth';
  return (
    observation.asOf === asOf && dated !== 'at-latest' && (flow === null || (isOfPeriods && isOnePeriod(per, flow)))
  );
}

const denies =
  ({ value }: Baseline) =>
  ({ quantity }: Counted): boolean =>
    !overlaps(quantity, value);

const checkOf = (
  indicator: string,
  region: string,
  { asOf: day, value }: Baseline,
  against: readonly Counted[],
): Analysis['checks'][number] => ({
  code: 'baseline-against-report',
  indicator,
  region,
  day,
  expected: asPrinted(value),
  found: hull(against.map(({ quantity }) => asPrinted(quantity))),
  observations: against.map(({ id }) => id),
});

/** The number itself: how wide each is decides whether they contradict each other, and says nothing to who compares them. */
const asPrinted = ({ nominal }: Quantity): Interval => ({ low: nominal, high: nominal });
