import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { direction, isDirectionOnly } from './goals.ts';
import type { Case, Method } from './method.ts';
import { trendOf } from './trend.ts';

const refuses = ({ goal, history }: Case): RefusalReason | null =>
  isDirectionOnly(goal) ? 'no-number' : history.length === 0 ? 'too-few-points' : null;

/** A value to hold is held, but is it slipping? What is merely to be reached counts as met. */
export function judgeHeld(given: Case, value: number): DecidedVerdict {
  const trend = trendOf(given.history, given.at, value);
  if (trend && towards(given, value, trend.perYear) < 0) return 'slipping';
  return given.goal.comparator.startsWith('hold_') ? 'on-schedule' : 'met';
}

function judgePace(given: Case, value: number): DecidedVerdict {
  const trend = trendOf(given.history, given.at, value);
  if (!trend) return 'open';
  return towards(given, value, trend.perYear) > 0 ? 'behind' : 'reversing';
}

/** A change in the wanted direction; for a value inside a band either direction is as good. */
function towards({ goal }: Case, value: number, change: number): number {
  const isInside = goal.low !== null && goal.high !== null && value >= goal.low && value <= goal.high;
  return isInside ? 0 : direction(goal, value) * change;
}

const edges = ({ history }: Case): number[] => history.map(({ value }) => value);

/**
 * A value to be held every year: held and not worsening, held but worsening, missed but approached, missed and not
 * approached (methods.md §7a, type 3).
 */
export const hold: Method = { id: 'hold', refuses, judgePace, judgeMet: judgeHeld, edges };
