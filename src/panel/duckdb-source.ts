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

/** The rows of one file as SQL: texts under names of columns, and the whole row as one JSON text. */
export interface Source {
  readonly from: string;
  readonly columns: readonly string[];
  /** The text of a column; never null. */
  readonly text: (column: string) => string;
  /** The row as it stands in the file, where that is a line of NDJSON. */
  readonly line: string | null;
  /** Columns of binary numbers, which the row as a whole spells as DuckDB does. */
  readonly numbers: readonly string[];
  /** What a row must be, beside what its columns say, to be a plain one. */
  readonly isPlain: string;
  /** A condition under which the rows cannot be what the ordinary reader would make of them. */
  readonly doubt: string;
  readonly doubtMeans: string;
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
    text: name,
    line: null,
    numbers: [],
    isPlain: 'true',
    // DuckDB takes a quotation mark within a cell that does not begin with one; the ordinary reader refuses it.
    doubt: columns.map(column => `contains(${name(column)}, '"')`).join(' or '),
    doubtMeans: 'a cell holds a quotation mark',
  };
}

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
    text: column => (column === 'value' ? SPELLED_VALUE : `coalesce(cells.${name(column)}, '')`),
    line: 'json::varchar',
    numbers: [],
    isPlain: `is_common and not contains(json::varchar, 'null')${isSpelled}`,
    doubt: `json_type(line, '$.region') = 'DOUBLE'`,
    doubtMeans: 'a region is a number',
  };
}

const REGION_IS_TEXT = String.raw`regexp_matches(json::varchar, '"region"\s*:\s*"')`;

const SPELLED_VALUE = String.raw`coalesce(regexp_extract(json::varchar, '"value"\s*:\s*"?([^",}\s]*)', 1), '')`;

const WHOLE_TYPES = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER'];

function parquetSource(path: string, typed: readonly TypedColumn[]): Source | undefined {
  const columns = typed.map(column => column.name);
  const texts = new Map(typed.map(column => [column.name, textOf(column)]));
  if (!areColumns(columns) || [...texts.values()].includes(undefined)) return undefined;
  const text = (column: string): string => texts.get(column) ?? "''";
  return {
    from: `read_parquet(${literal(path)})`,
    columns,
    text,
    line: null,
    numbers: typed.filter(({ type }) => isNumber(type)).map(column => column.name),
    isPlain: 'true',
    doubt: 'false',
    doubtMeans: '',
  };
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
