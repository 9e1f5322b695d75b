import { areColumns, type CsvLayout } from './csv-layout.ts';
import { EPOCH, literal, name, type SqlSource, textual } from './duckdb-columns.ts';
import { ndjsonSource } from './duckdb-ndjson.ts';
import type { NdjsonLayout } from './ndjson-layout.ts';

/** A file of figures that DuckDB may scan. */
export type PanelFile =
  | { readonly path: string; readonly format: 'csv'; readonly layout: CsvLayout }
  | {
      readonly path: string;
      readonly format: 'ndjson';
      readonly layout: NdjsonLayout;
      readonly bytes: number;
      readonly bytesARow: number;
    }
  | { readonly path: string; readonly format: 'parquet'; readonly columns: readonly TypedColumn[] };

const scanned: Readonly<Record<PanelFile['format'], true>> = { csv: true, ndjson: true, parquet: true };

/** Whether DuckDB reads files of a format as the ordinary reader does; of others it knows nothing. */
export const isScanned = (format: string | undefined): format is PanelFile['format'] =>
  format !== undefined && Object.hasOwn(scanned, format);

export type PanelInput = (
  | Extract<PanelFile, { readonly format: 'csv' }>
  | { readonly path: string; readonly format: 'ndjson' | 'parquet' }
) & {
  /** The name under which its figures say where they come from. */
  readonly shown: string;
};

/** What is known of a file while its rows are looked at. */
export interface ScannedFile {
  readonly format: PanelFile['format'];
  /** The name under which its figures say where they come from. */
  readonly shown: string;
  readonly numbers: readonly string[];
  readonly areSeparatorsDoubtful?: boolean;
}

/** Whether its lines are cut (src/panel/duckdb-ndjson.ts). */
export const isCut = (file: PanelFile): file is Extract<PanelFile, { readonly format: 'ndjson' }> =>
  file.format === 'ndjson' && file.layout.shapes.length > 0;

interface TypedColumn {
  readonly name: string;
  /** As DuckDB names it. */
  readonly type: string;
}

/** The ways in which SQL reads a file; undefined where a column is not one that both would read alike. */
export function sourceOf(file: PanelFile): SqlSource | undefined {
  if (file.format === 'csv') return csvSource(file.path, file.layout);
  return file.format === 'ndjson' ? ndjsonSource(file.path, file.layout) : parquetSource(file.path, file.columns);
}

function csvSource(path: string, { columns, delimiter }: CsvLayout): SqlSource {
  const types = columns.map(column => `${literal(column)}: 'VARCHAR'`).join(', ');
  const options = [
    `delim = ${literal(delimiter)}, quote = '"', escape = '"', header = true, auto_detect = false`,
    `strict_mode = true, null_padding = false, force_not_null = [${columns.map(literal).join(', ')}]`,
    `columns = {${types}}`,
  ];
  return {
    from: `read_csv(${literal(path)}, ${options.join(', ')})`,
    columns,
    // Between semicolons 93.307 may be a whole number.
    ...textual(name, columns, delimiter === ';' ? 2 : 3),
    line: rowOf(columns),
    numbers: [],
    isPlain: 'true',
  };
}

const rowOf = (columns: readonly string[]): string =>
  `to_json({${columns.map(column => `${literal(column)}: ${name(column)}`).join(', ')}})::varchar`;

const WHOLE_TYPES = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER'];

function parquetSource(path: string, typed: readonly TypedColumn[]): SqlSource | undefined {
  const columns = typed.map(column => column.name);
  const types = new Map(typed.map(column => [column.name, column.type]));
  const texts = new Map(typed.map(column => [column.name, textOf(column)]));
  if (!areColumns(columns) || [...texts.values()].includes(undefined)) return undefined;
  const spelled = textual(column => texts.get(column) ?? "''", columns);
  const isDate = (column: string): boolean => types.get(column) === 'DATE';
  return {
    from: `read_parquet(${literal(path)})`,
    columns,
    ...spelled,
    ...(types.get('value') === 'DOUBLE' && binaryNumber(name('value'))),
    day: column => (isDate(column) ? `(${name(column)} - ${EPOCH})::int` : spelled.day(column)),
    isDay: (column, day) => (isDate(column) ? 'true' : spelled.isDay(column, day)),
    isEmpty: column => (isDate(column) ? `${name(column)} is null` : spelled.isEmpty(column)),
    line: `to_json({${columns.map(column => `${literal(column)}: ${texts.get(column)}`).join(', ')}})::varchar`,
    numbers: typed.filter(({ type }) => type === 'DOUBLE').map(column => column.name),
    isPlain: 'true',
  };
}

/** The fewest decimals of which the number is the nearest: the ordinary reader spells it with these. */
function binaryNumber(cell: string): Pick<SqlSource, 'number' | 'decimals'> {
  const cases = [0, 1, 2, 3].map(
    decimals => `when round(${cell} * 1e${decimals}) / 1e${decimals} = ${cell} then ${decimals}`,
  );
  return { number: cell, decimals: `case ${cases.join(' ')} end` };
}

/** As src/input/shown/cell-text.ts writes a typed cell. */
function textOf({ name: column, type }: TypedColumn): string | undefined {
  const cell = name(column);
  if (type === 'VARCHAR' || type === 'DATE' || WHOLE_TYPES.includes(type)) return `coalesce(${cell}::varchar, '')`;
  if (type.startsWith('DECIMAL')) return `coalesce(${type.endsWith(',0)') ? cell : trimmed(cell)}::varchar, '')`;
  return type === 'DOUBLE' ? numberText(cell) : undefined;
}

/** Without the zeros that every number of such a column has. */
const trimmed = (cell: string): string => `rtrim(rtrim(${cell}::varchar, '0'), '.')`;

/** A whole number without a point; DuckDB would write 93307.0. */
const numberText = (cell: string): string =>
  `coalesce(case when ${cell} = trunc(${cell}) and abs(${cell}) < 1e15 then (${cell}::bigint)::varchar
    else ${cell}::varchar end, '')`;
