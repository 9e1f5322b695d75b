import type { Interval } from '../values/interval.ts';
import { onceEach } from '../values/once-each.ts';
import type { Indicator } from './plan.ts';

/** Parts of what is counted add up, and nothing is below zero; parts of what can be negative do not bound the whole. */
export const isSummable = ({ additive, plausible, signed }: Summable): boolean =>
  additive && !signed && (plausible.min ?? 0) >= 0;

type Summable = Pick<Indicator, 'additive' | 'plausible' | 'signed'>;

/** Below this no value is. */
export const floorOf = (indicator: Summable & Pick<Indicator, 'kind'>): number =>
  isSummable({ ...indicator, additive: indicator.additive || indicator.kind === 'flow' }) ? 0 : -Infinity;

/** What a value may be: a figure wholly outside of it is a slip, and is set aside. */
export const plausibleRange = onceEach((indicator: Summable & Pick<Indicator, 'kind'>): Interval => {
  const { min = -Infinity, max = Infinity } = indicator.plausible;
  return { low: Math.max(min, floorOf(indicator)), high: max };
});
