import { hingesOf, judge } from '../methods/judge.ts';
import { methods } from '../methods/registry.ts';
import type { NextVerdict, NextVerdictStep } from '../model/explanation.ts';
import type { Indicator } from '../model/plan.ts';
import { hull } from '../values/interval.ts';
import { besideOf, crossings, samplesOf } from './samples.ts';
import type { Understanding } from './understand.ts';

/**
 * By how much the known value could fall or rise before the verdict becomes another one, under the reading that turns
 * first. Nothing where the verdict is open between several: what would decide it is then the better answer.
 */
export function nextVerdictOf(
  understandings: readonly Understanding[],
  { monotone }: Pick<Indicator, 'monotone'>,
): NextVerdict | null {
  const verdicts = new Set(understandings.flatMap(({ possible }) => possible));
  if (verdicts.size !== 1) return null;
  const nearest = (side: -1 | 1): NextVerdictStep | null =>
    understandings.flatMap(each => stepOf(each, side, monotone) ?? []).toSorted((a, b) => a.distance - b.distance)[0] ??
    null;
  return { falls: nearest(-1), rises: nearest(1) };
}

function stepOf(understanding: Understanding, side: -1 | 1, isMonotone: boolean): NextVerdictStep | null {
  const { printed, method, worlds, possible, reading } = understanding;
  const { low, high } = hull(worlds.map(({ value }) => value));
  const from = side === -1 ? low : high;
  if (!Number.isFinite(from)) return null;
  const verdictAt = (value: number) => judge(methods[method], printed, value);
  const isOther = (value: number) => verdictAt(value).join() !== possible.join();
  const own = ownEdges(printed);
  // Methods let pass what is noise of the whole way, however small the edge itself is.
  const beside = besideOf(Math.max(...[from, ...own].map(Math.abs)));
  for (const edge of edgesBeyond(understanding, { from, side, own })) {
    const beyond = edge + side * beside;
    const isReachedAt = isOther(edge);
    // A count that only rises cannot stand below its own start: such a figure would contradict the plan.
    if (isMonotone && printed.baseline && (isReachedAt ? edge : beyond) < printed.baseline.value) return null;
    if (!isReachedAt && !isOther(beyond)) continue;
    return {
      from,
      to: tidy(edge),
      distance: tidy(Math.abs(edge - from)),
      isReachedAt,
      becomes: [...verdictAt(isReachedAt ? edge : beyond)],
      reading: reading.name,
    };
  }
  return null;
}

const ownEdges = ({ goal, baseline }: Understanding['printed']): number[] =>
  [goal.low, goal.high, baseline?.value ?? null].filter(edge => edge !== null);

interface BeyondValue {
  readonly from: number;
  readonly side: -1 | 1;
  readonly own: readonly number[];
}

/** The values at which a verdict may change, on one side of a value, the nearest first. */
function edgesBeyond({ printed, method }: Understanding, { from, side, own }: BeyondValue): number[] {
  const beyond = side === 1 ? { low: from, high: Infinity } : { low: -Infinity, high: from };
  const turns = crossings(value => hingesOf(methods[method], printed, value), samplesOf(beyond, own));
  return [...own, ...turns].filter(edge => side * (edge - from) >= 0).toSorted((a, b) => side * (a - b));
}

/** Rounds away the noise of floats: 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12)) + 0;
