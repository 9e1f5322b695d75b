import { type HowRead, type Reader, type ReadResult, unreadable } from '../document/document.ts';
import { limitsFor } from '../document/limits.ts';
import { ofText } from '../document/text-reader.ts';
import { nameColumns } from './columns.ts';
import { type CsvRecords, recordsIn } from './csv-places.ts';
import type { Cells, Grid } from './grid.ts';
import { headingsOf } from './headings.ts';
import { fitsOf } from './layout.ts';
import { mappedTables } from './mapped.ts';
import { ownField } from './own-headings.ts';

/** One figure a row (RFC 4180); comma, semicolon or tab, as the header has them. */
export const csv: Reader = ofText(readCsv);

const delimiters = [',', ';', '\t'];

export async function readCsv(text: string, reading: HowRead = { limits: limitsFor() }): Promise<ReadResult> {
  if (text.trim() === '') return unreadable({ code: 'empty-file', args: {} });
  const delimiter = delimiterOf(text, reading);
  const records = recordsIn(text, delimiter);
  const { locate } = records;
  // Most tables have no quotes, and need no parser.
  const cells = text.includes('"')
    ? (await import('./csv-quoted.ts')).quotedCells(text, delimiter)
    : plainCells(records, delimiter);
  if ('message' in cells) {
    const { message, row, col } = cells;
    return unreadable({ code: 'csv-syntax', args: { message } }, { span: locate(row, col) });
  }
  return mappedTables({ ...cells, locate, isRagged: false, ...separatorsOf(delimiter, reading) }, reading);
}

/** Where cells are parted by semicolons, commas were wanted for something else, unless a mapping says what they are. */
function separatorsOf(delimiter: string, { mappings: [mapping] = [] }: HowRead): Pick<Grid, 'separators'> {
  if (mapping?.decimal === 'comma') return { separators: 'comma' };
  return delimiter === ';' && mapping?.decimal === undefined ? { separators: 'doubtful' } : {};
}

/** The cells of a text without a quote, where every delimiter ends one, without the blanks around them. */
export function plainCells({ count, textOf }: Pick<CsvRecords, 'count' | 'textOf'>, delimiter: string): Cells {
  const shared = sharing();
  return { count, rowAt: row => shared(textOf(row).split(delimiter)) };
}

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
