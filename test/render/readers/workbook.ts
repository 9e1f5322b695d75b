import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { showControls } from '../../../src/render/escape/controls.ts';
import { formatWordsIn } from '../../../src/render/words/formats-registry.ts';
import type { Lang } from '../../../src/render/words/words.ts';
import { type Reader, readRows } from './reader.ts';

export const workbookOf = (output: string | Uint8Array): WorkBook =>
  read(output, { type: 'array', cellFormula: true, cellNF: true, cellStyles: true, bookFiles: true });

export const rowsOf = (sheet: WorkSheet | undefined): Record<string, unknown>[] =>
  sheet ? utils.sheet_to_json(sheet, { raw: true, defval: null }) : [];

/** The rows of the sheet of gaps, by the English name of its columns. */
export function gapRows(book: WorkBook, lang: Lang): Record<string, unknown>[] {
  const { sheet, column } = formatWordsIn(lang);
  const english = formatWordsIn('en').column;
  const names = new Map(Object.entries(column).map(([key, title]) => [title, english[key as keyof typeof english]]));
  return rowsOf(book.Sheets[sheet.gaps]).map(row =>
    Object.fromEntries(Object.entries(row).map(([title, value]) => [names.get(title) ?? title, value])),
  );
}

export const xlsx: Reader = {
  by: 'SheetJS (@e965/xlsx)',
  read: (output, lang) => {
    const book = workbookOf(output);
    const { sheet, column, no } = formatWordsIn(lang);
    const texts = [sheet.evidence, sheet.summary, sheet.settings].flatMap(name =>
      utils
        .sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 })
        .flat()
        .map(String),
    );
    if (!(column.code in (rowsOf(book.Sheets[sheet.gaps])[0] ?? {}))) throw new Error('no codes');
    return readRows(
      gapRows(book, lang).map(row => ({
        target: String(row['Target id']),
        title: String(row['Target']),
        verdict: String(row['Verdict code']),
        severity: String(row['Severity']),
        isCounted: row['In force'] !== no,
      })),
      texts,
    );
  },
  /** A line in a cell ends with a line feed alone. */
  expected: text => showControls(text).replaceAll('\r\n', '\n'),
};
