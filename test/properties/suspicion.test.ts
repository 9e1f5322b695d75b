import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenIn2000 } from '../support/properties.ts';
import { dayOf, figureOf, INDICATOR, planOf, type Scenario, TARGET } from './arbitraries.ts';
import { assessTarget, best, worst } from './support.ts';

/*
 * A few figures, and a newest one that stands about a factor above or below the last of them. Every figure is fresh, so
 * that without the newest one an older one answers.
 */
const DAYS = ['2021-12-31', '2022-12-31', '2023-12-31'];
const NEWEST = '2024-12-31';

interface Case {
  readonly goal: number;
  readonly baseline: number | null;
  readonly history: readonly number[];
  readonly factor: number;
  /** How far from the factor the newest figure is, in hundredths. */
  readonly nearness: number;
  readonly monotone: boolean;
  readonly unit: number;
}

const casesWith = (...factors: readonly number[]) =>
  fc.record<Case>({
    goal: fc.integer({ min: 2, max: 40 }),
    baseline: fc.option(fc.integer({ min: 1, max: 20 })),
    history: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
    factor: fc.constantFrom(...factors),
    nearness: fc.integer({ min: 70, max: 140 }),
    monotone: fc.boolean(),
    unit: fc.constantFrom(100, 1000, 1_000_000),
  });

/** Judged with all figures, and by the newest figure alone as it is printed. */
function judged({ goal, baseline, history, factor, nearness, monotone, unit }: Case) {
  const target = {
    id: TARGET,
    indicator: INDICATOR,
    by: '2025-12-31',
    at_least: String(goal * unit),
    ...(baseline !== null && { baseline: { value: String(baseline * unit), as_of: '2020-12-31' } }),
  };
  const plan = planOf({
    plan: 'plan',
    title: 'Plan',
    period: { from: '2021-01-01', to: '2025-12-31' },
    indicators: {
      [INDICATOR]: { title: 'Main', unit: 'unit', kind: 'level', monotone: String(monotone), fresh_for: '5 years' },
    },
    measures: [{ id: 'measure', title: 'Measure', targets: [target] }],
  });
  const figure = (as_of: string, value: number) =>
    figureOf({ indicator: INDICATOR, region: 'plan', as_of, value: String(value) });
  const past = history.map((value, index) => figure(DAYS[index] ?? NEWEST, value * unit));
  const newest = figure(NEWEST, Math.round((history.at(-1) ?? 1) * unit * factor * (nearness / 100)));
  const request = { asOf: dayOf(NEWEST) };
  const scenario: Scenario = { plan, observations: [...past, newest], request };
  return { all: assessTarget(scenario), printed: assessTarget({ ...scenario, observations: [newest] }) };
}

test('a newest figure whose unit seems to have slipped never gives a better verdict than as it is printed', () => {
  let doubted = 0;
  fc.assert(
    fc.property(casesWith(0.0001, 0.01, 0.1, 10, 100, 10_000), given => {
      const { all, printed } = judged(given);
      if (all.reasons.some(({ code }) => code === 'conflict')) doubted++;
      if (all.verdict !== 'undecided') expect(best(all)).toBeLessThanOrEqual(best(printed));
    }),
  );
  expect(doubted, 'cases with two sides').toBeGreaterThan(seenIn2000(100));
});

test('a newest figure that seems too low leaves what it says as printed possible', () => {
  fc.assert(
    fc.property(casesWith(0.0001, 0.01, 0.1), given => {
      const { all, printed } = judged({ ...given, monotone: false });
      expect(worst(all), `${all.possible}, as printed ${printed.possible}`).toBeLessThanOrEqual(worst(printed));
    }),
  );
});

test('of two figures of a count that only rises of which each makes the other doubtful either may be right as it is printed', () => {
  const { all } = judged({
    goal: 2,
    baseline: null,
    history: [3],
    factor: 0.01,
    nearness: 70,
    monotone: true,
    unit: 100,
  });
  // 300, then 2: to read them as 3 and 200 takes two slips, where one wrong figure is enough.
  expect(all.possible).toEqual(['open', 'met']);
});
