import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OpenPoint, type OpenSide, verdictsIn, type WorldFrame } from '../../src/assess/worlds.ts';
import { judge } from '../../src/methods/judge.ts';
import type { Case as World } from '../../src/methods/method.ts';
import { methods } from '../../src/methods/registry.ts';
import { atLeast, atMost, between, EVERYTHING, type Interval, isEmpty } from '../../src/values/interval.ts';
import { between as band, caseOf, day } from '../methods/cases.ts';
import { type Layout, layouts, number, sizeOf, worldOf } from '../methods/layouts.ts';
import { streak } from '../methods/streak.ts';
import { runs, seenIn2000 } from '../support/properties.ts';

/*
 * The verdict of every world of a box is among those that are said to be possible: of each case many worlds are drawn, and
 * judged one by one. Numbers meet the ends, each other and the goal far more often than by chance.
 */

const interval: Arbitrary<Interval> = fc
  .record({ a: number, b: number, shape: fc.nat(15), lowOpen: fc.boolean(), highOpen: fc.boolean() })
  .map(({ a, b, shape, lowOpen, highOpen }) => {
    if (shape < 7) return between(a, a);
    if (shape === 7) return atLeast(a, lowOpen);
    if (shape === 8) return atMost(a, highOpen);
    if (shape === 9) return EVERYTHING;
    return between(Math.min(a, b), Math.max(a, b), lowOpen && shape > 12, highOpen && shape > 12);
  })
  .filter(each => !isEmpty(each));

/** Where in an interval a number lies: at an end, on the grid, anywhere. */
type Draw = { readonly share: number } | { readonly at: number };

const draw: Arbitrary<Draw> = fc.oneof(
  fc.constantFrom({ share: 0 }, { share: 1 }),
  fc.double({ min: 0, max: 1, noNaN: true }).map(share => ({ share })),
  number.map(at => ({ at })),
);

/** How far a world goes where an interval has no end. */
const FAR = 100;

function numberIn({ low, high, lowOpen, highOpen }: Interval, given: Draw): number | undefined {
  const first = Math.max(low, Math.min(high, FAR) - 2 * FAR);
  const last = Math.min(high, Math.max(low, -FAR) + 2 * FAR);
  const value = 'at' in given ? given.at : given.share === 1 ? last : first + given.share * (last - first);
  const isInside = (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
  return isInside ? value : undefined;
}

interface Case {
  readonly layout: Layout;
  readonly open: OpenSide;
  /** The worlds that are tried, as far as they are some. */
  readonly draws: readonly (readonly Draw[])[];
}

const WORLDS = 24;

const casesOf = (mostDays: number): Arbitrary<Case> =>
  layouts
    .map(
      (layout): Layout => ({
        ...layout,
        days: layout.days.slice(-mostDays),
      }),
    )
    .chain(layout => {
      const size = sizeOf(layout);
      return fc
        .record({
          intervals: fc.array(fc.array(interval, { minLength: 1, maxLength: 2 }), { minLength: size, maxLength: size }),
          /** By how much more a count has risen since each day than since the next one; null where nothing is said. */
          rises: fc.option(
            fc.array(fc.record({ more: fc.nat(3), isOpen: fc.boolean() }), { minLength: size, maxLength: size }),
          ),
          draws: fc.array(fc.array(draw, { minLength: size, maxLength: size }), {
            minLength: WORLDS,
            maxLength: WORLDS,
          }),
        })
        .map(({ intervals, rises, draws }) => ({ layout, open: openOf(layout, intervals, rises), draws }));
    });

function openOf(
  { frame, startAt, days, isMetAsPrinted, wereMetAsPrinted }: Layout,
  intervals: readonly (readonly Interval[])[],
  rises: readonly { readonly more: number; readonly isOpen: boolean }[] | null,
): OpenSide {
  // A count that is tied to its past is one that only rises, and then each side has one interval for each day.
  const isTied = rises !== null && frame.isMonotone;
  const at = startAt ? [startAt, ...days] : days;
  const points = at.map((day, index): OpenPoint => {
    const after = rises?.slice(index, at.length) ?? [];
    const amount = after.reduce((sum, { more }) => sum + more, 0);
    const isOpen = after.some(each => each.isOpen);
    return {
      at: day,
      intervals: (intervals[index] ?? []).slice(0, isTied ? 1 : 2),
      isMetAsPrinted: wereMetAsPrinted[startAt ? index - 1 : index] ?? null,
      rise: isTied ? { amount, isOpen, ends: () => [] } : null,
    };
  });
  const [start = null, ...history] = startAt ? points : [null, ...points];
  return {
    value: intervals.at(-1)?.[0] ?? EVERYTHING,
    isMetAsPrinted,
    start,
    history: history.filter(each => each !== null),
  };
}

/** The numbers of a world, in order of time; undefined where these are none. */
function worldIn({ value, start, history }: OpenSide, draws: readonly Draw[]): number[] | undefined {
  const points = start ? [start, ...history] : history;
  const numbers = [...points.map(({ intervals }) => intervals), [value]].map((choices, index) => {
    const given = draws[index] ?? { share: 0 };
    return numberIn(choices[index % choices.length] ?? value, given);
  });
  const known = numbers.filter(each => each !== undefined);
  return known.length === numbers.length && doRise(points, known) ? known : undefined;
}

function doRise(points: readonly OpenPoint[], numbers: readonly number[]): boolean {
  const value = numbers.at(-1) ?? 0;
  return points.every(({ rise }, index) => {
    const [own = 0, next = 0] = numbers.slice(index);
    const hasRisen = rise?.isOpen ? value > own + rise.amount : value >= own + (rise?.amount ?? 0);
    return rise === null || (own <= next && hasRisen);
  });
}

/** What looks at all points has more worlds than can be tried of many days. */
const rows = [
  ...Object.entries(methods).map(([id, method]) => [id, method, 7] as const),
  ['streak', streak, 2] as const,
];

describe.each(rows)('%s', (_id, method, mostDays) => {
  test('the verdict of every world of a box is possible', () => {
    let [several, worlds] = [0, 0];
    fc.assert(
      fc.property(casesOf(mostDays), ({ layout, open, draws }) => {
        const possible = verdictsIn(method, layout.frame, open);
        if (possible.length > 1) several++;
        for (const each of draws) {
          const numbers = worldIn(open, each);
          if (!numbers) continue;
          worlds++;
          const { given, value } = worldOf(layout, numbers);
          const missing = judge(method, given, value).filter(verdict => !possible.includes(verdict));
          expect({ numbers, missing, possible }).toEqual({ numbers, missing: [], possible });
        }
      }),
      runs(0.1),
    );
    expect(several, 'cases with several verdicts').toBeGreaterThan(seenIn2000(10));
    expect(worlds, 'worlds').toBeGreaterThan(seenIn2000(100));
  });
});

/** What is the same in all worlds of a case, and nothing else of it. */
const frameOf = ({
  goal,
  by,
  at,
  hasPassed,
  milestones,
  isBinding,
  isEvent,
  isMonotone,
  bands,
  changeInterval,
  changePerYear,
}: World): WorldFrame => ({
  ...{ goal, by, at, hasPassed, milestones },
  ...{ isBinding, isEvent, isMonotone, bands, changeInterval, changePerYear, span: null },
});

test('between the ends of a start its way may lead beyond a band and back', () => {
  const frame = frameOf(caseOf(band(18, 22), { at: day(2022), milestones: [{ by: day(2024), value: 40 }] }));
  const start = { at: day(2020), intervals: [between(-40, 17)], isMetAsPrinted: null, rise: null };
  // On the day the way is still short of the band from −40, beyond it from 17; from 0 it is inside and asks for more.
  const possible = verdictsIn(methods.schedule, frame, {
    value: between(17, 17),
    isMetAsPrinted: null,
    start,
    history: [],
  });
  expect(possible).toEqual(['behind', 'nearly', 'on-schedule']);
});
