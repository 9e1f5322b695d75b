import * as z from 'zod';
import {
  addProblem,
  between,
  calledName,
  day,
  firstDay,
  flag,
  identifier,
  powerOfTen,
  printedNumber,
  quantity,
  widthNumber,
  words,
} from './fields.ts';

export const statuses = ['final', 'provisional', 'estimated', 'proposed', 'planned'] as const;

/**
 * How well the date described is known: the source states it, we inferred it, or the source gives none, and the date
 * of publication is the latest that it can be.
 */
export const datings = ['stated', 'inferred', 'at-latest'] as const;

const scope = z.union([z.literal('whole'), z.strictObject({ part: words })]);

/** What a report states once and each of its figures may state for itself. */
const shared = {
  as_of: day.optional(),
  dated: z.enum(datings).optional(),
  published: day.optional(),
  region: calledName.optional(),
  counts: identifier.optional(),
  scope: scope.optional(),
  status: z.enum(statuses).optional(),
  source: z.strictObject({ publisher: words.optional(), title: words.optional(), url: words.optional() }).optional(),
};

const figureFields = {
  ...shared,
  value: z.union([quantity, between]).optional(),
  unit: words.optional(),
  /** The number is times ten to this power: 3 for thousands, as statistics offices say it beside a unit. */
  power_of_ten: powerOfTen.optional(),
  flow: z.strictObject({ from: firstDay, to: day }).optional(),
  /** What a file keeps behind the number that it shows; workbooks say so themselves. */
  kept: printedNumber.optional(),
  rounded_to: widthNumber.optional(),
  tolerance: widthNumber.optional(),
  /** The number is exactly this, however it is written: 95% of which nothing was rounded away. */
  exact: flag.optional(),
  /** What the source claims in words, where it claims more or other than the number. */
  says: words.optional(),
  /** The other document's target that the claim is about. */
  against: words.optional(),
  /** Why a new series begins with this figure: nothing older is comparable with it. */
  new_series: words.optional(),
  /** Why the author of the report file holds that this figure must not be used. */
  unusable: words.optional(),
  note: words.optional(),
};

const figure = z.strictObject(figureFields);

/** A figure of `observations:`, which names what it is about. */
export const listedFigure = z.strictObject({
  ...figureFields,
  indicator: calledName.optional(),
  measure: calledName.optional(),
});

const asValue = <T extends z.ZodType>(number: T) => number.transform(value => ({ value }));

/** A number alone is a figure of which nothing else is said. */
const metric = z.union([asValue(quantity), figure, asValue(between)]);

export const reportSchema = z
  .strictObject({
    $schema: words.optional(),
    report: words.optional(),
    plan: identifier.optional(),
    ...shared,
    /** Says that the figures are made up, and for what; every output repeats it. */
    invented: words.optional(),
    note: words.optional(),
    metrics: z.record(calledName, metric).default({}),
    observations: z.array(listedFigure).default([]),
  })
  .superRefine(({ metrics, observations }, ctx) => {
    const isEmpty = Object.keys(metrics).length === 0 && observations.length === 0;
    if (isEmpty) addProblem(ctx, 'nothing-reported', {}, ['metrics']);
  });

/** What a report says above its figures. */
export type ReportHead = Omit<z.output<typeof reportSchema>, 'metrics' | 'observations'>;
export type RawFigure = z.output<typeof listedFigure>;
export type Status = (typeof statuses)[number];
export type Dating = (typeof datings)[number];
export type Scope = z.output<typeof scope>;
