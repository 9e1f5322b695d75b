import type { InnerProblem } from '../document/document.ts';
import { cellText } from '../shown/cell-text.ts';
import { isNothing, type Otherwise } from '../shown/number.ts';
import { textUnder } from '../shown/text.ts';
import { spanOfCell } from './places.ts';
import type { SheetCell } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** What nobody can read in a sheet, and what nobody can see in it. */
export const sheetProblems = (sheet: Sheet, isUncalculated: boolean): InnerProblem[] => [
  ...cellProblems(sheet, isUncalculated),
  ...hiddenRows(sheet),
];

/**
 * A formula is read by the value that the spreadsheet kept for it; without one nobody knows what it would be, nor where the
 * workbook says that all are still to be calculated. Where an
 * old number is struck out before the new one, the digits of both would be read as one number.
 */
function cellProblems({ name, rows }: Sheet, isUncalculated: boolean): InnerProblem[] {
  const problems: InnerProblem[] = [];
  for (const [row, { cells }] of rows) {
    for (const cell of cells) {
      const problem = cellProblem(isUncalculated ? uncalculated(cell) : cell, row, name);
      if (problem) problems.push(problem);
    }
  }
  return problems;
}

/** What stands there is no result of its formula. */
const uncalculated = (cell: SheetCell): SheetCell =>
  cell.formula === undefined ? cell : { ...cell, value: undefined };

function cellProblem(cell: SheetCell, row: number, sheet: string): InnerProblem | undefined {
  const { col, value, style, isStruckOut, error, formula } = cell;
  const where = { span: spanOfCell(row, col), sheet };
  if (error !== undefined) return { code: 'error-in-cell', args: { text: error }, ...where };
  if (isFilled(value) && isStruckOut) return { code: 'struck-out', args: { text: cellText(value) }, ...where };
  if (showsNothing(cell)) return shownOtherwise({ value, format: style.format, shown: NOTHING, row, col, sheet });
  if (formula === undefined || value !== undefined) return undefined;
  return { code: 'formula-without-value', args: { formula: `=${formula}` }, ...where };
}

interface CellShown {
  readonly value: unknown;
  readonly format: string | undefined;
  readonly shown: Otherwise;
  readonly row: number;
  readonly col: number;
  readonly sheet: string;
}

/** A cell that does not show the number or the text that it keeps. */
export function shownOtherwise({ value, format = '', shown, row, col, sheet }: CellShown): InnerProblem {
  const args = { text: cellText(value), format, shows: shown.shows };
  return { code: 'shown-otherwise', args, span: spanOfCell(row, col), sheet };
}

const NOTHING: Otherwise = { shows: '' };

function showsNothing({ value, style: { format } }: SheetCell): boolean {
  if (format === undefined || !isFilled(value)) return false;
  if (typeof value === 'string') return textUnder(format, value) === '';
  return typeof value === 'number' && isNothing(value, format);
}

/** A row that is not shown may be withdrawn or only filtered away; rows that follow each other are told once. */
function hiddenRows({ name, rows }: Sheet): InnerProblem[] {
  const problems: InnerProblem[] = [];
  const isHidden = (row: number) => rows.get(row)?.isHidden === true;
  for (const first of rows.keys()) {
    if (!isHidden(first) || isHidden(first - 1)) continue;
    let last = first;
    while (isHidden(last + 1)) last++;
    problems.push({
      code: 'hidden-rows',
      args: { first: first + 1, last: last + 1 },
      span: spanOfCell(first),
      sheet: name,
    });
  }
  return problems;
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== '';
