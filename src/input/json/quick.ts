import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, DOUBLE_QUOTE, OPEN_LIST, OPEN_MAP, SPACE } from '../document/chars.ts';

/*
 * The JSON that records are mostly written in: mappings on one line, without escapes. Every function takes the offset at
 * which to read, and returns undefined where the full parser has to read.
 */

/** Data, and the offset behind it. */
interface JsonRead {
  readonly data: unknown;
  readonly to: number;
}

/** Escapes, and what only stands between the lines of a longer text. */
const BEYOND = /[\\\0-\x1f]/;

/** A record that nests deeper is not one that has to be read quickly. */
const MAX_DEPTH = 10;

/** The texts of the record above, one after the other: what stands there again takes no memory of its own. */
interface Above {
  readonly texts: string[];
  next: number;
}

/** Reads a record, or gives up on it. */
export type QuickReader = (text: string) => { readonly data: unknown } | undefined;

/** Reads mappings as the full parser would (test/input/json-quick.test.ts): numbers and booleans as they are written. */
export function quickReader(): QuickReader {
  const above: Above = { texts: [], next: 0 };
  return text => {
    if (BEYOND.test(text)) return undefined;
    above.next = 0;
    const from = skipSpaces(text, 0);
    const read = text.charCodeAt(from) === OPEN_MAP ? readMapping(text, from, above, 1) : undefined;
    return read && skipSpaces(text, read.to) === text.length ? read : undefined;
  };
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

function readValue(text: string, from: number, above: Above, depth: number): JsonRead | undefined {
  const first = text.charCodeAt(from);
  if (first === DOUBLE_QUOTE) return readText(text, from, above);
  if (depth > MAX_DEPTH) return undefined;
  if (first === OPEN_MAP) return readMapping(text, from, above, depth);
  return first === OPEN_LIST ? readList(text, from, above, depth) : readLiteral(text, from);
}

function readText(text: string, from: number, above: Above): (JsonRead & { readonly data: string }) | undefined {
  const index = above.next++;
  const same = above.texts[index];
  if (same !== undefined && text.charCodeAt(from + same.length + 1) === DOUBLE_QUOTE && text.startsWith(same, from + 1))
    return { data: same, to: from + same.length + 2 };
  const close = text.indexOf('"', from + 1);
  if (close === -1) return undefined;
  const data = text.slice(from + 1, close);
  above.texts[index] = data;
  return { data, to: close + 1 };
}

const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=[ ,\]}])/y;

function readLiteral(text: string, from: number): JsonRead | undefined {
  LITERAL.lastIndex = from;
  const [literal] = LITERAL.exec(text) ?? [];
  return literal === undefined ? undefined : { data: literal === 'null' ? null : literal, to: from + literal.length };
}

/** A null is an absent value. Gives up where a name stands twice, or means more to an object than others. */
function readMapping(text: string, from: number, above: Above, depth: number): JsonRead | undefined {
  const data: Record<string, unknown> = {};
  const absent: string[] = [];
  let pairs = 0;
  let at = from;
  do {
    const open = skipSpaces(text, at + 1);
    const key = text.charCodeAt(open) === DOUBLE_QUOTE ? readText(text, open, above) : undefined;
    const colon = key ? skipSpaces(text, key.to) : 0;
    if (!key || text.charCodeAt(colon) !== COLON) return undefined;
    const value = readValue(text, skipSpaces(text, colon + 1), above, depth + 1);
    if (!value) return undefined;
    if (value.data === null) absent.push(key.data);
    else data[key.data] = value.data;
    pairs++;
    at = skipSpaces(text, value.to);
  } while (text.charCodeAt(at) === COMMA);
  const isOnce = Object.keys(data).length + absent.length === pairs && !standsTwice(absent, data);
  return isOnce && text.charCodeAt(at) === CLOSE_MAP ? { data, to: at + 1 } : undefined;
}

const standsTwice = (absent: readonly string[], data: Readonly<Record<string, unknown>>): boolean =>
  absent.length > 0 && (new Set(absent).size < absent.length || absent.some(name => Object.hasOwn(data, name)));

function readList(text: string, from: number, above: Above, depth: number): JsonRead | undefined {
  const data: unknown[] = [];
  let at = from;
  do {
    const item = readValue(text, skipSpaces(text, at + 1), above, depth + 1);
    if (!item) return undefined;
    data.push(item.data ?? '');
    at = skipSpaces(text, item.to);
  } while (text.charCodeAt(at) === COMMA);
  return text.charCodeAt(at) === CLOSE_LIST ? { data, to: at + 1 } : undefined;
}
