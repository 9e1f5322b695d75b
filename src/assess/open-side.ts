import { extremeOf } from '../evidence/aggregate.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { JudgedSide, OneValue } from '../evidence/judged-side.ts';
import type { Goal } from '../model/goal.ts';
import type { Reading } from '../model/plan.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { type Interval, isSame, point } from '../values/interval.ts';
import { asFarAsPrinted, figureOnEdge, metAsPrinted, stepOf } from './on-the-line.ts';
import type { OpenSide, WorldFrame } from './worlds.ts';

/** What a side leaves open; what stands on a printed edge counts as it is printed, unless all is compared exactly. */
export function openIn(
  { value: whole, periods, start, history }: JudgedSide,
  frame: WorldFrame,
  baseline: Reading['baseline'],
  isExact: boolean,
): OpenSide {
  const { goal, at, milestones, span } = frame;
  const isOfEach = span?.aggregate === 'each' && !isExact;
  const value = isOfEach ? { interval: eachAsPrinted(periods ?? [], goal), figure: null } : whole;
  const ofTheDay = milestones
    .filter(({ by }) => by === at)
    .map(each => ({ value: each.value, step: stepOf(each.value) }));
  const onMilestone = isExact ? null : figureOnEdge(value, ofTheDay, goal);
  return {
    value: onMilestone ? point(onMilestone.quantity.nominal) : value.interval,
    isMetAsPrinted: isExact ? null : metAsPrinted(value, goal),
    start: start && {
      at: start.at,
      intervals: baseline ? asFarAsPrinted(start.interval, baseline.value, goal) : [start.interval],
      isMetAsPrinted: null,
      rise: start.rise,
    },
    history: history.map(({ at: day, values, rise }) => {
      const [only, second] = values;
      return {
        at: day,
        intervals: values.map(({ interval }) => interval),
        isMetAsPrinted: isExact || !only || second ? null : metAsPrinted(only, goal),
        rise,
      };
    }),
  };
}

/** The least (of a ceiling, the most) of several values, each of which counts as it is printed where it stands on the edge. */
function eachAsPrinted(periods: readonly OneValue[], goal: Goal): Interval {
  const values = periods.map(period => {
    const met = metAsPrinted(period, goal);
    return met === null ? period.interval : point(period.figure?.quantity.nominal ?? 0);
  });
  return extremeOf(goal.low === null ? 'most' : 'least', values);
}

/** What the exact value may be, where a verdict stands only because a figure counts as it is printed. */
export function onTheLine(
  { sides }: Evidence,
  worlds: readonly OpenSide[],
  exactly: () => readonly DecidedVerdict[],
  possible: readonly DecidedVerdict[],
): Interval | null {
  const index = worlds.findIndex(
    ({ value, isMetAsPrinted }, place) =>
      isMetAsPrinted !== null || !isSame(sides[place]?.value.interval ?? value, value),
  );
  const side = sides[index];
  return side && exactly().join() !== possible.join() ? side.value.interval : null;
}
