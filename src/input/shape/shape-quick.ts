import * as z from 'zod';
import { isMapping } from '../../values/mapping.ts';

/** What a schema makes of data; undefined where the schema itself has to look. */
type Quick = (data: unknown) => unknown;

/**
 * Reads data as its schema does, and gives up where the schema would refuse, or where it is not sure. Mappings and lists
 * are walked here; every text is read by the schema of its field, once for as long as that text is remembered.
 */
export function quickly<S extends z.ZodType>(schema: S): (data: unknown) => z.output<S> | undefined {
  return quick(schema) as (data: unknown) => z.output<S> | undefined;
}

const hasChecks = (schema: z.ZodType): boolean => (schema.def.checks ?? []).length > 0;

const never = () => undefined;

function quick(schema: z.ZodType): Quick {
  if (takesText(schema)) return ofText(schema);
  if (hasChecks(schema)) return never;
  if (schema instanceof z.ZodOptional) return quick(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return ofList(schema);
  if (schema instanceof z.ZodObject) return ofObject(schema);
  if (schema instanceof z.ZodRecord) return ofRecord(schema);
  if (schema instanceof z.ZodUnion) return ofUnion(schema);
  return never;
}

/** Whether a schema refuses all but texts. */
function takesText(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodPipe) return takesText(schema.in as z.ZodType);
  if (schema instanceof z.ZodLiteral) return [...schema.values].every(value => typeof value === 'string');
  return schema instanceof z.ZodString || schema instanceof z.ZodEnum;
}

/** Texts remembered of one field; a column of numbers never repeats itself, and must not fill the memory. */
const MAX_TEXTS = 2000;
const MAX_LENGTH = 100;

function ofText(schema: z.ZodType): Quick {
  const remembered = new Map<string, unknown>();
  return data => {
    if (typeof data !== 'string') return undefined;
    const cached = remembered.get(data);
    if (cached !== undefined) return cached;
    if (data.length > MAX_LENGTH) return schema.safeParse(data).data;
    const text = ownCopy(data);
    const read = schema.safeParse(text).data;
    if (remembered.size >= MAX_TEXTS) remembered.clear();
    if (read !== undefined) remembered.set(text, read);
    return read;
  };
}

/** A text cut out of a file would keep the whole file in memory for as long as it is remembered. */
const ownCopy = (text: string): string => (text.length < SHORTEST_SLICE ? text : [...text].join(''));

/** V8 copies what is shorter. */
const SHORTEST_SLICE = 13;

function ofObject(schema: z.ZodObject): Quick {
  if (!(schema.def.catchall instanceof z.ZodNever)) return never;
  const fields = new Map(Object.entries(schema.shape).map(([key, field]) => [key, quick(field as z.ZodType)]));
  const required = Object.keys(schema.shape).filter(key => !(schema.shape[key] instanceof z.ZodOptional));
  return data => {
    if (!isMapping(data)) return undefined;
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(data)) {
      const value = fields.get(key)?.(data[key]);
      if (value === undefined) return undefined;
      result[key] = value;
    }
    return required.every(key => Object.hasOwn(result, key)) ? result : undefined;
  };
}

function ofRecord(schema: z.ZodRecord): Quick {
  const key = quick(schema.keyType as z.ZodType);
  const item = quick(schema.valueType as z.ZodType);
  return data => {
    if (!isMapping(data)) return undefined;
    const result: Record<string, unknown> = {};
    for (const name of Object.keys(data)) {
      const value = key(name) === name ? item(data[name]) : undefined;
      if (value === undefined) return undefined;
      result[name] = value;
    }
    return result;
  };
}

function ofList(schema: z.ZodArray): Quick {
  const item = quick(schema.element as z.ZodType);
  return data => {
    if (!Array.isArray(data)) return undefined;
    const result: unknown[] = [];
    for (const each of data) {
      const value = item(each);
      if (value === undefined) return undefined;
      result.push(value);
    }
    return result;
  };
}

/** A text and a mapping: which of the two is meant shows before either is read. */
function ofUnion(schema: z.ZodUnion): Quick {
  const options = schema.options as readonly z.ZodType[];
  const [other, ...more] = options.filter(option => !takesText(option));
  if (!(other instanceof z.ZodObject) || more.length > 0) return never;
  const text = ofText(schema);
  const mapping = quick(other);
  return data => (typeof data === 'string' ? text(data) : mapping(data));
}
