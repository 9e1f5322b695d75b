import { OPEN, type Proposed } from '../../model/proposal.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { headingMatcher } from '../table/headings.ts';
import { type ColumnProposed, literal } from './headings.ts';
import type { SeenColumn } from './shape-of-table.ts';
import { TOLD } from './words-of-table.ts';

/**
 * Columns with their headings held against all keys that are proposed, as a check does it: one that fits several, such as a
 * year beside names of indicators, would be refused, and has to be told.
 */
export function withoutTwoWays(
  columns: readonly ColumnProposed[],
  seen: readonly SeenColumn[],
  preset: TableMapping,
  days: readonly Proposed[],
): ColumnProposed[] {
  const given = Object.fromEntries(columns.map(({ key, value }) => [key, value])) as TableMapping['columns'];
  const fitsOf = headingMatcher({
    columns: { ...preset.columns, ...given },
    names: { as_of: Object.fromEntries(days.map(({ key, value }) => [key, value])) },
  });
  const ofCol = new Map(seen.map(column => [column.col, column]));
  return columns.map((column): ColumnProposed => {
    const own = ofCol.get(column.col);
    // What was told is not asked again; columns that are called alike are counted.
    if (!own || own.number !== undefined || column.reason === TOLD) return column;
    const keys = fitsOf(own.heading).map(({ key }) => key);
    if (keys.length < 2) return column;
    const reason: Proposed['reason'] = { code: 'in-two-ways', args: { keys: [...new Set(keys)] } };
    return { col: column.col, key: literal(own.heading), value: OPEN, reason };
  });
}
