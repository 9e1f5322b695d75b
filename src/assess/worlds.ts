import { EPSILON } from '../methods/goals.ts';
import type { Case, Method } from '../methods/method.ts';
import { byWorst, type DecidedVerdict } from '../model/verdict.ts';
import { ends, type Interval } from '../values/interval.ts';

/**
 * The verdicts that the values of an interval can end in, worst first. A method's verdict only changes at its edges, so
 * the two ends and both neighbours of every edge inside are all that need to be tried.
 */
export function verdictsIn(method: Method, given: Case, interval: Interval): DecidedVerdict[] {
  const values = representatives(interval, method.edges(given));
  return unique(values.map(value => method.judge(given, value)));
}

export const unique = (verdicts: readonly DecidedVerdict[]): DecidedVerdict[] =>
  [...new Set(verdicts)].toSorted(byWorst);

function representatives(interval: Interval, edges: readonly number[]): number[] {
  const [low, high] = ends(interval);
  const around = edges.flatMap(edge => [edge - nudge(edge), edge, edge + nudge(edge)]);
  return [low, ...around.filter(value => value > low && value < high), high];
}

const nudge = (edge: number): number => Math.max(Math.abs(edge), 1) * EPSILON * 10;
