import { IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import { statusSaidIn } from '../../values/status-said.ts';
import { unitSaidIn } from '../../values/unit-said.ts';
import { type FindName, namedFields } from '../document/document.ts';
import type { Cells } from './grid.ts';
import { wordsOf } from './headings.ts';
import type { TableLayout } from './layout.ts';

/** Nobody says in more places of one table what it is counted in. */
const MOST = 20;

/** A text of a table that stands in no figure. */
export interface StrayText {
  readonly text: string;
  readonly row: number;
  readonly col: number;
}

const saysOfNumbers = (text: string): boolean => unitSaidIn(text) !== undefined || statusSaidIn(text) !== undefined;

/**
 * Texts that say what units numbers are in, or that they are goals, in rows that hold none of them: above the headings, below the end, and between.
 * A row about something that the plan knows speaks of that alone; one that the mapping leaves out by its name is left out.
 */
export function asideIn(
  { rowAt }: Pick<Cells, 'rowAt'>,
  { fields }: TableLayout,
  { names }: TableMapping,
  findName: FindName,
) {
  const found: StrayText[] = [];
  const named = namedFields.flatMap(field => {
    const col = fields.find(({ name }) => name === field)?.col;
    return col === undefined || field === 'region' ? [] : [{ field, col, words: wordsOf(names, field) }];
  });
  const isOfItsOwn = (cells: readonly string[]): boolean => {
    // A name with nothing beside it is the heading of those below.
    const isHeading = cells.filter(text => text !== '').length === 1;
    return named.some(({ field, col, words }) => {
      const text = cells[col] ?? '';
      if (text === '') return false;
      const ours = words.get(folded(text));
      const name = findName(field, ours ?? text);
      return ours === IGNORE || (!isHeading && typeof name !== 'string' && !name.isAny);
    });
  };
  const addFrom = (cells: readonly string[], row: number, from = 0): void => {
    for (const [index, text] of cells.entries())
      if (text !== '' && found.length < MOST && saysOfNumbers(text)) found.push({ text, row, col: from + index });
  };
  return {
    found,
    /** The name of a column of texts (指标（单位：万元）); numbers that are ignored, such as growth, have a unit of their own. */
    heading: ({ text, row, col }: StrayText, holdsNumbers: (col: number) => boolean): void => {
      const isRead = fields.some(each => each.col === col);
      if (saysOfNumbers(text) && (isRead || !holdsNumbers(col))) addFrom([text], row, col);
    },
    /** A row outside the table. */
    outside: (row: number): void => addFrom(rowAt(row), row),
    /** A row of the table in which no cell is a figure. */
    inside: (cells: readonly string[], row: number): void => {
      if (found.length < MOST && !isOfItsOwn(cells)) addFrom(cells, row);
    },
  };
}
