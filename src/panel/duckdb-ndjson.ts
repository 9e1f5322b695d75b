import { figureKeys } from '../input/table/columns.ts';
import { literal, name, type SqlSource, textual } from './duckdb-columns.ts';
import { COMMON, type LineCell, type LineShape, type NdjsonLayout } from './ndjson-layout.ts';

/*
 * Lines of NDJSON, cut at what stands between two pairs by the reader of CSV, which is several times as fast as taking
 * each line apart as JSON. A line counts as cut only if its pieces can be nothing else than the pairs of a known shape.
 * Any other line is taken apart as JSON; where that fails, DuckDB refuses the file.
 */

/** More pairs than a figure has: a line of more pieces is an error. */
const PIECES = 32;

const pieces = Array.from({ length: PIECES }, (_, index) => `piece${index}`);

/** Lines as SQL, some of them cut. */
interface LinesSql {
  readonly from: string;
  /** The line as a whole. */
  readonly line: string;
}

/**
 * A piece is null only behind the last one: no text of a line is a line break. The strict mode gives up at a carriage
 * return, which is no line break to the ordinary reader. Lines that end in one are for `wholeLines`: given them as line
 * breaks, DuckDB loses rows.
 */
export function cutLines(path: string, delimiter: string): LinesSql {
  const options = [
    `delim = ${literal(delimiter)}, quote = '', escape = '', header = false, auto_detect = false`,
    String.raw`strict_mode = true, null_padding = true, new_line = '\n'`,
    `nullstr = '\n', hive_partitioning = false, columns = {${pieces.map(piece => `${piece}: 'VARCHAR'`).join(', ')}}`,
  ];
  return {
    from: `(select * from read_csv(${literal(path)}, ${options.join(', ')})
      where piece1 is not null or not regexp_full_match(piece0, '\\s*'))`,
    line: `concat_ws(${literal(delimiter)}, ${pieces.join(', ')})`,
  };
}

export const wholeLines = (path: string): LinesSql => ({
  from: `(select json::varchar as piece0 from read_ndjson_objects(${literal(path)}))`,
  line: 'piece0',
});

/** Every column is there for every line: what a row lacks is empty. */
export function ndjsonSource(path: string, { delimiter, shapes }: NdjsonLayout): SqlSource {
  const { from: lines, line } = shapes.length === 0 ? wholeLines(path) : cutLines(path, delimiter);
  const cut = COMMON.filter(column => shapes.some(shape => isCutFrom(shape, column)));
  const texts = COMMON.map(column => `${textOf(column, cut.includes(column))} as ${own('text', column)}`);
  const from = [
    `select *, ${shapeNumber(shapes)} as shape from ${lines}`,
    ['*', ...cut.map(column => `${cutFrom(shapes, column)} as ${own('cut', column)}`)].join(', '),
    `*, concat_ws(' ', ${["''", ...cut.map(column => own('cut', column))].join(', ')}) as joined`,
    `*, ${IS_CUT} as is_cut, contains(joined, '\\') as is_escaped`,
    `*, case when is_cut then null else ${line} end as uncut`,
    `*, json_keys(uncut) as keys, json_transform(uncut, ${STRUCTURE}) as cells`,
    `*, ${IS_ORDINARY} as is_ordinary`,
    ['*', ...texts].join(', '),
  ].reduce((inner, columns) => `select ${columns} from (${inner})`);
  return {
    from: `(${from})`,
    columns: COMMON,
    ...textual(column => own('text', column), COMMON),
    line,
    numbers: [],
    isPlain: 'is_ordinary',
    ...(shapes.length > 0 && { bytes: bytesOf(shapes, delimiter, line) }),
  };
}

const own = (prefix: string, column: string): string => name(`${prefix}_${column}`);

const isCutFrom = (shape: LineShape, column: string): boolean =>
  shape.some(({ key, kind }) => key === column && kind !== 'null');

/** The first shape that the pieces begin and end like; null where there is none. */
function shapeNumber(shapes: readonly LineShape[]): string {
  const cases = shapes.map((shape, index) => `when ${isLike(shape)} then ${index}`);
  return cases.length === 0 ? 'null::int' : `case ${cases.join(' ')} end`;
}

const isLike = (shape: LineShape): string =>
  [
    ...(shape.length < PIECES ? [`piece${shape.length} is null`] : []),
    ...shape.flatMap((cell, index) => isCell(cell, `piece${index}`)),
  ].join(' and ');

function isCell(cell: LineCell, piece: string): string[] {
  const { key, kind, before, behind } = cell;
  if (kind === 'null') return [`${piece} = ${literal(`${before}null${behind}`)}`];
  return [
    `starts_with(${piece}, ${literal(before)})`,
    // Longer than that: the ordinary reader has something to say of an empty text.
    `strlen(${piece}) > ${before.length + behind.length}`,
    ...(behind === '' ? [] : [`ends_with(${piece}, ${literal(behind)})`]),
    // A whole number is the same as a text; of any other the ordinary reader keeps the spelling.
    ...(kind === 'bare' && key !== 'value' ? [`regexp_full_match(${inside(cell, piece)}, '${WHOLE}')`] : []),
  ];
}

const WHOLE = '-?(0|[1-9][0-9]*)';

const inside = ({ before, behind }: LineCell, piece: string): string =>
  `substring(${piece}, ${before.length + 1}, length(${piece}) - ${before.length + behind.length})`;

/** What stands in a line for a column, escapes and all; null where the shape has no such pair. */
function cutFrom(shapes: readonly LineShape[], column: string): string {
  const cuts = shapes.map(shape => {
    const index = shape.findIndex(({ key, kind }) => key === column && kind !== 'null');
    const cell = shape[index];
    return cell ? inside(cell, `piece${index}`) : 'null';
  });
  const [first = 'null'] = cuts;
  return cuts.length === 1
    ? first
    : `case shape ${cuts.map((cut, number) => `when ${number} then ${cut}`).join(' ')} end`;
}

/** Where a text begins with a byte order mark, it is lost on the way from DuckDB. */
const ESCAPED_MARK = String.raw`\\u[fF][eE][fF][fF]`;

/**
 * A quotation mark within a value would mean that the line may hold further pairs. Behind each value stands a space,
 * which nothing can escape, so that all of them are right if they are together. Cases are tried one after the other,
 * where DuckDB would work out all sides of an "and".
 */
const IS_CUT = `case when shape is null or contains(joined, '"') or contains(joined, '\ufeff') then false
  when contains(joined, '\\') and regexp_matches(joined, '${ESCAPED_MARK}') then false
  else json_valid(concat('"', joined, ' "')) end`;

const STRUCTURE = literal(JSON.stringify(Object.fromEntries(COMMON.map(column => [column, 'VARCHAR']))));

function textOf(column: string, isCut: boolean): string {
  const cut = own('cut', column);
  const unescaped = `json_extract_string('"' || ${cut} || '"', '$')`;
  const other = `coalesce(${column === 'value' ? SPELLED_VALUE : `cells.${name(column)}`}, '')`;
  if (!isCut) return `case when is_cut then '' else ${other} end`;
  return `case when is_cut then coalesce(case when is_escaped then ${unescaped} else ${cut} end, '') else ${other} end`;
}

/** Taken from the line itself, because JSON as DuckDB has it does not keep the spelling of a number. */
const SPELLED_VALUE = String.raw`trim(regexp_extract(uncut, '"value"\s*:\s*("[^"]*"|[^",}\s]*)', 1), '"')`;

/** Of a line with its line break: what was cut, each with a space before it, and what is the same for each line of a shape. */
function bytesOf(shapes: readonly LineShape[], delimiter: string, line: string): string {
  const rest = shapes.map(shape =>
    shape.reduce(
      (bytes, { kind, before, behind }) => bytes + before.length + behind.length + (kind === 'null' ? 4 : -1),
      delimiter.length * (shape.length - 1),
    ),
  );
  const cases = rest.map((bytes, number) => `when ${number} then ${bytes}`).join(' ');
  return `case when is_cut then strlen(joined) + case shape ${cases} end else strlen(${line}) end + 1`;
}

const ODD_REGION = String.raw`"region"\s*:\s*[^"\s]`;
const WHOLE_REGION = String.raw`"region"\s*:\s*(null|${WHOLE})\s*[,}]`;

/** A value that is no text, an empty one, a key with an escape, and a comma behind the last pair, which DuckDB lets pass. */
const ODD = [
  `"(${COMMON.filter(column => column !== 'value').join('|')})"${String.raw`\s*:\s*([^"\s]|"")`}`,
  String.raw`\\u[0-9a-fA-F]{4}[^"]*"\s*:`,
  String.raw`,\s*\}`,
  ESCAPED_MARK,
  '\ufeff',
].join('|');

/** A list of some of these keys, as JSON. */
const someOf = (keys: readonly string[]): string => {
  const key = `"(${keys.join('|')})"`;
  return literal(String.raw`\[${key}(,${key})*\]`);
};

const FILLED = COMMON.map(column => `(cells.${name(column)} is not null)::int`).join(' + ');

const ARE_KNOWN = `regexp_full_match(to_json(keys)::varchar, ${someOf(figureKeys)}) and len(list_distinct(keys)) = len(keys)`;

/**
 * A line of as many texts as it has keys, each of which is common, gives none twice. Of any other that is looked at; what
 * is no figure is refused, and a region that only the ordinary reader spells as it is written.
 */
const IS_ORDINARY = `case when is_cut then true
  when regexp_full_match(to_json(keys)::varchar, ${someOf(COMMON)}) and ${FILLED} = len(keys)
    and not regexp_matches(uncut, ${literal(ODD)}) then true
  when not coalesce(${ARE_KNOWN}, false) then error('a line is no figure')::boolean
  when regexp_matches(uncut, ${literal(ODD_REGION)}) and not regexp_matches(uncut, ${literal(WHOLE_REGION)})
    then error('a region is a number')::boolean
  else false end`;
