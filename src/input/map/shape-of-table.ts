import { figureColumns } from '../../model/figure-columns.ts';
import { parseDay } from '../../values/day-notation.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { Area, Grid } from '../table/grid.ts';
import type { Heading } from '../table/headings.ts';
import { numbering } from '../table/layout.ts';
import { ownField } from '../table/own-headings.ts';
import { aboveIn, isMissingMark, isPartOfYear, noteStart, says, signBehind } from './vocabulary.ts';

/** Rows that are looked at for the names of columns, and for what stands in them. */
const HEAD = 100;
const LOOKED_AT = 2000;

/** A year, or a day of one: a number of four digits that may be a year is taken for one in a heading. */
export const isPeriod = (cell: string): boolean => /(?:19|20)\d\d/.test(cell) && parseDay(cell).ok;

/** Whether a plan has a unit, or a multiple of one, that is called so. */
export type IsUnit = (text: string) => boolean;

/** With no unit of another plan behind it: 5G基站 is no five. */
function isNumber(cell: string, isUnit: IsUnit): boolean {
  const read = cell === '' || isPeriod(cell) ? undefined : parseQuantity(cell);
  // What is written so that nobody reads it, 67 000, is a number all the same: a check says what is wrong with it.
  if (read?.ok !== true)
    return signBehind(cell, isUnit) !== undefined || (read !== undefined && /^[+-]?\d[\d.,\s]*$/.test(cell));
  return read.value.inUnit === undefined || isUnit(read.value.inUnit.unit);
}

/** Where a table begins and ends: the rows that name its columns, those of figures, and the note that follows. */
export interface TableShape {
  /** From 0. */
  readonly header: readonly number[];
  readonly rows: readonly number[];
  readonly noteRow: number | undefined;
}

export function shapeOf(grid: Grid, isUnit: IsUnit): TableShape | undefined {
  const first = firstFigures(grid, isUnit);
  if (first === undefined) return undefined;
  const own = ownHeader(grid, first);
  const header = own === undefined ? headerAbove(grid, first, isUnit) : [own];
  const last = header.at(-1);
  if (last === undefined) return undefined;
  const rows: number[] = [];
  for (let row = last + 1; row < Math.min(grid.count, last + LOOKED_AT); row++) {
    const cells = grid.rowAt(row);
    const start = cells.find(cell => cell !== '');
    if (start === undefined) continue;
    if (noteStart(start) !== undefined && !cells.some(cell => isNumber(cell, isUnit)))
      return { header, rows, noteRow: row };
    if (isHeadingAgain(cells, grid.rowAt(last), isUnit)) return { header, ...beforeNext(grid, rows, row) };
    rows.push(row);
  }
  return { header, rows, noteRow: undefined };
}

/** Another table begins, with the same columns or with other ones. */
const isHeadingAgain = (cells: readonly string[], headings: readonly string[], isUnit: IsUnit): boolean =>
  cells.some(
    (cell, col) =>
      cell !== '' &&
      cell === headings[col] &&
      ![isPeriod, isMissingMark].some(is => is(cell)) &&
      !isNumber(cell, isUnit) &&
      !isUnit(cell),
  );

/** The title of the next table ends this one; without one it cannot be said where that begins. */
function beforeNext({ rowAt }: Grid, rows: readonly number[], next: number): Omit<TableShape, 'header'> {
  const above = rows.findLastIndex(row => rowAt(row).filter(cell => cell !== '').length > 1);
  const title = rows[above + 1];
  return { rows: rows.slice(0, above + 1), noteRow: title ?? next };
}

/** The first row in which a number stands that is no year, or the sign that there is none. */
function firstFigures({ rowAt, count }: Grid, isUnit: IsUnit): number | undefined {
  for (let row = 1; row < Math.min(count, HEAD); row++) {
    const cells = rowAt(row).filter(cell => cell !== '');
    if (
      cells.length > 1 &&
      cells.some(cell => isNumber(cell, isUnit) || isMissingMark(cell)) &&
      !areUnits(cells, isUnit)
    )
      return row;
  }
  return undefined;
}

/** A row of nothing but headings of ours: what stands below it are figures, however their numbers are written. */
function ownHeader(grid: Grid, first: number): number | undefined {
  const { rowAt, merged = [] } = grid;
  for (let row = 0; row < first; row++) {
    const filled = filledIn(grid, row);
    if (filled.length < 2 || !filled.every(col => figureColumns.includes(ownField(rowAt(row)[col] ?? '')))) continue;
    const between = Array.from({ length: first - row - 1 }, (_, index) => row + 1 + index);
    const isCovered = between.every(each => filledIn(grid, each).every(col => filled.includes(col)));
    return isCovered && !merged.some(area => isAcross(area, row)) ? row : undefined;
  }
  return undefined;
}

/** The row that names the columns, and those above it that a heading of several columns stands in. */
function headerAbove(grid: Grid, first: number, isUnit: IsUnit): number[] {
  const { rowAt, merged = [] } = grid;
  const header: number[] = [];
  for (let row = first - 1; row >= 0; row--) {
    const isHeading = mayBeHeading(grid, row);
    const below = header[0];
    if (below === undefined) {
      if (
        areUnits(
          rowAt(row).filter(cell => cell !== ''),
          isUnit,
        ) ||
        (isHeading && !isSection(grid, row))
      )
        header.unshift(row);
      continue;
    }
    const isAboveUnits =
      header.length === 1 &&
      areUnits(
        rowAt(below).filter(cell => cell !== ''),
        isUnit,
      );
    const lower = rowAt(below);
    const isOver =
      isAboveUnits ||
      filledIn(grid, row).some(col => (lower[col] ?? '') === '') ||
      merged.some(area => isAcross(area, row));
    if (!isHeading || !isOver || row !== below - 1) break;
    header.unshift(row);
  }
  return header;
}

/** A row of units below the names of the columns. */
const areUnits = (cells: readonly string[], isUnit: IsUnit): boolean =>
  cells.some(isUnit) && cells.every(cell => isUnit(cell) || isMissingMark(cell) || ownField(cell) === 'unit');

const filledIn = ({ rowAt }: Grid, row: number): number[] =>
  rowAt(row).flatMap((cell, col) => (cell === '' ? [] : [col]));

const mayBeHeading = (grid: Grid, row: number): boolean =>
  filledIn(grid, row).length > 1 && !grid.rowAt(row).some(cell => aboveIn(cell) !== undefined);

/** `一 信息基础设施` below the names of the columns: a second row of names holds more than a number and a name. */
function isSection(grid: Grid, row: number): boolean {
  if (row === 0 || !mayBeHeading(grid, row - 1)) return false;
  const [own, above] = [filledIn(grid, row), filledIn(grid, row - 1)];
  const isBelow = own.length === 2 && above.length > 2 && own.every(col => above.includes(col));
  return isBelow && !grid.rowAt(row).some(isPeriod) && !(grid.merged ?? []).some(area => isAcross(area, row - 1));
}

const isAcross = ({ row, endRow, col, endCol }: Area, at: number): boolean =>
  row === at && endRow === at && endCol > col;

/** A column with its heading and the texts below it that are not empty. */
export interface SeenColumn {
  readonly col: number;
  readonly heading: string;
  /** `#2`, where several columns have this heading. */
  readonly number: string | undefined;
  readonly cells: readonly string[];
  readonly hasNumbers: boolean;
  /** Whether nothing but days, or parts of a year, stands below it. */
  readonly hasDays: boolean;
}

export const columnsSeen = (
  grid: Grid,
  rows: readonly number[],
  headings: readonly Pick<Heading, 'col' | 'text'>[],
  isUnit: IsUnit,
): SeenColumn[] => {
  const nameOf = numbering(headings.map(({ text }) => text));
  return headings.map(({ col, text }) => {
    const cells = rows.map(row => grid.rowAt(row)[col] ?? '').filter(cell => cell !== '');
    return {
      col,
      heading: text,
      number: nameOf(text).number,
      cells,
      hasNumbers: cells.some(cell => isNumber(cell, isUnit) || isPeriod(cell)),
      hasDays: says('partOfYear', text) || (cells.length > 0 && cells.every(isTime)),
    };
  });
};

const isTime = (cell: string): boolean => isPeriod(cell) || isPartOfYear(cell);
