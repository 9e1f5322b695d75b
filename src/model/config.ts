import * as z from 'zod';
import { addProblem, day, duration, flag, identifier, oneOrMore, wholeNumber, words } from './fields.ts';
import { type GateMargin, type Selector, type SelectorKey, selectorKeys, thresholds } from './policy.ts';
import { undecidedReasons } from './reason.ts';
import { keysOf } from './shape.ts';
import { tablesSchema } from './table-mapping.ts';
import { goalComparisons, methodNames } from './target.ts';

const threshold = z.enum(thresholds);

/** `task=information-infrastructure`, or an id alone. */
const selector = z
  .string()
  .transform((text, ctx): Selector => {
    const parsed = parseSelector(text);
    if (parsed) return parsed;
    addProblem(ctx, 'unknown-value', { text, allowed: selectorKeys.map(key => `${key}=…`), near: undefined });
    return z.NEVER;
  })
  .meta({ description: 'an id, or task=…, measure=…, target=…, indicator=…, region=…, commitment=…' });

function parseSelector(text: string): Selector | undefined {
  const [first = '', ...rest] = text.split('=');
  if (rest.length === 0) return first === '' ? undefined : { key: null, value: first };
  const value = rest.join('=');
  return (selectorKeys as readonly string[]).includes(first) && value !== ''
    ? { key: first as SelectorKey, value }
    : undefined;
}

/** `2%` of the goal, or `500` in its unit. */
const margin = z
  .string()
  .transform((text, ctx): GateMargin => {
    const parsed = parseMargin(text);
    if (parsed) return parsed;
    addProblem(ctx, 'bad-quantity', { text, hint: 'not-a-number' });
    return z.NEVER;
  })
  .meta({ id: 'margin', description: '2% of the goal, or 500 in its unit' });

function parseMargin(text: string): GateMargin | undefined {
  const match = /^(\d+(?:\.\d+)?) ?(%?)$/.exec(text.trim());
  return match ? { value: Number(match[1]), isPercent: match[2] === '%' } : undefined;
}

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
  readings: z.record(identifier, identifier).optional(),
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
