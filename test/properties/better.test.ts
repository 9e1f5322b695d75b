import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Comparator } from '../../src/model/goal.ts';
import type { MethodName } from '../../src/model/target-choices.ts';
import type { Quantity } from '../../src/values/quantity.ts';
import { dayIn, dayOf, figureOf, goalFields, INDICATOR, planOf, type Scenario, TARGET } from './arbitraries.ts';
import { assessTarget, best, worst } from './support.ts';

/*
 * One figure answers, the figures before it are history, and nothing else bounds it. Numbers are so near to each other
 * that no unit is suspected to have slipped.
 */
const METHODS: readonly MethodName[] = ['schedule', 'projection', 'growth-ratio'];
const RISING: readonly Comparator[] = ['at_least', 'above', 'hold_at_least', 'achieve'];
const FALLING: readonly Comparator[] = ['at_most', 'below', 'hold_at_most'];

interface Span {
  readonly low: number;
  readonly width: number;
}

const span: Arbitrary<Span> = fc.record({
  low: fc.integer({ min: 20, max: 80 }),
  width: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
});

const between = ({ low, width }: Span): Quantity => ({
  low,
  high: low + width,
  nominal: low,
  text: String(low),
  percent: false,
  step: 1,
  isPlain: width === 0,
});

interface Past {
  readonly monotone: boolean;
  readonly history: readonly (Span & { readonly asOf: string })[];
}

/** A count that only rises has one figure alone; any other may have had figures before. */
const past: Arbitrary<Past> = fc.oneof(
  fc.constant({ monotone: true, history: [] }),
  fc.record({
    monotone: fc.constant(false),
    history: fc.array(
      fc.tuple(span, dayIn(2021, 2022)).map(([each, asOf]) => ({ ...each, asOf })),
      { maxLength: 6 },
    ),
  }),
);

interface Case {
  readonly goal: Record<string, unknown>;
  readonly baseline: number | null;
  readonly path: readonly { readonly by: string; readonly value: string }[];
  readonly commitment: string;
  readonly method: MethodName;
  readonly past: Past;
  readonly answer: Span;
  readonly asOf: string;
  readonly lowerBy: number;
  readonly upperBy: number;
}

/** Of a count that only rises no figure stands below its baseline: that would be a contradiction. */
const isConsistent = ({ past: { monotone }, baseline, answer }: Case): boolean =>
  !monotone || baseline === null || answer.low >= baseline;

const cases = (comparators: readonly Comparator[]): Arbitrary<Case> =>
  fc
    .record({
      goal: goalFields(5, comparators),
      baseline: fc.option(fc.integer({ min: 20, max: 80 }), { freq: 4 }),
      path: fc.array(fc.record({ by: dayIn(2023, 2024), value: fc.integer({ min: 20, max: 80 }).map(String) }), {
        maxLength: 1,
      }),
      commitment: fc.constantFrom('binding', 'unstated'),
      method: fc.constantFrom(...METHODS),
      past,
      answer: span,
      asOf: dayIn(2023, 2025),
      lowerBy: fc.integer({ min: 0, max: 20 }),
      upperBy: fc.integer({ min: 0, max: 20 }),
    })
    .filter(isConsistent);

function scenarioWith({ goal, baseline, path, commitment, method, past, asOf }: Case, quantity: Quantity): Scenario {
  const plan = planOf({
    plan: 'plan',
    title: 'Plan',
    period: { from: '2021-01-01', to: '2025-12-31' },
    indicators: {
      [INDICATOR]: { title: 'Main', unit: 'unit', kind: 'level', monotone: String(past.monotone) },
    },
    measures: [
      {
        id: 'measure',
        title: 'Measure',
        targets: [
          {
            id: TARGET,
            indicator: INDICATOR,
            by: '2025-12-31',
            commitment,
            path,
            ...goal,
            ...(baseline !== null && { baseline: { value: String(baseline), as_of: '2020-12-31' } }),
          },
        ],
      },
    ],
  });
  const figure = { indicator: INDICATOR, region: 'plan' };
  const history = past.history.map(each => ({ ...figureOf({ ...figure, as_of: each.asOf }), quantity: between(each) }));
  return {
    plan,
    observations: [...history, { ...figureOf({ ...figure, as_of: asOf }), quantity }],
    request: { asOf: dayOf(asOf), method },
  };
}

/** The same case with a figure and with a higher one. */
function lowerAndHigher(given: Case): [lower: Assessment, higher: Assessment] {
  const { answer, lowerBy, upperBy } = given;
  const lower = between(answer);
  const low = lower.low + lowerBy;
  const higher = { ...lower, low, high: Math.max(low, lower.high + upperBy), nominal: low };
  return [assessTarget(scenarioWith(given, lower)), assessTarget(scenarioWith(given, higher))];
}

function expectNoWorse(after: Assessment, before: Assessment): void {
  const change = `${before.possible} → ${after.possible}`;
  expect(worst(after), change).toBeGreaterThanOrEqual(worst(before));
  expect(best(after), change).toBeGreaterThanOrEqual(best(before));
}

test('a higher value is never worse for what is to be reached at least', () => {
  fc.assert(
    fc.property(cases(RISING), given => {
      const [lower, higher] = lowerAndHigher(given);
      expectNoWorse(higher, lower);
    }),
  );
});

test('a lower value is never worse for what is to be kept at most', () => {
  fc.assert(
    fc.property(cases(FALLING), given => {
      const [lower, higher] = lowerAndHigher(given);
      expectNoWorse(lower, higher);
    }),
  );
});
