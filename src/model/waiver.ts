import * as z from 'zod';
import { addProblem, calledName, day, words } from './fields.ts';
import { verdicts } from './verdict.ts';

/** A gap that somebody answers for. Every field is required: who, why, by which document, for how long. */
const waiver = z
  .strictObject({
    target: calledName,
    region: calledName.optional(),
    verdicts: z.array(z.enum(verdicts as [string, ...string[]])).min(1),
    reason: words,
    approver: words,
    document: words,
    from: day,
    until: day,
  })
  .superRefine(({ from, until }, ctx) => {
    if (from > until) addProblem(ctx, 'days-out-of-order', { first: from, second: until }, ['until']);
  });

export const waiverFileSchema = z.strictObject({ $schema: words.optional(), waivers: z.array(waiver) });

export type Waiver = z.output<typeof waiver>;
