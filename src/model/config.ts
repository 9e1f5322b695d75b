import * as z from 'zod';
import { keysOf } from '../values/keys.ts';
import { calledName, day, duration, field, flag, identifier, oneOrMore, wholeNumber, words } from './fields.ts';
import { thresholds } from './policy.ts';
import { readMargin, readSelector } from './policy-texts.ts';
import { undecidedReasons } from './reason.ts';
import { tablesSchema } from './table-mapping.ts';
import { goalComparisons, methodNames } from './target-choices.ts';

const threshold = z.enum(thresholds);

export const selector = field(readSelector).meta({ id: 'selector' });

export const margin = field(readMargin).meta({ id: 'margin' });

/** What a project writes down once instead of on every command line. Data only; flags and environment win over it. */
export const configSchema = z.strictObject({
  $schema: words.optional(),
  /** The plan; of a batch that judges each report by the plan that it names, all that are no shipped ones. */
  plan: oneOrMore(words).optional(),
  reports: oneOrMore(words).optional(),
  /** How tables that are not ours are read; or the file that says so. */
  tables: z.union([words, tablesSchema]).optional(),
  as_of: z.union([z.literal('today'), day]).optional(),
  known_by: z.union([z.literal('today'), day]).optional(),
  region: identifier.optional(),
  method: z.enum(methodNames).optional(),
  compare: z.enum(goalComparisons).optional(),
  readings: z.record(calledName, identifier).optional(),
  derived: flag.optional(),
  format: oneOrMore(words).optional(),
  lang: z.enum(['en', 'zh']).optional(),
  fail_on: oneOrMore(threshold).optional(),
  rules: z.array(z.strictObject({ where: selector, fail_on: oneOrMore(threshold) })).optional(),
  margin: margin.optional(),
  max_warnings: wholeNumber.optional(),
  allow_undecided: z.union([z.literal('all'), z.array(z.enum(keysOf(undecidedReasons)))]).optional(),
  require: oneOrMore(identifier).optional(),
  only: oneOrMore(selector).optional(),
  skip: oneOrMore(selector).optional(),
  max_age: duration.optional(),
  waivers: words.optional(),
  since: words.optional(),
});

export type Config = z.output<typeof configSchema>;
