import * as z from 'zod';
import { folded } from '../values/fold.ts';
import { addProblem, firstDay, oneOrMore, wholeNumber, words } from './fields.ts';
import { figureColumns } from './figure-columns.ts';
import { headingFields, isPatternKey, parseHeadingKey } from './heading-key.ts';
import { DELETES, FLAG, IGNORE } from './mapping-signs.ts';
import { OPEN } from './proposal.ts';

/** The mappings that ship; each is a file of `presets/`. */
export const presetNames = ['sdmx-csv', 'eurostat-tsv', 'open-sdg', 'world-bank'] as const;
export type PresetName = (typeof presetNames)[number];

/** What may stand before decimals. */
export const decimalSigns = ['comma', 'point'] as const;

/** What may be said of a figure beside its number. */
export const saidFields = figureColumns.filter(name => !['value', 'kept', 'plan'].includes(name));

const ofEach = <T extends z.ZodType>(fields: readonly string[], schema: T) =>
  z.strictObject(
    Object.fromEntries(fields.map(field => [field, schema.optional()])) as Record<string, z.ZodOptional<T>>,
  );

/** A text that a proposal did not leave open. */
const filled = <S extends z.ZodString>(schema: S) =>
  schema.superRefine((text, ctx) => {
    if (text.trim() === OPEN) addProblem(ctx, 'still-open', { allowed: [] });
  });

/** Two keys that are one word, but for the width of letters and blanks, would have the last one win. */
const noTwins = (given: Readonly<Record<string, unknown>>, ctx: z.core.$RefinementCtx): void => {
  const seen = new Set<string>();
  for (const key of Object.keys(given)) {
    if (seen.has(folded(key))) addProblem(ctx, 'duplicate-key', {}, [key]);
    seen.add(folded(key));
  }
};

const row = wholeNumber.transform((value, ctx): number => {
  if (value > 0) return value;
  addProblem(ctx, 'wrong-type', { expected: 'the number of a row', found: String(value) });
  return z.NEVER;
});

const columns = z.record(words, z.enum([FLAG, IGNORE, ...figureColumns])).superRefine((given, ctx) => {
  noTwins(given, ctx);
  for (const [key, target] of Object.entries(given)) {
    const { unknown } = parseHeadingKey(key);
    if (unknown !== undefined)
      addProblem(ctx, 'unknown-value', { text: unknown, allowed: headingFields, near: undefined }, [key]);
    else if (isPatternKey(key) && target !== 'value' && target !== IGNORE)
      addProblem(ctx, 'unknown-value', { text: target, allowed: ['value', IGNORE], near: undefined }, [key]);
  }
});

/** What a sign beside a number, or in a column of its own, says of the figure. */
const flagMeaning = z.union([z.enum(['missing', IGNORE, DELETES]), ofEach(saidFields, words)]);

/** How a table that is not ours is read. Nothing of it is guessed: what the mapping does not say is a problem. */
export const tableMapping = z.strictObject({
  /** Which files; without it, all that are tables. */
  files: oneOrMore(words).optional(),
  /** Which sheet of a workbook; without it, the first one that is shown. */
  sheet: words.optional(),
  /** A mapping that ships; what stands beside it is added, and wins. */
  preset: z.enum(presetNames).optional(),
  /** What parts the cells of a text, where its headings do not show it. */
  delimiter: z.enum(['comma', 'semicolon', 'tab']).optional(),
  /** What stands before the decimals of a text's numbers, where its cells do not show it. */
  decimal: z.enum(decimalSigns).optional(),
  /** The row that names the columns, or several, counted from 1. */
  header: oneOrMore(row).optional(),
  /** What the first row begins with that is no figure; `*` stands for any letters. */
  ends: oneOrMore(words).optional(),
  /** The first column holds several, parted by this sign; what follows a backslash in its heading names the others. */
  packed: words.optional(),
  /** Headings as they stand in the file, with fields in braces where they are read from them. */
  columns: columns.optional(),
  /** Their word for ours, by the field that it stands in; `ignore` leaves out what is called so. */
  names: ofEach(saidFields, z.record(words, filled(z.string())).superRefine(noTwins)).optional(),
  /** What stands in a cell of which nothing is reported. */
  missing: oneOrMore(words).optional(),
  /** By the sign, or by `heading=sign` where a column has signs of its own. */
  flags: z.record(words, flagMeaning).superRefine(noTwins).optional(),
  /** Figures of indicators, measures and regions that the plan does not have are left out. */
  others: z.literal(IGNORE).optional(),
  /** What holds for every figure that does not say it itself; or for those of an indicator. */
  fixed: ofEach(saidFields, z.union([filled(words), z.record(words, filled(words))])).optional(),
  /** What a month, a quarter or a year says of what is counted over a time: that time alone, or all from New Year on. */
  periods: z.enum(['each', 'cumulative']).optional(),
  /** From this day on figures are planned, not reported. */
  forecast_from: firstDay.optional(),
});

export const tablesSchema = z.array(tableMapping);

export const tablesFile = z.strictObject({ $schema: words.optional(), tables: tablesSchema });

/** A mapping as it is applied, what its preset says within it. */
export interface TableMapping extends Omit<GivenMapping, 'preset'> {
  /** Headings that it names itself, and that should be there. */
  readonly expected?: readonly string[];
}

export type GivenMapping = z.output<typeof tableMapping>;
