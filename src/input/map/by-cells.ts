import { type MapReason, OPEN, type Proposed } from '../../model/proposal.ts';
import { statusSaidIn } from '../../values/status-said.ts';
import { unitSaidIn } from '../../values/unit-said.ts';
import type { FindName } from '../document/document.ts';
import { isPeriod, type SeenColumn } from './shape-of-table.ts';

/** What the plan knows of the words in a heading. A plan without regions knows any of them. */
export interface WordsOfPlan {
  readonly findName: FindName;
  /** Of an indicator of the plan, or a multiple of one. */
  readonly isUnit: (text: string) => boolean;
  readonly hasRegions: boolean;
}

export const bare = (code: MapReason['code']): MapReason => ({ code, args: {} }) as MapReason;

/** How many of the cells name something of the plan. */
export const namesAmong = (
  cells: readonly string[],
  field: 'indicator' | 'measure' | 'region',
  findName: FindName,
): number => cells.filter(cell => typeof findName(field, cell) !== 'string').length;

/** What the cells of a column show it to be, where its heading says nothing. */
export function byCells(
  { cells, hasNumbers, hasDays }: SeenColumn,
  { findName, hasRegions }: WordsOfPlan,
  said: ReadonlySet<string | undefined>,
  isOnlyValue: boolean,
): Pick<Proposed, 'value' | 'reason'> {
  const distinct = [...new Set(cells)];
  for (const field of ['indicator', 'region'] as const) {
    if (said.has(field) || (field === 'region' && !hasRegions)) continue;
    const named = namesAmong(distinct, field, findName);
    if (named > 0 && named * 2 >= distinct.length)
      return { value: field, reason: { code: 'cells-are-names', args: { named, all: distinct.length } } };
  }
  if (!hasNumbers && !hasDays)
    return isOfAKind(cells, distinct)
      ? { value: OPEN, reason: bare('words-of-a-kind') }
      : { value: 'ignore', reason: bare('no-numbers') };
  return isOnlyValue && !hasDays
    ? { value: 'value', reason: bare('a-value') }
    : { value: OPEN, reason: bare(cells.length > 0 && cells.every(isPeriod) ? 'holds-days' : 'unclear') };
}

/** Words of which each stands for one kind of row, such as 计划 and 完成; remarks are all different. */
const isOfAKind = (cells: readonly string[], distinct: readonly string[]): boolean =>
  distinct.length > 0 &&
  (distinct.length < Math.max(cells.length, 3) || distinct.some(cell => unitSaidIn(cell) ?? statusSaidIn(cell)));
