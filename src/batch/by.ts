import { type Grouping, groupings, type PeriodLength } from '../model/batch.ts';

/** By what a batch groups; a period has a length. */
export interface By {
  readonly plan: boolean;
  readonly file: boolean;
  readonly region: boolean;
  readonly period: PeriodLength | null;
}

export const groupingsOf = (by: By): Grouping[] => groupings.filter(each => by[each] !== null && by[each] !== false);
