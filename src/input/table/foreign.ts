import { parseDay } from '../../values/day-notation.ts';
import { foldedCase } from '../../values/fold.ts';
import type { ProblemArgs } from '../../values/problem.ts';
import type { Cells } from './grid.ts';
import { ownField } from './own-headings.ts';

/** What kind of table that is not ours somebody may have. */
type Looks = ProblemArgs['foreign-table']['looks'];

/** Rows within which the names of columns stand, and letters of the longest one that is looked at. */
const HEAD = 100;
const LONGEST = 200;

const kinds: readonly (readonly [Looks, (cells: readonly string[]) => boolean])[] = [
  ['sdmx-csv', cells => has(cells, 'obs_value') && has(cells, 'time_period')],
  [
    'eurostat-tsv',
    cells => /\\time_period$/.test(foldedCase(cells[0] ?? '')) || /,geo\\time/.test(foldedCase(cells[0] ?? '')),
  ],
  ['world-bank', cells => has(cells, 'country code') && (has(cells, 'indicator code') || has(cells, 'series code'))],
  // Of one indicator each, which its name says; with a column of indicators it is ours.
  ['open-sdg', cells => has(cells, 'year') && has(cells, 'value') && !cells.some(namesIndicator)],
  ['periods-across', cells => cells.filter(isPeriod).length > 1],
];

const has = (cells: readonly string[], name: string): boolean => cells.some(cell => foldedCase(cell) === name);

const namesIndicator = (cell: string): boolean => ownField(cell) === 'indicator';

/** A year is one in any table; a row of figures has no two cells that are days. */
const isPeriod = (cell: string): boolean => parseDay(cell.replace(/年$/, '')).ok && /^(?:19|20)\d\d/.test(cell);

/** The row of a table that looks like the names of columns that are not ours, and what kind they are. */
export function foreignHeader(cells: Cells): { readonly row: number; readonly looks: Looks } | undefined {
  for (let row = 0; row < Math.min(cells.count, HEAD); row++) {
    const short = cells.rowAt(row).filter(cell => cell !== '' && cell.length < LONGEST);
    const kind = kinds.find(([, fits]) => fits(short));
    if (kind) return { row, looks: kind[0] };
  }
  return undefined;
}
