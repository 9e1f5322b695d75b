import type { Goal } from '../model/goal.ts';
import type { MethodName } from '../model/target-choices.ts';
import { direction } from './direction.ts';
import { isDirectionOnly, isHold } from './goals.ts';
import { growthRatio } from './growth-ratio.ts';
import { growthWindow } from './growth-window.ts';
import { hold } from './hold.ts';
import type { Method } from './method.ts';
import { projection } from './projection.ts';
import { schedule } from './schedule.ts';

/** Every way of judging pace; a new one is a new file and one line here. */
export const methods = {
  schedule,
  projection,
  'growth-ratio': growthRatio,
  'growth-window': growthWindow,
  hold,
  direction,
} as const satisfies Record<MethodName, Method>;

export type MethodId = MethodName;
export const methodIds = Object.keys(methods) as MethodId[];

/** The method of a target that names none: what its goal can be judged by at all. */
export function defaultMethod(goal: Goal): MethodId {
  if (isHold(goal)) return 'hold';
  return isDirectionOnly(goal) ? 'direction' : 'schedule';
}
