import type { TableMapping } from '../../model/table-mapping.ts';
import { asMapping } from '../../values/mapping.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { Document, FindName, PartOfTable, ReadResult } from '../document/document.ts';
import { emptyTally, MOST_NAMED, type TableTally } from '../document/tally.ts';
import { asideIn } from './aside.ts';
import { blanksIn } from './blanks.ts';
import type { Flat } from './columns.ts';
import { figureList, type PlacesFound, placesAmong } from './figure-list.ts';
import { gathering } from './gather.ts';
import { type Grid, isFilled } from './grid.ts';
import type { TableLayout, TellAt, ValueColumn } from './layout.ts';
import { leftOutIn } from './left-out.ts';
import { mergedBelow } from './merged.ts';
import { endOrOther } from './named-anew.ts';
import { periodsIn } from './periods.ts';
import { type CellRead, type ReadRow, rowReader } from './records.ts';
import { sectionsIn } from './sections.ts';
import { asSeparated } from './separators.ts';
import { asShown } from './shown.ts';

export interface FiguresWanted {
  readonly mapping: TableMapping;
  readonly layout: TableLayout;
  readonly head: Document | undefined;
  readonly findName: FindName;
  readonly part: PartOfTable | undefined;
  readonly tell: TellAt;
}

/** The rows below those that name the columns as figures, or the first one with too many cells. */
export function readFigures(
  grid: Grid & { readonly isWide: (row: readonly string[]) => boolean },
  names: readonly number[],
  { mapping, layout, head, findName, part, tell }: FiguresWanted,
): ReadResult | { readonly wide: number } {
  const header = names.at(-1) ?? -1;
  const readRow = rowReader(layout, mapping, findName);
  const tally = emptyTally(layout.ignored);
  const columns = layout.values.length > 0 ? layout.values : [undefined];
  const places = placesAmong(columns);
  const merged = mergedBelow(grid, header, layout, tell);
  const cellsAt = (row: number) => merged.filled(grid.rowAt(row), row);
  const aside = asideIn(grid, { header, layout, mapping, findName });
  const gathered = gathering(figureList(grid, { header, layout, places, cellsAt, readRow, aside: aside.found }), head);
  const leftOut = leftOutIn({ layout, mapping, findName, readRow, part, tell });
  const readCell = cellReader(grid, { header, layout, merged, readRow, mapping, findName, leftOut });
  const takeRow = figureTaker(columns, readCell, { grid, layout, places, tally, tell });
  const check = rowCheck(grid, layout, tell);
  const sections = sectionsIn(layout, mapping, { findName, part, tell });
  const blanks = blanksIn(layout, mapping, { findName, head: asMapping(head?.data), part, tell });
  const isEnd = endOrOther(names.length, { mapping, layout, tell });
  const tellOutside = outsideTable(grid, layout, { tally, tell, aside, leftOut });
  hearAround(aside, grid, layout, header);
  // Above our own columns stand fields of the report, each of which is read.
  if (mapping.columns) for (let row = 0; row < header; row++) if (!names.includes(row)) tellOutside(row);
  const take: TakeFigure = (figure, cells, row, value, index) => {
    sections.ask(cells, value);
    blanks.ask(figure, row);
    gathered.add(places.add(row, index), figure);
  };
  for (let row = header + 1, hasEnded = false; row < grid.count; row++) {
    const written = cellsAt(row);
    if (grid.isWide(written)) return { wide: row };
    hasEnded ||= isEnd(written, row);
    if (hasEnded || !isFilled(written)) {
      tellOutside(row, hasEnded);
      continue;
    }
    const cells = blanks.filled(written);
    check(cells, row);
    sections.pass(cells, row);
    const before = tally.figures;
    takeRow(cells, row, take);
    if (tally.figures === before) aside.inside(cells, row);
  }
  for (const each of [sections, leftOut, blanks]) each?.end();
  // Where all that was found is wrong, it is not told as well that nothing was reported.
  const isAllWrong = tally.figures === 0 && tally.problems > 0;
  return isAllWrong ? { documents: [], problems: [], tally } : { ...gathered.result(), tally };
}

/** What stands in no row of the table. */
function hearAround(aside: ReturnType<typeof asideIn>, grid: Grid, { beside }: TableLayout, header: number): void {
  for (const heading of beside) aside.heading(heading, numbersBelow(grid, header));
  for (const remark of grid.remarks ?? []) aside.remark(remark);
}

const numbersBelow =
  ({ count, rowAt }: Grid, header: number) =>
  (col: number): boolean => {
    for (let row = header + 1; row < count; row++) if (parseQuantity(rowAt(row)[col] ?? '').ok) return true;
    return false;
  };

interface TakenFrom extends Pick<At, 'grid' | 'tell'> {
  readonly layout: TableLayout;
  readonly places: PlacesFound;
  readonly tally: TableTally;
}

type TakeFigure = (
  figure: Flat,
  cells: readonly string[],
  row: number,
  value: ValueColumn | undefined,
  index: number,
) => void;

/** Hands over the figures of a row, and counts what is none. */
function figureTaker(
  columns: readonly (ValueColumn | undefined)[],
  readCell: ReadCell,
  { grid, layout, places, tally, tell }: TakenFrom,
) {
  return (cells: readonly string[], row: number, take: TakeFigure): void => {
    for (let index = 0, value = columns[0]; index < columns.length; value = columns[++index]) {
      const read = readCell(cells, row, value);
      if (read.kind === 'figure') {
        tally.figures++;
        take(read.figure, cells, row, value, index);
        continue;
      }
      count(read, tally, { grid, row, col: value?.col ?? layout.value, tell });
      if (read.kind === 'empty') places.pass({ row, value });
    }
  };
}

type ReadCell = (cells: readonly string[], row: number, value: ValueColumn | undefined) => CellRead;

interface CellReaders {
  readonly layout: TableLayout;
  readonly merged: ReturnType<typeof mergedBelow>;
  readonly readRow: ReadRow;
  readonly mapping: TableMapping;
  readonly findName: FindName;
  readonly header: number;
  readonly leftOut: ReturnType<typeof leftOutIn>;
}

/** Reads the cell of a row, or of one of its columns of numbers, as it is shown. */
function cellReader(grid: Grid, { merged, readRow, leftOut, ...given }: CellReaders): ReadCell {
  const { layout, mapping } = given;
  const periods = mapping.columns && periodsIn(grid, given);
  const isAsWritten = !grid.shownAt && grid.separators === undefined;
  return (cells, row, value) => {
    const col = value?.col ?? layout.value;
    const found = merged.problemAt(row, col) ?? refusedAt(grid, row, col) ?? readRow(cells, value);
    leftOut?.see(found, cells, row, value);
    const read = periods ? periods(found, cells, value) : found;
    return read.kind !== 'figure' || isAsWritten ? read : shownIn(read.figure, { grid, layout, row, col });
  };
}

const refusedAt = ({ isRefused }: Grid, row: number, col: number | undefined): CellRead | undefined =>
  col !== undefined && isRefused?.(row, col) ? { kind: 'refused' } : undefined;

/** A figure as its cell shows it, unless nobody but its author knows what that is. */
function shownIn(
  figure: Flat,
  { grid, layout, row, col }: Pick<At, 'grid' | 'row' | 'col'> & { readonly layout: TableLayout },
): CellRead {
  const said = asSeparated(figure, grid);
  if ('problem' in said) return { kind: 'problem', problem: said.problem, col: colOf(layout, said.column) ?? col ?? 0 };
  const shown = col === undefined ? undefined : grid.shownAt?.(row, col);
  if (shown && 'code' in shown) return { kind: 'problem', problem: shown, col: col ?? 0 };
  return { kind: 'figure', figure: asShown(said.figure, shown) };
}

const colOf = ({ fields }: TableLayout, column: string): number | undefined =>
  fields.find(({ name }) => name === column)?.col;

interface At {
  readonly grid: Grid;
  readonly row: number;
  readonly col: number | undefined;
  readonly tell: TellAt;
}

/** What is no figure is counted, and told where it must be. */
function count(read: Exclude<CellRead, { kind: 'figure' }>, tally: TableTally, { grid, row, col, tell }: At): void {
  if (read.kind === 'refused') tally.problems++;
  else if (read.kind === 'problem') {
    tally.problems++;
    tell(read.problem, row, read.col);
  } else if (read.kind === 'ignored') {
    if (col !== undefined && (grid.rowAt(row)[col] ?? '') === '') return;
    tally.ignored++;
    tally.ignoredNames[read.name] = (tally.ignoredNames[read.name] ?? 0) + 1;
  } else {
    tally[read.kind]++;
    if (tally.nothing.length < MOST_NAMED) tally.nothing.push(nameOf(read.about));
  }
}

const nameOf = (about: Flat): string =>
  [about['indicator'] ?? about['measure'], about['region'], about['as_of']]
    .filter(each => each !== undefined)
    .join(' ');

/** What stands above the names of the columns, or from the end on, is no figure; a number there may have been meant as one. */
function outsideTable(
  grid: Grid,
  { values, value }: TableLayout,
  {
    tally,
    tell,
    aside,
    leftOut,
  }: Pick<TakenFrom, 'tally' | 'tell'> & Pick<CellReaders, 'leftOut'> & { readonly aside: ReturnType<typeof asideIn> },
) {
  const cols = values.length > 0 ? values.map(({ col }) => col) : [value ?? -1];
  return (row: number, isBeyond = false): void => {
    const cells = grid.rowAt(row);
    if (isBeyond) leftOut?.outside(cells, row);
    aside.outside(
      row,
      cols.some(col => parseQuantity(cells[col] ?? '').ok),
    );
    for (const col of cols) {
      const text = cells[col] ?? '';
      if (grid.isRefused?.(row, col)) tally.problems++;
      else if (text !== '') {
        tally.notes++;
        if (parseQuantity(text).ok) tell({ code: 'number-outside-table', args: { text } }, row, col);
      }
    }
  };
}

/** Finds cells under no name, and rows that end before the header does. */
function rowCheck({ isRagged = true }: Grid, { named, fields, values, flags }: TableLayout, tell: TellAt) {
  const cols = [...fields.map(({ col }) => col), ...values.map(({ col }) => col), ...flags.map(({ col }) => col)];
  const expected = Math.max(0, ...cols.map(col => col + 1));
  let first = 0;
  while (named.has(first)) first++;
  const strayIn = (cells: readonly string[]): number => {
    for (let col = first; col < cells.length; col++) if (cells[col] !== '' && !named.has(col)) return col;
    return -1;
  };
  return (cells: readonly string[], row: number): void => {
    const stray = strayIn(cells);
    if (stray !== -1) tell({ code: 'cell-without-column', args: { text: cells[stray] ?? '' } }, row, stray);
    if (!isRagged && cells.length < expected)
      tell({ code: 'row-too-short', args: { found: cells.length, expected } }, row);
  };
}
