import * as z from 'zod';
import type { Formula } from '../values/formula.ts';

import {
  addProblem,
  aliases,
  day,
  deviation,
  duration,
  flag,
  formula,
  type Label,
  label,
  plainNumber,
  sourceIds,
  widthNumber,
} from './fields.ts';

import { type IndicatorKind, indicatorKinds, neverAddsUp, rateUnits } from './kind.ts';
import { counts } from './target.ts';

/** A figure older than this no longer answers for today, unless the plan says otherwise. */
const FRESH_FOR_MONTHS = 12;

/** What an indicator is made of, whatever was reported of it. */
export interface IdentityFormula extends Formula {
  /** By how much it may be off, as a part of what the formula gives: 0 if it holds exactly. */
  readonly within: number;
}

/** How the indicator follows from others: `per-10000 * population / 10000`; where that holds only roughly, within how much. */
const identity = z.union([
  formula.transform((is): IdentityFormula => ({ ...is, within: 0 })),
  z
    .strictObject({ is: formula, within: deviation })
    .transform(({ is, within }): IdentityFormula => ({ ...is, within })),
]);

export const indicator = z
  .strictObject({
    title: label,
    aliases,
    /** The English word, or the only one, is its id. */
    unit: label,
    kind: z.enum(indicatorKinds),
    /** It is counted one by one: there is no half of it. */
    whole: flag.default(false),
    /** The span of a flow: what is added in one of these; a figure of another span is not comparable. */
    per: z.enum(['year', 'half-year', 'quarter', 'month']).default('year'),
    /** Of a rate of change: a positive figure of what is printed as a cut is a fall. */
    sense: z.enum(['rise', 'fall']).optional(),
    /** Of a flow: it can be below zero, as net exports can. */
    signed: flag.optional(),
    monotone: flag.default(false),
    additive: flag.optional(),
    counts: counts.default({}),
    plausible: z.strictObject({ min: plainNumber.optional(), max: plainNumber.optional() }).default({}),
    /** A change smaller than this is none, for goals that name only a direction: a number, or so much a year. */
    change_interval: z.union([widthNumber, z.strictObject({ per_year: widthNumber })]).default(0),
    fresh_for: duration.default(FRESH_FOR_MONTHS),
    /** Days on which a new series begins; nothing is compared across them. */
    breaks: z.array(z.strictObject({ on: day, note: label.optional() })).default([]),
    identity: identity.optional(),
    source: sourceIds.default([]),
    note: label.optional(),
  })
  .superRefine((fields, ctx) => {
    for (const what of wrongFor(fields)) addProblem(ctx, 'wrong-kind', { what, kind: fields.kind }, [what]);
    const { min, max } = fields.plausible;
    if (min !== undefined && max !== undefined && min > max)
      addProblem(ctx, 'reversed-range', { min, max }, ['plausible']);
  })
  // Field by field: V8 gives what a rest and a spread make of each indicator a shape of its own, which slows all judging.
  .transform(
    ({
      title,
      aliases,
      unit,
      kind,
      whole,
      per,
      sense,
      signed,
      monotone,
      additive,
      counts,
      plausible,
      breaks,
      ...last
    }) => ({
      title,
      aliases,
      unit: unit.en,
      unitTitle: unit,
      kind,
      whole,
      per,
      sense: sense ?? 'rise',
      signed: signed ?? false,
      monotone,
      counts,
      plausible,
      breaks,
      identity: last.identity,
      source: last.source,
      note: last.note,
      additive: additive ?? (kind === 'stock' || kind === 'flow'),
      changeInterval: typeof last.change_interval === 'number' ? last.change_interval : 0,
      changePerYear: typeof last.change_interval === 'number' ? 0 : last.change_interval.per_year,
      freshForMonths: last.fresh_for,
    }),
  );

interface OfKind {
  readonly kind: IndicatorKind;
  readonly unit: Label;
  readonly sense?: 'rise' | 'fall' | undefined;
  readonly signed?: boolean | undefined;
  readonly additive?: boolean | undefined;
}

/** What is said of an indicator that nothing of its kind can be. */
const wrongFor = ({ kind, unit, sense, signed, additive }: OfKind): ('additive' | 'sense' | 'signed' | 'unit')[] => [
  ...(additive && neverAddsUp(kind) ? (['additive'] as const) : []),
  ...(sense !== undefined && kind !== 'growth' ? (['sense'] as const) : []),
  ...(signed !== undefined && kind !== 'flow' ? (['signed'] as const) : []),
  ...(kind === 'growth' && !Object.hasOwn(rateUnits, unit.en) ? (['unit'] as const) : []),
];
