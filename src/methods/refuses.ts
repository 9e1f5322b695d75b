import type { RefusalReason } from '../model/reason.ts';
import { isDirectionOnly } from './goals.ts';
import type { Case } from './method.ts';
import { windowBefore } from './trend.ts';

/** For methods that look at the way to a number: without the number, or a point of the way, they have no answer. */
export function refusesWithoutWay({ goal, at, history }: Case): RefusalReason | null {
  if (isDirectionOnly(goal)) return 'no-number';
  return windowBefore(history, at).length === 0 ? 'too-few-points' : null;
}
