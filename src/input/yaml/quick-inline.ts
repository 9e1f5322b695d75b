import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  OPEN_LIST,
  OPEN_MAP,
  SINGLE_QUOTE,
  SPACE,
} from '../document/chars.ts';
import { addPair, closed, emptyMapping, type QuickNode, type QuickText } from './quick-node.ts';

/*
 * What stands on one line: scalars, flow collections, keys. Every function takes the offset at which to read and the
 * offset at which the line ends, and returns undefined where the full parser has to read.
 */

/** Characters that begin something other than a plain scalar. */
const INDICATORS = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', char => char.charCodeAt(0)));

/** YAML allows a key of 1,024 characters. */
const MAX_KEY = 1000;

/** A file that nests deeper is not one that has to be read quickly. */
const MAX_FLOW_DEPTH = 10;

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Whether nothing but a comment follows on the line. */
export function endsLine(text: string, from: number, end: number): boolean {
  const at = skipSpaces(text, from, end);
  return at === end || (text.charCodeAt(at) === HASH && at > from);
}

/** The value of a line, up to its end or its comment. */
export function readInline(text: string, from: number, end: number): QuickNode | undefined {
  const node = isFlowStart(text.charCodeAt(from)) ? readFlow(text, from, end, 1) : readScalar(text, from, end, false);
  return node && endsLine(text, node.to, end) ? node : undefined;
}

/** The key at the start of an entry; a colon and a blank or the line end follow it. */
export function readKey(text: string, from: number, end: number): QuickText | undefined {
  return keyOf(text, readScalar(text, from, end, false), end);
}

const keyOf = (text: string, key: QuickText | undefined, end: number): QuickText | undefined =>
  key && key.to - key.from <= MAX_KEY && endsKey(text, key.to, end) ? key : undefined;

const endsKey = (text: string, at: number, end: number): boolean =>
  at < end && text.charCodeAt(at) === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE);

function readScalar(text: string, from: number, end: number, inFlow: boolean): QuickText | undefined {
  const first = text.charCodeAt(from);
  return first === DOUBLE_QUOTE || first === SINGLE_QUOTE
    ? readQuoted(text, from, end)
    : readPlain(text, from, end, inFlow);
}

function readQuoted(text: string, from: number, end: number): QuickText | undefined {
  const quote = text.charAt(from);
  const close = text.indexOf(quote, from + 1);
  if (close === -1 || close >= end || text.charAt(close + 1) === quote) return undefined;
  const data = text.slice(from + 1, close);
  return data.includes('\\') ? undefined : { data, from, to: close + 1 };
}

/** Ends before a colon that ends a key, before a comment, and in a flow collection before its signs. */
function readPlain(text: string, from: number, end: number, inFlow: boolean): QuickText | undefined {
  if (!startsPlain(text, from, end)) return undefined;
  let to = from;
  for (let at = from; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === SPACE) continue;
    if (char === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (char === COLON && (endsKey(text, at, end) || (inFlow && isFlowSign(text.charCodeAt(at + 1))))) break;
    if (inFlow && isFlowSign(char)) break;
    to = at + 1;
  }
  return { data: text.slice(from, to), from, to };
}

function startsPlain(text: string, from: number, end: number): boolean {
  const first = text.charCodeAt(from);
  if (from >= end || INDICATORS.has(first)) return false;
  return first !== DASH || isAlphanumeric(text.charCodeAt(from + 1));
}

const isAlphanumeric = (char: number): boolean =>
  (char >= 48 && char <= 57) || (char >= 65 && char <= 90) || (char >= 97 && char <= 122);

const isFlowStart = (char: number): boolean => char === OPEN_MAP || char === OPEN_LIST;

const isFlowSign = (char: number): boolean =>
  char === COMMA || char === CLOSE_MAP || char === CLOSE_LIST || isFlowStart(char);

function readFlow(text: string, from: number, end: number, depth: number): QuickNode | undefined {
  if (depth > MAX_FLOW_DEPTH) return undefined;
  return text.charCodeAt(from) === OPEN_MAP
    ? readFlowMapping(text, from, end, depth)
    : readFlowList(text, from, end, depth);
}

function readFlowMapping(text: string, from: number, end: number, depth: number): QuickNode | undefined {
  const mapping = emptyMapping();
  let at = from;
  do {
    const key = keyOf(text, readScalar(text, skipSpaces(text, at + 1, end), end, true), end);
    if (!key) return undefined;
    const value = readFlowValue(text, skipSpaces(text, key.to + 1, end), end, depth);
    if (!value || !addPair(mapping, key, value)) return undefined;
    at = skipSpaces(text, value.to, end);
  } while (text.charCodeAt(at) === COMMA);
  return text.charCodeAt(at) === CLOSE_MAP ? closed(mapping, from, at + 1) : undefined;
}

function readFlowList(text: string, from: number, end: number, depth: number): QuickNode | undefined {
  const items: QuickNode[] = [];
  let at = from;
  do {
    const item = readFlowValue(text, skipSpaces(text, at + 1, end), end, depth);
    if (!item) return undefined;
    items.push(item);
    at = skipSpaces(text, item.to, end);
  } while (text.charCodeAt(at) === COMMA);
  return text.charCodeAt(at) === CLOSE_LIST
    ? { data: items.map(({ data }) => data), items, from, to: at + 1 }
    : undefined;
}

const readFlowValue = (text: string, from: number, end: number, depth: number): QuickNode | undefined =>
  isFlowStart(text.charCodeAt(from)) ? readFlow(text, from, end, depth + 1) : readScalar(text, from, end, true);
