import { nameColumns } from '../input/table/columns.ts';
import { figureColumns } from '../model/figure-columns.ts';

/** How the rows of a CSV file are written, where its first line says so beyond doubt. */
export interface CsvLayout {
  readonly columns: readonly string[];
  readonly delimiter: string;
}

const DELIMITERS = [',', ';', '\t'];
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The layout that the first bytes of a file show: one line of known names, each once and without quotes. Anything
 * else, such as a title above the table, is for the ordinary reader.
 */
export function csvLayout(head: Uint8Array): CsvLayout | undefined {
  const text = new TextDecoder().decode(head);
  const end = text.indexOf('\n');
  if (end === -1) return undefined;
  const line = text.slice(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0, end).replace(/\r$/, '');
  const layouts = DELIMITERS.map(delimiter => ({ columns: line.split(delimiter), delimiter }));
  return layouts.find(({ columns }) => areColumns(columns));
}

/** Whether a row names columns: each is one that a table may have, none stands twice, and one is of the indicator. */
export const areColumns = (names: readonly string[]): boolean =>
  names.every(name => figureColumns.includes(name)) &&
  new Set(names).size === names.length &&
  names.some(name => nameColumns.includes(name));
