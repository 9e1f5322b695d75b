import Table from 'cli-table3';
import { largest } from '../../values/largest.ts';
import { longestPiece, widthOf, wrap } from './text.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Wanted share of the free width; a column with none takes only what its cells need. */
  readonly grow?: number;
  readonly min: number;
}

export interface Cell {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/** A row of cells, or a heading that spans all columns. */
export type Row = readonly Cell[] | Cell;

const GAP = 2;

/** Rows first, widths second, text last: lays rows out in columns that fit `width`, wrapping what is too long. */
export function grid(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  { bold, rule = '─' }: { readonly bold: (text: string) => string; readonly rule?: string },
): string {
  const widths = columnWidths(columns, rows, width);
  const total = sum(widths) + GAP * (widths.length - 1);
  const header = columns.map(({ title }) => ({ text: title, paint: bold }));
  const [head = [], ...laid] = layRows([header, ...rows.filter(isCells)], columns, widths);
  let next = 0;
  const body = rows.flatMap(row => (isCells(row) ? (laid[next++] ?? []) : layHeading(row, total)));
  return [...head, rule.repeat(total), ...body].join('\n');
}

/** The lines of each row: cells that need fewer lines than another one of their row are blank below. */
function layRows(
  rows: readonly (readonly Cell[])[],
  columns: readonly Column[],
  widths: readonly number[],
): string[][] {
  const laid = rows.map(cells => {
    const columnLines = columns.map((_, index) => layCell(cells[index] ?? EMPTY, widths[index] ?? 0));
    const height = largest(columnLines.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => columnLines.map(lines => lines[line] ?? ''));
  });
  const lines = joinLines(laid.flat(), columns, widths);
  let next = 0;
  return laid.map(({ length }) => {
    next += length;
    return lines.slice(next - length, next);
  });
}

const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap(side =>
    [side, `${side}-mid`, `${side}-left`, `${side}-right`].map(place => [place, '']),
  ),
);

/**
 * To a table, a cell costs more than a line of one, so that several lines are one row of it. But it looks through all lines
 * of a row to draw one, and through all rows above to place one.
 */
const LINES_OF_ROW = 8;
const ROWS_OF_TABLE = 3;

/** It cuts each text to ten letters for its own log, letter by letter, unless the sign of the cut alone is longer. */
const CUT = '…'.repeat(11);

function joinLines(lines: readonly string[][], columns: readonly Column[], widths: readonly number[]): string[] {
  const rows = inParts(lines, LINES_OF_ROW).map(part =>
    columns.map((_, column) => part.map(line => line[column] ?? '').join('\n')),
  );
  return inParts(rows, ROWS_OF_TABLE).flatMap(part => {
    const table = new Table({
      chars: { ...NO_BORDERS, middle: ' '.repeat(GAP) },
      style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
      colWidths: [...widths],
      colAligns: columns.map(({ align }) => align),
      truncate: CUT,
    });
    table.push(...part);
    return table
      .toString()
      .split('\n')
      .map(line => line.trimEnd());
  });
}

const inParts = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const EMPTY: Cell = { text: '' };

const isCells = (row: Row): row is readonly Cell[] => Array.isArray(row);

function layHeading({ text, paint = same }: Cell, width: number): string {
  return indented(text, width)
    .map(({ indent, line }) => indent + paint(line))
    .join('\n');
}

function layCell({ text, paint = same }: Cell, width: number): string[] {
  return indented(text, width).map(({ indent, line }) => indent + paint(line));
}

/** Lines that keep the indentation of the text when they are wrapped. */
function indented(text: string, width: number): { indent: string; line: string }[] {
  const indent = indentOf(text);
  return wrap(text.trimStart(), width - indent.length).map(line => ({ indent, line }));
}

const indentOf = (text: string): string => /^ */.exec(text)?.[0] ?? '';

/** The lines of a cell as they stand before any is wrapped: the first one's indentation holds for all. */
const linesOf = (text: string): string[] =>
  text
    .trimStart()
    .split('\n')
    .map(line => indentOf(text) + line);

const same = (text: string): string => text;

function columnWidths(columns: readonly Column[], rows: readonly Row[], width: number): number[] {
  const needed = columns.map((column, index) => {
    const cells = rows.flatMap(row => (isCells(row) ? (row[index] ?? []) : []));
    const lines = [column.title, ...cells.map(({ text }) => text)].flatMap(linesOf);
    return largest(lines.map(widthOf));
  });
  const free = width - GAP * (columns.length - 1);
  const least = columns.map(({ min }, index) =>
    Math.max(Math.min(min, needed[index] ?? min), unbreakable(index, rows)),
  );
  const widths = squeezed(least, columns, free);
  const grow = (index: number) => {
    widths[index] = (widths[index] ?? 0) + 1;
  };
  const wanting = () => columns.flatMap((_, index) => ((widths[index] ?? 0) < (needed[index] ?? 0) ? [index] : []));
  for (let left = free - sum(widths); left > 0; left--) {
    const candidates = wanting();
    const hungriest = candidates.toSorted((a, b) => weight(columns[b], widths[b]) - weight(columns[a], widths[a]))[0];
    if (hungriest === undefined) break;
    grow(hungriest);
  }
  return widths;
}

/** The width below which a column would tear a word; a very long word may be torn. */
const MAX_WORD = 24;

function unbreakable(index: number, rows: readonly Row[]): number {
  const cells = new Set(rows.flatMap(row => (isCells(row) ? (row[index]?.text ?? '') : [])));
  const texts = [...cells].flatMap(linesOf);
  return Math.min(
    MAX_WORD,
    largest(
      texts.map(text => text.length - text.trimStart().length + longestPiece(text.trimStart())),
      0,
    ),
  );
}

/** To what a column of words and one of figures may shrink before a line is wider than the terminal. */
const LEAST_WORDS = 8;
const LEAST_FIGURES = 4;

/** A terminal too narrow for whole words tears them, in the columns of words first. */
function squeezed(least: readonly number[], columns: readonly Column[], free: number): number[] {
  const widths = [...least];
  for (let over = sum(widths) - free; over > 0; over--) {
    const wide = (floor: number, isWanted: (column: Column) => boolean) =>
      columns.flatMap((column, index) => (isWanted(column) && (widths[index] ?? 0) > floor ? [index] : []));
    const words = wide(LEAST_WORDS, ({ align }) => align === 'left');
    const candidates = words.length > 0 ? words : wide(LEAST_FIGURES, () => true);
    const widest = candidates.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

const weight = (column: Column | undefined, width = 0): number => (column?.grow ?? 1) / (width + 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
