import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessExample, type Example } from '../support/examples.ts';
import { runs } from '../support/properties.ts';

/*
 * What was added month by month in four half-years is drawn, and figures of any months of them: of whole years, of parts of
 * them, across their ends. The truth is never excluded by figures that are true; and what no course of the months can bring
 * together is never decided by one figure alone.
 */

const MONTHS = 24;
const END = MONTHS - 1;
const YEAR = 12;

/** The first and the last month, of which the second year is the one that is judged. */
const times = fc.oneof(
  fc.constantFrom([0, 11], [12, 23], [0, 23]),
  fc.tuple(fc.nat(END), fc.nat(END)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]),
) as fc.Arbitrary<[number, number]>;

const course = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: MONTHS, maxLength: MONTHS });

const monthOf = (month: number): string =>
  `${2024 + Math.floor(month / YEAR)}-${String((month % YEAR) + 1).padStart(2, '0')}`;

const sumOf = (months: readonly number[], [from, to]: readonly [number, number]): number =>
  months.slice(from, to + 1).reduce((sum, month) => sum + month, 0);

const figure = (time: readonly [number, number], value: number) => ({
  value: String(value),
  flow: { from: monthOf(time[0]), to: monthOf(time[1]) },
});

const goalOf = (isFloor: boolean, value: number, over: boolean) => ({
  [isFloor ? 'at_least' : 'at_most']: String(value),
  ...(over && { over: { from: '2024', to: '2025', aggregate: 'sum' } }),
});

const exampleOf = (target: Example['target'], figures: Example['figures']): Example => ({
  indicator: { kind: 'flow' },
  target,
  asOf: '2025-12-31',
  figures,
});

const asked = fc.record({
  months: course,
  isFloor: fc.boolean(),
  isSum: fc.boolean(),
  beside: fc.integer({ min: -3, max: 3 }),
});

test('figures of any time that are true never exclude the truth', async () => {
  await fc.assert(
    fc.asyncProperty(asked, fc.array(times, { minLength: 1, maxLength: 5 }), async (given, spans) => {
      const { months, isFloor, isSum, beside } = given;
      const truth = sumOf(months, isSum ? [0, END] : [YEAR, END]);
      const figures = spans.map(time => figure(time, sumOf(months, time)));
      const { possible } = await assessExample(exampleOf(goalOf(isFloor, truth + beside, isSum), figures));
      expect(possible).toContain((isFloor ? beside <= 0 : beside >= 0) ? 'met' : 'missed');
    }),
    runs(1),
  );
});

test('what was added within a time and is above all of it, or below it around it, is a doubt', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(asked, times, fc.integer({ min: 1, max: 9 }), async ({ months, isSum, isFloor }, time, off) => {
      const whole = isSum ? ([0, END] as const) : ([YEAR, END] as const);
      const told = sumOf(months, whole);
      const isInside = time[0] >= whole[0] && time[1] <= whole[1];
      const isAround = time[0] <= whole[0] && time[1] >= whole[1];
      // A goal between the two: each of them alone would decide otherwise.
      const value = isInside ? told + 2 * off : told - 2 * off;
      const goal = (told + value) / 2;
      fc.pre(isInside || isAround);
      seen++;
      const target = goalOf(isFloor, Math.floor(goal), isSum);
      const { possible } = await assessExample(exampleOf(target, [figure(whole, told), figure(time, value)]));
      expect(possible).toEqual(['missed', 'met']);
    }),
    runs(1),
  );
  expect(seen).toBeGreaterThan(0);
});
