import type { Cell, CellValue, Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import type { Span } from '../values/place.ts';
import { cellText, percentText } from './cell-text.ts';
import { type InnerProblem, type Reader, type ReadResult, unreadable } from './document.ts';
import type { Limits } from './limits.ts';
import { cellsOf, type Grid, readTable } from './table.ts';
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
  return { documents, problems: [...unread, ...formulaProblems(sheet), ...problems] };
}

const hasCells = ({ rows }: Sheet): boolean => rows.some(row => row.some(cell => cell !== null && cell !== ''));

const cellAt = ({ cells }: Sheet, row: number, col: number): Cell | undefined => cells?.get(`${row},${col}`);

const spanOfCell = (row: number, col?: number): Span => ({
  line: row + 1,
  col: (col ?? 0) + 1,
  endLine: row + 1,
  endCol: (col ?? 0) + 2,
});

/** Empty cells behind the last one that is filled; a formatted column leaves thousands of them. */
function withoutEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
}

const textOf = (value: CellValue, cell: Cell | undefined): string =>
  typeof value === 'number' && isPercent(cell?.style?.numFmt) ? percentText(value) : cellText(value);

/** A percent sign outside quotes and colour names. */
const isPercent = (format: string | undefined): boolean =>
  format?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%') === true;

/** A formula is read by the value that the spreadsheet kept for it; without one nobody knows what it would be. */
function formulaProblems({ name, cells }: Sheet): InnerProblem[] {
  return [...(cells ?? [])].flatMap(([key, { type, value, formula }]) => {
    if (type !== 'formula' || value !== null) return [];
    const [row = 0, col = 0] = key.split(',').map(Number);
    return [
      {
        code: 'formula-without-value',
        args: { formula: `=${formula ?? ''}` },
        span: spanOfCell(row, col),
        sheet: name,
      },
    ];
  });
}
