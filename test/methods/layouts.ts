import fc, { type Arbitrary } from 'fast-check';
import { isMet } from '../../src/methods/goals.ts';
import type { Case } from '../../src/methods/method.ts';
import type { Goal } from '../../src/model/goal.ts';
import { type Day, dayFromNumber } from '../../src/values/day.ts';
import { atLeast, atMost, between, caseOf, towards } from './cases.ts';

/** All of a case but its numbers: a world of it is one number for each place. */
export interface Layout {
  readonly frame: Omit<Case, 'baseline' | 'history' | 'wasMet' | 'isMetAsPrinted'>;
  /** The start comes before all days of the history, and these before the judged day. */
  readonly startAt: Day | null;
  readonly days: readonly Day[];
  /** What counts as it is printed: the value, and each day of the history. */
  readonly isMetAsPrinted: boolean | null;
  readonly wereMetAsPrinted: readonly (boolean | null)[];
}

export interface World {
  readonly given: Case;
  readonly value: number;
}

/** How many numbers make a world: the start where there is one, the days of the history, the value. */
export const sizeOf = ({ startAt, days }: Layout): number => (startAt ? 1 : 0) + days.length + 1;

/** The world of these numbers, in order of time. */
export function worldOf(layout: Layout, numbers: readonly number[]): World {
  const { frame, startAt, days, isMetAsPrinted, wereMetAsPrinted } = layout;
  const [start = 0, ...others] = startAt ? numbers : [0, ...numbers];
  const baseline = startAt ? { at: startAt, value: start } : null;
  const history = days.map((at, index) => ({ at, value: others[index] ?? 0 }));
  const given = {
    ...frame,
    baseline,
    history: baseline && baseline.at < frame.at ? [baseline, ...history] : history,
    isMetAsPrinted,
    wasMet: history.some(({ value }, index) => wereMetAsPrinted[index] ?? isMet(frame.goal, value)),
  };
  return { given, value: numbers.at(-1) ?? 0 };
}

/** Small numbers, most of them whole, so that they meet each other and the goal often. */
export const number: Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 24 }) },
  { weight: 1, arbitrary: fc.integer({ min: -4000, max: 24_000 }).map(value => value / 1000) },
);

const anyGoal: Arbitrary<Goal> = fc.oneof(
  number.map(value => atLeast(value)),
  number.map(value => atLeast(value, 'above')),
  number.map(value => atMost(value)),
  number.map(value => atMost(value, 'below')),
  number.map(value => atLeast(value, 'hold_at_least')),
  number.map(value => atMost(value, 'hold_at_most')),
  number.map(value => between(value, value, 'exactly')),
  fc.tuple(number, fc.integer({ min: 0, max: 9 })).map(([low, width]) => between(low, low + width)),
  fc.constantFrom(towards('increase'), towards('decrease')),
);

const FIRST = Math.round(Date.UTC(2020, 11, 31) / 86_400_000);
const dayAfter = (days: number): Day => dayFromNumber(FIRST + days);
/** Most numbers stand on no printed edge. */
const asPrinted = fc.constantFrom(...Array.from({ length: 8 }, () => null), true, false);

const gap = fc.integer({ min: 30, max: 700 });

/** Where the plan wants to be on the way: beyond its goal, too. */
const milestone = fc.oneof(number, fc.integer({ min: -60, max: 80 }));

/** Cases of all sorts: with and without a start, up to eight earlier figures, milestones before and after all of them. */
export const layouts: Arbitrary<Layout> = fc
  .record({
    goal: anyGoal,
    hasStart: fc.constantFrom(true, true, true, false),
    isOnStart: fc.integer({ min: 0, max: 19 }).map(each => each === 0),
    gaps: fc.array(gap, { maxLength: 8 }),
    last: gap,
    left: gap,
    milestones: fc.array(fc.record({ share: fc.double({ min: 0.01, max: 1.2, noNaN: true }), value: milestone }), {
      maxLength: 2,
    }),
    isMetAsPrinted: asPrinted,
    wereMetAsPrinted: fc.array(asPrinted, { minLength: 8, maxLength: 8 }),
    isBinding: fc.boolean(),
    changeInterval: fc.constantFrom(0, 0, 2, 5),
    changePerYear: fc.constantFrom(0, 0, 0, 0.7),
    isMonotone: fc.boolean(),
    hasPassed: fc.integer({ min: 0, max: 9 }).map(each => each === 0),
  })
  .map(({ goal, hasStart, isOnStart, gaps, last, left, milestones, isMetAsPrinted, wereMetAsPrinted, ...rest }) => {
    const from = hasStart && isOnStart ? [] : gaps;
    const passed = from.map((_, index) => from.slice(0, index + 1).reduce((sum, each) => sum + each, 0));
    const at = hasStart && isOnStart ? 0 : (passed.at(-1) ?? 0) + last;
    const whole = at + left;
    const {
      baseline,
      history,
      wasMet,
      isMetAsPrinted: _,
      ...frame
    } = caseOf(goal, {
      at: dayAfter(at),
      by: dayAfter(whole),
      milestones: milestones.map(({ share, value }) => ({ by: dayAfter(Math.round(share * whole)), value })),
      ...rest,
    });
    const days = passed.map(dayAfter);
    return { frame, startAt: hasStart ? dayAfter(0) : null, days, isMetAsPrinted, wereMetAsPrinted };
  });
