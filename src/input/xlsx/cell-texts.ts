import { cellText } from '../shown/cell-text.ts';
import { shownDay } from '../shown/day.ts';
import { isOtherwise, shownNumber, storedText } from '../shown/number.ts';
import { textUnder } from '../shown/text.ts';
import type { SheetCell } from './rows.ts';

/** What is read of a cell. An error is told; it is no text. What shows nothing is told as well, and so is not missing. */
export function textOf({ value, style: { format } }: SheetCell): string {
  if (value === undefined) return '';
  if (value instanceof Date) return shownDay(value, format);
  if (typeof value === 'number') return storedText(value, format) || cellText(value);
  if (typeof value === 'boolean') return cellText(value);
  return textUnder(format, value) || value;
}

/** What a reader sees of it, and of a formula without a result the formula. */
export function seenText(cell: SheetCell): string {
  const { value, error, formula, style } = cell;
  if (error !== undefined) return error;
  if (value === undefined) return formula === undefined ? '' : `=${formula}`;
  const shown = typeof value === 'number' ? shownNumber(value, style.format) : undefined;
  return (isOtherwise(shown) ? shown.shows : shown?.text) ?? textOf(cell);
}
