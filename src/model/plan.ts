import * as z from 'zod';
import {
  addProblem,
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
import { type Comparison, comparisons, counts, methodNames, type relations, target } from './target.ts';

export const indicatorKinds = ['stock', 'flow', 'level', 'share', 'event'] as const;

/** A figure older than this no longer answers for today, unless the plan says otherwise. */
const FRESH_FOR_MONTHS = 12;

const source = z.strictObject({
  publisher: words,
  title: words.optional(),
  published: day.optional(),
  url: words.optional(),
  note: words.optional(),
});

const indicator = z
  .strictObject({
    title: label,
    unit: words,
    kind: z.enum(indicatorKinds),
    /** It is counted one by one: there is no half of it. */
    whole: flag.default(false),
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
  // Field by field: V8 gives what a rest and a spread make of each indicator a shape of its own, which slows all judging.
  .transform(({ title, unit, kind, whole, per, monotone, additive, counts, plausible, breaks, ...last }) => ({
    title,
    unit,
    kind,
    whole,
    per,
    monotone,
    counts,
    plausible,
    breaks,
    identity: last.identity,
    source: last.source,
    note: last.note,
    additive: additive ?? (kind === 'stock' || kind === 'flow'),
    freshForMonths: last.fresh_for,
  }));

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
  /** False where more parts belong to it than are listed: then they never add up to the whole. */
  complete: flag.default(true),
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

type RawMeasure = z.output<typeof measure>;

/** What its targets do not say for themselves is as the plan has it. */
const settledMeasure = ({ targets, ...rest }: RawMeasure, compare: Comparison) => ({
  ...rest,
  targets: targets.map(target => ({ ...target, compare: target.compare ?? compare })),
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
    compare: z.enum(comparisons).default('as_printed'),
    /** Publishers, highest first: where figures exclude each other, the one of the higher counts. */
    authorities: z.array(words).default([]),
    note: label.optional(),
    sources: z.record(identifier, source).default({}),
    indicators: z.record(identifier, indicator),
    assumptions: z.array(assumption).default([]),
    measures: z.array(measure).default([]),
    tasks: z.array(strategicTask).default([]),
  })
  .transform(({ $schema: _, plan, announced, compare, measures, tasks, ...rest }, ctx) => {
    if (rest.period.from > rest.period.to)
      addProblem(ctx, 'days-out-of-order', { first: rest.period.from, second: rest.period.to }, ['period', 'to']);
    const settled = (each: readonly RawMeasure[]) => each.map(measure => settledMeasure(measure, compare));
    return {
      id: plan,
      ...rest,
      measures: settled(measures),
      tasks: tasks.map(task => ({
        ...task,
        measures: settled(task.measures),
        tasks: task.tasks.map(key => ({ ...key, measures: settled(key.measures) })),
      })),
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
export type RegionalTarget = Exclude<Target['regions'], 'each'>[string];
export type Baseline = NonNullable<Reading['baseline']>;
export type Commitment = Target['commitment'];
export type Region = Plan['regions'][number];
