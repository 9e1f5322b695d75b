import type { Dialect } from './dialects.ts';

export interface Table {
  /** As the engine names it: it stands in the text as it is. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** The text of a cell, where the table has such a column. */
export const textOf = (name: string, { columns }: Table, from = ''): string =>
  columns.includes(name) ? `${from}text_${name}` : "''";

/** All that the reader of a table trims of a cell. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

export const trimmed = (dialect: Dialect, name: string, table: Table, from = ''): string =>
  table.columns.includes(name) ? dialect.trim(`${from}text_${name}`, SPACES) : "''";
