import { figureColumns } from '../../model/figure-columns.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { columnLetters } from '../../values/place.ts';
import type { BareProblem } from '../../values/problem.ts';
import {
  type FindName,
  type InnerProblem,
  type PartOfTable,
  type ReadResult,
  unreadable,
} from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import { nearest } from '../document/nearest.ts';
import { roomForProblems } from '../document/room.ts';
import { nameColumns } from './columns.ts';
import { readFigures } from './figures.ts';
import { foreignHeader } from './foreign.ts';
import { type Cells, findRow, type Grid, isFilled } from './grid.ts';
import { readHead } from './head.ts';
import { type Heading, headingsOf } from './headings.ts';
import { type FitsOf, fitsOf, layoutOf, type TableLayout, type TellAt } from './layout.ts';
import { ownField, signBetweenHeadings } from './own-headings.ts';
import { unpacked } from './packed.ts';

/** How a table is read: by a mapping, or by the names of our own columns. */
export interface TableReading {
  readonly mapping?: TableMapping | undefined;
  readonly limits: Limits;
  /** What the plan calls so, where a mapping asks for it. */
  readonly findName?: FindName | undefined;
  readonly part?: PartOfTable | undefined;
  readonly see?: ((grid: Grid) => void) | undefined;
}

/** Without a plan any name may be one of its names. */
const anyName: FindName = (_, name) => ({ id: name, isAny: true });

/**
 * A table of figures: one row or several name the columns, each row below holds a figure, or one in each column of
 * numbers. Above our own columns stand fields of the report itself, a name and its value; the first row may be a title.
 */
export function readTable(
  given: Grid,
  { mapping = {}, limits, findName = anyName, part, see }: TableReading,
): ReadResult {
  see?.(given);
  const grid = mapping.packed === undefined ? given : unpacked(given, mapping.packed);
  const { sheet } = grid;
  const where = sheet === undefined ? {} : { sheet };
  const problems: InnerProblem[] = [];
  const hasRoom = roomForProblems();
  const tell: TellAt = (problem, row, col) => {
    if (hasRoom(problem.code)) problems.push({ ...problem, span: grid.locate(row, col), ...where });
  };
  const refuse = (problem: Parameters<TellAt>[0], row: number, col?: number): ReadResult =>
    unreadable(problem, { span: grid.locate(row, col), ...where });

  const first = findRow(grid, isFilled);
  if (first === -1) return unreadable({ code: 'empty-file', args: {} }, where);
  const fits = fitsOf(mapping);
  const rows = headerRows(grid, mapping, fits);
  const header = rows.at(-1) ?? -1;
  const isWide = (row: readonly string[]): boolean => row.length > limits.columns;
  const tooWide = (row: number) =>
    refuse(
      { code: 'too-many-columns', args: { found: grid.rowAt(row).length, limit: limits.columns } },
      row,
      limits.columns,
    );
  const wide = findRow(grid, isWide, header === -1 ? grid.count : header + 1);
  if (wide !== -1) return tooWide(wide);
  const foreign = mapping.columns ? undefined : foreignHeader(grid);
  if (foreign && (header === -1 || foreign.row === header))
    return refuse({ code: 'foreign-table', args: { looks: foreign.looks } }, foreign.row);
  if (header === -1) return refuse(noHeader(grid.rowAt(first), mapping), first);
  const headings = headingsOf(grid, rows);
  const stranger = mapping.columns ? undefined : strangerAmong(headings);
  if (stranger && signBetweenHeadings(stranger.text))
    return refuse(noHeader([stranger.text], mapping), header, stranger.col);
  if (stranger) return refuse({ code: 'foreign-table', args: { looks: 'other-columns' } }, header, stranger.col);
  const head = mapping.columns ? undefined : readHead(grid, first, header, tell);
  const layout = layoutOf(headings, mapping, fits, tell);
  const isUnclear = problems.some(({ code }) => mapping.columns !== undefined || code === 'heading-twice');
  tellMissing(mapping, layout.seen, tell, header);
  tellHidden(grid, layout, tell, header);
  // What a column is decides what its cells are: one problem is enough.
  if (isUnclear) return { documents: [], problems };
  const read = readFigures({ ...grid, isWide }, rows, { mapping, layout, head, findName, part, tell });
  if ('wide' in read) return tooWide(read.wide);
  return { ...read, problems: [...problems, ...read.problems] };
}

function noHeader(cells: readonly string[], { columns }: TableMapping): BareProblem {
  const parted = columns ? undefined : cells.map(signBetweenHeadings).find(sign => sign !== undefined);
  return { code: 'no-header', args: { allowed: columns ? Object.keys(columns) : figureColumns, parted } };
}

/** Columns that the mapping names and the table does not have. */
function tellMissing({ expected = [] }: TableMapping, seen: ReadonlySet<string>, tell: TellAt, header: number): void {
  const keys = expected.filter(key => !seen.has(key));
  if (keys.length > 0) tell({ code: 'missing-column', args: { keys } }, header);
}

/** Columns that nobody sees may have been withdrawn, unless the mapping says that they are ignored; those side by side are told once. */
function tellHidden({ hiddenCols = [] }: Grid, { ignoredCols }: TableLayout, tell: TellAt, header: number): void {
  const cols = new Set(hiddenCols.filter(col => !ignoredCols.has(col)));
  for (const first of cols) {
    if (cols.has(first - 1)) continue;
    let last = first;
    while (cols.has(last + 1)) last++;
    const args = { first: columnLetters(first + 1), last: columnLetters(last + 1) };
    tell({ code: 'hidden-columns', args }, header, first);
  }
}

/**
 * The rows that name the columns. Those that the mapping says; else the first of which all that stands in it fits, or
 * the one of which most does, which is then told cell by cell. Among our own columns one that names the indicator is enough.
 */
function headerRows(grid: Cells, { header, columns }: TableMapping, fits: FitsOf): readonly number[] {
  if (header) return header.every(row => row <= grid.count) ? header.map(row => row - 1) : [];
  const row = columns ? mappedHeader(grid, fits) : ownHeader(grid);
  return row === -1 ? [] : [row];
}

function mappedHeader(grid: Cells, fits: FitsOf): number {
  let [best, most] = [-1, 0];
  for (let row = 0; row < Math.min(grid.count, HEAD); row++) {
    const cells = grid.rowAt(row).filter(cell => cell !== '');
    const fitting = cells.filter(cell => fits(cell).length > 0).length;
    if (fitting > 1 && fitting === cells.length) return row;
    if (fitting > most) [best, most] = [row, fitting];
  }
  return best;
}

/** Rows within which the names of columns stand, where the mapping does not say in which. */
const HEAD = 100;

/** A heading that is none of ours, and near to none. */
const strangerAmong = (headings: readonly Heading[]): Heading | undefined =>
  headings.find(({ text }) => fitsOf({})(text).length === 0 && nearest(ownField(text), figureColumns) === undefined);

/** The row that names our columns, or the one that most likely was meant to. */
function ownHeader(cells: Cells): number {
  const exact = findRow(cells, row => row.some(cell => nameColumns.includes(ownField(cell))));
  if (exact !== -1) return exact;
  return findRow(cells, row => row.some(cell => cell !== '' && nearest(cell, nameColumns) !== undefined));
}
