import { CsvError, parse } from 'csv-parse/sync';
import { type HowRead, type Reader, type ReadResult, unreadable } from '../document/document.ts';
import { limitsFor } from '../document/limits.ts';
import { ofText } from '../document/text-reader.ts';
import { nameColumns } from './columns.ts';
import { recordsIn } from './csv-places.ts';
import { type Cells, cellsOf, type Grid } from './grid.ts';
import { headingsOf } from './headings.ts';
import { fitsOf } from './layout.ts';
import { mappedTables } from './mapped.ts';
import { ownField } from './own-headings.ts';

/** One figure a row (RFC 4180); comma, semicolon or tab, as the header has them. */
export const csv: Reader = ofText(readCsv);

const delimiters = [',', ';', '\t'];
const lineEnds = ['\r\n', '\n'];

export function readCsv(text: string, reading: HowRead = { limits: limitsFor() }): ReadResult {
  if (text.trim() === '') return unreadable({ code: 'empty-file', args: {} });
  const delimiter = delimiterOf(text, reading);
  const records = recordsIn(text, delimiter);
  const { locate } = records;
  try {
    const cells = cellsIn(text, delimiter, records);
    const swallowed = text.includes('"') ? rowInQuotes(cells, delimiter) : undefined;
    if (swallowed)
      return unreadable(
        { code: 'csv-syntax', args: { message: 'what stands in these quotes looks like rows of their own' } },
        { span: locate(swallowed.row, swallowed.col) },
      );
    return mappedTables({ ...cells, locate, isRagged: false, ...separatorsOf(delimiter, reading) }, reading);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const span = locate(Number(error['records'] ?? 0), Number(error['index'] ?? 0));
    return unreadable({ code: 'csv-syntax', args: { message: messages[error.code] ?? error.message } }, { span });
  }
}

/** Where cells are parted by semicolons, commas were wanted for something else, unless a mapping says what they are. */
function separatorsOf(delimiter: string, { mappings: [mapping] = [] }: HowRead): Pick<Grid, 'separators'> {
  if (mapping?.decimal === 'comma') return { separators: 'comma' };
  return delimiter === ';' && mapping?.decimal === undefined ? { separators: 'doubtful' } : {};
}

/** The cells of a text without the blanks around them. Without a quote, every delimiter ends one. */
export function cellsIn(text: string, delimiter: string, { count, textOf } = recordsIn(text, delimiter)): Cells {
  if (!text.includes('"')) {
    const shared = sharing();
    return { count, rowAt: row => shared(textOf(row).split(delimiter)) };
  }
  const rows: string[][] = parse(text, { delimiter, record_delimiter: lineEnds, relax_column_count: true });
  return cellsOf(rows.map(trimmed));
}

/**
 * A cell in quotes with a line in it that is a row like its own: as many cells, and a number where it has one. A quote that
 * is never meant to open swallows rows up to the next one.
 */
function rowInQuotes({ count, rowAt }: Cells, delimiter: string): { row: number; col: number } | undefined {
  for (let row = 0; row < count; row++) {
    const cells = rowAt(row);
    const col = cells.findIndex(cell => cell.includes('\n') && linesLike(cells, cell, delimiter));
    if (col !== -1) return { row, col };
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

const trimmed = (cells: readonly string[]): string[] => cells.map(cell => cell.trim());

/** Trims cells; one that says the same as the one above it is the same text, and takes no memory of its own. */
function sharing(): (cells: string[]) => string[] {
  let above: readonly string[] = [];
  return cells => {
    for (let col = 0; col < cells.length; col++) {
      const cell = (cells[col] ?? '').trim();
      const same = above[col];
      cells[col] = same === cell ? same : cell;
    }
    above = cells;
    return cells;
  };
}

const messages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'the quote that opens here is never closed',
  INVALID_OPENING_QUOTE: 'a quote inside a cell that does not begin with one',
  CSV_INVALID_CLOSING_QUOTE: 'text after the quote that closes the cell',
};

const delimiterNames = { comma: ',', semicolon: ';', tab: '\t' } as const;

/**
 * The delimiter that makes most of a header names of columns, by a mapping of one with several names if there is one; else
 * the one that the first line holds most often.
 */
function delimiterOf(text: string, { mappings: [mapping] = [] }: HowRead): string {
  if (mapping?.delimiter) return delimiterNames[mapping.delimiter];
  const fits = mapping?.columns && fitsOf(mapping);
  const isHeading = (cell: string) => (fits ? fits(cell).length > 0 : nameColumns.includes(ownField(cell)));
  const lines = text.slice(0, HEAD).split('\n');
  const rows = mapping?.header ? [mapping.header.map(row => row - 1)] : lines.map((_, row) => [row]);
  const cells = (line: string, delimiter: string) =>
    line.split(delimiter).map(cell =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
  const fitting = (header: readonly number[], delimiter: string) =>
    headingsOf({ rowAt: row => cells(lines[row] ?? '', delimiter) }, header).filter(({ text }) => isHeading(text))
      .length;
  for (const least of fits ? [2, 1] : [1])
    for (const header of rows) {
      const [best, most] = mostOf(delimiters, each => fitting(header, each));
      if (most >= least) return best;
    }
  const first = lines.find(line => line.trim() !== '') ?? '';
  // Nobody writes a tab inside a heading; commas stand in packed ones.
  if (first.includes('\t')) return '\t';
  return mostOf(delimiters, each => first.split(each).length)[0];
}

/** The one that occurs most often; of equals the first. */
function mostOf(delimiters: readonly string[], countOf: (each: string) => number): readonly [string, number] {
  const counted = delimiters.map(each => [each, countOf(each)] as const);
  return counted.reduce((best, each) => (each[1] > best[1] ? each : best), counted[0] ?? [',', 0]);
}

/** Characters within which the header must stand. */
const HEAD = 100_000;
