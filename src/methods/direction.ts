import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { changeTowards, changeTurns } from './goals.ts';
import { judgeHeld } from './hold.ts';
import type { Case, Method } from './method.ts';
import type { Point } from './path.ts';
import { windowBefore } from './trend.ts';

/**
 * Only the direction counts: of the mean change, and of the last one. The method of the German sustainability
 * indicators for targets without a number (docs/methods.md).
 */
export const direction: Method = {
  refuses,
  judgePace,
  judgeMet: judgeHeld,
  looksAt: () => ['first', 'last'],
  hinges,
};

function refuses({ history, at }: Case): RefusalReason | null {
  return windowBefore(history, at).length === 0 ? 'too-few-points' : null;
}

type Course = 'right' | 'faltering' | 'turning' | 'standing-still' | 'wrong';

/** Changes are signed: positive in the wanted direction. */
export function courseOf(mean: number, last: number): Course {
  if (mean > 0) return last > 0 ? 'right' : 'faltering';
  if (last > 0) return 'turning';
  return mean === 0 ? 'standing-still' : 'wrong';
}

const verdicts = {
  right: 'on-schedule',
  faltering: 'nearly',
  turning: 'behind',
  'standing-still': 'far-behind',
  wrong: 'reversing',
} as const satisfies Record<Course, DecidedVerdict>;

function judgePace(given: Case, value: number): DecidedVerdict {
  const [first, last = first] = endsOf(given);
  if (!first || !last) return 'open';
  return verdicts[courseOf(changeTowards(given, first, value), changeTowards(given, last, value))];
}

/** The first and the last point before the value. */
function endsOf({ history, at }: Case): Point[] {
  const window = windowBefore(history, at);
  return [...window.slice(0, 1), ...window.slice(-1)];
}

function hinges(given: Case, value: number): number[] {
  return endsOf(given).flatMap(point => changeTurns(given, point, value));
}
