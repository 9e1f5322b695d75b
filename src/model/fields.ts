import * as z from 'zod';
import { parseDay } from '../values/day-notation.ts';
import { inBoth } from '../values/fact.ts';
import type { Outcome } from '../values/outcome.ts';
import type { ProblemArgs, ProblemCode } from '../values/problem.ts';
import { parseQuantity } from '../values/quantity.ts';
import {
  type FieldProblem,
  readBetween,
  readCount,
  readDeviation,
  readDuration,
  readFirstDay,
  readFormula,
  readGoal,
  readPercentage,
  readPower,
  readPrinted,
  readWidth,
} from './field-texts.ts';
import { CALLED, IDENTIFIER } from './identifier.ts';

/* The fields that plan and report files share, as schemas. */

const custom = (problem: FieldProblem) => ({ message: problem.code, params: { problem } });

export function addProblem<C extends ProblemCode>(
  ctx: z.core.$RefinementCtx,
  code: C,
  args: ProblemArgs[C],
  path: string[] = [],
) {
  ctx.addIssue({ code: 'custom', ...custom({ code, args } as FieldProblem), path });
}

/** The problem that a zod check has found. */
export const problemOf = ({ params }: z.core.$ZodIssueCustom): FieldProblem => params?.['problem'];

/** A text that means something. */
export const field = <T>(read: (text: string) => Outcome<T, FieldProblem>) =>
  z.string().transform((text, ctx): T => {
    const found = read(text);
    if (found.ok) return found.value;
    ctx.addIssue({ code: 'custom', ...custom(found.error), path: [] });
    return z.NEVER;
  });

export const words = z.string().trim().min(1);

export const identifier = z.string().regex(new RegExp(IDENTIFIER, 'u'));

/** What something of the plan is called: its id, a title or an alias. */
export const calledName = z.string().regex(CALLED);

/** Other names by which reports may call something. */
export const aliases = z.array(words).default([]);

export const day = field(parseDay).meta({ id: 'day' });

export const firstDay = field(readFirstDay).meta({ id: 'firstDay' });

export const quantity = field(text => parseQuantity(text)).meta({ id: 'quantity' });

const twoEnds = z.strictObject({ between: z.array(quantity).meta({ minItems: 2, maxItems: 2 }) });

/** A number of which only two ends are known. */
export const between = twoEnds
  .transform((given, ctx) => {
    const found = readBetween(given);
    if (found.ok) return found.value;
    ctx.addIssue({ code: 'custom', ...custom(found.error), path: ['between'] });
    return z.NEVER;
  })
  .meta({ id: 'between' });

export const printedNumber = field(readPrinted).meta({ id: 'number' });

export const goalNumber = field(readGoal).meta({ id: 'goal' });

/** The same where it does not matter how it was written. */
export const plainNumber = printedNumber.transform(({ value }) => value);

export const widthNumber = field(readWidth).meta({ id: 'width' });

export const powerOfTen = field(readPower).meta({ id: 'power' });

export const percentage = field(readPercentage).meta({ id: 'percentage' });

/** A goal that is either set or not there: `achieve: true`. */
export const yes = z
  .literal('true')
  .transform(() => true)
  .meta({ id: 'yes' });

export const flag = z
  .enum(['true', 'false'])
  .transform(text => text === 'true')
  .meta({ id: 'flag' });

export const deviation = field(readDeviation).meta({ id: 'deviation' });

export const formula = field(readFormula).meta({ id: 'formula' });

export const duration = field(readDuration).meta({ id: 'duration' });

/** A title in one language or in both; the missing one is filled from the other. */
export const label = z
  .union([
    words.transform(inBoth),
    z
      .strictObject({ en: words.optional(), zh: words.optional() })
      .refine(
        ({ en, zh }) => en !== undefined || zh !== undefined,
        custom({ code: 'missing-key', args: { key: 'en' } }),
      )
      .transform(({ en, zh }) => ({ en: en ?? zh ?? '', zh: zh ?? en ?? '' })),
  ])
  .meta({ id: 'label' });

export type Label = z.output<typeof label>;

/** How sure a target is; where the plan file does not say, nothing is claimed. */
export const certainty = z.enum(['stated', 'paraphrased', 'inferred', 'unstated']);

/** Whether a source names a task or measure, or it was concluded; where the plan file does not say, neither. */
export const naming = z.enum(['stated', 'inferred', 'unstated']);

export const sourceIds = z.array(identifier);

export const wholeNumber = field(readCount).meta({ id: 'count' });

/** One or several; a single one needs no list. None would switch a gate off without a word. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform(one => [one]), z.array(item).min(1)]);
