import * as z from 'zod';
import type { Day } from '../values/day.ts';
import { parseDay, parseDays } from '../values/day-notation.ts';
import { type Formula, parseFormula } from '../values/formula.ts';
import type { ScalarPiece } from '../values/place.ts';
import type { BareProblem, ProblemArgs, ProblemCode } from '../values/problem.ts';
import { parseQuantity, type Quantity } from '../values/quantity.ts';

/*
 * The fields that plan and report files share. Readers hand over every scalar as the text that stands in the file, so
 * that nothing is interpreted before this point: `6.70` keeps its zero and `2023-12-31` is not yet a date.
 */

/** A problem of our own catalogue in a zod check, and the piece of a text that it is about. */
const custom = (problem: BareProblem & { readonly piece?: ScalarPiece }) => ({
  message: problem.code,
  params: { problem },
});

export function addProblem<C extends ProblemCode>(
  ctx: z.core.$RefinementCtx,
  code: C,
  args: ProblemArgs[C],
  path: string[] = [],
  piece?: ScalarPiece,
) {
  ctx.addIssue({ code: 'custom', ...custom({ code, args, ...(piece && { piece }) } as BareProblem), path });
}

/** The problem that a zod check has found. */
export const problemOf = ({ params }: z.core.$ZodIssueCustom): BareProblem & { readonly piece?: ScalarPiece } =>
  params?.['problem'];

export const words = z.string().trim().min(1);

export const IDENTIFIER = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
export const identifier = z.string().regex(IDENTIFIER);

export const day = z
  .string()
  .transform((text, ctx) => {
    const parsed = parseDay(text);
    if (parsed.ok) return parsed.value;
    addProblem(ctx, parsed.error.code, parsed.error.args);
    return z.NEVER;
  })
  .meta({
    id: 'day',
    description:
      'YYYY-MM-DD; a month YYYY-MM, a quarter 2023-Q2 or a year YYYY stands for its last day; 2023年12月31日, 2023年底 …',
  });

/** The first day of what a day, a month or a year names. */
export const firstDay = z
  .string()
  .transform((text, ctx): Day => {
    const parsed = parseDays(text);
    if (parsed.ok) return parsed.value.from;
    addProblem(ctx, parsed.error.code, parsed.error.args);
    return z.NEVER;
  })
  .meta({ id: 'firstDay', description: 'YYYY-MM-DD; a month YYYY-MM or a year YYYY stands for its first day' });

export const quantity = z
  .string()
  .transform((text, ctx): Quantity => {
    const parsed = parseQuantity(text);
    if (parsed.ok) return parsed.value;
    addProblem(ctx, 'bad-quantity', { text, hint: parsed.error.hint });
    return z.NEVER;
  })
  .meta({ id: 'quantity', description: '120000, "120,000", 12万, 5.4%, ">93,000", 93,000以上, 约 20 …' });

/** A number of a plan, and one unit of the last digit that the plan writes of it. */
export interface Printed {
  readonly value: number;
  readonly step: number;
}

/** A goal or a parameter: a number that is not itself a bound or an approximation. */
export const printedNumber = quantity
  .transform((value, ctx): Printed => {
    if (isPlain(value)) return { value: value.nominal, step: value.step };
    if (value.inUnit) addProblem(ctx, 'bad-quantity', { text: value.text, hint: 'unit-in-value' });
    else addProblem(ctx, 'goal-not-plain', { text: value.text });
    return z.NEVER;
  })
  .meta({ id: 'number', description: 'a plain number: 120000, "120,000", 12万, 1.3, 5.4%' });

const isPlain = ({ isPlain, inUnit }: Quantity): boolean => isPlain && inUnit === undefined;

/** A number with the sign behind it: per cent, or points of per cent. */
export interface GoalNumber extends Printed {
  readonly sign: '%' | 'pp' | null;
  /** The indicator that it is added to. */
  readonly against?: string;
}

export const POINTS = /\s*(?:pp|个?百分点|percentage points?)\s*$/i;

/** What a goal may be: of a change in what is counted in per cent it is written in points, 1.5pp or 1.5个百分点. */
export const goalNumber = z
  .string()
  .transform((text, ctx): GoalNumber => {
    const parsed = parseQuantity(text.replace(POINTS, ''));
    if (!parsed.ok) addProblem(ctx, 'bad-quantity', { text, hint: parsed.error.hint });
    else if (!isPlain(parsed.value)) addProblem(ctx, 'goal-not-plain', { text });
    else {
      const { nominal, step, percent } = parsed.value;
      return { value: nominal, step, sign: POINTS.test(text) ? 'pp' : percent ? '%' : null };
    }
    return z.NEVER;
  })
  .meta({ id: 'goal', description: 'a plain number: 120000, "120,000", 12万, 1.3, 5.4%; of a change also 1.5pp' });

/** The same where it does not matter how it was written. */
export const plainNumber = printedNumber.transform(({ value }) => value);

/** A width: a rounding, a tolerance. */
export const widthNumber = plainNumber
  .transform((value, ctx): number => {
    if (value >= 0) return value;
    addProblem(ctx, 'negative-width', { text: String(value) });
    return z.NEVER;
  })
  .meta({ id: 'width', description: 'a plain number, zero or above' });

/** Ten to the power of this: from -15 to 15. */
export const powerOfTen = z
  .string()
  .transform((text, ctx): number => {
    if (/^[+-]?(?:\d|1[0-5])$/.test(text.trim())) return Number(text);
    addProblem(ctx, 'wrong-type', { expected: 'a whole number from -15 to 15', found: `"${text}"` });
    return z.NEVER;
  })
  .meta({ id: 'power', description: 'a whole number from -15 to 15' });

/** A part of a whole; without the sign `0.08` could be read in two ways. */
export const percentage = z
  .string()
  .transform((text, ctx): number => {
    const parsed = /[%％]\s*$/.test(text) ? parseQuantity(text) : undefined;
    const value = parsed?.ok && isPlain(parsed.value) ? parsed.value : undefined;
    if (value && value.nominal > 0 && value.nominal <= 100) return value.nominal;
    addProblem(ctx, 'bad-share', { text });
    return z.NEVER;
  })
  .meta({ id: 'percentage', description: 'above 0 and at most 100 per cent: 8%, 12.5%' });

/** A goal that is either set or not there: `achieve: true`. */
export const yes = z
  .literal('true')
  .transform(() => true)
  .meta({ id: 'yes' });

export const flag = z
  .enum(['true', 'false'])
  .transform(text => text === 'true')
  .meta({ id: 'flag' });

/** An expression over indicators. */
export const formula = z
  .string()
  .transform((text, ctx): Formula => {
    const parsed = parseFormula(text);
    if (parsed.ok) return parsed.value;
    const { wants, from, to } = parsed.error;
    addProblem(ctx, 'bad-formula', { found: text.slice(from, to), wants }, [], { from, to, of: text.length });
    return z.NEVER;
  })
  .meta({
    id: 'formula',
    description: 'numbers and indicators with + - * / and brackets: doctors / population * 1000',
  });

/** `12 months` or `2 years`, as months. */
export const duration = z
  .string()
  .transform((text, ctx): number => {
    const match = /^(\d+) ?(month|year)s?$/.exec(text.trim());
    if (match) return Number(match[1]) * (match[2] === 'year' ? 12 : 1);
    addProblem(ctx, 'bad-duration', { text });
    return z.NEVER;
  })
  .meta({ id: 'duration', description: '12 months, 2 years' });

/** A title in one language or in both; the missing one is filled from the other. */
export const label = z
  .union([
    words.transform(text => ({ en: text, zh: text })),
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

export const wholeNumber = plainNumber
  .transform((value, ctx): number => {
    if (Number.isInteger(value) && value >= 0) return value;
    addProblem(ctx, 'wrong-type', { expected: 'a whole number from 0', found: String(value) });
    return z.NEVER;
  })
  .meta({ id: 'count', description: 'a whole number from 0' });

/** One or several; a single one needs no list. None would switch a gate off without a word. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform(one => [one]), z.array(item).min(1)]);
