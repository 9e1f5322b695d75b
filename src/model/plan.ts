import * as z from 'zod';
import { entryOf } from '../values/mapping.ts';
import { bands } from './bands-schema.ts';
import {
  addProblem,
  aliases,
  day,
  flag,
  identifier,
  label,
  naming,
  plainNumber,
  quantity,
  sourceIds,
  words,
} from './fields.ts';
import { indicator } from './indicator.ts';
import { settled } from './settle.ts';
import { target } from './target.ts';
import { goalComparisons, methodNames, type relations } from './target-choices.ts';

const source = z.strictObject({
  publisher: label,
  title: label.optional(),
  published: day.optional(),
  url: words.optional(),
  note: label.optional(),
});

const measure = z.strictObject({
  id: identifier,
  title: label,
  aliases,
  named: naming.default('unstated'),
  targets: z.array(target).default([]),
  source: sourceIds.default([]),
  note: label.optional(),
});

const taskFields = {
  id: identifier,
  title: label,
  named: naming.default('unstated'),
  measures: z.array(measure).default([]),
  source: sourceIds.default([]),
  note: label.optional(),
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
  aliases,
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
  note: label.optional(),
});

const announced = z.strictObject({
  strategic_tasks: plainNumber.optional(),
  key_tasks: plainNumber.optional(),
  measures: plainNumber.optional(),
});

type RawMeasure = z.output<typeof measure>;

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
    /** The paces at which a verdict changes, where they are not the usual ones. */
    bands: bands.optional(),
    compare: z.enum(goalComparisons).default('as_printed'),
    /** Publishers, highest first: where figures exclude each other, the one of the higher counts. */
    authorities: z.array(words).default([]),
    note: label.optional(),
    sources: z.record(identifier, source).default({}),
    /** What units are called beside their names: 个 for stations. */
    units: z.record(words, z.strictObject({ aliases })).default({}),
    indicators: z.record(identifier, indicator),
    assumptions: z.array(assumption).default([]),
    measures: z.array(measure).default([]),
    tasks: z.array(strategicTask).default([]),
  })
  .transform(({ $schema: _, plan, announced, compare, indicators, measures, tasks, ...rest }, ctx) => {
    if (rest.period.from > rest.period.to)
      addProblem(ctx, 'days-out-of-order', { first: rest.period.from, second: rest.period.to }, ['period', 'to']);
    const settle = (measures: readonly RawMeasure[]) =>
      measures.map(({ targets, ...rest }) => ({
        ...rest,
        targets: targets.map(target => settled(target, compare, entryOf(indicators, target.indicator))),
      }));
    return {
      id: plan,
      ...rest,
      indicators,
      measures: settle(measures),
      tasks: tasks.map(task => ({
        ...task,
        measures: settle(task.measures),
        tasks: task.tasks.map(key => ({ ...key, measures: settle(key.measures) })),
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
