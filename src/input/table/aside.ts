import { IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import { statusSaidIn } from '../../values/status-said.ts';
import { unitSaidIn } from '../../values/unit-said.ts';
import { type FindName, namedFields } from '../document/document.ts';
import type { Cells } from './grid.ts';
import { wordsOf } from './headings.ts';
import type { TableLayout } from './layout.ts';
import { regionNamed } from './sections.ts';

/** Nobody says in more places of one table what it is counted in. */
const MOST = 20;

/** A text of a table that stands in no figure. */
export interface StrayText {
  readonly text: string;
  readonly row: number;
  readonly col: number;
}

const saysOfNumbers = (text: string): boolean => unitSaidIn(text) !== undefined || statusSaidIn(text) !== undefined;

export interface TableAround {
  readonly header: number;
  readonly layout: TableLayout;
  readonly mapping: TableMapping;
  readonly findName: FindName;
}

/** Rows about something that the plan knows, or that is left out by its name. */
function rowsOfTheirOwn(
  { fields }: TableLayout,
  names: TableMapping['names'],
  findName: FindName,
): (cells: readonly string[]) => boolean {
  const named = namedFields.flatMap(field => {
    const col = fields.find(({ name }) => name === field)?.col;
    return col === undefined || field === 'region' ? [] : [{ field, col, words: wordsOf(names, field) }];
  });
  return cells => {
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
}

/**
 * Texts in rows that hold no numbers: all of them above the headings and below the end, for they may name a region; between
 * those that say what units numbers are in, or that they are goals.
 * A row about something that the plan knows speaks of that alone; one that the mapping leaves out by its name is left out.
 */
export function asideIn(
  { rowAt }: Pick<Cells, 'rowAt'>,
  { header, layout, mapping: { names }, findName }: TableAround,
) {
  const { fields } = layout;
  const found: StrayText[] = [];
  const isOfItsOwn = rowsOfTheirOwn(layout, names, findName);
  let [said, around] = [0, 0];
  const addFrom = (cells: readonly string[], row: number, from = 0): void => {
    for (const [index, text] of cells.entries())
      if (text !== '' && said < MOST && saysOfNumbers(text)) {
        said++;
        found.push({ text, row, col: from + index });
      }
  };
  /** A region named below the headings is asked about with the rows that follow it (sections.ts). */
  const addOthersFrom = (cells: readonly string[], row: number): void => {
    for (const [col, text] of cells.entries())
      if (
        text !== '' &&
        around < MOST &&
        !saysOfNumbers(text) &&
        (row < header || regionNamed(text, findName) === undefined)
      ) {
        around++;
        found.push({ text, row, col });
      }
  };
  return {
    found,
    /** The name of a column of texts (指标（单位：万元）); numbers that are ignored, such as growth, have a unit of their own. */
    heading: ({ text, row, col }: StrayText, holdsNumbers: (col: number) => boolean): void => {
      const isRead = fields.some(each => each.col === col);
      if (saysOfNumbers(text) && (isRead || !holdsNumbers(col))) addFrom([text], row, col);
    },
    /** A row outside the table. */
    outside: (row: number): void => {
      addFrom(rowAt(row), row);
      addOthersFrom(rowAt(row), row);
    },
    /** A row of the table in which no cell is a figure. */
    inside: (cells: readonly string[], row: number): void => {
      if ((said >= MOST && around >= MOST) || isOfItsOwn(cells)) return;
      addFrom(cells, row);
      addOthersFrom(cells, row);
    },
  };
}
