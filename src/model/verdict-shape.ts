import * as z from 'zod';
import { oneOf } from './shape.ts';
import { byWorst, type DecidedVerdict, worstToBest } from './verdict.ts';

export const decidedVerdict = oneOf<DecidedVerdict>(worstToBest);

/** From worst to best, each once; never empty, because some world is always possible. */
export const possibleVerdicts = z
  .array(decidedVerdict)
  .min(1)
  .refine(areInOrder, { error: 'the verdicts do not stand from worst to best, each once' });

function areInOrder(verdicts: readonly DecidedVerdict[]): boolean {
  return verdicts.every((verdict, index) => index === 0 || byWorst(verdicts[index - 1] as DecidedVerdict, verdict) < 0);
}
