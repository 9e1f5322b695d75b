import { CFB } from '@e965/xlsx';
import { parquetOf, sheet, xlsxOf, type ZipEntry, zipOf } from '../support/tables.ts';
import { nudged } from './mutate-text.ts';
import type { Random } from './random.ts';
import type { Words } from './words.ts';

type Rows = readonly (readonly string[])[];

/** Cells as they stand between the delimiters of most lines; what is quoted is torn, which is a mutation as well. */
export function rowsOf(text: string): { readonly delimiter: string; readonly rows: Rows } {
  const delimiter = ['\t', ';', ','].find(each => (text.split('\n')[0] ?? '').includes(each)) ?? ',';
  return { delimiter, rows: text.split('\n').map(line => line.split(delimiter)) };
}

export function mutateCsv(text: string, words: Words, random: Random): string {
  const { delimiter, rows } = rowsOf(text);
  return mutateRows(rows, words, random)
    .map(row => row.join(delimiter))
    .join('\n');
}

/** Rows and columns exchanged, told twice and left out; a cell that says what another one says, or nearly the same. */
export function mutateRows(rows: Rows, words: Words, random: Random): Rows {
  const row = random.below(rows.length);
  const cells = rows[row] ?? [];
  const col = random.below(Math.max(cells.length, 1));
  const withCell = (text: string) => rows.with(row, cells.with(Math.min(col, Math.max(cells.length - 1, 0)), text));
  if (cells.length === 0) return rows.toSpliced(row, 1);
  switch (random.below(9)) {
    case 0:
      return rows.toSpliced(row, 1);
    case 1:
      return rows.toSpliced(random.below(rows.length + 1), 0, cells);
    case 2:
      return rows.map(each => each.toSpliced(col, 1));
    case 3:
      return rows.map(each => each.toSpliced(random.below(each.length + 1), 0, each[col] ?? ''));
    case 4:
      return withCell(random.one(words.scalars));
    case 5:
      return withCell(nudged(cells[col] ?? '', random));
    case 6:
      return withCell(random.one(rows)[col] ?? '');
    case 7:
      return withCell(random.one(cells));
    default:
      return rows.with(row, cells.toSpliced(col, random.below(2), ''));
  }
}

/** The same cells as a workbook, or as a Parquet file whose columns are called after the first row. */
export function packed(format: 'xlsx' | 'parquet', rows: Rows, random: Random): Uint8Array {
  const cellOf = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) && random.once(2) ? Number(text) : text);
  if (format === 'xlsx') {
    const options = {
      merged: random.once(6) ? [`A${1 + random.below(4)}:C${1 + random.below(6)}`] : [],
      formats: random.once(4)
        ? { B2: random.one(['0.0%', '0', '#,##0', 'yyyy"年"', '0.00,,"万"', '[<0]0;0', '@']) }
        : {},
      hidden: random.once(6) ? [1 + random.below(6)] : [],
    };
    return xlsxOf(
      sheet(
        rows.map(row => row.map(cellOf)),
        options,
      ),
    );
  }
  const [names = [], ...data] = rows;
  const columns = names.map((name, col) => [name || `c${col}`, data.map(row => row[col] ?? '')] as const);
  return parquetOf(Object.fromEntries(columns));
}

/** The parts of a workbook; undefined where the archive is damaged. */
function partsOf(bytes: Uint8Array): ZipEntry[] | undefined {
  try {
    const { FullPaths, FileIndex } = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const entries = FullPaths.map((name: string, index: number) => ({
      name: name.replace(/^Root Entry\//, ''),
      content: new Uint8Array((FileIndex[index]?.content as Uint8Array | undefined) ?? []),
    }));
    return entries.filter(({ name, content }: ZipEntry) => content.length > 0 && !name.includes('Sh33tJ5'));
  } catch {
    return undefined;
  }
}

/** A workbook with one of its parts changed, and packed again with the right sums. */
export function mutateWorkbook(
  bytes: Uint8Array,
  random: Random,
  mutate: (xml: string, other: string) => string,
): Uint8Array | undefined {
  const parts = partsOf(bytes);
  if (!parts || parts.length === 0) return undefined;
  const textOf = ({ content }: ZipEntry) => Buffer.from(content).toString();
  const at = random.below(parts.length);
  const chosen = random.once(2) ? parts.findIndex(({ name }) => name.includes('worksheets/')) : at;
  const part = parts[chosen] ?? parts[at];
  if (!part) return undefined;
  const changed = { ...part, content: Buffer.from(mutate(textOf(part), textOf(random.one(parts)))) };
  const whole = parts.map(each => (each === part ? changed : each));
  return zipOf(random.once(20) ? [...whole, random.one(whole)] : whole);
}
