import fc, { type IProperty } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDirectionOnly, isMet } from '../../src/methods/goals.ts';
import { hingesOf, judge } from '../../src/methods/judge.ts';
import type { Method } from '../../src/methods/method.ts';
import { methods } from '../../src/methods/registry.ts';
import { windowBefore } from '../../src/methods/trend.ts';
import type { Goal } from '../../src/model/goal.ts';
import { groupBy } from '../../src/values/group.ts';
import { runs } from '../support/properties.ts';
import { type Layout, layouts, number, sizeOf, worldOf } from './layouts.ts';
import { streak } from './streak.ts';

/*
 * The verdicts of a whole box of values are found by trying its corners and the places that a method's own words name
 * (src/assess/worlds.ts). So a method has to keep its word, and each of these laws finds out one that does not.
 */

/** Numbers for every place of a layout, many times; each world differs from the one before in one place or in all. */
const layoutWithWorlds = layouts.chain(layout => {
  const numbers = fc.array(number, { minLength: sizeOf(layout), maxLength: sizeOf(layout) });
  const change = fc.oneof(numbers, fc.record({ place: fc.nat(sizeOf(layout) - 1), by: number }));
  return fc.tuple(fc.constant(layout), numbers, fc.array(change, { maxLength: 30 }));
});

function worldsOf(first: readonly number[], changes: readonly (readonly number[] | { place: number; by: number })[]) {
  const worlds = [[...first]];
  for (const change of changes)
    worlds.push('place' in change ? (worlds.at(-1) ?? []).with(change.place, change.by) : [...change]);
  return worlds;
}

const edgesOf = ({ low, high }: Goal): number[] => [low, high].filter(edge => edge !== null);

/** On which side of every edge of the goal a number lies. */
const placeOf = (goal: Goal, value: number): string =>
  edgesOf(goal)
    .map(edge => Math.sign(value - edge))
    .join();

const scaleOf = ({ frame }: Layout, numbers: readonly number[]): number =>
  Math.max(1, ...[...numbers, ...edgesOf(frame.goal), ...frame.milestones.map(({ value }) => value)].map(Math.abs));

/** So near to zero only the noise of floating point decides on which side a quantity lies; zero itself is none. */
const isNoise = (quantity: number, scale: number): boolean => quantity !== 0 && Math.abs(quantity) < scale * 1e-7;

const quantitiesIn = (method: Method, layout: Layout, numbers: readonly number[]): readonly number[] => {
  const { given, value } = worldOf(layout, numbers);
  return hingesOf(method, given, value);
};

const verdictsIn = (method: Method, layout: Layout, numbers: readonly number[]): readonly string[] => {
  const { given, value } = worldOf(layout, numbers);
  return judge(method, given, value);
};

/** Worlds with the same signs, on the same sides of the goal, have the same verdict. */
const signsDecide = (method: Method): IProperty<unknown> =>
  fc.property(layoutWithWorlds, ([layout, first, changes]) => {
    const found = new Map<string, { numbers: readonly number[]; verdicts: readonly string[] }>();
    for (const numbers of worldsOf(first, changes)) {
      const quantities = quantitiesIn(method, layout, numbers);
      if (quantities.some(quantity => isNoise(quantity, scaleOf(layout, numbers)))) continue;
      const places = numbers.map(each => placeOf(layout.frame.goal, each));
      const key = [...quantities.map(Math.sign), ...places].join(' ');
      const verdicts = verdictsIn(method, layout, numbers);
      const other = found.get(key) ?? { numbers, verdicts };
      found.set(key, other);
      expect({ numbers, verdicts }).toEqual({ numbers, verdicts: other.verdicts });
    }
  });

/** Along one place, between the goal's edges, a quantity only rises or only falls, and passes zero where its sign changes. */
const areMonotone = (method: Method): IProperty<unknown> =>
  fc.property(layoutWithWorlds, fc.array(number, { minLength: 3, maxLength: 12 }), ([layout, numbers], along) => {
    for (const place of numbers.keys())
      for (const stretch of groupBy(along, each => placeOf(layout.frame.goal, each)).values())
        expectCourses(at => quantitiesIn(method, layout, numbers.with(place, at)), stretch, {
          noise: scaleOf(layout, [...numbers, ...along]) * 1e-9,
        });
  });

/** Each of some quantities along numbers between which no edge of the goal lies. */
function expectCourses(
  quantitiesAt: (at: number) => readonly number[],
  along: readonly number[],
  { noise }: { readonly noise: number },
): void {
  const places = along.toSorted((a, b) => a - b);
  const quantities = places.map(quantitiesAt);
  expect(new Set(quantities.map(({ length }) => length)).size, 'as many everywhere').toBe(1);
  for (const which of quantities[0]?.keys() ?? []) {
    const course = quantities.map(each => each[which] ?? 0);
    const steps = course.slice(1).map((each, index) => each - (course[index] ?? 0));
    const isMonotone = steps.every(step => step >= -noise) || steps.every(step => step <= noise);
    expect(isMonotone, `quantity ${which} along ${places}: ${course}`).toBe(true);
    const ends = { low: places[0] ?? 0, high: places.at(-1) ?? 0 };
    if ((course[0] ?? 0) * (course.at(-1) ?? 0) < 0)
      expect(Math.abs(leastBetween(at => quantitiesAt(at)[which] ?? 0, ends))).toBeLessThan(noise * 1e3);
  }
}

/** The quantity where its sign changes, found by halving: zero where it jumps nowhere. */
function leastBetween(quantityAt: (at: number) => number, { low, high }: { low: number; high: number }): number {
  const sign = Math.sign(quantityAt(low));
  let [from, to] = [low, high];
  for (let middle = (from + to) / 2; middle > from && middle < to; middle = (from + to) / 2) {
    if (Math.sign(quantityAt(middle)) === sign) from = middle;
    else to = middle;
  }
  return Math.min(Math.abs(quantityAt(from)), Math.abs(quantityAt(to)));
}

/** What it says it does not look at, and what lies before its window, changes no verdict of a method. */
const looksNoFarther = (method: Method): IProperty<unknown> =>
  fc.property(layoutWithWorlds, ([layout, first, changes]) => {
    const { startAt, days, frame } = layout;
    const points = [...(startAt ? [startAt] : []), ...days].map((at, index) => ({ at, index }));
    const window = windowBefore(points, frame.at);
    const isStartMet = (numbers: readonly number[]): boolean => {
      const { baseline } = worldOf(layout, numbers).given;
      return baseline !== null && isMet(frame.goal, baseline.value);
    };
    const pointsAt = {
      start: startAt ? points.slice(0, 1) : [],
      first: window.slice(0, 1),
      between: window.slice(1, -1),
      last: window.slice(-1),
    };
    const looked = new Set([
      ...method.looksAt(isStartMet(first)).flatMap(place => pointsAt[place]),
      // Of a goal that is only a direction, every method asks for the change from the start.
      ...(isDirectionOnly(frame.goal) ? pointsAt.start : []),
    ]);
    const isFree = points.map(point => !looked.has(point));
    for (const numbers of worldsOf(first, changes)) {
      const others = numbers.map((each, index) => (isFree[index] ? each : (first[index] ?? each)));
      // Whether the goal was fulfilled on a day is told to the method, wherever it looks.
      if (worldOf(layout, others).given.wasMet !== worldOf(layout, first).given.wasMet) continue;
      if (isStartMet(others) !== isStartMet(first)) continue;
      expect({ others, verdicts: verdictsIn(method, layout, others) }).toEqual({
        others,
        verdicts: verdictsIn(method, layout, first),
      });
    }
  });

const laws = { signsDecide, areMonotone, looksNoFarther };

describe.each(Object.entries<Method>({ ...methods, streak }))('%s', (_id, method) => {
  test('its verdict depends on the signs of its hinges and on the sides of the goal alone', () => {
    fc.assert(signsDecide(method), runs(0.25, 50));
  });

  test('its hinges are continuous and monotone in every number between the edges of the goal', () => {
    fc.assert(areMonotone(method), runs(0.25, 50));
  });

  test('it looks at the points that it says and at no others', () => {
    fc.assert(looksNoFarther(method), runs(0.25, 50));
  });
});

describe('a method that does not keep its word is found out', () => {
  const liars: readonly (readonly [string, keyof typeof laws, Method])[] = [
    [
      'it looks at points between the first and the last',
      'looksNoFarther',
      { ...streak, looksAt: () => ['first', 'last'] },
    ],
    ['it looks at more than the start', 'looksNoFarther', { ...methods.hold, looksAt: () => ['start'] }],
    ['it looks at the last point, too', 'looksNoFarther', { ...methods.direction, looksAt: () => ['first'] }],
    ['it looks at the start, too', 'looksNoFarther', { ...methods.schedule, looksAt: () => ['first'] }],
    [
      'it looks at points before the window',
      'looksNoFarther',
      {
        ...methods.hold,
        judgePace: ({ history }, value) => (value > (history[0]?.value ?? value) ? 'behind' : 'reversing'),
      },
    ],
    ['it names no hinges', 'signsDecide', { ...streak, hinges: () => [] }],
    [
      'it names those of the newest change only',
      'signsDecide',
      {
        ...streak,
        hinges: ({ history, at }, value) =>
          windowBefore(history, at)
            .slice(-1)
            .map(point => value - point.value),
      },
    ],
    [
      'a hinge turns',
      'areMonotone',
      { ...streak, hinges: (given, value) => streak.hinges(given, value).map(change => Math.abs(change) - 3) },
    ],
    ['a hinge jumps', 'areMonotone', { ...streak, hinges: (_, value) => [value > 7 ? 1 : -1] }],
    [
      'there are now more hinges and now fewer',
      'areMonotone',
      { ...streak, hinges: (_, value) => (value > 7 ? [1, 1] : [1]) },
    ],
  ];

  test.each(liars)('%s', (_name, law, method) => {
    const { errorInstance } = fc.check(laws[law](method), runs(1, 200));
    expect(errorInstance).toMatchObject({ name: 'AssertionError' });
  });
});
