import type { BareProblem, ProblemArgs } from '../../values/problem.ts';
import { beyondLimit, type InnerProblem } from '../document/document.ts';
import { type Limits, MAX_TOLD } from '../document/limits.ts';
import { cellText } from '../shown/cell-text.ts';
import { isNoDay } from '../shown/day.ts';
import { isNothing, type Otherwise } from '../shown/number.ts';
import { colourUnder } from '../shown/section.ts';
import { textUnder } from '../shown/text.ts';
import { spanOfCell } from './places.ts';
import type { SheetCell } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** What nobody can read in a sheet, and what nobody can see in it. */
export function sheetProblems(sheet: Sheet, isUncalculated: boolean, limits: Limits): SheetProblems {
  const ofCells = [...cellProblems(sheet, isUncalculated), ...coveredCells(sheet, limits)];
  const refused = new Set(ofCells.map(({ span }) => `${span?.line} ${span?.col}`));
  return {
    problems: [...ofCells, ...hiddenRows(sheet)],
    isRefused: (row, col) => refused.size > 0 && refused.has(`${row + 1} ${col + 1}`),
  };
}

export interface SheetProblems {
  readonly problems: readonly InnerProblem[];
  /** Whether one of them is about a cell, counted from 0. */
  readonly isRefused: (row: number, col: number) => boolean;
}

/**
 * A formula is read by the value that the spreadsheet kept for it; without one nobody knows what it would be, nor where the
 * workbook says that all are still to be calculated. Where an
 * old number is struck out before the new one, the digits of both would be read as one number.
 */
function cellProblems({ name, rows, hidesZeros }: Sheet, isUncalculated: boolean): InnerProblem[] {
  const problems: InnerProblem[] = [];
  for (const [row, { cells }] of rows) {
    for (const cell of cells) {
      const problem = cellProblem(isUncalculated ? uncalculated(cell) : cell, row, name);
      if (problem) problems.push(problem);
      else if (hidesZeros && cell.value === 0) problems.push(unseen(cell, 'zeros', row, name));
      else if (cell.isUnseen) problems.push(unseen(cell, 'runs', row, name));
      else if (isInColourOfGround(cell)) problems.push(unseen(cell, 'colour', row, name));
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
  if (showsNothing(cell)) return { ...shownOtherwise(value, style.format, NOTHING), ...where };
  if (formula === undefined || value !== undefined) return undefined;
  return { code: 'formula-without-value', args: { formula: `=${formula}` }, ...where };
}

const unseen = (
  { value, col }: SheetCell,
  because: ProblemArgs['not-shown']['because'],
  row: number,
  sheet: string,
): InnerProblem => ({
  code: 'not-shown',
  args: { text: cellText(value), because },
  span: spanOfCell(row, col),
  sheet,
});

/** A cell that does not show the number or the text that it keeps. */
export const shownOtherwise = (
  value: unknown,
  format: string | undefined,
  { shows }: Otherwise,
): BareProblem<'shown-otherwise'> => ({
  code: 'shown-otherwise',
  args: { text: cellText(value), format: format ?? '', shows },
});

const NOTHING: Otherwise = { shows: '' };

function showsNothing({ value, style: { format } }: SheetCell): boolean {
  if (format === undefined || !isFilled(value)) return false;
  if (value instanceof Date) return isNoDay(format);
  return typeof value === 'number' ? isNothing(value, format) : textUnder(format, String(value)) === '';
}

/** Cells that others cover with which they are merged: only the first one of them is shown. */
function coveredCells({ name, rows, merged }: Sheet, limits: Limits): InnerProblem[] {
  const problems: InnerProblem[] = [];
  const numbers = [...rows.keys()];
  let looked = 0;
  for (const { row, col, endRow, endCol } of merged) {
    for (let index = firstAtLeast(numbers, row, number => number); (numbers[index] ?? Infinity) <= endRow; index++) {
      if (++looked > limits.cells) return [...problems, { ...beyondLimit('cells', limits), sheet: name }];
      const number = numbers[index] ?? 0;
      const cells = rows.get(number)?.cells ?? [];
      const first = firstAtLeast(cells, number === row ? col + 1 : col, cell => cell.col);
      const cell = cells[first];
      if (cell && cell.col <= endCol && isFilled(cell.value)) problems.push(unseen(cell, 'covered', number, name));
    }
  }
  return problems.slice(0, MAX_TOLD);
}

/** Where in a list in order the first one is that is no less. */
function firstAtLeast<T>(list: readonly T[], least: number, of: (each: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (of(list[middle] as T) < least) low = middle + 1;
    else high = middle;
  }
  return low;
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

/** Letters of a white font, or of a format such as `[White]0`, on white. */
const isInColourOfGround = ({ value, style: { isUnseen, format, ground } }: SheetCell): boolean =>
  isFilled(value) && (isUnseen || (format !== undefined && colourUnder(format, value) === ground));

const isFilled = (value: unknown): boolean => value !== undefined && value !== '';
