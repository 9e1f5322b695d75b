import * as z from 'zod';
import type { Day } from '../values/day.ts';
import {
  addProblem,
  certainty,
  day,
  duration,
  flag,
  identifier,
  label,
  plainNumber,
  quantity,
  sourceIds,
  words,
} from './fields.ts';
import { comparators, goalKeys, goalOf } from './goal.ts';

export const indicatorKinds = ['stock', 'flow', 'level', 'share', 'event'] as const;

/** How what a figure counts stands to what the target means. */
export const relations = ['same', 'part', 'whole', 'other'] as const;
/** The ways of judging pace that a target can ask for; `methods` holds one file for each. */
export const methodNames = ['schedule', 'projection', 'growth-ratio', 'hold', 'direction'] as const;
export type MethodName = (typeof methodNames)[number];
export const commitments = ['binding', 'anticipatory', 'aspirational', 'unstated'] as const;

/** A figure older than this no longer answers for today, unless the plan says otherwise. */
const FRESH_FOR_MONTHS = 12;

const source = z.strictObject({
  publisher: words,
  title: words.optional(),
  published: day.optional(),
  url: words.optional(),
  note: words.optional(),
});

const counts = z.record(identifier, z.enum(relations));

const indicator = z
  .strictObject({
    title: label,
    unit: words,
    kind: z.enum(indicatorKinds),
    /** The span of a flow: what is added in one of these; a figure of another span is not comparable. */
    per: z.enum(['year', 'half-year', 'quarter', 'month']).default('year'),
    monotone: flag.default(false),
    additive: flag.optional(),
    counts: counts.default({}),
    plausible: z.strictObject({ min: plainNumber.optional(), max: plainNumber.optional() }).default({}),
    fresh_for: duration.default(FRESH_FOR_MONTHS),
    /** Days on which a new series begins; nothing is compared across them. */
    breaks: z.array(z.strictObject({ on: day, note: words.optional() })).default([]),
    /** The indicator as a product of others: `stations = per_10000 × population / 10000`. */
    identity: z
      .strictObject({ product: z.array(identifier), divided_by: plainNumber.default(1) })
      .transform(({ product, divided_by }) => ({ product, dividedBy: divided_by }))
      .optional(),
    source: sourceIds.default([]),
    note: words.optional(),
  })
  .superRefine(({ plausible: { min, max } }, ctx) => {
    if (min !== undefined && max !== undefined && min > max)
      addProblem(ctx, 'reversed-range', { min, max }, ['plausible']);
  })
  .transform(({ fresh_for, additive, ...rest }) => ({
    ...rest,
    additive: additive ?? (rest.kind === 'stock' || rest.kind === 'flow'),
    freshForMonths: fresh_for,
  }));

const baseline = z
  .strictObject({
    value: quantity,
    as_of: day,
    counts: identifier.optional(),
    source: z.union([identifier.transform(id => [id]), sourceIds]).default([]),
    note: words.optional(),
  })
  .transform(({ as_of, ...rest }) => ({ ...rest, asOf: as_of }));

const path = z.array(z.strictObject({ by: day, value: plainNumber }));

/** What a reading may put in the place of the target's own. */
const readingFields = {
  ...goalKeys,
  by: day.optional(),
  baseline: baseline.optional(),
  path: path.optional(),
  counts: counts.optional(),
  title: label.optional(),
  note: words.optional(),
};

const reading = z.strictObject(readingFields);

type ReadingFields = z.output<typeof reading>;

const statesGoal = (fields: object): boolean => comparators.some(comparator => comparator in fields);

const withoutGoal = (fields: ReadingFields): ReadingFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in goalKeys))) as ReadingFields;

function readingOf(name: string | null, by: Day, fields: ReadingFields, ctx: z.core.$RefinementCtx) {
  const goal = goalOf(fields, ctx);
  const { baseline, path = [], counts, title, note } = fields;
  return goal && { name, title: name === null ? undefined : title, goal, by, baseline, path, counts, note };
}

const target = z
  .strictObject({
    ...readingFields,
    id: identifier,
    indicator: identifier,
    by: day,
    commitment: z.enum(commitments).default('unstated'),
    readings: z.record(identifier, reading).default({}),
    method: z.enum(methodNames).optional(),
    certainty: certainty.default('stated'),
    wording: words.optional(),
    in_force: z
      .strictObject({ from: day.optional(), to: day.optional() })
      .superRefine(({ from, to }, ctx) => {
        if (from && to && from > to) addProblem(ctx, 'days-out-of-order', { first: from, second: to }, ['to']);
      })
      .optional(),
    supersedes: identifier.optional(),
    source: sourceIds.default([]),
  })
  .transform((fields, ctx) => {
    const own = readingOf(null, fields.by, fields, ctx);
    const named = Object.entries(fields.readings).map(([name, given]) =>
      readingOf(name, given.by ?? fields.by, { ...(statesGoal(given) ? withoutGoal(fields) : fields), ...given }, ctx),
    );
    if (!own || named.includes(undefined)) return z.NEVER;
    const readings = named.filter(reading => reading !== undefined);
    return {
      id: fields.id,
      title: fields.title,
      indicator: fields.indicator,
      goal: own.goal,
      by: fields.by,
      /** Each way in which the target can be understood; without declared readings its own fields are the only one. */
      readings: readings.length > 0 ? readings : [own],
      commitment: fields.commitment,
      certainty: fields.certainty,
      method: fields.method,
      wording: fields.wording,
      inForce: fields.in_force,
      supersedes: fields.supersedes,
      source: fields.source,
      note: fields.note,
    };
  });

const measure = z.strictObject({
  id: identifier,
  title: label,
  named: z.enum(['stated', 'inferred']).default('stated'),
  targets: z.array(target).default([]),
  source: sourceIds.default([]),
  note: words.optional(),
});

const taskFields = {
  id: identifier,
  title: label,
  named: z.enum(['stated', 'inferred']).default('stated'),
  measures: z.array(measure).default([]),
  source: sourceIds.default([]),
  note: words.optional(),
};

const keyTask = z.strictObject({ ...taskFields, level: z.literal('key') });
const strategicTask = z.strictObject({
  ...taskFields,
  level: z.literal('strategic'),
  tasks: z.array(keyTask).default([]),
});

const region = z.strictObject({
  id: identifier,
  title: label,
  get parts() {
    return z.array(region).default([]);
  },
});

/** What the plan file assumes of an indicator in a time, openly; only an identity rests on it. */
const assumption = z.strictObject({
  indicator: identifier,
  value: quantity,
  from: day,
  to: day,
  source: sourceIds.default([]),
  note: words.optional(),
});

const announced = z.strictObject({
  strategic_tasks: plainNumber.optional(),
  key_tasks: plainNumber.optional(),
  measures: plainNumber.optional(),
});

export const planSchema = z
  .strictObject({
    $schema: words.optional(),
    plan: identifier,
    title: label,
    period: z.strictObject({ from: day, to: day }),
    region: identifier.optional(),
    regions: z.array(region).default([]),
    announced: announced.default({}),
    method: z.enum(methodNames).optional(),
    note: label.optional(),
    sources: z.record(identifier, source).default({}),
    indicators: z.record(identifier, indicator),
    assumptions: z.array(assumption).default([]),
    measures: z.array(measure).default([]),
    tasks: z.array(strategicTask).default([]),
  })
  .transform(({ $schema: _, plan, announced, ...rest }, ctx) => {
    if (rest.period.from > rest.period.to)
      addProblem(ctx, 'days-out-of-order', { first: rest.period.from, second: rest.period.to }, ['period', 'to']);
    return {
      id: plan,
      ...rest,
      announced: {
        strategicTasks: announced.strategic_tasks ?? null,
        keyTasks: announced.key_tasks ?? null,
        measures: announced.measures ?? null,
      },
    };
  });

export type Plan = z.output<typeof planSchema>;
export type Indicator = Plan['indicators'][string];
export type IndicatorKind = Indicator['kind'];
export type Relation = (typeof relations)[number];
export type StrategicTask = Plan['tasks'][number];
export type KeyTask = StrategicTask['tasks'][number];
export type Measure = Plan['measures'][number];
export type Target = Measure['targets'][number];
export type Reading = Target['readings'][number];
export type Baseline = NonNullable<Reading['baseline']>;
export type Commitment = Target['commitment'];
export type Region = Plan['regions'][number];
