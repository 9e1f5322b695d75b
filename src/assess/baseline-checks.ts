import { isStartMeant } from '../evidence/start.ts';
import type { Analysis } from '../model/analysis.ts';
import { targetsOf } from '../model/outline.ts';
import type { Baseline, Plan } from '../model/plan.ts';
import { isOnePeriod } from '../model/span.ts';
import { groupBy } from '../values/group.ts';
import { hull, type Interval, overlaps } from '../values/interval.ts';
import { entryOf } from '../values/mapping.ts';
import type { Quantity } from '../values/quantity.ts';
import { countedOf } from './counted.ts';
import type { Numbered } from './order.ts';

/** Pace counts from the plan's own number, whatever was reported of that day: a figure that says another one is told. */
export function checkBaselines(
  plan: Plan,
  region: string,
  byIndicator: ReadonlyMap<string | null, readonly Numbered[]>,
): Analysis['checks'] {
  const stated = targetsOf(plan, region).flatMap(({ target: { indicator, readings } }) =>
    readings.flatMap(({ baseline }) => (baseline ? [{ indicator, baseline }] : [])),
  );
  const each = groupBy(stated, ({ indicator, baseline: { asOf, value } }) =>
    JSON.stringify([indicator, asOf, value.low, value.high]),
  );
  return [...each.values()].flatMap(([first]) => {
    if (!first) return [];
    const own = (byIndicator.get(first.indicator) ?? []).filter(({ observation }) => observation.region === region);
    return checkBaseline(plan, region, first, own);
  });
}

function checkBaseline(
  plan: Plan,
  region: string,
  { indicator: id, baseline }: { readonly indicator: string; readonly baseline: Baseline },
  own: readonly Numbered[],
): Analysis['checks'] {
  const indicator = entryOf(plan.indicators, id);
  if (!indicator || !isStartMeant(baseline, indicator.counts)) return [];
  const isOfPeriods = indicator.kind === 'flow' || indicator.kind === 'growth';
  const against = countedOf(indicator, own).filter(
    ({ observation: { asOf, flow, dated }, quantity }) =>
      asOf === baseline.asOf &&
      dated !== 'at-latest' &&
      (flow === null || (isOfPeriods && isOnePeriod(indicator.per, flow))) &&
      !overlaps(quantity, baseline.value),
  );
  if (against.length === 0) return [];
  return [
    {
      code: 'baseline-against-report',
      indicator: id,
      region,
      day: baseline.asOf,
      expected: asPrinted(baseline.value),
      found: hull(against.map(({ quantity }) => asPrinted(quantity))),
      observations: against.map(each => each.id),
    },
  ];
}

/** The number itself: how wide each is decides whether they contradict each other, and says nothing to who compares them. */
const asPrinted = ({ nominal }: Quantity): Interval => ({ low: nominal, high: nominal });
