import fc, { type Arbitrary } from 'fast-check';
import type { AssessRequest } from '../../src/assess/assess.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { methodNames } from '../../src/model/target.ts';
import { dayOf, type FigureFields, figureOf, planOf } from '../properties/arbitraries.ts';

/*
 * Plans of three indicators, each with one or two targets, and panels of monthly figures in three regions: series that
 * rise, swing, stand still or leap, with gaps, revisions and figures of every sort that is no plain number.
 */

export const OWN = 'whole';
export const REGIONS = [OWN, 'north', 'abroad'];
export const INDICATORS = ['first', 'second', 'third'];

export interface PanelScenario {
  readonly plan: Plan;
  readonly figures: readonly FigureFields[];
  readonly observations: readonly Observation[];
  readonly request: AssessRequest;
}

const FIRST_YEAR = 2020;

/** The last day of a month, counted from January 2020. */
export const monthEnd = (month: number): string =>
  new Date(Date.UTC(FIRST_YEAR, month + 1, 0)).toISOString().slice(0, 10);

const dayBetween = (from: number, to: number): Arbitrary<string> => fc.integer({ min: from, max: to }).map(monthEnd);

const maybe = <T>(arbitrary: Arbitrary<T>, absent: number): Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Counts below which no slip is suspected, and above; steps of a few so that figures often meet a goal. */
const SCALES = [1, 1, 7, 1000];

const goal = (scale: number, isOneSided: boolean): Arbitrary<Record<string, unknown>> => {
  const number = fc.integer({ min: 5, max: 40 }).map(steps => String(steps * scale));
  const more = fc.constantFrom('at_least', 'hold_at_least');
  const less = fc.constantFrom('at_most', 'below', 'hold_at_most');
  const keys = isOneSided
    ? fc.oneof({ weight: 3, arbitrary: more }, { weight: 2, arbitrary: less })
    : fc.oneof(more, less);
  const others: Arbitrary<Record<string, unknown>>[] = [
    fc.constantFrom({ increase: 'true' }, { decrease: 'true' }),
    fc.tuple(number, number).map(between => ({ between })),
    number.map(exactly => ({ exactly })),
  ];
  const plain = fc.tuple(keys, number).map(([key, value]) => ({ [key]: value }));
  return fc.oneof({ weight: 12, arbitrary: plain }, ...others.map(arbitrary => ({ weight: 1, arbitrary })));
};

const deadline = fc.oneof({ weight: 3, arbitrary: fc.constant('2025-12-31') }, dayBetween(20, 80));

const baseline = (scale: number) =>
  fc.record({
    value: fc.integer({ min: 1, max: 30 }).map(steps => String(steps * scale)),
    as_of: dayBetween(-6, 20),
  });

const counts = fc.constantFrom(
  undefined,
  undefined,
  { meant: 'same', unstated: 'same', some: 'part' },
  { meant: 'same', also: 'same', more: 'whole', else: 'other' },
);

const targetFields = (id: string, indicator: string, scale: number) =>
  fc
    .record({
      goal: goal(scale, true),
      by: deadline,
      baseline: maybe(baseline(scale), 1),
      readings: maybe(
        fc.record({
          one: fc.record({ by: deadline }),
          two: fc.record({ baseline: baseline(scale) }),
        }),
        3,
      ),
      regions: fc.constantFrom<unknown>('each', undefined, { north: { at_least: String(12 * scale) } }),
      method: maybe(fc.constantFrom(...methodNames), 1),
      commitment: fc.constantFrom('binding', 'unstated', 'aspirational'),
    })
    .map(({ goal: own, ...rest }) => given({ id, indicator, ...own, ...rest }));

const indicatorFields = (id: string, scale: number) =>
  fc
    .record({
      kind: fc.constantFrom('stock', 'stock', 'level', 'share', 'flow'),
      monotone: fc.constantFrom('true', 'false'),
      counts,
      plausible: maybe(fc.constant({ min: '0', max: String(scale * 45) }), 2),
      fresh_for: fc.constantFrom('3 months', '12 months', '12 months'),
      breaks: maybe(fc.constant([{ on: '2022-06-30' }]), 12),
      identity: maybe(fc.constant({ product: ['third', 'third'] }), id === 'first' ? 12 : 1e6),
    })
    .map(fields => given({ ...fields, title: id, unit: 'unit' }));

const planFields = (scale: number) =>
  fc
    .record({
      first: indicatorFields('first', scale),
      second: indicatorFields('second', scale),
      third: indicatorFields('third', scale),
      targets: fc.tuple(
        targetFields('a', 'first', scale),
        targetFields('b', 'first', scale),
        targetFields('c', 'second', scale),
      ),
      hasParts: fc.boolean(),
    })
    .map(({ first, second, third, targets, hasParts }) => ({
      plan: 'plan',
      title: 'Plan',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: OWN,
      regions: hasParts
        ? [
            { id: OWN, title: OWN, parts: [{ id: 'north', title: 'north' }] },
            { id: 'abroad', title: 'abroad' },
          ]
        : REGIONS.map(id => ({ id, title: id })),
      indicators: { first, second, third },
      measures: [{ id: 'measure', title: 'Measure', targets }],
    }));

const steps = (step: Arbitrary<number>): Arbitrary<readonly number[]> =>
  fc.array(step, { minLength: 90, maxLength: 90 });

/** How a series goes on: by steps of a unit, from a start. */
const course = fc.oneof(
  { weight: 4, arbitrary: steps(fc.integer({ min: 0, max: 1 })) },
  { weight: 4, arbitrary: steps(fc.integer({ min: -2, max: 2 })) },
  { weight: 2, arbitrary: steps(fc.integer({ min: 0, max: 8 })) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 90 }, () => 0)) },
  { weight: 1, arbitrary: steps(fc.constantFrom(0, 0, 0, 1, 60, -60)) },
);

/** How a number is printed; most series keep to one form. */
const printing = fc.constantFrom<readonly number[]>([0], [0], [1], [2], [0, 1], [0, 1, 2]);

/** What makes a row no plain one. */
const oddity: Arbitrary<Partial<FigureFields>> = fc.constantFrom(
  { dated: 'at-latest' },
  { status: 'provisional' },
  { status: 'estimated' },
  { scope: { part: 'one operator' } },
  { counts: 'some' },
  { counts: 'else' },
  { unusable: 'not to be used' },
  { new_series: 'counted anew' },
  { against: 'another plan' },
  { rounded_to: '5' },
);

interface SeriesShape {
  readonly region: string;
  readonly indicator: string;
}

const seriesFields = ({ region, indicator }: SeriesShape, scale: number): Arbitrary<FigureFields[]> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 0, max: 45 }),
      start: fc.integer({ min: 5, max: 20 }),
      course,
      printing,
      definition: fc.constantFrom(undefined, undefined, 'meant', 'meant', 'also'),
      gaps: fc.constantFrom(1e9, 1e9, 7, 3),
      lag: fc.constantFrom(0, 1, 3, undefined),
      odd: maybe(fc.tuple(fc.nat(40), oddity), 4),
      text: maybe(fc.tuple(fc.nat(40), fc.constantFrom('>#', '≤#', '约#', '#以上')), 6),
      again: maybe(fc.nat(40), 9),
    })
    .map(({ from, length, start, course: changes, printing: forms, definition, gaps, lag, odd, text, again }) => {
      let value = start;
      return Array.from({ length }, (_, index) => index).flatMap(index => {
        value += changes[index] ?? 0;
        if (index % gaps === gaps - 1) return [];
        const decimals = forms[index % forms.length] ?? 0;
        const number = (value * scale + (decimals > 1 ? 0.04 : 0)).toFixed(decimals);
        const row: FigureFields = given({
          indicator,
          region,
          value: text?.[0] === index ? text[1].replace('#', number) : number,
          as_of: monthEnd(from + index),
          published: lag === undefined ? undefined : monthEnd(from + index + lag),
          counts: definition,
          ...(odd?.[0] === index ? odd[1] : {}),
        });
        return again === index ? [row, { ...row, value: `${number}${decimals > 0 ? '5' : ''}` }] : [row];
      });
    });

const panelFields = (scale: number): Arbitrary<FigureFields[]> => {
  const shapes = REGIONS.flatMap(region => INDICATORS.map(indicator => ({ region, indicator })));
  return fc.tuple(...shapes.map(shape => maybeSeries(shape, scale))).map(series => series.flat());
};

const maybeSeries = (shape: SeriesShape, scale: number): Arbitrary<FigureFields[]> =>
  fc.oneof(
    { weight: shape.region === OWN ? 4 : 1, arbitrary: seriesFields(shape, scale) },
    { weight: 1, arbitrary: fc.constant<FigureFields[]>([]) },
  );

const requestFields = fc.record({
  asOf: maybe(dayBetween(12, 84), 1),
  knownBy: maybe(dayBetween(12, 84), 2),
  method: maybe(fc.constantFrom(...methodNames), 3),
  region: fc.constantFrom(OWN, OWN, 'north', 'abroad'),
  maxAgeMonths: maybe(fc.constantFrom(1, 6), 6),
});

export const panelScenario: Arbitrary<PanelScenario> = fc.constantFrom(...SCALES).chain(scale =>
  fc
    .record({ fields: planFields(scale), figures: panelFields(scale), request: requestFields })
    .map(({ fields, figures, request }) => {
      const plan = planOf(fields);
      const rows = figures.filter(({ indicator, counts: definition }) => isKnown(plan, indicator, definition));
      const { asOf, knownBy, ...rest } = request;
      return {
        plan,
        figures: rows,
        observations: rows.map(figureOf),
        request: given({ ...rest, asOf: asOf && dayOf(asOf), knownBy: knownBy && dayOf(knownBy) }) as AssessRequest,
      };
    }),
);

/** A definition that the indicator does not list would be refused when the report is read. */
const isKnown = ({ indicators }: Plan, indicator = '', definition: string | undefined): boolean =>
  definition === undefined || Object.hasOwn(indicators[indicator]?.counts ?? {}, definition);
