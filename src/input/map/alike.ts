import { IGNORE } from '../../model/mapping-signs.ts';
import { type MapReason, OPEN } from '../../model/proposal.ts';
import { folded } from '../../values/fold.ts';
import { type ColumnProposed, literal } from './headings.ts';
import type { SeenColumn } from './shape-of-table.ts';

/** What only one column of a mapping can hold; undefined of what several may. */
function heldOnce({ key, value }: ColumnProposed, heading: string): string | undefined {
  if (value === OPEN || value === IGNORE) return undefined;
  return value === 'value' && key.includes('{') ? `${key} ${folded(heading)}` : value;
}

/**
 * Columns of which only one can count. A second column of names begins another table beside the first one, which is left
 * out; of all others nobody can tell which was meant.
 */
export function apart(columns: readonly ColumnProposed[], seen: readonly SeenColumn[]): ColumnProposed[] {
  const ofCol = new Map(seen.map(column => [column.col, column]));
  const headingOf = (col: number): string => ofCol.get(col)?.heading ?? '';
  /** `数值 #2`, where several columns are called so. */
  const numbered = (col: number, key: string): string => {
    const number = ofCol.get(col)?.number;
    return number === undefined || key.endsWith(number) ? key : `${key} ${number}`;
  };
  const names = columns.filter(({ value }) => value === 'indicator').map(({ col }) => col);
  const next = names.find(col => col !== names[0] && folded(headingOf(col)) === folded(headingOf(names[0] ?? -1)));
  const isBeside = ({ col }: ColumnProposed): boolean => next !== undefined && col >= next;
  const first = columns.filter(column => !isBeside(column));
  const held = new Map(first.map(column => [column, heldOnce(column, headingOf(column.col))]));
  const isAlike = (column: ColumnProposed): boolean => {
    const own = held.get(column);
    return own !== undefined && [...held].some(([other, each]) => other !== column && each === own);
  };
  const isOtherwise = ({ col, key, value }: ColumnProposed): boolean =>
    columns.some(other => other.col !== col && other.key === key && other.value !== value);
  return columns.map(column => {
    const { col, key, value } = column;
    if (isBeside(column)) {
      const reason: MapReason = { code: 'another-table-beside', args: {} };
      return { col, key: numbered(col, literal(headingOf(col))), value: IGNORE, reason };
    }
    if (isAlike(column))
      return { col, key: numbered(col, key), value: OPEN, reason: { code: 'one-of-alike', args: { field: value } } };
    return value === OPEN || isOtherwise(column) ? { ...column, key: numbered(col, key) } : column;
  });
}
