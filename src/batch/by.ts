import { type Grouping, groupings, type PeriodLength } from '../model/batch.ts';

/** By what a batch groups; a period has a length. */
export interface By {
  readonly file: boolean;
  readonly region: boolean;
  readonly period: PeriodLength | null;
}

export const groupingsOf = ({ file, region, period }: By): Grouping[] =>
  groupings.filter(each => (each === 'period' ? period !== null : each === 'file' ? file : region));
