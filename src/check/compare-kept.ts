import { compareAnalyses } from '../gate/compare.ts';
import { compareSince } from '../gate/compare-since.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Comparisons } from '../model/comparison.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Since } from '../model/since.ts';

type ComparedOrNot =
  | { readonly comparisons: Comparisons; readonly mistakes: readonly [] }
  | { readonly comparisons: undefined; readonly mistakes: readonly Mistake[] };

/** What is compared, and what it is called where it cannot be. */
interface NamedFile<T> {
  readonly file: string;
  readonly kept: T;
}

/** What became of each target from an analysis, or a ratchet, to a later analysis of the same plan. */
export function compareKept(before: NamedFile<Analysis | Since>, after: NamedFile<Analysis>): ComparedOrNot {
  const { kept: old } = before;
  const { kept: now } = after;
  const analyses = 'standings' in old ? [after] : [{ ...before, kept: old }, after];
  const empty = analyses.flatMap(nothingIn);
  const plan = 'standings' in old ? old.plan : old.plan.id;
  const args = { first: before.file, ofFirst: plan, second: after.file, ofSecond: now.plan.id };
  const foreign: Mistake[] = plan === now.plan.id ? [] : [{ setting: 'plan', code: 'of-two-plans', args }];
  const mistakes = [...empty, ...foreign];
  if (mistakes.length > 0) return { comparisons: undefined, mistakes };
  return { comparisons: 'standings' in old ? compareSince(old, now) : compareAnalyses(old, now), mistakes: [] };
}

/** An analysis of nothing slips nowhere, and would make any other look no worse. */
function nothingIn({ file, kept: { assessments, asOf } }: NamedFile<Analysis>): Mistake[] {
  if (assessments.some(({ inForce }) => inForce)) return [];
  return [{ setting: 'as_of', code: 'nothing-to-compare', args: { file, asOf } }];
}
