import type * as z from 'zod';
import { analysisKeys } from './analysis.ts';
import { argumentKeys } from './arguments.ts';
import { reportKeys } from './figure.ts';
import { notations } from './notations.ts';
import { planKeys } from './plan.ts';
import { configKeys, tableKeys, waiverKeys } from './settings.ts';
import { batchKeys, sinceKeys } from './shared-results.ts';
import type { KeyCatalogue, KeyWords } from './words.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/*
 * An editor shows the one `description` that a key has, and chooses no language. So it has both, a line each, in one file: two
 * files would be twice as much to ship, and each modeline would have to know its reader.
 */

const catalogues = {
  analysis: { ...analysisKeys, ...argumentKeys },
  'batch-index': batchKeys,
  config: configKeys,
  plan: planKeys,
  report: reportKeys,
  since: sinceKeys,
  tables: tableKeys,
  waivers: waiverKeys,
} satisfies Readonly<Record<string, KeyCatalogue>>;

export type SchemaId = keyof typeof catalogues;
export const schemaIds = Object.keys(catalogues) as SchemaId[];

/** Gives every key of a schema its description; a key without one, and words that no key has, are mistakes of ours. */
export function described(id: SchemaId, schema: JsonSchema): JsonSchema {
  const [used, lacking] = [new Set<string>(), new Set<string>()];
  const done = describedAt(schema, '', { catalogue: catalogues[id], defs: schema.$defs ?? {}, used, lacking });
  const unused = Object.keys(catalogues[id]).filter(key => !used.has(key));
  if (lacking.size > 0)
    throw new Error(`${id}: keys without words in scripts/schema-words: ${[...lacking].join(', ')}`);
  if (unused.length > 0) throw new Error(`${id}: words of no key in scripts/schema-words: ${unused.join(', ')}`);
  return done;
}

interface Describing {
  readonly catalogue: KeyCatalogue;
  readonly defs: Readonly<Record<string, JsonSchema>>;
  readonly used: Set<string>;
  readonly lacking: Set<string>;
}

type Json = Readonly<Record<string, unknown>>;

function describedAt<T>(node: T, at: string, describing: Describing): T {
  if (Array.isArray(node)) return node.map(item => describedAt(item, at, describing)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.entries(node).map(([key, part]) => {
    if (key === 'properties')
      return [key, ofKeys(part as Json, name => `${at === '' ? '/' : `${at}.`}${name}`, describing)];
    if (key === '$defs') return [key, inEach(part as Json, name => `/${name}`, describing)];
    if (key === 'additionalProperties' && typeof part === 'object')
      return [key, ofChosenKey(part, `${at}.*`, describing)];
    return [key, describedAt(part, at, describing)];
  });
  return Object.fromEntries(parts);
}

type PathOf = (key: string) => string;

const inEach = (schemas: Json, pathOf: PathOf, describing: Describing): Json =>
  Object.fromEntries(Object.entries(schemas).map(([key, each]) => [key, describedAt(each, pathOf(key), describing)]));

const ofKeys = (keys: Json, pathOf: PathOf, describing: Describing): Json =>
  Object.fromEntries(
    Object.entries(inEach(keys, pathOf, describing)).map(([key, schema]) => {
      const words = wordsOf(pathOf(key), describing);
      if (!words) describing.lacking.add(pathOf(key));
      return [key, withWords(schema as JsonSchema, words, describing)];
    }),
  );

/** A key that the writer chooses has words where it is worth them. */
const ofChosenKey = (schema: JsonSchema, path: string, describing: Describing): JsonSchema =>
  withWords(describedAt(schema, path, describing), wordsOf(path, describing), describing);

const withWords = (schema: JsonSchema, words: KeyWords | undefined, { defs }: Describing): JsonSchema =>
  words ? { ...schema, description: bothLines(words, notationOf(schema, defs)) } : schema;

/** The words of the longest name that the way to a key ends in. */
function wordsOf(path: string, { catalogue, used }: Describing): KeyWords | undefined {
  const names = path.slice(1).split('.');
  const suffixes = names.map((_, index) => names.slice(index).join('.'));
  const known = [path, ...suffixes].find(name => Object.hasOwn(catalogue, name));
  if (known !== undefined) used.add(known);
  return known === undefined ? undefined : catalogue[known];
}

/** How its value is written, where that is one of our notations. */
function notationOf(schema: JsonSchema, defs: Describing['defs']): KeyWords | undefined {
  const own = [schema, ...(schema.anyOf ?? [])].flatMap(({ $ref }) => ($ref === undefined ? [] : [$ref]));
  const id = own.map(ref => ref.replace(/^#\/\$defs\//, '')).find(each => Object.hasOwn(notations, each));
  return id === undefined || !Object.hasOwn(defs, id) ? undefined : notations[id];
}

export const bothLines = ([en, zh]: KeyWords, notation?: KeyWords): string =>
  notation ? `${en}. ${notation[0]}\n${zh}。${notation[1]}` : `${en}\n${zh}`;
