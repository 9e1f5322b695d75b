import { byWorst, type DecidedVerdict, paceVerdicts } from '../model/verdict.ts';
import { changeTowards, changeTurns, isDirectionOnly, isMet } from './goals.ts';
import { hingesInSpan, judgeInSpan } from './in-span.ts';
import type { Case, Method } from './method.ts';

/**
 * The verdicts that one value can end in under a method. Met, missed, lost and open are the same under all methods;
 * only the pace before the deadline is the method's own. More than one verdict means that the method refuses.
 */
export function judge(method: Method, given: Case, value: number): readonly DecidedVerdict[] {
  const { goal, hasPassed, baseline, wasMet, isEvent, isMonotone } = given;
  if (isDirectionOnly(goal)) return judgeDirection(method, given, value);
  const inSpan = hasPassed ? null : judgeInSpan(given, value);
  if (inSpan) return [inSpan];
  if (isFulfilled(given, value)) return [hasPassed ? 'met' : method.judgeMet(given, value)];
  if (hasPassed) return ['missed'];
  if (wasMet || (baseline && isMet(goal, baseline.value))) return ['lost'];
  if (isEvent) return ['open'];
  // A count that only rises passed the goal on its way and cannot come back to it.
  if (isMonotone && goal.high !== null && value > goal.high) return ['lost'];
  return judgePace(method, given, value);
}

function judgeDirection(method: Method, given: Case, value: number): readonly DecidedVerdict[] {
  const { baseline, hasPassed } = given;
  if (!baseline) return hasPassed ? ['missed', 'met'] : ['open'];
  if (!hasPassed) return judgePace(method, given, value);
  return [changeTowards(given, baseline, value) > 0 ? 'met' : 'missed'];
}

function judgePace(method: Method, given: Case, value: number): readonly DecidedVerdict[] {
  const refusal = method.refuses(given, value);
  if (refusal === 'no-baseline') return ['open'];
  return refusal ? paceVerdicts : [method.judgePace(given, value)];
}

/** Whether a value fulfils the goal: by its number, unless it stands on the printed edge. */
const isFulfilled = ({ goal, isMetAsPrinted }: Case, value: number): boolean => isMetAsPrinted ?? isMet(goal, value);

/** Where the sign of one of these changes, or an edge of the goal is passed, the verdict may change, and nowhere else. */
export function hingesOf(method: Method, given: Case, value: number): readonly number[] {
  const { goal, baseline } = given;
  const own = [...method.hinges(given, value), ...hingesInSpan(given, value)];
  return isDirectionOnly(goal) && baseline ? [...own, ...changeTurns(given, baseline, value)] : own;
}

/** Every verdict of these lists once, the worst first. */
export function union(lists: Iterable<readonly DecidedVerdict[]>): DecidedVerdict[] {
  const found: DecidedVerdict[] = [];
  for (const verdicts of lists) for (const verdict of verdicts) if (!found.includes(verdict)) found.push(verdict);
  return found.sort(byWorst);
}
