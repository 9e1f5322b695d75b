import { IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { daySaidIn } from '../../values/day-said.ts';
import { folded } from '../../values/fold.ts';
import { scopeSaidIn } from '../../values/scope-said.ts';
import { statusSaidIn } from '../../values/status-said.ts';
import { unitSaidIn } from '../../values/unit-said.ts';
import { waySaidIn } from '../../values/way-said.ts';
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

const saysOfNumbers = (text: string): boolean =>
  (unitSaidIn(text) ?? statusSaidIn(text) ?? scopeSaidIn(text) ?? daySaidIn(text, true) ?? waySaidIn(text)) !==
  undefined;

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
 * Texts that stand in no figure: in rows without one, in the names of columns, and in remarks on a sheet or a cell. What they
 * may say of numbers is heard first: of other texts a few are kept, for one may name a region.
 * A row about something that the plan knows speaks of that alone; one that the mapping leaves out by its name is left out.
 */
export function asideIn(
  { rowAt }: Pick<Cells, 'rowAt'>,
  { header, layout, mapping: { names }, findName }: TableAround,
) {
  const { fields } = layout;
  const found: StrayText[] = [];
  const isOfItsOwn = rowsOfTheirOwn(layout, names, findName);
  const counts = { said: 0, around: 0 };
  const add = (text: string, row: number, col: number): void => {
    const kind = saysOfNumbers(text) ? 'said' : 'around';
    if (text === '' || counts[kind] >= MOST) return;
    counts[kind]++;
    found.push({ text, row, col });
  };
  /** A region named below the headings is asked about with the rows that follow it (sections.ts). */
  const addRow = (cells: readonly string[], row: number): void => {
    for (const [col, text] of cells.entries())
      if (row < header || saysOfNumbers(text) || regionNamed(text, findName) === undefined) add(text, row, col);
  };
  return {
    found,
    /** The name of a column of texts (指标（单位：万元）); numbers that are ignored, such as growth, have a unit of their own. */
    heading: ({ text, row, col }: StrayText, holdsNumbers: (col: number) => boolean): void => {
      const isRead = fields.some(each => each.col === col);
      if (saysOfNumbers(text) && (isRead || !holdsNumbers(col))) add(text, row, col);
    },
    /** One on a cell that is left out speaks of that alone. */
    remark: ({ text, row, col }: StrayText): void => {
      const isRead = [...fields, ...layout.values].some(each => each.col === col);
      if (row <= header || isRead) add(text, row, col);
    },
    /** A row outside the table. Below it, as in a second table, a unit beside numbers of its own is that of these alone. */
    outside: (row: number, hasNumbers: boolean): void => {
      const cells = rowAt(row);
      const unit = row > header && hasNumbers ? fields.find(({ name }) => name === 'unit')?.col : undefined;
      addRow(unit === undefined ? cells : cells.map((text, col) => (col === unit ? '' : text)), row);
    },
    /** A row of the table in which no cell is a figure. */
    inside: (cells: readonly string[], row: number): void => {
      const isFull = Object.values(counts).every(count => count >= MOST);
      if (!isFull && !isOfItsOwn(cells)) addRow(cells, row);
    },
  };
}
