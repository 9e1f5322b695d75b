import * as z from 'zod';
import { aggregates } from './aggregate.ts';
import { addProblem, day } from './fields.ts';

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
