import * as z from 'zod';

/* The pieces of the files that the program writes: an absent value is null, a number is never a text. */

export const keysOf = <T extends object>(catalogue: T) =>
  Object.keys(catalogue) as [keyof T & string, ...(keyof T & string)[]];
export const oneOf = <T extends string>(values: readonly T[]) => z.enum(values as readonly [T, ...T[]]);
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();
export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const number = z.number();
export const int = number.int();
export const label = z.strictObject({ en: z.string(), zh: z.string() });
