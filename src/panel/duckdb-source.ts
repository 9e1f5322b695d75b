import { figureKeys } from '../input/columns.ts';
import { areColumns, type CsvLayout } from './csv-layout.ts';

/** A file of figures that DuckDB may scan. */
export type PanelFile =
  | { readonly path: string; readonly format: 'csv'; readonly layout: CsvLayout }
  | { readonly path: string; readonly format: 'ndjson'; readonly shapes: readonly (readonly string[])[] }
  | { readonly path: string; readonly format: 'parquet'; readonly columns: readonly TypedColumn[] };

export interface TypedColumn {
  readonly name: string;
  /** As DuckDB names it. */
  readonly type: string;
}

/** The rows of one file as SQL. */
export interface Source {
  readonly from: string;
  readonly columns: readonly string[];
  /** The text of a column; never null. */
  readonly text: (column: string) => string;
  /** The value, null where it is no plain number; and how many of its digits are decimals. */
  readonly number: string;
  readonly decimals: string;
  /** The number of a day; null where the column holds none. */
  readonly day: (column: string) => string;
  /** The column holds that day as it is always written: DuckDB also reads other spellings. */
  readonly isDay: (column: string, day: string) => string;
  readonly isEmpty: (column: string) => string;
  /** The row as a whole, as one JSON text. */
  readonly line: string;
  /** Columns of binary numbers, which the row as a whole spells as DuckDB does. */
  readonly numbers: readonly string[];
  /** What a row must be, beside what its columns say, to be a plain one. */
  readonly isPlain: string;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The ways in which SQL reads a file; undefined where a column is not one that both would read alike. */
export function sourceOf(file: PanelFile): Source | undefined {
  if (file.format === 'csv') return csvSource(file.path, file.layout);
  return file.format === 'ndjson' ? ndjsonSource(file.path, file.shapes) : parquetSource(file.path, file.columns);
}

function csvSource(path: string, { columns, delimiter }: CsvLayout): Source {
  const types = columns.map(column => `${literal(column)}: 'VARCHAR'`).join(', ');
  const options = [
    `delim = ${literal(delimiter)}, quote = '"', escape = '"', header = true, auto_detect = false`,
    `strict_mode = true, null_padding = false, force_not_null = [${columns.map(literal).join(', ')}]`,
    `columns = {${types}}`,
  ];
  return {
    from: `read_csv(${literal(path)}, ${options.join(', ')})`,
    columns,
    ...textual(name, columns),
    line: rowOf(columns),
    numbers: [],
    isPlain: 'true',
  };
}

const NUMBER = String.raw`-?[1-9][0-9]{0,9}(\.[0-9]{1,3})?|0(\.[0-9]{1,3})?`;

/** Columns that hold texts. */
const textual = (
  text: Source['text'],
  columns: readonly string[],
): Pick<Source, 'text' | 'number' | 'decimals' | 'day' | 'isDay' | 'isEmpty'> => ({
  text,
  ...(columns.includes('value') ? spelledNumber(text('value')) : NO_NUMBER),
  day: column => `(try_cast(${text(column)} as date) - ${EPOCH})::int`,
  isDay: (column, day) => `(${EPOCH} + ${day})::varchar = ${text(column)}`,
  isEmpty: column => `${text(column)} = ''`,
});

const NO_NUMBER = { number: 'null::double', decimals: '0' };

const spelledNumber = (text: string): Pick<Source, 'number' | 'decimals'> => ({
  number: `case when regexp_full_match(${text}, '${NUMBER}') then ${text}::double end`,
  decimals: `case when contains(${text}, '.') then length(${text}) - instr(${text}, '.') else 0 end`,
});

const EPOCH = "date '1970-01-01'";

const rowOf = (columns: readonly string[]): string =>
  `to_json({${columns.map(column => `${literal(column)}: ${name(column)}`).join(', ')}})::varchar`;

/** Keys that a plain row may have; a line with any other is for the ordinary reader. */
const COMMON: readonly string[] = [
  ...['indicator', 'value', 'as_of', 'published', 'region', 'unit', 'plan', 'status', 'scope', 'dated'],
  ...['counts', 'publisher', 'title', 'url', 'note'],
];

/** The keys of a line, in their order, as one text. */
export const SHAPE = 'to_json(json_keys(json))::varchar';

/** A number keeps its spelling only in the line itself, so that is where its digits are taken from. */
function ndjsonSource(path: string, shapes: readonly (readonly string[])[]): Source | undefined {
  const areKnown = shapes.every(
    keys => keys.every(key => figureKeys.includes(key)) && new Set(keys).size === keys.length,
  );
  if (!areKnown || shapes.some(keys => keys.length === 0)) return undefined;
  const columns = COMMON.filter(column => shapes.some(keys => keys.includes(column)));
  const common = shapes
    .filter(keys => keys.every(key => COMMON.includes(key)))
    .map(keys => literal(JSON.stringify(keys)));
  const structure = JSON.stringify(Object.fromEntries(columns.map(column => [column, 'VARCHAR'])));
  const isSpelled = columns.includes('region')
    ? ` and (not contains(json::varchar, '"region"') or ${REGION_IS_TEXT})`
    : '';
  return {
    from: `(select json, json_transform(json, ${literal(structure)}) as cells,
      ${SHAPE} in (${common.length > 0 ? common.join(', ') : "''"}) as is_common from read_ndjson_objects(${literal(path)}))`,
    columns,
    ...textual(column => (column === 'value' ? SPELLED_VALUE : `coalesce(cells.${name(column)}, '')`), columns),
    line: 'json::varchar',
    numbers: [],
    isPlain: `is_common and not contains(json::varchar, 'null')${isSpelled}`,
  };
}

const REGION_IS_TEXT = String.raw`regexp_matches(json::varchar, '"region"\s*:\s*"')`;

const SPELLED_VALUE = String.raw`coalesce(regexp_extract(json::varchar, '"value"\s*:\s*"?([^",}\s]*)', 1), '')`;

const WHOLE_TYPES = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER'];

function parquetSource(path: string, typed: readonly TypedColumn[]): Source | undefined {
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
    ...(isNumber(types.get('value') ?? '') && binaryNumber(`${name('value')}::double`)),
    day: column => (isDate(column) ? `(${name(column)} - ${EPOCH})::int` : spelled.day(column)),
    isDay: (column, day) => (isDate(column) ? 'true' : spelled.isDay(column, day)),
    isEmpty: column => (isDate(column) ? `${name(column)} is null` : spelled.isEmpty(column)),
    line: `to_json({${columns.map(column => `${literal(column)}: ${texts.get(column)}`).join(', ')}})::varchar`,
    numbers: typed.filter(({ type }) => isNumber(type)).map(column => column.name),
    isPlain: 'true',
  };
}

/** The fewest decimals of which the number is the nearest: the ordinary reader spells it with these. */
function binaryNumber(cell: string): Pick<Source, 'number' | 'decimals'> {
  const cases = [0, 1, 2, 3].map(
    decimals => `when round(${cell} * 1e${decimals}) / 1e${decimals} = ${cell} then ${decimals}`,
  );
  return { number: cell, decimals: `case ${cases.join(' ')} end` };
}

/** As src/input/cell-text.ts writes a typed cell. */
function textOf({ name: column, type }: TypedColumn): string | undefined {
  const cell = name(column);
  if (type === 'VARCHAR' || type === 'DATE' || WHOLE_TYPES.includes(type)) return `coalesce(${cell}::varchar, '')`;
  return isNumber(type) ? numberText(`${cell}::double`) : undefined;
}

const isNumber = (type: string): boolean => type === 'DOUBLE' || type.startsWith('DECIMAL');

/** A whole number without a point; DuckDB would write 93307.0. */
const numberText = (cell: string): string =>
  `coalesce(case when ${cell} = trunc(${cell}) and abs(${cell}) < 1e15 then (${cell}::bigint)::varchar
    else ${cell}::varchar end, '')`;
