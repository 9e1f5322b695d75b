import type { Cell, CellValue, Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';
import { type InnerProblem, type Reader, type ReadResult, unreadable } from './document.ts';
import type { Limits } from './limits.ts';
import { raisedText } from './raised-text.ts';
import { shownDay } from './shown-day.ts';
import { type Shown, shownNumber, storedText } from './shown-number.ts';
import { cellsOf, type Grid, readTable } from './table.ts';
import { spanOfCell } from './xlsx-places.ts';
import { sheetProblems } from './xlsx-problems.ts';
import { zipProblem } from './zip.ts';

/** The first sheet of a workbook: a table of figures, with or without the fields of the report above it. */
export const xlsx: Reader = { id: 'xlsx', extensions: ['.xlsx'], read };

/** Sheets that are opened to see whether anything stands in them. */
const MAX_SHEETS = 20;

async function read(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  if (bytes.length === 0) return unreadable('empty-file');
  const problem = zipProblem(bytes, limits);
  if (problem) return unreadable(problem.code, problem.args);
  const unopened: string[] = [];
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ name }, index) => index < MAX_SHEETS || unopened.push(name) === 0,
  }).catch((error: unknown) =>
    // Whatever a damaged file makes the library throw, the file is what is wrong.
    unreadable('damaged-file', { format: 'XLSX', message: error instanceof Error ? error.message : '' }),
  );
  return 'sheets' in workbook ? readSheets(workbook.sheets, unopened) : workbook;
}

function readSheets(sheets: readonly Sheet[], unopened: readonly string[]): ReadResult {
  const sheet = sheets.find(({ hidden, veryHidden }) => !hidden && !veryHidden) ?? sheets[0];
  if (!sheet) return unreadable('empty-file');
  const others = [...sheets.filter(each => each !== sheet && hasCells(each)).map(({ name }) => name), ...unopened];
  const grid: Grid = {
    ...cellsOf(
      sheet.rows.map((row, index) => withoutEnd(row.map((cell, col) => textOf(cell, cellAt(sheet, index, col))))),
    ),
    locate: spanOfCell,
    sheet: sheet.name,
    shownAt: (row, col) => shownIn(sheet, row, col),
    merged: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      col: startCol,
      endRow,
      endCol,
    })),
  };
  const { documents, problems } = readTable(grid);
  const unread: InnerProblem[] =
    others.length > 0 ? [{ code: 'other-sheets', args: { sheets: others }, sheet: sheet.name }] : [];
  return { documents, problems: [...unread, ...sheetProblems(sheet), ...problems] };
}

const hasCells = ({ rows }: Sheet): boolean => rows.some(row => row.some(cell => cell !== null && cell !== ''));

const cellAt = ({ cells }: Sheet, row: number, col: number): Cell | undefined => cells?.get(`${row},${col}`);

/** Empty cells behind the last one that is filled; a formatted column leaves thousands of them. */
function withoutEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
}

/** An error is told; it is no text. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  const format = cell?.style?.numFmt;
  if (cell?.type === 'error') return '';
  if (cell?.richText) return raisedText(cell.richText);
  if (value instanceof Date) return shownDay(value, format);
  return typeof value === 'number' ? storedText(value, format) : cellText(value);
}

function shownIn(sheet: Sheet, row: number, col: number): Shown | undefined {
  const value = sheet.rows[row]?.[col];
  return typeof value === 'number' ? shownNumber(value, cellAt(sheet, row, col)?.style?.numFmt) : undefined;
}
