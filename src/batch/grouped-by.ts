import { type Grouping, groupings, type PeriodLength } from '../model/batch.ts';

/** By what a batch groups; a period has a length. */
export interface GroupedBy {
  readonly plan: boolean;
  readonly file: boolean;
  readonly region: boolean;
  readonly period: PeriodLength | null;
}

export const groupingsOf = (groupedBy: GroupedBy): Grouping[] =>
  groupings.filter(each => groupedBy[each] !== null && groupedBy[each] !== false);
