import { isCalled, isIdentifier } from '../../model/identifier.ts';
import { isMapping } from '../../values/mapping.ts';
import { fail, type Outcome, ok } from '../../values/outcome.ts';

/*
 * Readers of data in which nothing is wrong: each gives what the schema of that data makes of it, and gives up where the
 * schema would refuse or where it is not sure. `plain-readers.ts` is written from the schemas in these terms.
 */

/** What a schema makes of data; undefined where the schema itself has to look. */
export type PlainReader<T = unknown> = (data: unknown) => T | undefined;

const never = () => undefined;

/** Texts remembered of one field; a column of numbers never repeats itself, and must not fill the memory. */
const MAX_TEXTS = 2000;
const MAX_LENGTH = 100;

/**
 * A field that is a text, read once for as long as that text is remembered. Rows that follow each other mostly say the
 * same: to compare with the latest text costs less than to look it up.
 */
export function text<T>(read: (text: string) => Outcome<T, unknown>): PlainReader<T> {
  const remembered = new Map<string, { readonly text: string; readonly value: T }>();
  let latest: { readonly text: string; readonly value: T } | undefined;
  return data => {
    if (typeof data !== 'string') return undefined;
    if (latest !== undefined && latest.text === data) return latest.value;
    const known = remembered.get(data);
    if (known !== undefined) {
      latest = known;
      return known.value;
    }
    const own = data.length > MAX_LENGTH ? data : ownCopy(data);
    const found = read(own);
    if (!found.ok) return undefined;
    if (own.length > MAX_LENGTH) return found.value;
    if (remembered.size >= MAX_TEXTS) remembered.clear();
    latest = { text: own, value: found.value };
    remembered.set(own, latest);
    return found.value;
  };
}

/** A text cut out of a file would keep the whole file in memory for as long as it is remembered. */
const ownCopy = (text: string): string => (text.length < SHORTEST_SLICE ? text : [...text].join(''));

/** V8 copies what is shorter. */
const SHORTEST_SLICE = 13;

const NOTHING = fail(undefined);

export function readWords(given: string): Outcome<string, unknown> {
  const own = given.trim();
  return own === '' ? NOTHING : ok(own);
}

export const readCalled = (given: string): Outcome<string, unknown> => (isCalled(given) ? ok(given) : NOTHING);

export const readIdentifier = (given: string): Outcome<string, unknown> => (isIdentifier(given) ? ok(given) : NOTHING);

export const oneOf =
  (...values: readonly string[]): PlainReader<string> =>
  data =>
    typeof data === 'string' ? values.find(value => value === data) : undefined;

export const flag: PlainReader<boolean> = data => (data === 'true' ? true : data === 'false' ? false : undefined);

/** Fields of which none has to be there, and no others. */
export function mapping(fields: Readonly<Record<string, PlainReader>>): PlainReader {
  const readers = new Map(Object.entries(fields));
  // Rows have the same keys in the same order: the reader of a key is most likely the one of its place in the row before.
  const keys: string[] = [];
  const inOrder: (PlainReader | undefined)[] = [];
  return data => {
    if (!isMapping(data)) return undefined;
    const result: Record<string, unknown> = {};
    let place = 0;
    for (const key in data) {
      if (keys[place] !== key) {
        keys[place] = key;
        inOrder[place] = readers.get(key);
      }
      const value = inOrder[place++]?.(data[key]);
      if (value === undefined) return undefined;
      result[key] = value;
    }
    return result;
  };
}

/** Of these fields each has to be there. */
export const withAll =
  (required: readonly string[], read: PlainReader): PlainReader =>
  data => {
    const result = read(data);
    return result !== undefined && required.every(key => Object.hasOwn(result as object, key)) ? result : undefined;
  };

/** Items under names of the data. */
export const record =
  (key: PlainReader, item: PlainReader): PlainReader =>
  data => {
    if (!isMapping(data)) return undefined;
    const result: Record<string, unknown> = {};
    for (const name of Object.keys(data)) {
      const value = key(name) === name ? item(data[name]) : undefined;
      if (value === undefined) return undefined;
      result[name] = value;
    }
    return result;
  };

export const list =
  (item: PlainReader): PlainReader =>
  data => {
    if (!Array.isArray(data)) return undefined;
    const result: unknown[] = [];
    for (const each of data) {
      const value = item(each);
      if (value === undefined) return undefined;
      result.push(value);
    }
    return result;
  };

export const oneOrMore = (item: PlainReader): PlainReader => {
  const items = list(item);
  return data => {
    if (Array.isArray(data)) return data.length > 0 ? items(data) : undefined;
    const value = item(data);
    return value === undefined ? undefined : [value];
  };
};

/** The first of some ways to read a text that takes it; what is no text is read in its own way. */
export const textOr = (texts: readonly PlainReader[], other: PlainReader = never): PlainReader => {
  const ofText = firstOf(...texts);
  return data => (typeof data === 'string' ? ofText(data) : other(data));
};

/** The first of some ways to read that takes the data. */
export const firstOf =
  (...readers: readonly PlainReader[]): PlainReader =>
  data => {
    for (const read of readers) {
      const value = read(data);
      if (value !== undefined) return value;
    }
    return undefined;
  };

/** What is made of data that was read. */
export const madeOf =
  <D, T>(read: PlainReader, make: (data: D) => Outcome<T, unknown>): PlainReader<T> =>
  data => {
    const value = read(data);
    const found = value === undefined ? undefined : make(value as D);
    return found?.ok ? found.value : undefined;
  };

/** A figure of which nothing but its number is said. */
export const underValue =
  <T>(read: PlainReader<T>): PlainReader<{ readonly value: T }> =>
  data => {
    const value = read(data);
    return value === undefined ? undefined : { value };
  };
