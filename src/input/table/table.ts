import type { Span } from '../../values/place.ts';
import type { BareProblem } from '../../values/problem.ts';
import { type Document, type InnerProblem, type ReadResult, unreadable } from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import { nearest } from '../document/nearest.ts';
import { roomForProblems } from '../document/room.ts';
import { type Flat, figureColumns, flatPath, headColumns, nameColumns, nest } from './columns.ts';
import { doubtfulComma } from './commas.ts';
import { type FigureList, gathering, unknownKey } from './gather.ts';
import { asShown, type ShownNumber } from './shown.ts';

/** A rectangle of cells, rows and columns counted from 0, both ends within it. */
export interface Area {
  readonly row: number;
  readonly col: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** The rows of a table, each made when it is asked for: all of them at once would need far more than the text. */
export interface Cells {
  readonly count: number;
  /** The cells of a row as texts; an empty text is no value. */
  readonly rowAt: (row: number) => readonly string[];
}

export const cellsOf = (rows: readonly (readonly string[])[]): Cells => ({
  count: rows.length,
  rowAt: row => rows[row] ?? [],
});

export interface Grid extends Cells {
  /** The span of a cell, or of a whole row. */
  readonly locate: (row: number, col?: number) => Span | undefined;
  readonly sheet?: string;
  /** Cells that are shown as one. */
  readonly merged?: readonly Area[];
  /** In a text, a row shorter than its header hides a lost delimiter. */
  readonly isRagged?: boolean;
  /** A lone comma in a number may stand before decimals. */
  readonly isCommaDoubtful?: boolean;
  /** How a number is shown, where that is not how its text has it. */
  readonly shownAt?: (row: number, col: number) => ShownNumber | undefined;
}

type TellProblem = (problem: BareProblem, row: number, col?: number) => void;

/**
 * A table of figures: one row names the columns, each row below it is a figure. Rows above it are fields of the report
 * itself, a name and its value; the first row may be a title.
 */
export function readTable(grid: Grid, limits: Limits): ReadResult {
  const { sheet } = grid;
  const where = sheet === undefined ? {} : { sheet };
  const problems: InnerProblem[] = [];
  const hasRoom = roomForProblems();
  const tell: TellProblem = (problem, row, col) => {
    if (hasRoom(problem.code)) problems.push({ ...problem, span: grid.locate(row, col), ...where });
  };
  const refuse = (problem: BareProblem, row: number, col?: number): ReadResult =>
    unreadable(problem, { span: grid.locate(row, col), ...where });

  const first = findRow(grid, isFilled);
  if (first === -1) return unreadable({ code: 'empty-file', args: {} }, where);
  const header = findHeader(grid);
  const isWide = (row: readonly string[]): boolean => row.length > limits.columns;
  const tooWide = (row: number) =>
    refuse(
      { code: 'too-many-columns', args: { found: grid.rowAt(row).length, limit: limits.columns } },
      row,
      limits.columns,
    );
  const wide = findRow(grid, isWide, header === -1 ? grid.count : header + 1);
  if (wide !== -1) return tooWide(wide);
  if (header === -1) return refuse({ code: 'no-header', args: { allowed: figureColumns } }, first);
  const head = readHead(grid, first, header, tell);
  const columns = readHeader(grid.rowAt(header), header, tell);
  const read = readFigures({ ...grid, isWide }, header, columns, head, tell);
  if ('wide' in read) return tooWide(read.wide);
  checkMerged(grid, header, tell);
  return { documents: read.documents, problems: [...problems, ...read.problems] };
}

const isFilled = (row: readonly string[]): boolean => row.some(cell => cell !== '');

function findRow({ count, rowAt }: Cells, fits: (row: readonly string[]) => boolean, end = count): number {
  for (let row = 0; row < end; row++) if (fits(rowAt(row))) return row;
  return -1;
}

/** The row that names the columns, or the one that most likely was meant to. */
function findHeader(cells: Cells): number {
  const exact = findRow(cells, row => row.some(cell => nameColumns.includes(cell)));
  if (exact !== -1) return exact;
  return findRow(cells, row => row.some(cell => cell !== '' && nearest(cell, nameColumns) !== undefined));
}

interface NamedColumn {
  readonly name: string;
  readonly col: number;
}

function readHeader(cells: readonly string[], row: number, tell: TellProblem): NamedColumn[] {
  const seen = new Set<string>();
  return cells.flatMap((name, col) => {
    if (name === '') return [];
    if (!figureColumns.includes(name)) {
      tell(unknownKey(name, figureColumns), row, col);
      return [];
    }
    if (seen.size === seen.add(name).size) tell({ code: 'duplicate-key', args: {} }, row, col);
    return [{ name, col }];
  });
}

/** The fields of the report itself: names in the first column that is filled, values beside them. */
function readHead(grid: Grid, first: number, header: number, tell: TellProblem): Document | undefined {
  const cells = new Map<string, { readonly text: string; readonly row: number; readonly col: number }>();
  for (let row = first; row < header; row++) {
    const texts = grid.rowAt(row);
    const col = texts.findIndex(cell => cell !== '');
    if (col === -1) continue;
    const [key = '', text = '', ...more] = texts.slice(col);
    const isTitle = row === first && text === '' && !headColumns.includes(key);
    const extra = more.findIndex(cell => cell !== '');
    if (extra !== -1) tell({ code: 'cell-without-column', args: { text: more[extra] ?? '' } }, row, col + 2 + extra);
    if (isTitle) cells.set('report', { text: key, row, col });
    else if (!headColumns.includes(key)) tell(unknownKey(key, headColumns), row, col);
    else if (cells.has(key)) tell({ code: 'duplicate-key', args: {} }, row, col);
    else if (text !== '') cells.set(key, { text, row, col: col + 1 });
  }
  if (cells.size === 0) return undefined;
  const flat: Flat = Object.fromEntries([...cells].map(([key, { text }]) => [key, text]));
  return {
    data: nest(flat),
    locate: path => {
      const cell = cells.get(String(flatPath(flat, path)[0]));
      return cell ? grid.locate(cell.row, cell.col) : grid.locate(first);
    },
  };
}

/** The rows below the header, or the first one with too many cells. */
function readFigures(
  grid: Grid & { readonly isWide: (row: readonly string[]) => boolean },
  header: number,
  columns: readonly NamedColumn[],
  head: Document | undefined,
  tell: TellProblem,
): ReadResult | { readonly wide: number } {
  const rows: number[] = [];
  const gathered = gathering(figureList(grid, header, columns, rows), head);
  const check = cellCheck(grid, header, columns, tell);
  const valueCol = columns.find(({ name }) => name === 'value')?.col;
  for (let row = header + 1; row < grid.count; row++) {
    const cells = grid.rowAt(row);
    if (grid.isWide(cells)) return { wide: row };
    if (!isFilled(cells)) continue;
    check(cells, row);
    const shown = valueCol === undefined ? undefined : grid.shownAt?.(row, valueCol);
    gathered.add(rows.push(row) - 1, asShown(flatOf(columns, cells), shown));
  }
  return gathered.result();
}

/** Finds cells under no name, rows that end before the header does, and numbers that can be read in two ways. */
function cellCheck(
  { rowAt, isRagged = true, isCommaDoubtful = false }: Grid,
  header: number,
  columns: readonly NamedColumn[],
  tell: TellProblem,
) {
  const names = rowAt(header);
  const expected = Math.max(...columns.map(({ col }) => col + 1), 0);
  const isStray = (cell: string, col: number) => cell !== '' && (names[col] ?? '') === '';
  return (cells: readonly string[], row: number): void => {
    const stray = cells.findIndex(isStray);
    if (stray !== -1) tell({ code: 'cell-without-column', args: { text: cells[stray] ?? '' } }, row, stray);
    if (!isRagged && cells.length < expected)
      tell({ code: 'row-too-short', args: { found: cells.length, expected } }, row);
    const doubtful = isCommaDoubtful ? doubtfulComma(flatOf(columns, cells)) : undefined;
    if (doubtful) tell(doubtful.problem, row, columns.find(({ name }) => name === doubtful.column)?.col);
  };
}

/** A value that stands over several rows or columns belongs to one of them or to all: nobody but its author knows. */
function checkMerged({ merged = [] }: Grid, header: number, tell: TellProblem): void {
  for (const { row, col, endRow, endCol } of merged) {
    if (endRow < header) continue;
    tell({ code: 'merged-cells', args: { rows: endRow - row + 1, columns: endCol - col + 1 } }, row, col);
  }
}

function figureList(grid: Grid, header: number, columns: readonly NamedColumn[], rows: readonly number[]): FigureList {
  const cols = new Map(columns.map(({ name, col }) => [name, col]));
  return {
    itemAt: index => flatOf(columns, grid.rowAt(rows[index] ?? header)),
    hasKnownKeys: true,
    isTable: true,
    locate: ([index, key]) => {
      const row = index === undefined ? header : (rows[Number(index)] ?? header);
      const col = key === undefined ? undefined : cols.get(String(key));
      return grid.locate(row, col);
    },
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
  };
}

function flatOf(columns: readonly NamedColumn[], cells: readonly string[]): Flat {
  const flat: Record<string, string> = {};
  for (const { name, col } of columns) {
    const text = cells[col] ?? '';
    if (text !== '') flat[name] = text;
  }
  return flat;
}
