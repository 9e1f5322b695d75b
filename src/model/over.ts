import * as z from 'zod';
import { type Day, isEndOfMonth } from '../values/day.ts';
import { addProblem, day } from './fields.ts';

/** How the figures of a span make the value that is judged. */
export const aggregates = ['mean', 'sum', 'compound', 'change', 'each'] as const;
export type Aggregate = (typeof aggregates)[number];

/** The sign under which each is shown. */
export const aggregateSigns: Readonly<Record<Aggregate, string>> = {
  mean: '⌀',
  sum: 'Σ',
  compound: 'Π',
  change: 'Δ',
  each: '∀',
};

/** The span of a target: its first and its last period, each by its last day. */
export const over = z.strictObject({ from: day, to: day, aggregate: z.enum(aggregates) }).superRefine((fields, ctx) => {
  const { from, to } = fields;
  if (from > to) addProblem(ctx, 'days-out-of-order', { first: from, second: to }, ['to']);
});

type OverFields = z.output<typeof over>;

export interface Over extends OverFields {
  /** The goal is written in per cent: of a change, the last state against the first. */
  readonly isPercent: boolean;
}

/** A period by its last day, as people call it: 2024, 2024-06, 2024-06-15. */
export const periodName = (day: string, isYear = day.endsWith('-12-31')): string =>
  isYear ? day.slice(0, 4) : isEndOfMonth(day as Day) ? day.slice(0, 7) : day;

export function spanName({ from, to }: { readonly from: string; readonly to: string }): string {
  const isYears = from.endsWith('-12-31') && to.endsWith('-12-31');
  return `${periodName(from, isYears)}–${periodName(to, isYears)}`;
}
