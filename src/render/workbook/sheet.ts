import type { CellStyle, CellValue, ColumnDef, WriteSheet } from 'hucre';
import { largest } from '../../values/largest.ts';
import { spreadsheetText } from '../escape/spreadsheet.ts';
import { widthOf } from '../layout/text.ts';
import type { ColumnName, FormatWords } from '../words/formats.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import type { Lang } from '../words/words.ts';

/** A cell has the type of its value: a number is never text, and a text never a formula. */
export type WorkbookCell = string | number | boolean | Date | null;

export interface WorkbookColumn<Row> {
  readonly name: ColumnName | { readonly title: string };
  readonly cell: (row: Row) => WorkbookCell;
  readonly format?: 'share' | 'date' | 'number';
}

const numberFormats = { share: '0.0%', date: 'yyyy-mm-dd', number: '#,##0.######' } as const;
const MIN_WIDTH = 8;
const MAX_WIDTH = 48;

/** One sheet with a frozen heading that filters; `below` follows the rows after an empty one. */
export function sheetOf<Row>(
  name: string,
  columns: readonly WorkbookColumn<Row>[],
  rows: readonly Row[],
  lang: Lang,
  below: readonly (readonly WorkbookCell[])[] = [],
): WriteSheet {
  const heading = columns.map(column => titleOf(column.name, formatWordsIn(lang)));
  const body = rows.map(row => columns.map(({ cell }) => cell(row)));
  const all = [heading, ...body, ...(below.length > 0 ? [[], ...below] : [])].map(row => row.map(asCell));
  const bold: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } };
  return {
    name,
    columns: columns.map((column, index) => columnDef(column, heading[index] ?? '', body, index)),
    rows: all,
    cells: new Map(heading.map((title, index) => [`0,${index}`, { value: asCell(title), style: bold }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(columns.length)}${Math.max(rows.length + 1, 2)}` },
  };
}

const titleOf = (name: WorkbookColumn<never>['name'], words: FormatWords): string =>
  typeof name === 'string' ? words.column[name] : name.title;

const asCell = (cell: WorkbookCell): CellValue => (typeof cell === 'string' ? spreadsheetText(cell) : cell);

function columnDef<Row>(
  { format }: WorkbookColumn<Row>,
  title: string,
  body: readonly (readonly WorkbookCell[])[],
  index: number,
): ColumnDef {
  const texts = [title, ...body.map(row => shownText(row[index] ?? null))];
  const wanted = largest(texts.map(text => widthOf(text))) + 2;
  const isText = body.some(row => typeof row[index] === 'string');
  return {
    width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, wanted)),
    ...(format && { numFmt: numberFormats[format] }),
    ...(isText && { style: { alignment: { wrapText: true, vertical: 'top' as const } } }),
  };
}

/** About as many characters as a cell will show. */
const shownText = (cell: WorkbookCell): string =>
  cell instanceof Date
    ? 'yyyy-mm-dd'
    : typeof cell === 'number'
      ? String(Number(cell.toPrecision(8)))
      : String(cell ?? '');

/** `A` for the first column, `AB` for the twenty-eighth. */
const letters = (count: number): string => {
  const last = String.fromCharCode(65 + ((count - 1) % 26));
  return count > 26 ? letters(Math.floor((count - 1) / 26)) + last : last;
};

/** A day as a spreadsheet counts days, free of any time zone. */
export const dayCell = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
