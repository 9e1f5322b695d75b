import type { Cell, CellStyle, CellValue, ColumnDef, WriteSheet } from 'hucre';
import { largest } from '../../values/largest.ts';
import { spreadsheetText } from '../escape/spreadsheet.ts';
import { formatNumber } from '../layout/numbers.ts';
import { widthOf } from '../layout/text.ts';
import type { ColumnName, FormatWords } from '../words/formats-en.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import type { Lang } from '../words/words.ts';

/** A cell has the type of its value: a number is never text, and a text never a formula. */
export type WorkbookCell = string | number | boolean | Date | null;

export interface WorkbookColumn<Row> {
  readonly name: ColumnName | { readonly title: string };
  readonly cell: (row: Row) => WorkbookCell;
  readonly format?: 'share' | 'date' | 'number';
}

const numberFormats = { share: '0.0%', date: 'yyyy-mm-dd', number: '#,##0' } as const;
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
  const bold: CellStyle = { font: { ...FACE, bold: true }, alignment: { wrapText: true, vertical: 'top' } };
  return {
    name,
    columns: columns.map((column, index) => columnDef(column, heading[index] ?? '', body, index)),
    rows: all,
    cells: new Map<string, Partial<Cell>>([
      ...heading.map((title, index) => [`0,${index}`, { value: asCell(title), style: bold }] as const),
      ...broken(columns, body),
    ]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(columns.length)}${Math.max(rows.length + 1, 2)}` },
    ...inPrint('1:1', false),
  };
}

/** Numbers that are not whole, each with its own decimals: a format for all of them leaves a point behind whole ones. */
const broken = (columns: readonly { readonly format?: string }[], body: readonly (readonly WorkbookCell[])[]) =>
  body.flatMap((row, line) =>
    row.flatMap((value, index) => {
      if (columns[index]?.format !== 'number' || typeof value !== 'number' || Number.isInteger(value)) return [];
      const decimals = formatNumber(value).split('.')[1]?.length ?? 0;
      const numFmt = decimals === 0 ? numberFormats.number : `#,##0.${'0'.repeat(decimals)}`;
      return [[`${line + 1},${index}`, { value, style: { numFmt } }] as const];
    }),
  );

/** On paper, with the headings on each page; what a person reads is as wide as the page. */
export const inPrint = (titles: string, isFitted: boolean): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    printTitlesRow: titles,
    ...(isFitted && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
  },
  headerFooter: { oddFooter: '&L&A&R&P / &N' },
});

/** Set on every cell: a spreadsheet program has one default font for cells with a style and another for those without. */
export const FACE = { name: 'Calibri', size: 11 } as const;

const titleOf = (name: WorkbookColumn<never>['name'], words: FormatWords): string =>
  typeof name === 'string' ? words.column[name] : name.title;

export const asCell = (cell: WorkbookCell): CellValue => (typeof cell === 'string' ? spreadsheetText(cell) : cell);

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
