import { damaged, type InnerProblem, type Reader, type ReadResult, unreadable } from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import { cellText } from '../shown/cell-text.ts';
import { shownDay } from '../shown/day.ts';
import { isOtherwise, shownNumber, storedText } from '../shown/number.ts';
import { textUnder } from '../shown/text.ts';
import type { ShownNumber } from '../table/shown.ts';
import { type Grid, readTable } from '../table/table.ts';
import { type Book, bookOf, type SheetEntry } from './book.ts';
import { readPart } from './parts.ts';
import { spanOfCell } from './places.ts';
import { sheetProblems, shownOtherwise } from './problems.ts';
import type { SheetCell } from './rows.ts';
import { isFilled, readSheet, type Sheet } from './sheet.ts';
import { stylesOf } from './styles.ts';
import { tallyOf } from './tally.ts';
import { type CellText, textElement } from './text.ts';
import { elements } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** The first sheet of a workbook: a table of figures, with or without the fields of the report above it. */
export const xlsx: Reader = { id: 'xlsx', extensions: ['.xlsx'], read };

async function read(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  if (bytes.length === 0) return unreadable({ code: 'empty-file', args: {} });
  if (isCompoundFile(bytes)) return unreadable({ code: 'no-open-workbook', args: {} });
  const archive = openArchive(bytes, limits);
  if ('code' in archive) return unreadable(archive);
  return readBook(archive, limits).catch((error: unknown) => unreadable(damaged('XLSX', error)));
}

/** Workbooks of before 2007 and encrypted ones begin alike: both are files of the same older kind. */
const isCompoundFile = (bytes: Uint8Array): boolean => COMPOUND.every((byte, index) => bytes[index] === byte);
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function readBook(archive: Archive, limits: Limits): Promise<ReadResult> {
  const book = await bookOf(archive);
  if (book.problems.length > 0) return { documents: [], problems: book.problems };
  const entry = book.sheets.find(({ isHidden }) => !isHidden) ?? book.sheets[0];
  if (!entry) return unreadable({ code: 'empty-file', args: {} });
  const strings = await stringsOf(archive, book, limits);
  if ('code' in strings) return unreadable(strings);
  const styles = await stylesOf(archive, book.styles);
  const sheet = await readSheet(archive, entry, { strings, styles, isFrom1904: book.isFrom1904 }, limits);
  // Which of two cells is meant decides what else is wrong.
  if (sheet.problems.length > 0) return { documents: [], problems: sheet.problems };
  const unread = await unreadSheets(archive, book, entry);
  const otherwise: InnerProblem[] = [];
  const { documents, problems } = readTable(gridOf(sheet, otherwise), limits);
  return { documents, problems: [...unread, ...sheetProblems(sheet), ...otherwise, ...problems] };
}

/** The texts that cells name by their number: no more than a file of its size may have cells. */
async function stringsOf(archive: Archive, { strings: part }: Book, limits: Limits) {
  const strings: (string | CellText)[] = [];
  const tally = tallyOf(archive.bytes.length, limits);
  let swollen: ReturnType<typeof tally.addCell>;
  const si = textElement(text => {
    strings.push(text.isStruckOut ? text : text.text);
    swollen ??= tally.addCell();
  });
  if (part !== undefined)
    await readPart(archive, part, { sst: { children: elements({ si }) } }, () => swollen !== undefined);
  return swollen ?? strings;
}

async function unreadSheets(archive: Archive, { sheets }: Book, read: SheetEntry): Promise<InnerProblem[]> {
  const names: string[] = [];
  for (const sheet of sheets) if (sheet !== read && (await isFilled(archive, sheet))) names.push(sheet.name);
  return names.length === 0 ? [] : [{ code: 'other-sheets', args: { sheets: names }, sheet: read.name }];
}

function gridOf(sheet: Sheet, otherwise: InnerProblem[]): Grid {
  const { name, rows, merged } = sheet;
  return {
    count: [...rows.keys()].reduce((count, row) => Math.max(count, row + 1), 0),
    rowAt: row => textsOf(rows.get(row)?.cells ?? []),
    locate: spanOfCell,
    sheet: name,
    shownAt: (row, col) => shownIn(sheet, row, col, otherwise),
    merged,
  };
}

/** Up to the last cell that shows anything. */
function textsOf(cells: readonly SheetCell[]): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    const text = textOf(cell);
    if (text === '') continue;
    while (texts.length < cell.col) texts.push('');
    texts.push(text);
  }
  return texts;
}

/** An error is told; it is no text. What shows nothing is told as well, and so is not missing. */
function textOf({ value, style: { format, isDay } }: SheetCell): string {
  if (value === undefined) return '';
  if (value instanceof Date) return isDay ? shownDay(value, format) : cellText(value);
  if (typeof value === 'number') return storedText(value, format) || cellText(value);
  if (typeof value === 'boolean') return cellText(value);
  return textUnder(format, value) || value;
}

/** What a cell of values shows. Where that is not the number that it keeps, the number is read and the cell is told. */
function shownIn({ name, rows }: Sheet, row: number, col: number, otherwise: InnerProblem[]): ShownNumber | undefined {
  const { value, style } = rows.get(row)?.cells.find(cell => cell.col === col) ?? {};
  if (typeof value !== 'number') return undefined;
  const shown = shownNumber(value, style?.format);
  if (!isOtherwise(shown)) return shown;
  // A cell that shows nothing is told with the sheet, whichever column it is in.
  if (shown.shows !== '')
    otherwise.push(shownOtherwise({ value, format: style?.format, shown, row, col, sheet: name }));
  return { text: cellText(value) };
}
