import type { Cell, CellValue, Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';
import { type InnerProblem, type Reader, type ReadResult, unreadable } from './document.ts';
import type { Limits } from './limits.ts';
import { raisedText } from './raised-text.ts';
import { shownDay } from './shown-day.ts';
import { isOtherwise, type Shown, shownNumber, storedText } from './shown-number.ts';
import { textUnder } from './shown-text.ts';
import { cellsOf, type Grid, readTable } from './table.ts';
import { withAccountingFormats } from './xlsx-formats.ts';
import { spanOfCell } from './xlsx-places.ts';
import { sheetProblems, shownOtherwise } from './xlsx-problems.ts';
import { zipProblem } from './zip.ts';

/** The first sheet of a workbook: a table of figures, with or without the fields of the report above it. */
export const xlsx: Reader = { id: 'xlsx', extensions: ['.xlsx'], read };

/** Sheets that are opened to see whether anything stands in them. */
const MAX_SHEETS = 20;

async function read(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  if (bytes.length === 0) return unreadable('empty-file');
  if (isCompoundFile(bytes)) return unreadable('no-open-workbook');
  const problem = zipProblem(bytes, limits);
  if (problem) return unreadable(problem.code, problem.args);
  const unopened: string[] = [];
  const workbook = await readXlsx(await withAccountingFormats(bytes), {
    readStyles: true,
    sheets: ({ name }, index) => index < MAX_SHEETS || unopened.push(name) === 0,
  }).catch((error: unknown) =>
    // Whatever a damaged file makes the library throw, the file is what is wrong.
    unreadable('damaged-file', { format: 'XLSX', message: error instanceof Error ? firstSentence(error.message) : '' }),
  );
  return 'sheets' in workbook ? readSheets(workbook.sheets, unopened, limits) : workbook;
}

/** Workbooks of before 2007 and encrypted ones begin alike: both are files of the same older kind. */
const isCompoundFile = (bytes: Uint8Array): boolean => COMPOUND.every((byte, index) => bytes[index] === byte);
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What the library says behind it is advice on options of its own, which nobody has here. */
const firstSentence = (message: string): string => message.split(/\.\s/)[0] ?? '';

function readSheets(sheets: readonly Sheet[], unopened: readonly string[], limits: Limits): ReadResult {
  const sheet = sheets.find(({ hidden, veryHidden }) => !hidden && !veryHidden) ?? sheets[0];
  if (!sheet) return unreadable('empty-file');
  const others = [...sheets.filter(each => each !== sheet && hasCells(each)).map(({ name }) => name), ...unopened];
  const otherwise: InnerProblem[] = [];
  const grid: Grid = {
    ...cellsOf(
      sheet.rows.map((row, index) => withoutEnd(row.map((cell, col) => textOf(cell, cellAt(sheet, index, col))))),
    ),
    locate: spanOfCell,
    sheet: sheet.name,
    shownAt: (row, col) => shownIn(sheet, row, col, otherwise),
    merged: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      col: startCol,
      endRow,
      endCol,
    })),
  };
  const { documents, problems } = readTable(grid, limits);
  const unread: InnerProblem[] =
    others.length > 0 ? [{ code: 'other-sheets', args: { sheets: others }, sheet: sheet.name }] : [];
  return { documents, problems: [...unread, ...sheetProblems(sheet), ...otherwise, ...problems] };
}

const hasCells = ({ rows }: Sheet): boolean => rows.some(row => row.some(cell => cell !== null && cell !== ''));

const cellAt = ({ cells }: Sheet, row: number, col: number): Cell | undefined => cells?.get(`${row},${col}`);

/** Empty cells behind the last one that is filled; a formatted column leaves thousands of them. */
function withoutEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
}

/** An error is told; it is no text. What shows nothing is told as well, and so is not missing. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  const format = cell?.style?.numFmt;
  if (cell?.type === 'error') return '';
  if (value instanceof Date) return shownDay(value, format);
  if (typeof value === 'number') return storedText(value, format) || cellText(value);
  const text = cell?.richText ? raisedText(cell.richText) : cellText(value);
  return typeof value === 'boolean' ? text : textUnder(format, text) || text;
}

/** What a cell of values shows. Where that is not the number that it keeps, the number is read and the cell is told. */
function shownIn(sheet: Sheet, row: number, col: number, otherwise: InnerProblem[]): Shown | undefined {
  const value = sheet.rows[row]?.[col];
  if (typeof value !== 'number') return undefined;
  const format = cellAt(sheet, row, col)?.style?.numFmt;
  const shown = shownNumber(value, format);
  if (!isOtherwise(shown)) return shown;
  // A cell that shows nothing is told with the sheet, whichever column it is in.
  if (shown.shows !== '') otherwise.push(shownOtherwise({ value, format, shown, row, col, sheet: sheet.name }));
  return { text: cellText(value) };
}
