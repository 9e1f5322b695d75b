import { direction, isDirectionOnly } from '../../src/methods/goals.ts';
import { judgeReached, turningPoints } from '../../src/methods/hold.ts';
import type { Case, Method } from '../../src/methods/method.ts';
import { windowBefore } from '../../src/methods/trend.ts';
import type { RefusalReason } from '../../src/model/reason.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';

/**
 * A method that looks at every point of its window: one change of the last ones that did not go the right way is enough
 * to be behind. No method of the registry does, so that what the code does for one stands here.
 */
export const streak: Method = {
  refuses,
  judgePace,
  judgeMet: judgeReached,
  looksAt: () => ['first', 'between', 'last'],
  hinges: (given, value) => [...turningPoints(given, value), ...changesIn(given, value)],
};

function refuses({ goal, history, at }: Case): RefusalReason | null {
  if (isDirectionOnly(goal)) return 'no-number';
  return windowBefore(history, at).length === 0 ? 'too-few-points' : null;
}

function judgePace(given: Case, value: number): DecidedVerdict {
  const towards = changesIn(given, value).map(change => direction(given.goal, value) * change);
  if (towards.every(change => change > 0)) return 'on-schedule';
  return towards.every(change => change < 0) ? 'reversing' : 'behind';
}

function changesIn({ history, at }: Case, value: number): number[] {
  const values = [...windowBefore(history, at).map(point => point.value), value];
  return values.slice(1).map((each, index) => each - (values[index] ?? each));
}
