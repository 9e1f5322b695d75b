import type { BareProblem } from '../../values/problem.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { Flat } from './columns.ts';

/** The columns that hold numbers. */
const numberColumns = ['value', 'kept', 'rounded_to', 'tolerance'] as const;

/** One comma before three digits, and neither a point nor another comma that would say what it is. */
const LONE_COMMA = /(?<![\d.,_])[1-9]\d{0,2},\d{3}(?![\d.,_])/;

export interface DoubtfulCell {
  readonly column: string;
  readonly problem: BareProblem;
}

/**
 * A number of a row of which nobody but its author knows whether its comma separates thousands: where cells are parted
 * by semicolons, commas were wanted for something else, often for decimals. `12,345` is then 12.345 or 12345.
 */
export function doubtfulComma(row: Flat): DoubtfulCell | undefined {
  for (const column of numberColumns) {
    const text = row[column];
    if (typeof text !== 'string' || !isDoubtful(text)) continue;
    const args = { text, decimal: withComma(text, '.'), thousands: withComma(text, '') };
    return { column, problem: { code: 'ambiguous-comma', args } };
  }
  return undefined;
}

/** What is no number in any case is told as that. */
const isDoubtful = (text: string): boolean => LONE_COMMA.test(text.normalize('NFKC')) && parseQuantity(text).ok;

const withComma = (text: string, sign: string): string =>
  text.normalize('NFKC').replace(LONE_COMMA, number => number.replace(',', sign));
