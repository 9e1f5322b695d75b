import type { Cell, Sheet } from 'hucre';
import { cellText } from './cell-text.ts';
import type { InnerProblem } from './document.ts';
import { isOtherwise, type Otherwise, shownNumber } from './shown-number.ts';
import { textUnder } from './shown-text.ts';
import { spanOfCell } from './xlsx-places.ts';

/** What nobody can read in a sheet, and what nobody can see in it. */
export const sheetProblems = (sheet: Sheet): InnerProblem[] => [...cellProblems(sheet), ...hiddenRows(sheet)];

/**
 * A formula is read by the value that the spreadsheet kept for it; without one nobody knows what it would be. Where an
 * old number is struck out before the new one, the digits of both would be read as one number.
 */
function cellProblems({ name, cells }: Sheet): InnerProblem[] {
  return [...(cells ?? [])].flatMap(([key, cell]): InnerProblem[] => {
    const { type, value, formula } = cell;
    const [row = 0, col = 0] = key.split(',').map(Number);
    const where = { span: spanOfCell(row, col), sheet: name };
    if (type === 'error') return [{ code: 'error-in-cell', args: { text: String(value) }, ...where }];
    if (isFilled(value) && isStruckOut(cell))
      return [{ code: 'struck-out', args: { text: cellText(value) }, ...where }];
    if (showsNothing(cell))
      return [shownOtherwise({ value, format: cell.style?.numFmt, shown: NOTHING, row, col, sheet: name })];
    if (formula === undefined || value !== null) return [];
    return [{ code: 'formula-without-value', args: { formula: `=${formula}` }, ...where }];
  });
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
  const args = { text: cellText(value), format, ...(shown.shows !== undefined && { shows: shown.shows }) };
  return { code: 'shown-otherwise', args, span: spanOfCell(row, col), sheet };
}

const NOTHING: Otherwise = { shows: '' };

function showsNothing({ value, style }: Cell): boolean {
  const format = style?.numFmt;
  if (format === undefined || !isFilled(value)) return false;
  if (typeof value === 'string') return textUnder(format, value) === '';
  const shown = typeof value === 'number' ? shownNumber(value, format) : undefined;
  return isOtherwise(shown) && shown.shows === '';
}

/** A row that is not shown may be withdrawn or only filtered away; rows that follow each other are told once. */
function hiddenRows({ name, rows, rowDefs }: Sheet): InnerProblem[] {
  const isHidden = (row: number) => rowDefs?.get(row)?.hidden === true && (rows[row] ?? []).some(isFilled);
  const problems: InnerProblem[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (!isHidden(row)) continue;
    const first = row;
    while (isHidden(row + 1)) row++;
    const args = { first: first + 1, last: row + 1 };
    problems.push({ code: 'hidden-rows', args, span: spanOfCell(first), sheet: name });
  }
  return problems;
}

const isStruckOut = ({ style, richText = [] }: Cell): boolean =>
  style?.font?.strikethrough === true || richText.some(({ text, font }) => font?.strikethrough && text.trim() !== '');

const isFilled = (cell: unknown): boolean => cell !== null && cell !== '';
