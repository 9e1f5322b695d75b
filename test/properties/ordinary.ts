import fc, { type Arbitrary } from 'fast-check';
import type { AssessRequest } from '../../src/assess/assess.ts';
import { comparators } from '../../src/model/goal.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { commitments, goalComparisons, methodNames } from '../../src/model/target-choices.ts';
import type { Day } from '../../src/values/day.ts';
import { dayOf, type FigureFields, figureOf, goalFields, INDICATOR, planOf, TARGET } from './arbitraries.ts';

/*
 * One plan and what several regions report for its target on the same days: the ordinary series of a batch, of which about
 * half have something unusual in them. Numbers come from a coarse grid, so that many stand on or beside an edge.
 */

export interface OrdinaryScenario {
  readonly plan: Plan;
  readonly regions: readonly (readonly Observation[])[];
  /** They are asked in turns. */
  readonly requests: readonly (AssessRequest & { readonly asOf: Day })[];
}

const maybe = <T>(arbitrary: Arbitrary<T>, absent = 1, present = 1): Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: present, arbitrary });

const given = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const ofGrid = (steps: number, scale: number, decimals = 0): string =>
  decimals < 0
    ? `${((steps * scale) / 10_000).toFixed(1 - decimals)}万`
    : (steps * scale).toFixed(Math.max(decimals, scale < 1 ? 1 : 0));

const startFields = (scale: number) =>
  fc.record({
    value: fc
      .tuple(fc.integer({ min: 4, max: 14 }), fc.constantFrom(0, 2), fc.constantFrom('', '约'))
      .map(([steps, decimals, word]) => word + ofGrid(steps, scale, decimals)),
    as_of: fc.constantFrom('2020-12-31', '2021-12-31'),
  });

const targetFields = (scale: number) =>
  fc
    .record({
      goal: goalFields(scale, comparators),
      by: fc.constantFrom('2023-12-31', '2025-12-31', '2025-12-31'),
      baseline: maybe(startFields(scale)),
      path: maybe(
        fc.integer({ min: 6, max: 20 }).map(steps => [{ by: '2023-12-31', value: ofGrid(steps, scale) }]),
        3,
      ),
      commitment: fc.constantFrom(...commitments),
      method: maybe(fc.constantFrom(...methodNames)),
      compare: maybe(fc.constantFrom(...goalComparisons), 3),
    })
    .map(({ goal, ...rest }) => given({ ...goal, ...rest, id: TARGET, indicator: INDICATOR, regions: 'each' }));

const indicatorFields = fc
  .record({
    kind: fc.constantFrom('stock', 'level', 'share'),
    monotone: fc.constantFrom('true', 'false'),
    fresh_for: fc.constantFrom('6 months', '24 months'),
    counts: maybe(fc.constant({ meant: 'same', unstated: 'same', some: 'part' })),
    plausible: maybe(fc.constant({ min: '0.1', max: '40000' }), 3),
  })
  .map(fields => given({ ...fields, title: 'Main', unit: fields.kind === 'share' ? '%' : 'unit' }));

/** What makes a figure unusual. */
const oddities: readonly Partial<FigureFields>[] = [
  { dated: 'at-latest' },
  { status: 'provisional' },
  { status: 'estimated' },
  { status: 'planned' },
  { scope: { part: 'one operator' } },
  { counts: 'some' },
  { new_series: 'counted anew' },
  { unusable: 'not to be used' },
  { published: '2021-01-31' },
  { published: undefined },
  { flow: { from: '2021-01-01', to: '2021-12-31' } },
  { against: 'another plan' },
  { region: 'north' },
  { rounded_to: '5' },
];

const DAYS = ['2021-06-30', '2021-12-31', '2022-12-31', '2023-06-30', '2023-12-31', '2024-12-31'];

/** Values in other words, or with a slipped unit. */
const sizeOf = (number: string): number => (number.endsWith('万') ? 10_000 : 1) * Number.parseFloat(number);

const forms: readonly ((number: string, scale: number) => string)[] = [
  number => `>${number}`,
  number => `约${number}`,
  number => `≤${number}`,
  (number, scale) => (sizeOf(number) * 10).toFixed(scale < 1 ? 1 : 0),
  number => (sizeOf(number) / 10).toFixed(3),
  number => (sizeOf(number) / 100).toFixed(4),
  (number, scale) => (sizeOf(number) * 1000).toFixed(scale < 1 ? 1 : 0),
];

/** One thing unusual, or a second figure of the same day. */
type Plain = FigureFields & { readonly value: string };
type Change = (plain: Plain) => FigureFields[];

const unusual = (scale: number): Arbitrary<Change> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...oddities).map(odd => (plain: Plain) => [{ ...plain, ...odd }]) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...forms)
        .map(form => (plain: Plain) => [{ ...plain, value: form(plain.value, scale) }]),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 4, max: 20 })
        .map(steps => (plain: Plain) => [plain, { ...plain, value: ofGrid(steps, scale) }]),
    },
  );

/** Decimals; of a thousand and more some in 万, which makes them half a unit wide. */
const printing = (scale: number) => fc.constantFrom(0, 1, 3, scale > 1 ? -1 : 0, scale > 1 ? 0 : 1);

const regionFigures = (scale: number, days: readonly string[]): Arbitrary<Observation[]> =>
  fc
    .record({
      from: fc.integer({ min: 5, max: 18 }),
      steps: fc.array(
        fc.tuple(fc.integer({ min: -1, max: 4 }), printing(scale), fc.constantFrom(0, 0, 0, 0.1, 0.3, 0.6, 0.8)),
        {
          minLength: days.length,
          maxLength: days.length,
        },
      ),
      odd: maybe(fc.tuple(fc.nat(days.length - 1), unusual(scale))),
    })
    .map(({ from, steps, odd }) => {
      let at = from;
      const figures = days.flatMap((as_of, index): FigureFields[] => {
        const [step = 0, decimals = 0, beside = 0] = steps[index] ?? [];
        at = Math.max(2, at + step);
        const value = ofGrid(at + beside, scale, decimals);
        const plain = { indicator: INDICATOR, region: 'whole', as_of, published: '2026-01-31', value };
        return odd?.[0] === index ? odd[1](plain) : [plain];
      });
      return figures.map((fields, index) => figureOf(fields, index));
    });

const requestFields = (days: readonly string[]) =>
  fc
    .record({
      asOf: fc.constantFrom(...days, days.at(-1) ?? '', '2024-12-31', '2026-06-30'),
      knownBy: maybe(fc.constantFrom('2023-12-31', '2026-12-31'), 8),
      method: maybe(fc.constantFrom(...methodNames), 6),
      compare: maybe(fc.constantFrom(...goalComparisons), 6),
      maxAgeMonths: maybe(fc.constant(3), 8),
    })
    .map(({ asOf, knownBy, ...rest }) => ({
      ...rest,
      asOf: dayOf(asOf),
      knownBy: knownBy ? dayOf(knownBy) : undefined,
    }));

export const ordinaryScenario: Arbitrary<OrdinaryScenario> = fc
  .tuple(
    fc.constantFrom(0.1, 1, 1000),
    fc.oneof(
      fc.constantFrom(...DAYS).map(day => [day]),
      fc.subarray(DAYS, { minLength: 1, maxLength: 3 }),
    ),
  )
  .chain(([scale, days]) =>
    fc
      .record({
        indicator: indicatorFields,
        target: targetFields(scale),
        requests: fc.oneof(
          fc.array(requestFields(days), { minLength: 1, maxLength: 2 }),
          // Of one day by two methods: what was worked out for one must not answer for the other.
          fc
            .tuple(requestFields(days), fc.constantFrom(...methodNames))
            .map(([request, method]) => [request, { ...request, method }]),
        ),
        regions: fc.array(regionFigures(scale, days), { minLength: 3, maxLength: 16 }),
      })
      .map(({ indicator, target, requests, regions }) => ({
        plan: planOf({
          plan: 'plan',
          title: 'Plan',
          period: { from: '2021-01-01', to: '2025-12-31' },
          region: 'whole',
          indicators: { [INDICATOR]: indicator },
          measures: [{ id: 'measure', title: 'Measure', targets: [target] }],
        }),
        regions,
        requests,
      })),
  );
