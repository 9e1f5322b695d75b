import { parseDay } from '../../values/day-notation.ts';
import type { BareProblem } from '../../values/problem.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { Flat } from './columns.ts';

/** What is no number in any table; a day may look like one. */
const others = ['unit', 'indicator', 'measure', 'region'] as const;

/**
 * Whether two columns of a figure stand under each other's names: no number stands as its value, and one as its unit or
 * name; or a day stands as its value, and a number that is no day as its day.
 */
export function swappedIn({ value, ...figure }: Flat): BareProblem<'swapped-columns'> | undefined {
  if (value === undefined || value === null) return undefined;
  const column = isDay(value)
    ? isNoDay(figure['as_of'], isNumber(value)) && 'as_of'
    : !isNumber(value) && others.find(name => isNumber(figure[name]));
  return column
    ? { code: 'swapped-columns', args: { key: column, text: String(figure[column]), value: String(value) } }
    : undefined;
}

const isDay = (cell: unknown): boolean => parseDay(String(cell)).ok;

/** A number that is no day, nor the count of one beside what may be a value after all. */
function isNoDay(cell: unknown, isBesideNumber: boolean): boolean {
  const read = isNumber(cell) ? parseDay(String(cell)) : undefined;
  if (!read || read.ok) return false;
  return !isBesideNumber || !('hint' in read.error.args) || read.error.args.hint !== 'day-number';
}

/** Digits alone: `5G` and `2 台` are names. */
function isNumber(cell: unknown): boolean {
  const read = parseQuantity(String(cell));
  return read.ok && read.value.isPlain && read.value.inUnit === undefined;
}
