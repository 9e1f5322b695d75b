import { readNdjson } from '../input/json/ndjson.ts';
import { type ColumnSteps, columnName, stepOfDecimals } from '../input/report/column-steps.ts';
import { parseQuantity } from '../values/quantity.ts';
import { type Gathered, lineOf } from './duckdb-rows.ts';
import type { ScannedFile } from './duckdb-source.ts';
import { type DigitsWritten, writtenIn } from './words.ts';

/** The columns of each file (src/input/report/column-steps.ts) in which whole numbers stand beside decimals. */
export type PanelColumns = ReadonlyMap<number, ColumnSteps>;

/** Gathers the columns row by row; they are complete once all rows were seen. */
export function columnWatch(files: readonly ScannedFile[]) {
  const columns = files.map(() => new Map<string, DigitsWritten>());
  return {
    add: (gathered: Gathered): void => {
      const known = columns[gathered.file];
      if (!known) return;
      for (const { column, written } of cellsOf(gathered, files[gathered.file])) {
        const { step = 0, hasWhole = false } = known.get(column) ?? {};
        known.set(column, { step: Math.max(step, written.step), hasWhole: hasWhole || written.hasWhole });
      }
    },
    mixed: (): PanelColumns =>
      new Map(
        columns.flatMap((known, file) => {
          const steps = [...known].flatMap(([column, { step, hasWhole }]) =>
            step > 0 && hasWhole ? [[column, step] as const] : [],
          );
          return steps.length > 0 ? [[file, Object.fromEntries(steps)] as const] : [];
        }),
      ),
  };
}

/** The name of a column, of figures that are plain ones. */
export const columnOf = ({ indicator, publisher, counts }: Gathered['keys']): string =>
  columnName(undefined, indicator.trim(), publisher.trim() || null, counts.trim() || null);

interface ColumnCell {
  readonly column: string;
  readonly written: DigitsWritten;
}

function cellsOf({ keys, line, words }: Gathered, file: ScannedFile | undefined): ColumnCell[] {
  if (line === null) return [{ column: columnOf(keys), written: writtenIn(words) }];
  return rowsOf(line, file).flatMap(row => {
    const { value, rounded_to, tolerance, exact, source } = row;
    if (value === undefined || rounded_to !== undefined || tolerance !== undefined || exact === 'true') return [];
    const read = parseQuantity(String(value));
    const publisher = row['publisher'] ?? (source as { publisher?: unknown } | undefined)?.publisher;
    const named = { ...keys, publisher: String(publisher ?? ''), indicator: String(row['indicator'] ?? '') };
    const step = read.ok ? (stepOfDecimals(read.value) ?? 0) : 0;
    return [{ column: columnOf(named), written: { step, hasWhole: step === 0 } }];
  });
}

type SqlRow = Readonly<Record<string, unknown>>;

/** As the ordinary reader has it, with the spelling of its numbers. */
function rowsOf(line: string, file: ScannedFile | undefined): readonly SqlRow[] {
  const text =
    file?.format === 'ndjson' ? line : lineOf(JSON.parse(line) as Record<string, string>, file?.numbers ?? []);
  const data = readNdjson(text ?? '').documents[0]?.data;
  return Array.isArray(data) ? data.filter(row => typeof row === 'object' && row !== null) : [];
}
