import { parse } from 'csv-parse/sync';
import { nearest } from '../../src/input/document/nearest.ts';
import { type Row, type Wants, wants } from './row.ts';

const columns = [
  'source',
  'url',
  'indicator',
  'method',
  'direction',
  'base_year',
  'base_value',
  'current_year',
  'current_value',
  'target_year',
  'target_value',
  'expected_ratio',
  'expected_status',
  'notes',
] as const;

type Cells = Readonly<Record<(typeof columns)[number], string>>;

export interface Table {
  readonly rows: readonly Row[];
  /** Everything that keeps the table from being judged, one line each. */
  readonly problems: readonly string[];
}

/** Reads a table of oracles; a cell that cannot be read is a problem with its row and column, never a guess. */
export function readTable(text: string, methodNames: readonly string[]): Table {
  const records = parseCsv(text);
  if (typeof records === 'string') return { rows: [], problems: [records] };
  const [header = [], ...body] = records;
  const missing = columns.filter(column => !header.includes(column));
  if (missing.length > 0) return { rows: [], problems: [`missing columns: ${missing.join(', ')}`] };
  if (body.length === 0) return { rows: [], problems: ['no rows'] };
  const problems: string[] = [];
  const rows = body.flatMap((record, index) => {
    const cells = Object.fromEntries(header.map((name, place) => [name, (record[place] ?? '').trim()])) as Cells;
    const read = readRow(cells, index + 2, methodNames);
    problems.push(...read.problems.map(problem => `row ${index + 2}: ${problem}`));
    return read.row;
  });
  return { rows, problems };
}

function parseCsv(text: string): string[][] | string {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    return `not a CSV table: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function readRow(cells: Cells, number: number, methodNames: readonly string[]): { row: Row; problems: string[] } {
  const problems: string[] = [];
  const readWith =
    (form: RegExp, what: string) =>
    (column: keyof Cells): number | null => {
      const [, digits] = form.exec(cells[column]) ?? [];
      if (digits === undefined && cells[column] !== '') problems.push(`${column}: "${cells[column]}" is not ${what}`);
      return digits === undefined ? null : Number(digits);
    };
  const amount = readWith(/^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i, 'a number');
  // "2015-16" stands for its first year, as Statistics Canada takes it.
  const time = readWith(/^(?:month )?(\d{1,4})(?:\.0+|[-/]\d{2,4})?$/i, 'a year or "month N"');
  if (!methodNames.includes(cells.method)) problems.push(unknownMethod(cells.method, methodNames));
  const wanted = wantsIn(cells.direction);
  if (!wanted) problems.push(`direction: "${cells.direction}" is none of ${wants.join(', ')}`);
  const row: Row = {
    number,
    indicator: cells.indicator,
    method: cells.method,
    wants: wanted ?? 'increase',
    baseYear: time('base_year'),
    base: amount('base_value'),
    year: time('current_year'),
    value: amount('current_value'),
    targetYear: time('target_year'),
    target: inWords.test(cells.target_value) ? null : amount('target_value'),
    ratio: amount('expected_ratio'),
    ratioText: cells.expected_ratio,
    status: cells.expected_status,
    notes: cells.notes,
  };
  return { row, problems };
}

/** A goal that the source states in words, and no slip of a number: "overall stability". */
const inWords = /\p{L}{3,} .*\p{L}{3,}/u;

/** "floor (not below)" is a floor. */
const wantsIn = (text: string): Wants | undefined => wants.find(each => text.toLowerCase().startsWith(each));

function unknownMethod(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `unknown method "${name}"${near ? `; did you mean "${near}"?` : `; known: ${known.join(', ')}`}`;
}
