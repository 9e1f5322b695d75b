import fc, { type Arbitrary } from 'fast-check';
import type { AssessRequest } from '../../src/assess/assess.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { goalComparisons, methodNames } from '../../src/model/target-choices.ts';
import { dayOf, type FigureFields, figureOf, planOf } from '../properties/arbitraries.ts';

/*
 * Plans of three indicators, each with one or two targets, and panels of monthly figures in three regions: series that
 * rise, swing, stand still or leap, with gaps, revisions and figures of every sort that is no plain number.
 */

export const OWN = 'whole';
export const REGIONS = [OWN, 'north', 'abroad'];
const INDICATORS = ['first', 'second', 'third'];

export interface PanelFigure extends FigureFields {
  readonly publisher?: string | undefined;
}

export interface PanelScenario {
  readonly plan: Plan;
  readonly figures: readonly PanelFigure[];
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

/** Numbers below a hundred, from which a count may grow by ten, and above; steps of a few so that figures often meet a goal. */
const SCALES = [0.1, 1, 1, 7, 1000];

/** A step of a few on the grid of a scale, without the last bits of the product. */
const onGrid = (steps: number, scale: number): string => String(Number((steps * scale).toPrecision(12)));

const goal = (scale: number, isOneSided: boolean): Arbitrary<Record<string, unknown>> => {
  const number = fc.integer({ min: 5, max: 40 }).map(steps => onGrid(steps, scale));
  const more = fc.constantFrom('at_least', 'above', 'hold_at_least');
  const less = fc.constantFrom('at_most', 'below', 'hold_at_most');
  const keys = isOneSided
    ? fc.oneof({ weight: 3, arbitrary: more }, { weight: 2, arbitrary: less })
    : fc.oneof(more, less);
  const others: Arbitrary<Record<string, unknown>>[] = [
    fc.constantFrom({ increase: 'true' }, { decrease: 'true' }),
    fc.tuple(number, number).map(between => ({ between })),
    number.map(exactly => ({ exactly })),
    fc
      .tuple(number, fc.constantFrom(undefined, 'up', 'down'))
      .map(([value, wanted]) => ({ about: given({ value, tolerance: onGrid(1, scale), wanted }) })),
  ];
  const plain = fc.tuple(keys, number).map(([key, value]) => ({ [key]: value }));
  return fc.oneof({ weight: 12, arbitrary: plain }, ...others.map(arbitrary => ({ weight: 1, arbitrary })));
};

const deadline = fc.oneof({ weight: 3, arbitrary: fc.constant('2025-12-31') }, dayBetween(20, 80));

const baseline = (scale: number) =>
  fc.record({
    value: fc.integer({ min: 1, max: 30 }).map(steps => onGrid(steps, scale)),
    as_of: dayBetween(-6, 20),
  });

const milestones = (scale: number) =>
  fc.array(
    fc.record({ by: dayBetween(24, 60), value: fc.integer({ min: 5, max: 30 }).map(steps => onGrid(steps, scale)) }),
    { minLength: 1, maxLength: 2 },
  );

const regional = (scale: number, hasStarts: boolean): Arbitrary<unknown> => {
  const goalOfNorth = { at_least: onGrid(12, scale) };
  const start = hasStarts ? maybe(baseline(scale), 1) : fc.constant(undefined);
  const north = start.map(given => ({ north: { ...goalOfNorth, ...(given && { baseline: given }) } }));
  return fc.oneof(fc.constant('each'), fc.constant(undefined), north);
};

const counts = fc.constantFrom(
  undefined,
  undefined,
  { meant: 'same', unstated: 'same', some: 'part' },
  { meant: 'same', also: 'same', more: 'whole', else: 'other' },
);

const targetFields = (id: string, indicator: string, scale: number, hasStarts: boolean) =>
  fc
    .record({
      goal: goal(scale, true),
      by: deadline,
      baseline: hasStarts ? maybe(baseline(scale), 1) : fc.constant(undefined),
      path: hasStarts ? maybe(milestones(scale), 3) : fc.constant(undefined),
      readings: maybe(
        fc.record({
          one: fc.record({ by: deadline }),
          two: hasStarts ? fc.record({ baseline: baseline(scale) }) : fc.record({ by: deadline }),
        }),
        3,
      ),
      regions: regional(scale, hasStarts),
      compare: maybe(fc.constantFrom(...goalComparisons), 3),
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
      plausible: maybe(fc.constant({ min: '0', max: onGrid(60, scale) }), 3),
      fresh_for: fc.constantFrom('3 months', '12 months', '12 months'),
      breaks: maybe(fc.constant([{ on: '2022-06-30' }]), 12),
      identity: maybe(fc.constant('third * third'), id === 'first' ? 12 : 1e6),
    })
    .map(fields => given({ ...fields, title: id, unit: fields.kind === 'share' ? '%' : 'unit' }));

const planFields = (scale: number, hasStarts: boolean) =>
  fc
    .record({
      first: indicatorFields('first', scale),
      second: indicatorFields('second', scale),
      third: indicatorFields('third', scale),
      targets: fc.tuple(
        targetFields('a', 'first', scale, hasStarts),
        targetFields('b', 'first', scale, hasStarts),
        targetFields('c', 'second', scale, hasStarts),
      ),
      authorities: fc.constantFrom([], [], ['Bureau', 'Daily']),
      hasParts: fc.boolean(),
    })
    .map(({ first, second, third, targets, authorities, hasParts }) => ({
      plan: 'plan',
      title: 'Plan',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: OWN,
      authorities,
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

/** A second figure of the same day: a revision, another publisher, or nobody knows whose. */
const secondFigure: Arbitrary<Partial<PanelFigure>> = fc.constantFrom<Partial<PanelFigure>>(
  {},
  { publisher: 'Bureau' },
  { publisher: 'Daily' },
  { publisher: 'Bureau', published: '2027-01-31' },
  { publisher: 'Daily', status: 'provisional' },
);

/** By what the unit of one figure slipped. */
const slipped = fc
  .tuple(fc.constantFrom(10, 100, 1000, 10_000, 1_000_000), fc.boolean())
  .map(([factor, isUp]) => (isUp ? factor : 1 / factor));

interface SeriesShape {
  readonly region: string;
  readonly indicator: string;
  /** How many series have no oddity of a kind for one that has. */
  readonly calm: number;
}

const seriesFields = ({ region, indicator, calm }: SeriesShape, scale: number): Arbitrary<PanelFigure[]> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 0, max: 50 }),
      start: fc.oneof(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 15, max: 40 })),
      course,
      printing,
      definition: fc.constantFrom(undefined, undefined, 'meant', 'meant', 'also'),
      gaps: fc.constantFrom(1e9, 1e9, 7, 3),
      lag: fc.constantFrom(0, 1, 3, undefined),
      odd: maybe(fc.tuple(fc.nat(60), oddity), calm),
      text: maybe(fc.tuple(fc.nat(60), fc.constantFrom('>#', '≤#', '约#', '约#', '约#', '#以上')), calm),
      again: maybe(fc.tuple(fc.nat(60), secondFigure), calm),
      publisher: fc.constantFrom(undefined, 'Bureau', 'Daily'),
      undated: maybe(fc.nat(60), calm),
      slip: maybe(fc.tuple(fc.nat(60), slipped), calm),
    })
    .map(({ course: changes, printing: forms, definition, gaps, lag, odd, text, again, undated, slip, ...rest }) => {
      const { from, length, start, publisher } = rest;
      let value = start;
      return Array.from({ length }, (_, index) => index).flatMap(index => {
        value += changes[index] ?? 0;
        if (index % gaps === gaps - 1) return [];
        const decimals = forms[index % forms.length] ?? 0;
        const factor = slip?.[0] === index ? slip[1] : 1;
        const number = ((value * scale + (decimals > 1 ? 0.04 : 0)) * factor).toFixed(factor < 1 ? 3 : decimals);
        const row: PanelFigure = given({
          indicator,
          region,
          value: text?.[0] === index ? text[1].replace('#', number) : number,
          as_of: monthEnd(from + index),
          published: lag === undefined || undated === index ? undefined : monthEnd(from + index + lag),
          publisher,
          counts: definition,
          ...(odd?.[0] === index ? odd[1] : {}),
        });
        const second = { ...row, value: `${number}${decimals > 0 ? '5' : ''}`, ...again?.[1] };
        return again?.[0] === index ? [row, second] : [row];
      });
    });

const panelFields = (scale: number): Arbitrary<PanelFigure[]> => {
  const shapes = REGIONS.flatMap(region => INDICATORS.map(indicator => ({ region, indicator, calm: 7 })));
  return fc.tuple(...shapes.map(shape => maybeSeries(shape, scale))).map(series => series.flat());
};

const maybeSeries = (shape: SeriesShape, scale: number): Arbitrary<PanelFigure[]> =>
  fc.oneof(
    { weight: shape.region === OWN ? 4 : 1, arbitrary: seriesFields(shape, scale) },
    { weight: 1, arbitrary: fc.constant<PanelFigure[]>([]) },
  );

const requestFields = fc.record({
  asOf: maybe(dayBetween(12, 84), 1),
  knownBy: maybe(dayBetween(12, 84), 2),
  method: maybe(fc.constantFrom(...methodNames), 3),
  region: fc.constantFrom(OWN, OWN, 'north', 'abroad'),
  maxAgeMonths: maybe(fc.constantFrom(1, 6), 6),
  compare: maybe(fc.constantFrom(...goalComparisons), 6),
});

/** Series of regions with a start are kept whole, so that most plans name none. */
const shapes = fc.tuple(fc.constantFrom(...SCALES), fc.constantFrom(false, false, false, true));

export const panelScenario: Arbitrary<PanelScenario> = shapes.chain(([scale, hasStarts]) =>
  fc
    .record({ fields: planFields(scale, hasStarts), figures: panelFields(scale), request: requestFields })
    .map(({ fields, figures, request }) => scenarioOf(planOf(fields), figures, request)),
);

const COMPARATORS = {
  more: ['at_least', 'above', 'hold_at_least', 'increase'],
  less: ['at_most', 'below', 'hold_at_most', 'decrease'],
} as const;

/** A plan whose goals all ask for more, or all for less, as those of a real indicator do. */
const onePlan = (scale: number) =>
  fc
    .record({
      indicator: indicatorFields('first', scale),
      kind: fc.constantFrom('stock', 'stock', 'level', 'share'),
      way: fc.constantFrom('more' as const, 'less' as const),
      goals: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 10, max: 45 })), { minLength: 1, maxLength: 3 }),
      targets: fc.array(targetFields('a', 'first', scale, false), { minLength: 3, maxLength: 3 }),
      start: maybe(baseline(scale), 5),
      authorities: fc.constantFrom([], ['Bureau', 'Daily']),
    })
    .map(({ indicator, kind, way, goals, targets, start, authorities }) => {
      const wanted = indicator.monotone === 'true' ? 'more' : way;
      const all = goals.map(([which, steps], index) => {
        const { by, method, readings, compare, commitment } = targets[index] as Record<string, unknown>;
        const comparator = COMPARATORS[wanted][which] ?? 'at_least';
        const isDirection = comparator === 'increase' || comparator === 'decrease';
        const goalFields = { [comparator]: isDirection ? 'true' : onGrid(steps, scale) };
        return given({
          ...{ id: `t${index}`, indicator: 'first', ...goalFields, by, method, readings, compare, commitment },
          ...(start && index === 0 && { baseline: start }),
        });
      });
      return {
        ...{ plan: 'plan', title: 'Plan', period: { from: '2021-01-01', to: '2025-12-31' }, region: OWN, authorities },
        indicators: { first: given({ ...indicator, kind, counts: undefined, identity: undefined }) },
        measures: [{ id: 'measure', title: 'Measure', targets: all }],
      };
    });

/** One series of the judged region alone, many of which are thinned. */
export const seriesScenario: Arbitrary<PanelScenario> = fc.constantFrom(...SCALES).chain(scale =>
  fc
    .record({
      fields: onePlan(scale),
      figures: seriesFields({ region: OWN, indicator: 'first', calm: 30 }, scale),
      request: requestFields,
    })
    .map(({ fields, figures, request }) => {
      const meant = figures.map(({ counts: _, ...figure }) => figure);
      return scenarioOf(planOf(fields), meant, { ...request, region: OWN });
    }),
);

export const anyScenario = fc.oneof(panelScenario, seriesScenario);

function scenarioOf(
  plan: Plan,
  all: readonly PanelFigure[],
  {
    asOf,
    knownBy,
    ...rest
  }: Readonly<Record<string, unknown>> & { asOf?: string | undefined; knownBy?: string | undefined },
): PanelScenario {
  const figures = all.filter(({ indicator, counts: definition }) => isKnown(plan, indicator, definition));
  const request = given({ ...rest, asOf: asOf && dayOf(asOf), knownBy: knownBy && dayOf(knownBy) }) as AssessRequest;
  return { plan, figures, observations: figures.map(observationOf), request };
}

function observationOf({ publisher, ...fields }: PanelFigure, index: number): Observation {
  const observation = figureOf(fields, index);
  return { ...observation, source: { ...observation.source, publisher: publisher ?? null } };
}

/** A definition that the indicator does not list would be refused when the report is read. */
const isKnown = ({ indicators }: Plan, indicator = '', definition: string | undefined): boolean =>
  definition === undefined || Object.hasOwn(indicators[indicator]?.counts ?? {}, definition);
