import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import { nameColumns } from './columns.ts';
import { endOf } from './end-of-table.ts';
import { type FitsOf, fitsOf, type TableLayout, type TellAt } from './layout.ts';

/** A number alone is no name of a column, whatever year it may be. */
const NUMBER = /^[\d.,%\s+-]+$/;

interface TableNamed {
  readonly mapping: TableMapping;
  readonly layout: TableLayout;
  readonly tell: TellAt;
}

/** Whether a row is the first that is no figure. It is told where a second table begins: no figure of it has the headings of the first. */
export function endOrOther(
  rows: number,
  { mapping, layout, tell }: TableNamed,
): (cells: readonly string[], row: number) => boolean {
  const isEnd = endOf(mapping);
  if (!mapping.columns) return isEnd;
  const anew = namedAnew(layout, fitsOf(mapping), rows);
  return (cells, row) => {
    if (isEnd(cells)) return true;
    const col = anew(cells);
    if (col === undefined) return false;
    tell({ code: 'heading-twice', args: { heading: cells[col] ?? '', what: 'below' } }, row, col);
    return true;
  };
}

/**
 * Finds the cell in which a row below the headings names a column otherwise than they do: another table begins there. A
 * mapping that leaves out its first row as a name that the plan does not have would read the rest under the wrong names.
 * A row that says the headings once more, as at the top of a page, is none.
 */
function namedAnew({ headings, fields, values, value }: TableLayout, fits: FitsOf, rows: number) {
  const own = new Map(headings.map(({ col, text }) => [col, folded(text)]));
  const all = new Set(own.values());
  const names = fields.filter(({ name }) => nameColumns.includes(name)).map(({ col }) => col);
  const numbers = values.length > 0 ? values.map(({ col }) => col) : value === undefined ? [] : [value];
  const read = [...new Set([...fields.map(({ col }) => col), ...numbers])];
  const isName = (text: string): boolean =>
    !NUMBER.test(text) && (all.has(folded(text)) || fits(text).some(({ said }) => said['as_of'] !== undefined));
  /** Of a heading in several rows, a row below may say one. */
  const isSame = (text: string, col: number): boolean => {
    const heading = own.get(col) ?? '';
    return rows > 1 ? heading.includes(folded(text)) : heading === folded(text);
  };
  return (cells: readonly string[]): number | undefined => {
    const filled = (col: number): boolean => (cells[col] ?? '') !== '';
    const isHeadings =
      names.some(col => filled(col) && folded(cells[col] ?? '') === own.get(col)) ||
      numbers.some(col => filled(col) && isName(cells[col] ?? ''));
    return isHeadings ? read.find(col => filled(col) && !isSame(cells[col] ?? '', col)) : undefined;
  };
}
