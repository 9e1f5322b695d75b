import type { Indicator } from './plan.ts';

/** Parts of what is counted add up, and nothing is below zero; parts of what can be negative do not bound the whole. */
export const isSummable = ({ additive, plausible }: Pick<Indicator, 'additive' | 'plausible'>): boolean =>
  additive && (plausible.min ?? 0) >= 0;

/** Below this no value is. */
export const floorOf = (indicator: Pick<Indicator, 'additive' | 'plausible'>): number =>
  isSummable(indicator) ? 0 : -Infinity;
