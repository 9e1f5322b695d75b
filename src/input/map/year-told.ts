import { OPEN, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import type { ColumnProposed } from './headings.ts';
import { isPartOfYear } from './vocabulary.ts';
import { TOLD } from './words-of-table.ts';

/** `--fixed as_of=2025`: the year of headings such as 1月, which no title has. */
export function yearTold(told: ToldOfTable['fixed']): Proposed | undefined {
  const value = told.get('as_of') ?? '';
  return /^(?:19|20)\d\d年?$/.test(value) ? { key: 'as_of', value, reason: TOLD } : undefined;
}

/** The one question of columns that are parts of a year: which year, and no question of each of them. */
export const partOfYear = (column: ColumnProposed, heading: string): ColumnProposed =>
  column.value === OPEN && isPartOfYear(heading)
    ? { ...column, reason: { code: 'part-of-year', args: { text: heading } } }
    : column;
