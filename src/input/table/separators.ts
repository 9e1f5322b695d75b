import type { BareProblem } from '../../values/problem.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { Flat } from './columns.ts';
import type { Grid } from './grid.ts';

/** The columns that hold numbers. */
const numberColumns = ['value', 'kept', 'rounded_to', 'tolerance'] as const;

/** One comma or point before three digits, and no other sign that would say what it is. */
const LONE_SIGN = /(?<![\d.,_])[1-9]\d{0,2}[.,]\d{3}(?![\d.,_eE])/;

export interface DoubtfulCell {
  readonly column: string;
  readonly problem: BareProblem;
}

/**
 * A number of a row of which nobody but its author knows whether its comma, or its point, separates thousands: where cells
 * are parted by semicolons, commas were wanted for something else, often for decimals. `12,345` and `12.345` are then 12.345
 * or 12345.
 */
export function doubtfulSeparator(row: Flat): DoubtfulCell | undefined {
  for (const column of numberColumns) {
    const text = row[column];
    if (typeof text !== 'string' || !isDoubtful(text)) continue;
    const args = { text, decimal: withSign(text, '.'), thousands: withSign(text, '') };
    return { column, problem: { code: 'ambiguous-separator', args } };
  }
  return undefined;
}

/** What is no number in any case is told as that. */
const isDoubtful = (text: string): boolean => LONE_SIGN.test(text.normalize('NFKC')) && parseQuantity(text).ok;

const withSign = (text: string, sign: string): string =>
  text.normalize('NFKC').replace(LONE_SIGN, number => number.replace(/[.,]/, sign));

/** The numbers of a row as we write them; or the first one of which that cannot be said. */
export function asSeparated(
  figure: Flat,
  { separators }: Pick<Grid, 'separators'>,
): DoubtfulCell | { readonly figure: Flat } {
  if (separators === 'comma') return withDecimalComma(figure);
  return (separators === 'doubtful' ? doubtfulSeparator(figure) : undefined) ?? { figure };
}

/** `1.234,5` as 1,234.5. What is a number with a point alone, such as 12.5, is none with a comma. */
function withDecimalComma(row: Flat): DoubtfulCell | { readonly figure: Flat } {
  const figure: Record<string, unknown> = { ...row };
  for (const column of numberColumns) {
    const text = row[column];
    if (typeof text !== 'string') continue;
    const ours = text.normalize('NFKC').replace(/[.,]/g, sign => (sign === ',' ? '.' : ','));
    if (ours !== text && !parseQuantity(ours).ok && parseQuantity(text).ok)
      return { column, problem: { code: 'bad-quantity', args: { text, hint: 'grouping' } } };
    figure[column] = ours;
  }
  return { figure };
}
