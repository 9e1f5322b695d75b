import type { Indicator } from './plan.ts';

/** Parts of what is counted add up, and nothing is below zero; parts of what can be negative do not bound the whole. */
export const isSummable = ({ additive, plausible, signed }: Summable): boolean =>
  additive && !signed && (plausible.min ?? 0) >= 0;

type Summable = Pick<Indicator, 'additive' | 'plausible' | 'signed'>;

/** Below this no value is. */
export const floorOf = (indicator: Summable & Pick<Indicator, 'kind'>): number =>
  isSummable({ ...indicator, additive: indicator.additive || indicator.kind === 'flow' }) ? 0 : -Infinity;
