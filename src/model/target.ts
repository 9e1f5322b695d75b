import * as z from 'zod';
import type { Day } from '../values/day.ts';
import {
  addProblem,
  certainty,
  day,
  identifier,
  label,
  percentage,
  printedNumber,
  quantity,
  sourceIds,
  words,
} from './fields.ts';
import { comparators, type Goal, shareOf } from './goal.ts';
import { goalKeys, goalOf, signOf } from './goal-schema.ts';
import { type Over, over } from './over.ts';
import { commitments, goalComparisons, methodNames, relations } from './target-choices.ts';

export const counts = z.record(identifier, z.enum(relations));

const baseline = z
  .strictObject({
    value: quantity,
    as_of: day,
    counts: identifier.optional(),
    source: z.union([identifier.transform(id => [id]), sourceIds]).default([]),
    note: label.optional(),
  })
  .transform(({ as_of, ...rest }) => ({ ...rest, asOf: as_of }));

const path = z.array(
  z
    .strictObject({ by: day, value: printedNumber })
    .transform(({ by, value: { value, step } }) => ({ by, value, step })),
);

/** What a reading may put in the place of the target's own. */
const readingFields = {
  ...goalKeys,
  over: over.optional(),
  by: day.optional(),
  baseline: baseline.optional(),
  path: path.optional(),
  counts: counts.optional(),
  title: label.optional(),
  note: label.optional(),
};

const reading = z.strictObject(readingFields);

type ReadingFields = z.output<typeof reading>;

const statesGoal = (fields: object): boolean => comparators.some(comparator => comparator in fields);

const withoutGoal = (fields: ReadingFields): ReadingFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in goalKeys))) as ReadingFields;

/** The goal's number says whether a change is meant in per cent. */
const overOf = (fields: ReadingFields): Over | undefined =>
  fields.over && { ...fields.over, isPercent: signOf(fields) === '%' };

function readingOf(name: string | null, by: Day, fields: ReadingFields, ctx: z.core.$RefinementCtx) {
  const goal = goalOf(fields, ctx);
  const { baseline, path = [], counts, title, note } = fields;
  const frame = {
    name,
    title: name === null ? undefined : title,
    by,
    baseline,
    path,
    counts,
    over: overOf(fields),
    note,
  };
  return goal && { ...frame, goal };
}

/** The day of a target is the end of its span, unless it is a day by itself. */
const dayOf = ({ by, over }: Pick<ReadingFields, 'by' | 'over'>): Day | undefined => by ?? over?.to;

/** A region's own goal of a target, or its share of the goal of the whole; its start and its path are its own. */
const regional = z
  .strictObject({
    ...goalKeys,
    share: percentage.optional(),
    over: over.optional(),
    by: day.optional(),
    baseline: baseline.optional(),
    path: path.default([]),
    counts: counts.optional(),
    source: sourceIds.optional(),
    wording: words.optional(),
    note: label.optional(),
  })
  .transform((fields, ctx) => {
    const { share = null, by = fields.over?.to, baseline, path, counts, source, wording, note } = fields;
    const stated = comparators.filter(comparator => comparator in fields);
    if (share !== null && stated.length > 0) {
      addProblem(ctx, 'several-comparators', { given: ['share', ...stated] }, ['share']);
      return z.NEVER;
    }
    const goal = share === null ? goalOf(fields, ctx, ['share']) : null;
    const own = { over: overOf(fields), isPercent: signOf(fields) === '%' };
    const rest = { by, baseline, path, counts, ...own, source, wording, note };
    return goal === undefined ? z.NEVER : { share, goal, ...rest };
  });

type RegionalFields = z.output<typeof regional>;

/** The way in which a target can be understood, apart from its goal. */
type ReadingFrame = Omit<NonNullable<ReturnType<typeof readingOf>>, 'goal'> & { readonly goal: Goal | null };

function regionalReadings(given: RegionalFields, frames: readonly ReadingFrame[]) {
  const readings = frames.flatMap(frame => {
    const goal = given.share === null ? given.goal : frame.goal && shareOf(frame.goal, given.share);
    const { by = frame.by, baseline, path, counts = frame.counts } = given;
    const inherited = frame.over && given.share === null ? { ...frame.over, isPercent: given.isPercent } : frame.over;
    const over = given.over ?? inherited;
    return goal ? [{ ...frame, goal, by, baseline, path, counts, over }] : [];
  });
  const [first] = readings;
  const meaning = ({ goal, by, counts, over }: ReadingFrame) => JSON.stringify([goal, by, counts, over]);
  const isOne = first && readings.every(reading => meaning(reading) === meaning(first));
  return isOne ? [{ ...first, name: null, title: undefined }] : readings;
}

const regionsOf = (regions: Readonly<Record<string, RegionalFields>>, frames: readonly ReadingFrame[]) =>
  Object.fromEntries(
    Object.entries(regions).map(([id, given]) => {
      const { share, source, wording, note } = given;
      return [id, { share, readings: regionalReadings(given, frames), source, wording, note }];
    }),
  );

const frameOf = (name: string | null, by: Day, whole: ReadingFields, given: ReadingFields): ReadingFrame => ({
  name,
  title: given.title,
  goal: null,
  by: dayOf(given) ?? by,
  baseline: undefined,
  path: [],
  counts: given.counts ?? whole.counts,
  over: overOf({ over: given.over ?? whole.over }),
  note: given.note,
});

/** Neither the target nor a reading of it says anything that only a goal of the whole could use. */
const statesNothing = (
  fields: ReadingFields & { readonly readings: Readonly<Record<string, ReadingFields>> },
): boolean =>
  [fields, ...Object.values(fields.readings)].every(each => !statesGoal(each) && !each.baseline && !each.path);

export const target = z
  .strictObject({
    ...readingFields,
    /** Where else the target holds: in each region as it is written, or in those named with a goal of their own. */
    regions: z.union([z.literal('each'), z.record(identifier, regional)]).default({}),
    id: identifier,
    indicator: identifier,
    commitment: z.enum(commitments).default('unstated'),
    readings: z.record(identifier, reading).default({}),
    method: z.enum(methodNames).optional(),
    compare: z.enum(goalComparisons).optional(),
    certainty: certainty.default('unstated'),
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
    const by = dayOf(fields);
    if (by === undefined) {
      addProblem(ctx, 'missing-key', { key: 'by' });
      return z.NEVER;
    }
    const isOnlyRegional = fields.regions !== 'each' && Object.keys(fields.regions).length > 0 && statesNothing(fields);
    const own = isOnlyRegional ? null : readingOf(null, by, fields, ctx);
    const named = Object.entries(fields.readings).map(([name, given]) =>
      isOnlyRegional
        ? frameOf(name, by, fields, given)
        : readingOf(name, dayOf(given) ?? by, { ...(statesGoal(given) ? withoutGoal(fields) : fields), ...given }, ctx),
    );
    if (own === undefined || named.includes(undefined)) return z.NEVER;
    const frames: ReadingFrame[] = named.filter(frame => frame !== undefined);
    if (frames.length === 0) frames.push(own ?? frameOf(null, by, fields, {}));
    return {
      id: fields.id,
      title: fields.title,
      indicator: fields.indicator,
      /** Null where only regions have a goal. */
      goal: own?.goal ?? null,
      by,
      /** Each way in which the target can be understood; without declared readings its own fields are the only one. */
      readings: frames.filter((frame): frame is ReadingFrame & { goal: Goal } => frame.goal !== null),
      regions: fields.regions === 'each' ? ('each' as const) : regionsOf(fields.regions, frames),
      /** Per cent of the goal of the whole that this goal is; null where it is none. */
      share: null as number | null,
      commitment: fields.commitment,
      certainty: fields.certainty,
      method: fields.method,
      compare: fields.compare,
      wording: fields.wording,
      inForce: fields.in_force,
      supersedes: fields.supersedes,
      source: fields.source,
      note: fields.note,
    };
  });
