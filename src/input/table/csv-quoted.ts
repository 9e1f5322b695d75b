import { CsvError, parse } from 'csv-parse/sync';
import { type Cells, cellsOf } from './grid.ts';

/** Why a text with quotes is no table, and where. */
export interface CsvFault {
  readonly message: string;
  readonly row: number;
  readonly col: number;
}

const lineEnds = ['\r\n', '\n'];

const messages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'the quote that opens here is never closed',
  INVALID_OPENING_QUOTE: 'a quote inside a cell that does not begin with one',
  CSV_INVALID_CLOSING_QUOTE: 'text after the quote that closes the cell',
};

/** The cells of a text in which quotes may hold delimiters and ends of lines. */
export function quotedCells(text: string, delimiter: string): Cells | CsvFault {
  try {
    const rows: string[][] = parse(text, { delimiter, record_delimiter: lineEnds, relax_column_count: true });
    const cells = cellsOf(rows.map(trimmed));
    return rowInQuotes(cells, delimiter) ?? cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [row, col] = [Number(error['records'] ?? 0), Number(error['index'] ?? 0)];
    return { message: messages[error.code] ?? error.message, row, col };
  }
}

const trimmed = (cells: readonly string[]): string[] => cells.map(cell => cell.trim());

/**
 * A cell in quotes with a line in it that is a row like its own: as many cells, and a number where it has one. A quote that
 * is never meant to open swallows rows up to the next one.
 */
function rowInQuotes({ count, rowAt }: Cells, delimiter: string): CsvFault | undefined {
  for (let row = 0; row < count; row++) {
    const cells = rowAt(row);
    const col = cells.findIndex(cell => cell.includes('\n') && linesLike(cells, cell, delimiter));
    if (col !== -1) return { message: 'what stands in these quotes looks like rows of their own', row, col };
  }
  return undefined;
}

const linesLike = (row: readonly string[], cell: string, delimiter: string): boolean =>
  cell
    .split('\n')
    .slice(1)
    .map(line => line.split(delimiter))
    .some(
      inside =>
        inside.length === row.length && inside.some((text, col) => isNumeric(text) && isNumeric(row[col] ?? '')),
    );

const isNumeric = (cell: string): boolean => /^\s*\d[\d.-]*\s*$/.test(cell);
