import * as z from 'zod';
import { parseDay } from '../values/day-notation.ts';
import type { ArgKind, ArgsIn, CatalogueEntry, Fact } from '../values/fact.ts';
import { groupBy } from '../values/group.ts';

/* The pieces of the files that the program writes: an absent value is null, a number is never a text. */

export const oneOf = <T extends string>(values: readonly T[]) => z.enum(values as readonly [T, ...T[]]);
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();
export const dayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(text => parseDay(text).ok, 'no day of the calendar');
export const number = z.number();
export const int = number.int();
export const label = z.strictObject({ en: z.string(), zh: z.string() });

const kinds: Readonly<Record<Exclude<ArgKind, readonly string[]>, z.ZodType>> = {
  text: z.string(),
  'text?': z.string().optional(),
  names: z.array(z.string()),
  'names?': z.array(z.string()).optional(),
  label,
  number,
  'number or null': maybe(number),
  'number or text': z.union([number, z.string()]),
};

/** Any fact of a catalogue with exactly its arguments, and what else stands beside each. */
export function factIn<C extends Readonly<Record<string, CatalogueEntry>>, M extends z.ZodRawShape>(
  catalogue: C,
  more = {} as M,
) {
  const shapeOf = (kind: ArgKind) => (typeof kind === 'string' ? kinds[kind] : z.enum(kind));
  const alike = groupBy(Object.entries(catalogue), ([, { args }]) => JSON.stringify(args));
  const facts = [...alike.values()].map(entries => {
    const args = Object.entries(entries[0]?.[1].args ?? {}).map(([name, kind]) => [name, shapeOf(kind)]);
    const code = oneOf(entries.map(([each]) => each));
    return z.strictObject({ code, args: z.strictObject(Object.fromEntries(args)), ...more });
  });
  const schema: unknown = z.discriminatedUnion('code', facts as unknown as [(typeof facts)[number]]);
  return schema as z.ZodType<Fact<ArgsIn<C>> & z.output<z.ZodObject<M>>>;
}
