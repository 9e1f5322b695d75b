import type { Span } from '../values/place.ts';
import { type Flat, figureColumns, flatPath, headColumns, nameColumns, nest } from './columns.ts';
import { type Document, type InnerProblem, type ReadResult, unreadable } from './document.ts';
import { gather, unknownKey } from './gather.ts';
import { nearest } from './nearest.ts';

/** A rectangle of cells, rows and columns counted from 0, both ends within it. */
export interface Area {
  readonly row: number;
  readonly col: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** The cells of a table as texts; an empty text is no value. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** The span of a cell, or of a whole row. */
  readonly locate: (row: number, col?: number) => Span | undefined;
  readonly sheet?: string;
  /** Cells that are shown as one. */
  readonly merged?: readonly Area[];
  /** In a text, a row shorter than its header hides a lost delimiter. */
  readonly isRagged?: boolean;
}

type Tell = (problem: Pick<InnerProblem, 'code' | 'args'>, row: number, col?: number) => void;

export const MAX_COLUMNS = 1000;

/**
 * A table of figures: one row names the columns, each row below it is a figure. Rows above it are fields of the report
 * itself, a name and its value; the first row may be a title.
 */
export function readTable(grid: Grid): ReadResult {
  const { rows, sheet } = grid;
  const where = sheet === undefined ? {} : { sheet };
  const problems: InnerProblem[] = [];
  const tell: Tell = (problem, row, col) => problems.push({ ...problem, span: grid.locate(row, col), ...where });
  const refuse = (problem: Pick<InnerProblem, 'code' | 'args'>, row: number, col?: number): ReadResult =>
    unreadable(problem.code, problem.args, { span: grid.locate(row, col), ...where });

  const first = rows.findIndex(isFilled);
  if (first === -1) return unreadable('empty-file', {}, where);
  const wide = rows.findIndex(row => row.length > MAX_COLUMNS);
  if (wide !== -1) {
    const args = { found: rows[wide]?.length ?? 0, limit: MAX_COLUMNS };
    return refuse({ code: 'too-many-columns', args }, wide, MAX_COLUMNS);
  }
  const header = findHeader(rows);
  if (header === -1) return refuse({ code: 'no-header', args: { allowed: figureColumns } }, first);
  const head = readHead(grid, first, header, tell);
  const columns = readHeader(rows[header] ?? [], header, tell);
  const figures = rows.flatMap((row, index) => (index > header && isFilled(row) ? [index] : []));
  checkCells(grid, header, columns, figures, tell);
  checkMerged(grid, header, tell);
  const read = gather(figureList(grid, header, columns, figures), [...figures.keys()], head);
  return { documents: read.documents, problems: [...problems, ...read.problems] };
}

const isFilled = (row: readonly string[]): boolean => row.some(cell => cell !== '');

/** The row that names the columns, or the one that most likely was meant to. */
function findHeader(rows: readonly (readonly string[])[]): number {
  const exact = rows.findIndex(row => row.some(cell => nameColumns.includes(cell)));
  if (exact !== -1) return exact;
  return rows.findIndex(row => row.some(cell => cell !== '' && nearest(cell, nameColumns) !== undefined));
}

interface Column {
  readonly name: string;
  readonly col: number;
}

function readHeader(cells: readonly string[], row: number, tell: Tell): Column[] {
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
function readHead(grid: Grid, first: number, header: number, tell: Tell): Document | undefined {
  const cells = new Map<string, { readonly text: string; readonly row: number; readonly col: number }>();
  for (let row = first; row < header; row++) {
    const texts = grid.rows[row] ?? [];
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

/** Cells under no name, and rows that end before the header does. */
function checkCells(
  { rows, isRagged = true }: Grid,
  header: number,
  columns: readonly Column[],
  figures: readonly number[],
  tell: Tell,
): void {
  const names = rows[header] ?? [];
  const expected = Math.max(...columns.map(({ col }) => col + 1), 0);
  for (const row of figures) {
    const cells = rows[row] ?? [];
    const stray = cells.findIndex((cell, col) => cell !== '' && (names[col] ?? '') === '');
    if (stray !== -1) tell({ code: 'cell-without-column', args: { text: cells[stray] ?? '' } }, row, stray);
    if (!isRagged && cells.length < expected)
      tell({ code: 'row-too-short', args: { found: cells.length, expected } }, row);
  }
}

/** A value that stands over several rows or columns belongs to one of them or to all: nobody but its author knows. */
function checkMerged({ merged = [] }: Grid, header: number, tell: Tell): void {
  for (const { row, col, endRow, endCol } of merged) {
    if (endRow < header) continue;
    tell({ code: 'merged-cells', args: { rows: endRow - row + 1, columns: endCol - col + 1 } }, row, col);
  }
}

function figureList(grid: Grid, header: number, columns: readonly Column[], figures: readonly number[]) {
  const cellsOf = (row: number): Flat => {
    const cells = grid.rows[row] ?? [];
    const flat: Record<string, string> = {};
    for (const { name, col } of columns) {
      const text = cells[col] ?? '';
      if (text !== '') flat[name] = text;
    }
    return flat;
  };
  const cols = new Map(columns.map(({ name, col }) => [name, col]));
  return {
    data: figures.map(cellsOf),
    locate: ([index, key]: readonly (string | number)[]): Span | undefined => {
      const row = index === undefined ? header : (figures[Number(index)] ?? header);
      const col = key === undefined ? undefined : cols.get(String(key));
      return grid.locate(row, col);
    },
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
  };
}
