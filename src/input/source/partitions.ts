import { figureColumns } from '../../model/figure-columns.ts';
import { isMapping } from '../../values/mapping.ts';
import { nest } from '../table/columns.ts';

/** As Hive, Spark and DuckDB name the folder of rows without a value. */
const NONE = '__HIVE_DEFAULT_PARTITION__';
const PARTITION = /^(\w+)=(.+)$/;

/**
 * What the folders of a file say of all its figures, as a report would: engines write a column by which they divide rows
 * into the names of folders (`region=north/part-0.parquet`), and leave it out of the rows.
 */
export const partitionsOf = (path: string): Readonly<Record<string, unknown>> =>
  nest(Object.fromEntries(statedBy(path).map(({ key, value }) => [key, value])));

/** The folder that says what stands at a place of such a report. */
export function folderThatSays(path: string, steps: readonly (string | number)[]): string | undefined {
  let found: unknown = nest(Object.fromEntries(statedBy(path).map(({ key, folder }) => [key, folder])));
  for (const step of steps) found = isMapping(found) ? found[step] : found;
  while (isMapping(found)) [found] = Object.values(found); // a field that holds others, as `flow` does
  return typeof found === 'string' ? found : undefined;
}

function statedBy(path: string) {
  const folders = path.split(/[/\\]/).slice(0, -1);
  return folders.flatMap((name, depth) => {
    const [, key = '', value = ''] = PARTITION.exec(name) ?? [];
    const folder = `${folders.slice(0, depth + 1).join('/')}/`;
    return figureColumns.includes(key) && value !== NONE ? [{ key, value: decoded(value), folder }] : [];
  });
}

/** Signs that a name of a folder may not have are written as `%2F`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
