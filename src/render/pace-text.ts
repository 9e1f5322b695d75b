import type { Assessment } from '../model/analysis.ts';
import type { MethodName } from '../model/target-choices.ts';
import type { PaceTexts } from './words/judging.ts';
import type { Words } from './words/words.ts';

/** What is held against what: by the methods, or for a mean, for each period and against another indicator by itself. */
export function comparisonsOf(
  methods: readonly MethodName[],
  goal: Assessment['goal'],
  { method, pace }: Words,
): string[] {
  const own = ownPaceOf(goal);
  return own ? [pace[own]] : methods.map(each => method[each].compares);
}

/** Whether the pace is put into bands. */
export function isInBands(methods: readonly MethodName[], goal: Assessment['goal']): boolean {
  const own = ownPaceOf(goal);
  return own ? own === 'mean' : methods.includes('schedule');
}

function ownPaceOf({ over, against }: Assessment['goal']): keyof PaceTexts | null {
  if (against !== null) return 'lead';
  return over?.aggregate === 'mean' || over?.aggregate === 'each' ? over.aggregate : null;
}
