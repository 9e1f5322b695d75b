import { figureColumns } from '../../model/figure-columns.ts';
import { nest } from '../table/columns.ts';

/** As Hive, Spark and DuckDB name the folder of rows without a value. */
const NONE = '__HIVE_DEFAULT_PARTITION__';
const PARTITION = /^(\w+)=(.+)$/;

/**
 * What the folders of a file say of all its figures, as a report would: engines write a column by which they divide rows
 * into the names of folders (`region=north/part-0.parquet`), and leave it out of the rows.
 */
export function partitionsOf(path: string): Readonly<Record<string, unknown>> {
  const folders = path.split(/[/\\]/).slice(0, -1);
  const flat = Object.fromEntries(
    folders.flatMap(folder => {
      const [, key = '', value = ''] = PARTITION.exec(folder) ?? [];
      return figureColumns.includes(key) && value !== NONE ? [[key, decoded(value)]] : [];
    }),
  );
  return nest(flat);
}

/** Signs that a name of a folder may not have are written as `%2F`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
