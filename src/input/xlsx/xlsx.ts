import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import type { BareProblem } from '../../values/problem.ts';
import {
  damaged,
  type HowRead,
  type InnerProblem,
  type Reader,
  type ReadResult,
  unreadable,
} from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import { nearest } from '../document/nearest.ts';
import { joinTallies } from '../document/tally.ts';
import { isOtherwise, shownNumber } from '../shown/number.ts';
import type { Grid } from '../table/grid.ts';
import type { ShownNumber } from '../table/shown.ts';
import { readTable } from '../table/table.ts';
import { type Book, bookOf, type SheetEntry } from './book.ts';
import type { Shared } from './cell.ts';
import { textOf } from './cell-texts.ts';
import { rowsAround } from './excerpt.ts';
import { readPart } from './parts.ts';
import { spanOfCell } from './places.ts';
import { type SheetProblems, sheetProblems, shownOtherwise } from './problems.ts';
import type { SheetCell } from './rows.ts';
import { holdsNumbers, readSheet, type Sheet } from './sheet.ts';
import { stylesOf } from './styles.ts';
import { tallyOf } from './tally.ts';
import { type CellText, textElement } from './text.ts';
import { elements } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** The first sheet of a workbook: a table of figures, with or without the fields of the report above it. */
export const xlsx: Reader = read;

async function read(bytes: Uint8Array, reading: HowRead): Promise<ReadResult> {
  if (bytes.length === 0) return unreadable({ code: 'empty-file', args: {} });
  if (isCompoundFile(bytes)) return unreadable({ code: 'no-open-workbook', args: {} });
  const archive = openArchive(bytes, reading.limits);
  if ('code' in archive) return unreadable(archive);
  return readBook(archive, reading).catch((error: unknown) => unreadable(damaged('XLSX', error)));
}

/** Workbooks of before 2007 and encrypted ones begin alike: both are files of the same older kind. */
const isCompoundFile = (bytes: Uint8Array): boolean => COMPOUND.every((byte, index) => bytes[index] === byte);
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function readBook(archive: Archive, reading: HowRead): Promise<ReadResult> {
  const { mappings = [], limits, findName, see } = reading;
  const book = await bookOf(archive);
  if (book.problems.length > 0) return { documents: [], problems: book.problems };
  const wanted = sheetsWanted(book, mappings);
  if ('problem' in wanted) return unreadable(wanted.problem);
  const strings = await stringsOf(archive, book, limits);
  if ('code' in strings) return unreadable(strings);
  const styles = await stylesOf(archive, book.styles);
  const shared = { strings, styles, isFrom1904: book.isFrom1904 };
  const read: ReadResult[] = [];
  const sheets = new Map<string, Sheet>();
  for (const { entry, mapping } of wanted.sheets) {
    const sheet = await readSheet(archive, entry, shared, limits);
    sheets.set(sheet.name, sheet);
    read.push(
      tableIn(sheet, book, limits, isRefused =>
        readTable(gridOf(sheet, isRefused), { mapping, limits, findName, see }),
      ),
    );
  }
  const unread = await unreadSheets(archive, book, wanted.sheets, shared);
  return {
    documents: read.flatMap(({ documents }) => documents),
    problems: [...unread, ...read.flatMap(({ problems }) => problems)],
    tally: joinTallies(read.flatMap(({ tally }) => tally ?? [])),
    rowsAround: (name, span) => {
      const sheet = sheets.get(name);
      return sheet && rowsAround(sheet, span);
    },
  };
}

/** Which of two cells is meant decides what else is wrong. */
function tableIn(
  sheet: Sheet,
  { isUncalculated }: Book,
  limits: Limits,
  readCells: (isRefused: SheetProblems['isRefused']) => ReadResult,
): ReadResult {
  if (sheet.problems.length > 0) return { documents: [], problems: sheet.problems };
  const { problems, isRefused } = sheetProblems(sheet, isUncalculated, limits);
  const table = readCells(isRefused);
  return { ...table, problems: [...problems, ...table.problems] };
}

interface SheetWanted {
  readonly entry: SheetEntry;
  readonly mapping: TableMapping | undefined;
}

/** The sheets that mappings name, and else the first one that is shown. */
function sheetsWanted(
  { sheets }: Book,
  mappings: readonly TableMapping[],
): { readonly sheets: readonly SheetWanted[] } | { readonly problem: BareProblem } {
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (!first) return { problem: { code: 'empty-file', args: {} } };
  const wanted: SheetWanted[] = [];
  for (const mapping of mappings) {
    const { sheet: name } = mapping;
    const entry = name === undefined ? first : sheets.find(each => folded(each.name) === folded(name));
    if (!entry) {
      const allowed = sheets.map(each => each.name);
      return {
        problem: { code: 'unknown-sheet', args: { name: name ?? '', allowed, near: nearest(name ?? '', allowed) } },
      };
    }
    if (wanted.some(each => each.entry === entry)) return { problem: { code: 'several-mappings', args: {} } };
    wanted.push({ entry, mapping });
  }
  return { sheets: wanted.length > 0 ? wanted : [{ entry: first, mapping: undefined }] };
}

/** The texts that cells name by their number: no more than a file of its size may have cells. */
async function stringsOf(archive: Archive, { strings: part }: Book, limits: Limits) {
  const strings: (string | CellText)[] = [];
  const tally = tallyOf(archive.bytes.length, limits);
  let swollen: ReturnType<typeof tally.addCell>;
  const si = textElement(text => {
    strings.push(text.isStruckOut || text.isUnseen ? text : text.text);
    swollen ??= tally.addCell();
  });
  if (part !== undefined)
    await readPart(archive, part, { sst: { children: elements({ si }) } }, () => swollen !== undefined);
  return swollen ?? strings;
}

async function unreadSheets(
  archive: Archive,
  { sheets }: Book,
  read: readonly SheetWanted[],
  shared: Shared,
): Promise<InnerProblem[]> {
  const names: string[] = [];
  for (const sheet of sheets)
    if (!read.some(({ entry }) => entry === sheet) && (await holdsNumbers(archive, sheet, shared)))
      names.push(sheet.name);
  const [first] = read;
  return names.length === 0 || !first
    ? []
    : [{ code: 'other-sheets', args: { sheets: names }, sheet: first.entry.name }];
}

function gridOf(sheet: Sheet, isRefused: SheetProblems['isRefused']): Grid {
  const { name, rows, merged, remarks, hiddenCols } = sheet;
  return {
    count: [...rows.keys()].reduce((count, row) => Math.max(count, row + 1), 0),
    rowAt: row => textsOf(rows.get(row)?.cells ?? []),
    locate: spanOfCell,
    sheet: name,
    shownAt: (row, col) => shownIn(sheet, row, col),
    isRefused,
    hiddenCols: [...hiddenCols].filter(col => isFilledIn(sheet, col)),
    merged,
    remarks,
  };
}

function isFilledIn({ rows }: Sheet, col: number): boolean {
  for (const { cells } of rows.values()) if (cells.some(cell => cell.col === col && textOf(cell) !== '')) return true;
  return false;
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

/** What a cell of values shows. One that shows nothing is told with the sheet, whichever column it is in. */
function shownIn({ rows }: Sheet, row: number, col: number): ShownNumber | BareProblem | undefined {
  const { value, style } = rows.get(row)?.cells.find(cell => cell.col === col) ?? {};
  if (typeof value !== 'number') return undefined;
  const shown = shownNumber(value, style?.format);
  return isOtherwise(shown) ? shownOtherwise(value, style?.format, shown) : shown;
}
