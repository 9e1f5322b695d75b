import { CsvError, parse } from 'csv-parse/sync';
import { nameColumns } from './columns.ts';
import { placesIn } from './csv-places.ts';
import { type Reader, type ReadResult, unreadable } from './document.ts';
import { readTable } from './table.ts';
import { ofText } from './text-reader.ts';

/** One figure a row (RFC 4180); comma, semicolon or tab, as the header has them. */
export const csv: Reader = { id: 'csv', extensions: ['.csv', '.tsv'], read: ofText(readCsv) };

const delimiters = [',', ';', '\t'];
const lineEnds = ['\r\n', '\n'];

export function readCsv(text: string): ReadResult {
  if (text.trim() === '') return unreadable('empty-file');
  const delimiter = delimiterOf(text);
  const locate = placesIn(text, delimiter);
  try {
    const parsed: string[][] = parse(text, { delimiter, record_delimiter: lineEnds, relax_column_count: true });
    return readTable({ rows: parsed.map(row => row.map(cell => cell.trim())), locate, isRagged: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const span = locate(Number(error['records'] ?? 0), Number(error['index'] ?? 0));
    return unreadable('csv-syntax', { message: messages[error.code] ?? error.message }, { span });
  }
}

const messages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'the quote that opens here is never closed',
  INVALID_OPENING_QUOTE: 'a quote inside a cell that does not begin with one',
  CSV_INVALID_CLOSING_QUOTE: 'text after the quote that closes the cell',
};

/** The delimiter that makes a line the header, else the one that the first line holds most often. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, HEAD).split('\n');
  const cells = (line: string, delimiter: string) =>
    line.split(delimiter).map(cell =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
  for (const line of lines) {
    const found = delimiters.find(each => cells(line, each).some(cell => nameColumns.includes(cell)));
    if (found !== undefined) return found;
  }
  const first = lines.find(line => line.trim() !== '') ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Characters within which the header must stand. */
const HEAD = 100_000;
