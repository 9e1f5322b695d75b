import fc, { type Arbitrary } from 'fast-check';
import type { AssessRequest } from '../../src/assess/assess.ts';
import { type Comparator, comparators } from '../../src/model/goal.ts';
import { indicatorKinds, neverAddsUp } from '../../src/model/kind.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Plan, planSchema } from '../../src/model/plan.ts';
import { type Dating, datings, statuses } from '../../src/model/report.ts';
import { commitments, methodNames, relations } from '../../src/model/target-choices.ts';
import type { Day } from '../../src/values/day.ts';
import { parseDay } from '../../src/values/day-notation.ts';
import { parseQuantity, type Quantity } from '../../src/values/quantity.ts';
import { roundedTo } from '../../src/values/widen.ts';

/*
 * Plans of one target, the figures reported for it, and what is asked of them. Numbers and days come from coarse grids,
 * so that figures meet the goal, each other, the deadline and the edges of bands far more often than by chance.
 */

export interface Scenario {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  readonly request: AssessRequest & { readonly asOf: Day };
}

export const TARGET = 'target';
export const MEASURE = 'measure';
/** The indicator of the target; `factor-a` and `factor-b` make its identity, no target is about `other`. */
export const INDICATOR = 'main';
const REGION = 'whole';

export function dayOf(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`${text} is no day`);
  return parsed.value;
}

export function quantityOf(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(`${text} is no quantity`);
  return parsed.value;
}

const QUARTERS = ['03-31', '06-30', '09-30', '12-31'];

/** Ends of quarters. */
export const dayIn = (fromYear: number, toYear: number): Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: fromYear, max: toYear }), fc.constantFrom(...QUARTERS))
    .map(([year, quarter]) => `${year}-${quarter}`);

const optional = <T>(arbitrary: Arbitrary<T>, absent = 2, present = 1): Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: present, arbitrary });

/** As a file gives it: keys without a value are not there. */
const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** A unit of the grid of numbers: small counts raise no suspicion of a slipped unit, large ones do. */
const SCALES: readonly number[] = [0.1, 1, 1000];

const onGrid = (scale: number, min = 1, max = 30): Arbitrary<number> =>
  fc.integer({ min, max }).map(steps => Number((steps * scale).toPrecision(12)));

/** Tidy text without an exponent. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** Printed numbers of all kinds: exact, rounded, bounds with and without the number itself, about, negative, zero. */
function valueText(scale: number): Arbitrary<string> {
  const number = fc
    .oneof(
      { weight: 12, arbitrary: onGrid(scale) },
      { weight: 1, arbitrary: onGrid(scale, -3, 0) },
      { weight: 1, arbitrary: onGrid(scale * 10) },
      { weight: 1, arbitrary: onGrid(scale * 100) },
    )
    .map(plain);
  const exact = fc.constantFrom('#', '#', '#', '#.0');
  const bound = fc.constantFrom('>#', '≥#', '<#', '≤#', '约#', '#左右', '#以上', '不足#', '超#', '不超过#');
  const form = fc.oneof({ weight: 3, arbitrary: exact }, { weight: 2, arbitrary: bound });
  return fc.tuple(number, form).map(([text, words]) => words.replace(text.includes('.') ? /#(\.0)?/ : '#', text));
}

type GoalFields = Record<string, unknown>;

/** The one key of a target that states its goal. */
export function goalFields(scale: number, allowed: readonly Comparator[] = comparators): Arbitrary<GoalFields> {
  const number = onGrid(scale, 2, 20).map(plain);
  const fields: Record<Comparator, Arbitrary<unknown>> = {
    at_least: number,
    above: number,
    at_most: number,
    below: number,
    about: fc.oneof(number, fc.record({ value: number, tolerance: onGrid(scale, 0, 3).map(plain) })),
    between: fc.tuple(number, number),
    exactly: number,
    achieve: fc.constant('true'),
    hold_at_least: number,
    hold_at_most: number,
    increase: fc.constant('true'),
    decrease: fc.constant('true'),
  };
  return fc.oneof(...allowed.map(comparator => fields[comparator].map(value => ({ [comparator]: value }))));
}

const deadline = fc.oneof(
  { weight: 3, arbitrary: fc.constant('2025-12-31') },
  { weight: 1, arbitrary: dayIn(2023, 2026) },
);

const baselineFields = (scale: number) =>
  fc.record({
    value: fc.oneof(
      { weight: 4, arbitrary: onGrid(scale, 1, 10).map(plain) },
      { weight: 1, arbitrary: valueText(scale) },
    ),
    as_of: dayIn(2020, 2021),
  });

const pathFields = (scale: number) =>
  fc.array(fc.record({ by: dayIn(2022, 2025), value: onGrid(scale).map(plain) }), { minLength: 1, maxLength: 2 });

const DEFINITIONS = ['meant', 'some', 'more', 'else'];

const countsFields = fc.record({
  meant: fc.constant('same'),
  some: fc.constantFrom(...relations),
  more: fc.constantFrom(...relations),
  else: fc.constant('other'),
});

const withUnstated = fc
  .tuple(countsFields, optional(fc.constantFrom(...relations)))
  .map(([counts, unstated]) => given({ ...counts, unstated }));

const flag = (trueIn: number): Arbitrary<string> =>
  fc.integer({ min: 1, max: trueIn }).map(drawn => String(drawn === 1));

interface PlanShape {
  readonly comparators?: readonly Comparator[];
  readonly hasReadings?: boolean;
  /** The plan tells definitions apart, and figures name them. */
  readonly hasCounts?: boolean;
  /** The indicator of the target follows from others; without this it may or may not be. */
  readonly hasIdentity?: boolean;
}

const IDENTITIES = ['factor-a * factor-b / 2', 'factor-a / factor-b + 2', '(factor-a - 1) * 2 + factor-b'];

/** A plan file as it is written; `planSchema` makes the plan of it, as the reader does. */
function planFields(scale: number, shape: PlanShape = {}) {
  const { comparators: allowed, hasReadings = true, hasCounts = true, hasIdentity = false } = shape;
  const countsOf = (absent: number) => (hasCounts ? optional(withUnstated, absent) : fc.constant(undefined));
  const goal = goalFields(scale, allowed);
  const reading = fc
    .tuple(
      fc.record({
        goal: optional(goal, 1),
        by: optional(deadline, 4),
        baseline: optional(baselineFields(scale)),
        path: optional(pathFields(scale), 4),
        counts: countsOf(4),
      }),
    )
    .map(([{ goal: own, ...rest }]) => given({ ...own, ...rest }));
  const target = fc
    .record({
      goal,
      by: deadline,
      baseline: optional(baselineFields(scale), 1, 3),
      path: optional(pathFields(scale), 3),
      readings: hasReadings
        ? optional(
            fc
              .array(reading, { minLength: 1, maxLength: 3 })
              .map(all => Object.fromEntries(all.map((each, index) => [`reading-${index}`, each]))),
          )
        : fc.constant(undefined),
      commitment: fc.constantFrom(...commitments),
      method: optional(fc.constantFrom(...methodNames), 3),
      in_force: optional(fc.record({ from: dayIn(2021, 2024) }), 5),
    })
    .map(({ goal: own, ...rest }) => given({ ...own, ...rest, id: TARGET, indicator: INDICATOR, regions: 'each' }));
  const identity = fc.constantFrom(...IDENTITIES);
  const indicator = fc
    .record({
      kind: fc.oneof({ weight: 4, arbitrary: fc.constant('stock') }, fc.constantFrom(...indicatorKinds)),
      monotone: flag(2),
      additive: optional(flag(2)),
      counts: hasCounts ? withUnstated : fc.constant(undefined),
      plausible: optional(
        fc
          .tuple(onGrid(scale, -3, 3), onGrid(scale, 10, 40))
          .map(([min, max]) => ({ min: plain(min), max: plain(max) })),
      ),
      fresh_for: fc.constantFrom('6 months', '12 months', '2 years', '20 years'),
      breaks: optional(
        dayIn(2020, 2025).map(on => [{ on }]),
        5,
      ),
      identity: hasIdentity ? identity : optional(identity, 1),
    })
    .map(fields => {
      const unit = fields.kind === 'growth' ? '%' : 'unit';
      return given({
        ...fields,
        additive: neverAddsUp(fields.kind) ? undefined : fields.additive,
        title: 'Main',
        unit,
      });
    });
  const factor = (title: string) =>
    fc
      .record({ monotone: flag(2), plausible: optional(fc.constant({ min: '0', max: plain(30 * scale) })) })
      .map(fields => given({ ...fields, title, unit: 'unit', kind: 'level' }));
  return fc
    .record({
      main: indicator,
      a: factor('Factor'),
      b: factor('Other factor'),
      target,
      method: optional(fc.constantFrom(...methodNames), 5),
      parts: fc.constantFrom(0, 2),
      assumed: optional(valueText(1)),
    })
    .map(({ main, a, b, target: one, method, parts, assumed }) =>
      given({
        plan: 'plan',
        title: 'Plan',
        period: { from: '2021-01-01', to: '2025-12-31' },
        region: REGION,
        regions: [
          {
            id: REGION,
            title: 'The whole',
            parts: ['north', 'south'].slice(0, parts).map(id => ({ id, title: id })),
          },
          { id: 'abroad', title: 'Elsewhere' },
        ],
        method,
        indicators: {
          [INDICATOR]: main,
          'factor-a': a,
          'factor-b': b,
          other: { title: 'Other', unit: 'unit', kind: 'stock' },
        },
        assumptions:
          assumed === undefined
            ? undefined
            : [{ indicator: 'factor-b', value: assumed, from: '2020-01-01', to: '2026-12-31' }],
        measures: [
          { id: MEASURE, title: 'A measure', targets: [one] },
          { id: 'numberless', title: 'A measure without a number' },
        ],
      }),
    );
}

export const planOf = (fields: unknown): Plan => planSchema.parse(fields);

/** One figure as a report states it; `figureOf` makes the observation of it. */
export interface FigureFields {
  readonly indicator?: string | undefined;
  readonly measure?: string | undefined;
  readonly value?: string | undefined;
  readonly as_of: string;
  readonly dated?: Dating | undefined;
  readonly published?: string | undefined;
  readonly region?: string | undefined;
  readonly counts?: string | undefined;
  readonly scope?: { readonly part: string } | undefined;
  readonly status?: (typeof statuses)[number] | undefined;
  readonly flow?: { readonly from: string; readonly to: string } | undefined;
  readonly rounded_to?: string | undefined;
  readonly says?: string | undefined;
  readonly against?: string | undefined;
  readonly new_series?: string | undefined;
  readonly unusable?: string | undefined;
}

const rarely = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> => optional(arbitrary, 12);

/** A figure of any sort: most can be used, some for each reason cannot. */
export const figureFields = (scale: number, hasCounts = true): Arbitrary<FigureFields> =>
  fc
    .record({
      about: fc.oneof(
        { weight: 10, arbitrary: fc.constant({ indicator: INDICATOR }) },
        { weight: 4, arbitrary: fc.constantFrom({ indicator: 'factor-a' }, { indicator: 'factor-b' }) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            { indicator: 'other' },
            { measure: 'numberless' },
            { measure: MEASURE },
            { measure: MEASURE, indicator: INDICATOR },
            {},
          ),
        },
      ),
      value: fc.oneof({ weight: 20, arbitrary: valueText(scale) }, { weight: 1, arbitrary: fc.constant(undefined) }),
      as_of: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(2021, 2022, 2023, 2024, 2025).map(year => `${year}-12-31`) },
        { weight: 1, arbitrary: dayIn(2021, 2026) },
      ),
      dated: rarely(fc.constantFrom(...datings)),
      published: fc.oneof(
        { weight: 3, arbitrary: dayIn(2021, 2026) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      region: optional(fc.constantFrom('north', 'south', 'north', 'south', 'abroad'), 5),
      counts: hasCounts
        ? optional(fc.constantFrom(...DEFINITIONS, 'meant', 'meant', 'meant'), 1, 4)
        : rarely(fc.constant('meant')),
      scope: rarely(fc.constant({ part: 'one operator' })),
      status: rarely(fc.constantFrom(...statuses)),
      flow: rarely(fc.constant({ from: '2020-12-31', to: '2021-12-31' })),
      rounded_to: rarely(onGrid(scale, 1, 4).map(plain)),
      says: rarely(fc.constant('basically done')),
      against: rarely(fc.constant('another plan')),
      new_series: rarely(fc.constant('counted anew')),
      unusable: rarely(fc.constant('not to be used')),
    })
    .map(({ about, ...fields }) => given({ ...about, ...fields }) as FigureFields);

export function figureOf(fields: FigureFields, index = 0): Observation {
  const value = fields.value === undefined ? null : quantityOf(fields.value);
  const rounded =
    value && fields.rounded_to !== undefined ? roundedTo(value, quantityOf(fields.rounded_to).nominal) : value;
  return {
    indicator: fields.indicator ?? null,
    measure: fields.measure ?? null,
    region: fields.region ?? REGION,
    quantity: rounded,
    asOf: dayOf(fields.as_of),
    dated: fields.dated ?? 'stated',
    published: fields.published === undefined ? null : dayOf(fields.published),
    counts: fields.counts ?? null,
    scope: fields.scope ?? 'whole',
    status: fields.status ?? 'final',
    flow: fields.flow ? { from: dayOf(fields.flow.from), to: dayOf(fields.flow.to) } : null,
    says: fields.says ?? null,
    against: fields.against ?? null,
    startsSeries: fields.new_series ?? null,
    unusable: fields.unusable ?? null,
    note: null,
    source: { publisher: null, title: null, url: null },
    place: { file: 'report.yaml', span: { line: index + 1, col: 1, endLine: index + 1, endCol: 2 } },
  };
}

export interface RequestFields {
  readonly asOf: string;
  readonly knownBy?: string | undefined;
  readonly method?: (typeof methodNames)[number] | undefined;
  readonly direct?: boolean | undefined;
  readonly region?: string | undefined;
}

const requestFields: Arbitrary<RequestFields> = fc
  .record({
    asOf: fc.oneof({ weight: 1, arbitrary: dayIn(2021, 2026) }, { weight: 2, arbitrary: dayIn(2022, 2025) }),
    knownBy: optional(dayIn(2021, 2026), 4),
    method: optional(fc.constantFrom(...methodNames), 6),
    direct: optional(fc.boolean(), 3),
    region: rarely(fc.constantFrom('north', 'abroad')),
  })
  .map(fields => given(fields) as RequestFields);

export const requestOf = ({ asOf, knownBy, ...rest }: RequestFields): Scenario['request'] => ({
  ...rest,
  asOf: dayOf(asOf),
  ...(knownBy !== undefined && { knownBy: dayOf(knownBy) }),
});

/** What a scenario is made of, in the words of the files: this is what a counterexample shows. */
export interface ScenarioFields {
  readonly plan: object;
  readonly figures: readonly FigureFields[];
  readonly request: RequestFields;
}

export interface ScenarioShape extends PlanShape {
  readonly minFigures?: number;
  readonly maxFigures?: number;
  readonly scales?: readonly number[];
  /** The first figure is a clean one of the day that decides, unless readings differ in their deadlines. */
  readonly isAnswered?: boolean;
}

export function scenarioFields(shape: ScenarioShape = {}): Arbitrary<ScenarioFields> {
  const { minFigures = 0, maxFigures = 6, scales = SCALES, isAnswered = false } = shape;
  const definings = shape.hasCounts === undefined ? [true, false] : [shape.hasCounts];
  const kinds = scales.flatMap(scale =>
    definings.map(hasCounts => {
      const scenario: Arbitrary<ScenarioFields> = fc.record({
        plan: planFields(scale, { ...shape, hasCounts }),
        figures: fc.array(figureFields(scale, hasCounts), { minLength: minFigures, maxLength: maxFigures }),
        request: requestFields,
      });
      if (!isAnswered) return scenario;
      return fc.tuple(scenario, valueText(scale)).map(([fields, value]) => withAnswer(fields, value, hasCounts));
    }),
  );
  return fc.oneof(...kinds);
}

function withAnswer({ plan, figures, request }: ScenarioFields, value: string, hasCounts: boolean): ScenarioFields {
  const { measures, indicators } = planOf(plan);
  const by = measures[0]?.targets[0]?.by ?? request.asOf;
  const as_of = request.asOf < by ? request.asOf : by;
  const flow = { from: '2020-12-31', to: as_of };
  const isFlow = indicators[INDICATOR]?.kind === 'flow';
  const answer = { indicator: INDICATOR, value, as_of, published: as_of, ...(hasCounts && { counts: 'meant' }) };
  const { asOf, method, direct } = request;
  return {
    plan,
    figures: [{ ...answer, ...(isFlow && { flow }) }, ...figures],
    request: given({ asOf, method, direct }) as RequestFields,
  };
}

export const scenarioOf = ({ plan, figures, request }: ScenarioFields): Scenario => ({
  plan: planOf(plan),
  observations: figures.map(figureOf),
  request: requestOf(request),
});

/** Nothing but the factors of an identity speaks for the target. */
const derivedScenario: Arbitrary<ScenarioFields> = fc.oneof(
  ...SCALES.map(scale =>
    fc
      .record({
        plan: planFields(scale, { hasCounts: false, hasIdentity: true }),
        factors: fc.tuple(valueText(scale), valueText(1)),
        figures: fc.array(figureFields(scale, false), { maxLength: 3 }),
        request: requestFields,
      })
      .map(({ plan, factors: [a, b], figures, request: { asOf, method } }) => ({
        plan,
        figures: [
          { indicator: 'factor-a', value: a, as_of: asOf, published: asOf },
          { indicator: 'factor-b', value: b, as_of: asOf, published: asOf },
          ...figures.filter(({ indicator }) => indicator !== INDICATOR),
        ],
        request: given({ asOf, method }) as RequestFields,
      })),
  ),
);

/** Scenarios of all sorts; many with a clean figure of the day that decides, so that much is decided. */
export const anyScenario: Arbitrary<ScenarioFields> = fc.oneof(
  { weight: 2, arbitrary: scenarioFields() },
  { weight: 2, arbitrary: scenarioFields({ isAnswered: true, maxFigures: 4 }) },
  { weight: 1, arbitrary: derivedScenario },
);
