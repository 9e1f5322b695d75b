import type { MapReason, Proposed, ToldOfTable } from '../../model/proposal.ts';
import { folded } from '../../values/fold.ts';
import { TOLD } from './words-of-table.ts';

const FIRST = /快报(?:数据?|值)?|初步(?:统计|核算)?(?:数据?|值)?|初步/;
/** Behind a day, alone or in brackets: `2025年（快报数）`. */
const BEHIND = new RegExp(String.raw`^\s*[（(]?\s*(${FIRST.source})\s*[)）]?\s*$`);

/** The key of a day's figures that say themselves that they are the first ones, and not final. */
export function keyOfFirst(after: string): string | undefined {
  const [, word] = BEHIND.exec(after) ?? [];
  return word === undefined ? undefined : `{as_of}${after.replace(word, '{status}')}`;
}

/** What the words in such headings say. */
export function statusesProposed(columns: readonly Proposed[], told: ToldOfTable['names']): Proposed[] {
  const words = columns.flatMap(({ key, reason }) =>
    key.startsWith('{as_of}') && key.includes('{status}') && 'headings' in reason.args
      ? reason.args.headings.flatMap(text => FIRST.exec(text)?.[0] ?? [])
      : [],
  );
  return [...new Set(words)].map((key): Proposed => {
    const said = told.get(folded(key));
    const reason: MapReason = { code: 'first-figures', args: {} };
    return said === undefined ? { key, value: 'provisional', reason } : { key, value: said, reason: TOLD };
  });
}
