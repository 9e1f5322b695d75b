import type { Proposed, ToldOfTable } from '../../model/proposal.ts';
import { folded } from '../../values/fold.ts';
import { TOLD } from './words-of-table.ts';

const FIRST = /快报(?:数据?|值)?|初步(?:统计|核算)?(?:数据?|值)?|初步/;
/** 2023年预计: nothing that was reported yet. */
const EXPECTED =
  /(?:预计|预测|预估|估计|估算|测算|暂估)(?:完成)?(?:情况|数据?|值)?|(?:estimate[ds]?|expected|forecasts?|projected)/i;
const NOT_FINAL = new RegExp(`${FIRST.source}|${EXPECTED.source}`, 'i');
/** Behind a day, alone or in brackets: `2025年（快报数）`. */
const BEHIND = new RegExp(String.raw`^\s*[（(]?\s*(${NOT_FINAL.source})\s*[)）]?\s*$`, 'i');

/** The key of a day's figures that say themselves that they are the first ones, or expected, and not final. */
export function keyOfNotFinal(after: string): string | undefined {
  const [, word] = BEHIND.exec(after) ?? [];
  return word === undefined ? undefined : `{as_of}${after.replace(word, '{status}')}`;
}

/** What the words in such headings say. */
export function statusesProposed(columns: readonly Proposed[], told: ToldOfTable['names']): Proposed[] {
  const words = columns.flatMap(({ key, reason }) =>
    key.startsWith('{as_of}') && key.includes('{status}') && 'headings' in reason.args
      ? reason.args.headings.flatMap(text => NOT_FINAL.exec(text)?.[0] ?? [])
      : [],
  );
  return [...new Set(words)].map((key): Proposed => {
    const said = told.get(folded(key));
    if (said !== undefined) return { key, value: said, reason: TOLD };
    return FIRST.test(key)
      ? { key, value: 'provisional', reason: { code: 'first-figures', args: {} } }
      : { key, value: 'estimated', reason: { code: 'expected-figures', args: {} } };
  });
}
