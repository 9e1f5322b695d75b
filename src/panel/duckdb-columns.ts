/** The rows of one file as SQL. */
export interface SqlSource {
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
  /** The bytes of a row; undefined where it is not to be checked that all of the file was read. */
  readonly bytes?: string;
  /** What a row must be, beside what its columns say, to be a plain one. */
  readonly isPlain: string;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const numberForm = (decimals: number): string =>
  String.raw`-?[1-9][0-9]{0,9}(\.[0-9]{1,${decimals}})?|0(\.[0-9]{1,${decimals}})?`;

/** Columns that hold texts, in which a plain number has no more decimals than that. */
export const textual = (
  text: SqlSource['text'],
  columns: readonly string[],
  decimals = 3,
): Pick<SqlSource, 'text' | 'number' | 'decimals' | 'day' | 'isDay' | 'isEmpty'> => ({
  text,
  ...(columns.includes('value') ? spelledNumber(text('value'), decimals) : NO_NUMBER),
  day: column => `(try_cast(${text(column)} as date) - ${EPOCH})::int`,
  isDay: (column, day) => `(${EPOCH} + ${day})::varchar = ${text(column)}`,
  isEmpty: column => `${text(column)} = ''`,
});

const NO_NUMBER = { number: 'null::double', decimals: '0' };

const spelledNumber = (text: string, most: number): Pick<SqlSource, 'number' | 'decimals'> => ({
  number: `case when regexp_full_match(${text}, '${numberForm(most)}') then ${text}::double end`,
  decimals: `case when contains(${text}, '.') then length(${text}) - instr(${text}, '.') else 0 end`,
});

export const EPOCH = "date '1970-01-01'";
