import { EPSILON } from '../methods/goals.ts';
import { judge, union } from '../methods/judge.ts';
import type { Case, Method } from '../methods/method.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { ends, type Interval } from '../values/interval.ts';

/**
 * The verdicts that the values of an interval can end in, worst first. A verdict only changes at the edges of its goal
 * and of its method, so the two ends and both neighbours of every edge inside are all that need to be tried.
 */
export function verdictsIn(method: Method, given: Case, interval: Interval): DecidedVerdict[] {
  const [low, high] = ends(interval);
  if (low === high) return union([judge(method, given, low)]);
  const goalEdges = [given.goal.low, given.goal.high].filter(edge => edge !== null);
  const baseline = given.baseline ? [given.baseline.value] : [];
  const values = representatives(low, high, [...goalEdges, ...baseline, ...method.edges(given)]);
  return union(values.map(value => judge(method, given, value)));
}

function representatives(low: number, high: number, edges: readonly number[]): number[] {
  const values = [low];
  for (const edge of edges) {
    const step = nudge(edge);
    if (edge + step <= low || edge - step >= high) continue;
    for (const value of [edge - step, edge, edge + step]) if (value > low && value < high) values.push(value);
  }
  values.push(high);
  return values;
}

const nudge = (edge: number): number => Math.max(Math.abs(edge), 1) * EPSILON * 10;
