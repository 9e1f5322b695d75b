import type { Rise } from '../evidence/rise.ts';
import { canBeMet, canBeUnmet, isDirectionOnly, isMet } from '../methods/goals.ts';
import { hingesOf, judge, union } from '../methods/judge.ts';
import type { Case, Method } from '../methods/method.ts';
import type { Point } from '../methods/path.ts';
import { windowBefore } from '../methods/trend.ts';
import type { Goal } from '../model/goal.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { atLeast, EVERYTHING, type Interval, intersect, isEmpty, isPoint } from '../values/interval.ts';
import { isNear, NOISE } from '../values/noise.ts';
import { crossings, samplesOf } from './samples.ts';

/** What is the same in all worlds of a side. */
export type WorldFrame = Omit<Case, 'baseline' | 'history' | 'wasMet' | 'isMetAsPrinted'>;

/** What a side leaves open: in a world each of these has one value. */
export interface OpenSide {
  readonly value: Interval;
  readonly isMetAsPrinted: boolean | null;
  readonly start: OpenPoint | null;
  /** Days between the start and the judged one, oldest first. */
  readonly history: readonly OpenPoint[];
}

export interface OpenPoint {
  readonly at: Day;
  /** The value lies in one of these. */
  readonly intervals: readonly Interval[];
  /** Whether it fulfilled the goal as it is printed, where it stands on its edge. */
  readonly isMetAsPrinted: boolean | null;
  /** By how much a count has risen from here to the judged value; null where nothing ties the two. */
  readonly rise: Rise | null;
}

/** The verdicts that the worlds of a side can end in, worst first; never none. */
export const verdictsIn = (method: Method, frame: WorldFrame, open: OpenSide): DecidedVerdict[] =>
  union(answersIn(method, frame, open));

/** What each world of a side that has to be tried ends in: one verdict, or those of a method that refuses. */
export function answersIn(method: Method, frame: WorldFrame, open: OpenSide): Answers {
  const found = answersInWorlds(method, frame, open);
  // Printed numbers can make a rising count fall, so that no world is left: then its days are not tied to each other.
  return found.length > 0 ? found : answersInWorlds(method, frame, untied(open));
}

type Answers = readonly (readonly DecidedVerdict[])[];

const untied = ({ start, history, ...rest }: OpenSide): OpenSide => ({
  ...rest,
  start: start && { ...start, rise: null },
  history: history.map(point => ({ ...point, rise: null })),
});

function answersInWorlds(method: Method, frame: WorldFrame, open: OpenSide): Answers {
  const { value, start, history, isMetAsPrinted } = open;
  const past = start ? [start, ...history] : history;
  const window = windowBefore(past, frame.at);
  const looksBetween = [true, false].some(isStartMet => method.looksAt(isStartMet).includes('between'));
  const isLookedAt = (point: OpenPoint) =>
    point === start || point === window[0] || point === window.at(-1) || (looksBetween && window.includes(point));
  const points = past.filter(isLookedAt);
  const others = past.filter(point => !isLookedAt(point));
  const unseen = window.filter(point => !isLookedAt(point));
  const placedAnywhere = new Map(unseen.map(point => [point, { at: point.at, value: anyOf(point.intervals[0]) }]));
  const found: (readonly DecidedVerdict[])[] = [];
  for (const wasMet of wereMet(frame.goal, others)) {
    const worldAt = (values: readonly number[]): Case => {
      const placed = (point: OpenPoint): Point =>
        placedAnywhere.get(point) ?? { at: point.at, value: values[points.indexOf(point)] ?? 0 };
      const isOtherMet = points.some(
        (point, index) => point !== start && (point.isMetAsPrinted ?? isMet(frame.goal, values[index] ?? 0)),
      );
      return {
        isMetAsPrinted,
        baseline: start && placed(start),
        history: window.map(placed),
        wasMet: wasMet || isOtherMet,
        ...frame,
      };
    };
    for (const box of combinations(points.map(({ intervals }) => intervals)))
      found.push(...answersInBox(method, frame, worldAt, points, box, value));
  }
  return found;
}

/** Whether the goal was fulfilled on one of the days at which the method does not look. */
function wereMet(goal: Goal, others: readonly OpenPoint[]): boolean[] {
  const mayBeMet = others.some(
    ({ intervals, isMetAsPrinted }) => isMetAsPrinted ?? intervals.some(interval => canBeMet(goal, interval)),
  );
  const mayBeUnmet = others.every(({ intervals, isMetAsPrinted }) =>
    isMetAsPrinted === null ? intervals.some(interval => canBeUnmet(goal, interval)) : !isMetAsPrinted,
  );
  return [...(mayBeUnmet ? [false] : []), ...(mayBeMet ? [true] : [])];
}

/** A value for a point at which no method looks. */
const anyOf = ({ low, high }: Interval = EVERYTHING): number =>
  Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0;

/**
 * What the worlds in a box of intervals end in: one for each point that is looked at, in order of time, and one for the value. A
 * verdict changes only at the edges of the goal and where a hinge of the method crosses zero, so that the ends, these
 * places and what lies just beside them are all that need to be tried: first along each point with the others at their
 * ends, then along the value in each world of the points.
 */
function answersInBox(
  method: Method,
  frame: WorldFrame,
  worldAt: (values: readonly number[]) => Case,
  points: readonly OpenPoint[],
  box: readonly Interval[],
  value: Interval,
): Answers {
  const isOne = isPoint(value) && box.every(isPoint);
  if (isOne) return [judge(method, worldAt(box.map(({ low }) => low)), value.low)];
  const only = answerOfAll(method, frame, worldAt, points, box, value);
  if (only) return [only];
  const rises = points.map(({ rise }) => rise?.amount ?? 0);
  const breaks = [
    ...edgesOf(frame.goal),
    ...endsOf(value).flatMap(end => [end, ...rises.map(rise => end - rise)]),
    ...box.flatMap((interval, index) => endsOf(interval).flatMap(end => [end, end + (rises[index] ?? 0)])),
  ];
  const coarse = box.map(interval => samplesOf(interval, breaks));
  const fine = coarse.map((own, index) => {
    if (own.length === 1) return own;
    const others = combinations([...coarse.with(index, [0]), samplesOf(value, breaks)].map(limits));
    const along = (fixed: readonly number[]) => crossings(at => hingesAt(method, worldAt, fixed.with(index, at)), own);
    return samplesOf(box[index] ?? value, [...breaks, ...others.flatMap(along)]);
  });
  const found: (readonly DecidedVerdict[])[] = [];
  for (const values of combinations(fine)) {
    const inWorld = above(value, points, values);
    if (!inWorld) continue;
    const given = worldAt(values);
    const turns = crossings(at => hingesOf(method, given, at), samplesOf(inWorld, breaks));
    for (const at of samplesOf(inWorld, [...breaks, ...turns])) found.push(judge(method, given, at));
  }
  return found;
}

/**
 * The answer of all worlds in a box where its corners show that there is one: no edge of the goal lies in it, and at every
 * corner each hinge has the same sign, surely, and the answer is the same. A hinge is monotone along each side, so that its
 * sign is the same in between. Null where that is not so, or nobody can say that there is a world.
 */
function answerOfAll(
  method: Method,
  { goal }: WorldFrame,
  worldAt: (values: readonly number[]) => Case,
  points: readonly OpenPoint[],
  box: readonly Interval[],
  value: Interval,
): readonly DecidedVerdict[] | null {
  if (!isBetweenEdges(goal, value) || !box.every(interval => isBetweenEdges(goal, interval))) return null;
  const lows = box.map(({ low }) => low);
  if (!above(value, points, lows)) return null;
  const looked = daysLookedAt(method, worldAt(lows));
  const noise =
    NOISE * 1e3 * Math.max(1, ...[value, ...box].flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  let first: { readonly hinges: readonly number[]; readonly answer: readonly DecidedVerdict[] } | undefined;
  for (const values of combinations(
    box.map((interval, index) => (looked.has(points[index]?.at) ? cornersOf(interval) : [interval.low])),
  )) {
    const given = worldAt(values);
    for (const at of cornersOf(value)) {
      const hinges = hingesOf(method, given, at);
      const answer = judge(method, given, at);
      first ??= { hinges, answer };
      if (!areAlike(first.hinges, hinges, noise) || answer.join() !== first.answer.join()) return null;
    }
  }
  return first?.answer ?? null;
}

/** The days of the past on which the verdict depends, in all worlds whose start fulfils the goal as it does in this one. */
function daysLookedAt(method: Method, { goal, baseline, history, at }: Case): Set<Day | undefined> {
  const window = windowBefore(history, at).map(point => point.at);
  const daysOf = {
    start: [baseline?.at],
    first: window.slice(0, 1),
    between: window.slice(1, -1),
    last: window.slice(-1),
  };
  const looked = method.looksAt(baseline !== null && isMet(goal, baseline.value));
  // Of a goal that is only a direction, it is always the start from which the change counts.
  return new Set([...(isDirectionOnly(goal) ? daysOf.start : []), ...looked.flatMap(place => daysOf[place])]);
}

const isBetweenEdges = (goal: Goal, { low, high, lowOpen, highOpen }: Interval): boolean =>
  Number.isFinite(high - low) && !lowOpen && !highOpen && edgesOf(goal).every(edge => edge < low || edge > high);

const cornersOf = ({ low, high }: Interval): number[] => (low === high ? [low] : [low, high]);

const areAlike = (a: readonly number[], b: readonly number[], noise: number): boolean =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index] ?? 0;
    return one === other || (Math.sign(one) === Math.sign(other) && Math.min(Math.abs(one), Math.abs(other)) > noise);
  });

const hingesAt = (method: Method, worldAt: (values: readonly number[]) => Case, values: readonly number[]) =>
  hingesOf(method, worldAt(values.slice(0, -1)), values.at(-1) ?? 0);

const edgesOf = ({ low, high }: Goal): number[] => [low, high].filter(edge => edge !== null);

const endsOf = ({ low, high }: Interval): number[] => [low, high].filter(Number.isFinite);

/** The first and the last of some samples. */
const limits = (samples: readonly number[]): number[] =>
  samples.length > 2 ? [samples[0] ?? 0, samples.at(-1) ?? 0] : [...samples];

/** What the value can be where its past is this: nothing where a count that only rises would have fallen. */
function above(value: Interval, points: readonly OpenPoint[], past: readonly number[]): Interval | null {
  let inWorld = value;
  let before = -Infinity;
  for (const [index, { rise }] of points.entries()) {
    const own = past[index] ?? 0;
    if (!rise) continue;
    if (own < before) return null;
    before = own;
    inWorld = intersect(inWorld, risenTo(own + rise.amount, rise.isOpen, value));
  }
  return isEmpty(inWorld) ? null : inWorld;
}

/** Sums of floats miss an end of the value by noise: an end that is missed by no more than that still belongs to it. */
function risenTo(least: number, isOpen: boolean, { low, high }: Interval): Interval {
  if (least >= high && isNear(least, high)) return atLeast(high);
  return least > low && isNear(least, low) ? atLeast(low) : atLeast(least, isOpen);
}

/** Every way to take one of each. */
function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap(each => list.map(item => [...each, item])), [[]]);
}
