/*
 * A JSON Schema in which what stands in several places stands once, under `$defs`, by the name of the field where it was
 * first found: half the size, and an editor that shows a part by its name.
 */

export type Json = Readonly<Record<string, unknown>>;

/** Shorter parts are easier to read where they are. */
const LEAST = 80;

/** Where schemas stand in a schema; any other object in it is data, such as what an example holds. */
const LISTS: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const MAPS: ReadonlySet<string> = new Set(['properties', '$defs']);
const PARTS: ReadonlySet<string> = new Set(['items', 'additionalProperties']);

const isSchema = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a field is; what is said of it stays with the field. */
const withoutWords = ({ description: _, ...rest }: Json): Json => rest;

const textOf = (part: Json): string => JSON.stringify(withoutWords(part));

/** The schema with each part right below it changed; a part is called by its field, or else as what holds it. */
function withParts(schema: Json, name: string, change: (part: Json, name: string) => unknown): Json {
  const part = (value: unknown, own: string) => (isSchema(value) ? change(value, own) : value);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (LISTS.has(key) && Array.isArray(value)) return [key, value.map(each => part(each, name))];
      if (PARTS.has(key)) return [key, part(value, name)];
      if (!MAPS.has(key) || !isSchema(value)) return [key, value];
      return [key, Object.fromEntries(Object.entries(value).map(([own, each]) => [own, part(each, own)]))];
    }),
  );
}

/** What stands in more than one place, without what is repeated only as a part of something that is. */
function repeatedIn(schema: Json): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const look = (part: Json, name: string): Json => {
    const text = textOf(part);
    if (seen.has(text)) repeated.add(text);
    else {
      seen.add(text);
      withParts(part, name, look);
    }
    return part;
  };
  withParts(schema, '', look);
  return repeated;
}

export function withSharedParts(schema: Json): Json {
  const repeated = repeatedIn(schema);
  const own = isSchema(schema['$defs']) ? schema['$defs'] : {};
  const names = new Map(Object.entries(own).flatMap(([name, part]) => (isSchema(part) ? [[textOf(part), name]] : [])));
  const shared: Record<string, unknown> = {};
  const nameFor = (wanted: string): string =>
    [wanted, ...Array.from({ length: repeated.size }, (_, at) => `${wanted}${at + 2}`)].find(
      name => !(name in own) && !(name in shared),
    ) ?? wanted;
  const change = (part: Json, name: string): Json => {
    const text = textOf(part);
    if (!repeated.has(text) || text.length < LEAST) return withParts(part, name, change);
    const known = names.get(text);
    const given = known ?? nameFor(name);
    if (known === undefined) {
      names.set(text, given);
      shared[given] = null; // so that what it holds takes no name that it has
      shared[given] = withParts(withoutWords(part), name, change);
    }
    const { description } = part;
    return { $ref: `#/$defs/${given}`, ...(description !== undefined && { description }) };
  };
  const defs = Object.fromEntries(
    Object.entries(own).map(([name, part]) => [name, isSchema(part) ? withParts(part, name, change) : part]),
  );
  const { $defs: _, ...rest } = schema;
  const whole = withParts(rest, 'part', change);
  const all = { ...defs, ...shared };
  return Object.keys(all).length === 0 ? whole : { ...whole, $defs: all };
}
