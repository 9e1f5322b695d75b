import type { Span } from '../../values/place.ts';
import type { Area } from '../table/grid.ts';

/** Where a cell of a sheet stands, or the first one of a row. */
export const spanOfCell = (row: number, col = 0): Span => ({
  line: row + 1,
  col: col + 1,
  endLine: row + 1,
  endCol: col + 2,
});

/** The last row and the last column of a sheet, counted from 1. */
const MAX_ROW = 1_048_576;
const MAX_COL = 16_384;

/** A row or a column by the number that a sheet counts it by; undefined where no sheet has it. */
export function rowAt(number: string): number | undefined {
  const row = /^[1-9]\d{0,6}$/.test(number) ? Number(number) : Number.POSITIVE_INFINITY;
  return row <= MAX_ROW ? row - 1 : undefined;
}

/** A column by its number, the last one for a number beyond it. */
export function colAt(number: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(number) ? Math.min(Number(number), MAX_COL) - 1 : undefined;
}

/** A cell by its letters and number, such as `B2`. */
export function cellAt(reference: string): { readonly row: number; readonly col: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(reference) ?? [];
  const row = rowAt(digits);
  const col = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return row === undefined || col > MAX_COL ? undefined : { row, col: col - 1 };
}

/** Cells from one to another, such as `B2:C4`. */
export function areaAt(reference: string): Area | undefined {
  const [first = '', last = first, more] = reference.split(':');
  const [from, to] = [cellAt(first), cellAt(last)];
  if (!from || !to || more !== undefined || to.row < from.row || to.col < from.col) return undefined;
  return { ...from, endRow: to.row, endCol: to.col };
}
