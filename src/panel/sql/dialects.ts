/** What the engines do not share; all else in a reduction is plain SQL with window functions. */
export interface Dialect {
  readonly quote: '"' | '`';
  readonly text: string;
  /** The number that a text of digits is. */
  readonly toNumber: (text: string) => string;
  /** Whether a text is of a form, from its first character to its last; in Java `$` stands before a last line end, too. */
  readonly matches: (text: string, form: string) => string;
  /** A text without any of these characters at its ends. */
  readonly trim: (text: string, characters: string) => string;
  /** Where a part first stands in a text, counted from 1; 0 where it does not. */
  readonly position: (text: string, part: string) => string;
  /**
   * Whether a column is of a type whose numbers the engine prints with decimals that say nothing: 500.0 or 500.00 for
   * 500. Absent where it prints none, and where the type of a column cannot be asked for.
   */
  readonly printsZeros?: (column: string) => string;
  /**
   * Given where the result is one file unless somebody asks for several: what a whole number means hangs on the decimals
   * of its column in its file (src/panel/sql/columns-sql.ts). `today` is the day of the engine as a text.
   */
  readonly oneFile?: { readonly today: string };
}

const trimBoth = (text: string, characters: string): string => `trim(both '${characters}' from ${text})`;
const strpos = (text: string, part: string): string => `strpos(${text}, ${part})`;

export const dialects = {
  duckdb: {
    quote: '"',
    text: 'varchar',
    toNumber: text => `try_cast(${text} as double)`,
    matches: (text, form) => `regexp_full_match(${text}, '${form}')`,
    trim: trimBoth,
    position: strpos,
    printsZeros: column => `(typeof(${column}) in ('DOUBLE', 'FLOAT') or typeof(${column}) like 'DECIMAL%')`,
    oneFile: { today: 'cast(current_date as varchar)' },
  },
  postgres: {
    quote: '"',
    text: 'text',
    toNumber: text => `cast(${text} as double precision)`,
    matches: (text, form) => `${text} ~ '^(${form})$'`,
    trim: trimBoth,
    position: strpos,
    printsZeros: column => `pg_typeof(${column})::text = 'numeric'`,
    oneFile: { today: 'cast(current_date as text)' },
  },
  spark: {
    quote: '`',
    text: 'string',
    toNumber: text => `try_cast(${text} as double)`,
    matches: (text, form) => `concat(${text}, '|') rlike '^(${form})[|]$'`,
    trim: trimBoth,
    position: (text, part) => `instr(${text}, ${part})`,
    printsZeros: column => `(typeof(${column}) in ('double', 'float') or typeof(${column}) like 'decimal%')`,
  },
  trino: {
    quote: '"',
    text: 'varchar',
    toNumber: text => `try_cast(${text} as double)`,
    matches: (text, form) => `regexp_like(concat(${text}, '|'), '^(${form})[|]$')`,
    trim: trimBoth,
    position: strpos,
  },
  clickhouse: {
    quote: '`',
    text: 'Nullable(String)',
    toNumber: text => `toFloat64OrNull(${text})`,
    matches: (text, form) => `match(${text}, '^(${form})$')`,
    // Its own `trim` takes bytes away, and cuts a Chinese character in two.
    trim: (text, characters) => `replaceRegexpAll(${text}, '^[${characters}]+|[${characters}]+$', '')`,
    position: (text, part) => `position(${text}, ${part})`,
    oneFile: { today: 'toString(today())' },
  },
} as const satisfies Readonly<Record<string, Dialect>>;

export type DialectName = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as DialectName[];
