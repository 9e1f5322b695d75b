import type { Day } from '../values/day.ts';
import { parseDays } from '../values/day-notation.ts';
import { type Formula, parseFormula } from '../values/formula.ts';
import { fail, type Outcome, ok } from '../values/outcome.ts';
import type { ScalarPiece } from '../values/place.ts';
import type { BareProblem } from '../values/problem.ts';
import { parseQuantity, type Quantity, rangeOf } from '../values/quantity.ts';

/*
 * What the text of a field means. Readers hand over every scalar as the text that stands in the file, so that nothing is
 * interpreted before this point: `6.70` keeps its zero and `2023-12-31` is not yet a date. The schemas are made of these
 * and of parseDay and parseQuantity (fields.ts), and what reads a file in which nothing is wrong asks them alone.
 */

/** A problem of our own catalogue, and the piece of a text that it is about. */
export type FieldProblem = BareProblem & { readonly piece?: ScalarPiece };

type ReadField<T> = (text: string) => Outcome<T, FieldProblem>;

/** The first day of what a day, a month or a year names. */
export const readFirstDay: ReadField<Day> = text => {
  const parsed = parseDays(text);
  return parsed.ok ? ok(parsed.value.from) : parsed;
};

/** The two ends of what lies between them. */
export function readBetween({ between }: { between: readonly Quantity[] }): Outcome<Quantity, FieldProblem> {
  const [low, high, ...more] = between;
  if (!low || !high || more.length > 0)
    return fail({ code: 'wrong-type', args: { expected: 'list of 2', found: `list of ${between.length}` } });
  const text = `${low.text}–${high.text}`;
  const range = rangeOf(low, high, text);
  return range ? ok(range) : fail({ code: 'bad-quantity', args: { text, hint: 'range' } });
}

/** A number of a plan, and one unit of the last digit that the plan writes of it. */
export interface Printed {
  readonly value: number;
  readonly step: number;
}

/** A goal or a parameter: a number that is not itself a bound or an approximation. */
export const readPrinted: ReadField<Printed> = text => {
  const read = parseQuantity(text);
  if (!read.ok) return read;
  if (isPlain(read.value)) return ok({ value: read.value.nominal, step: read.value.step });
  return read.value.inUnit
    ? fail({ code: 'bad-quantity', args: { text: read.value.text, hint: 'unit-in-value' } })
    : fail({ code: 'goal-not-plain', args: { text: read.value.text } });
};

const isPlain = ({ isPlain, inUnit }: Quantity): boolean => isPlain && inUnit === undefined;

/** A number with the sign behind it: per cent, or points of per cent. */
export interface GoalNumber extends Printed {
  readonly sign: '%' | 'pp' | null;
  /** The indicator that it is added to. */
  readonly against?: string;
}

export const POINTS = /\s*(?:pp|个?百分点|percentage points?)\s*$/i;

/** What a goal may be: of a change in what is counted in per cent it is written in points, 1.5pp or 1.5个百分点. */
export const readGoal: ReadField<GoalNumber> = text => {
  const parsed = parseQuantity(text.replace(POINTS, ''));
  if (!parsed.ok) return fail({ code: 'bad-quantity', args: { ...parsed.error.args, text } });
  if (!isPlain(parsed.value)) return fail({ code: 'goal-not-plain', args: { text } });
  const { nominal, step, percent } = parsed.value;
  return ok({ value: nominal, step, sign: POINTS.test(text) ? 'pp' : percent ? '%' : null });
};

/** The same where it does not matter how it was written. */
const readNumber: ReadField<number> = text => {
  const read = readPrinted(text);
  return read.ok ? ok(read.value.value) : read;
};

/** A width: a rounding, a tolerance. */
export const readWidth: ReadField<number> = text => {
  const read = readNumber(text);
  return !read.ok || read.value >= 0 ? read : fail({ code: 'negative-width', args: { text: String(read.value) } });
};

export const readCount: ReadField<number> = text => {
  const read = readNumber(text);
  if (!read.ok || (Number.isInteger(read.value) && read.value >= 0)) return read;
  return fail({ code: 'wrong-type', args: { expected: 'a whole number from 0', found: String(read.value) } });
};

/** Ten to the power of this: from -15 to 15. */
export const readPower: ReadField<number> = text =>
  /^[+-]?(?:\d|1[0-5])$/.test(text.trim())
    ? ok(Number(text))
    : fail({ code: 'wrong-type', args: { expected: 'a whole number from -15 to 15', found: `"${text}"` } });

/** A part of a whole; without the sign `0.08` could be read in two ways. */
export const readPercentage: ReadField<number> = text => {
  const parsed = /[%％]\s*$/.test(text) ? parseQuantity(text) : undefined;
  const value = parsed?.ok && isPlain(parsed.value) ? parsed.value : undefined;
  return value && value.nominal > 0 && value.nominal <= 100
    ? ok(value.nominal)
    : fail({ code: 'bad-share', args: { text } });
};

/** How far off a relation may be, as a part of what it gives: 0.02 for `2%`. Without the sign `0.02` could be read in two ways. */
export const readDeviation: ReadField<number> = text => {
  const read = readPercentage(text);
  return read.ok && read.value < 100 ? ok(read.value / 100) : fail({ code: 'bad-within', args: { text } });
};

/** An expression over indicators. */
export const readFormula: ReadField<Formula> = text => {
  const parsed = parseFormula(text);
  if (parsed.ok) return parsed;
  const { wants, from, to } = parsed.error;
  const piece = { from, to, of: text.length };
  return fail({ code: 'bad-formula', args: { found: text.slice(from, to), wants }, piece });
};

/** `12 months` or `2 years`, as months. */
export const readDuration: ReadField<number> = text => {
  const match = /^(\d+) ?(month|year)s?$/.exec(text.trim());
  return match ? ok(Number(match[1]) * (match[2] === 'year' ? 12 : 1)) : fail({ code: 'bad-duration', args: { text } });
};
