import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import { meanings } from './meaning.ts';

const day = z.iso.date();
const saying = {
  said: z.strictObject({ en: z.string(), zh: z.string().optional() }),
  by: z.string(),
  said_on: day,
  /** What was public by then is judged by; the day of the statement, unless its table was published later. */
  known_by: day.optional(),
  /** The day that the statement is about; without one, the day of the statement. */
  as_of: day.optional(),
  note: z.string().optional(),
};

const about = z.strictObject({
  ...saying,
  means: z.enum(Object.keys(meanings) as [keyof typeof meanings]),
  targets: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  /** By target, why a verdict of ours is contrary: written by hand. */
  because: z.record(z.string(), z.string()).default({}),
});

/** What was said of no target of the plan, and why it is no verdict on one. */
const aside = z.strictObject({ ...saying, aside: z.string() });

const file = z.strictObject({ plan: z.string(), statements: z.array(z.union([about, aside])).min(1) });

export type Statement = z.output<typeof about>;
export type Aside = z.output<typeof aside>;
export interface Statements {
  readonly plan: string;
  readonly about: readonly Statement[];
  readonly aside: readonly Aside[];
}

/** The failsafe schema keeps a day as the text that stands there. */
export async function readStatements(path: string): Promise<Statements> {
  const { plan, statements } = file.parse(parse(await readFile(path, 'utf8'), { schema: 'failsafe' }));
  return {
    plan,
    about: statements.filter(each => 'means' in each),
    aside: statements.filter(each => 'aside' in each),
  };
}
