import { createScanner, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { onceEach } from '../../values/once-each.ts';
import type { Span } from '../../values/place.ts';
import { repeated } from '../../values/repeated.ts';
import {
  type Document,
  type InnerProblem,
  type Reader,
  type ReadResult,
  type Step,
  unreadable,
} from '../document/document.ts';
import { limitsFor } from '../document/limits.ts';
import { lineStarts, spanOf } from '../document/lines.ts';
import { MOST_PROBLEMS } from '../document/room.ts';
import { ofText } from '../document/text-reader.ts';
import { readPlain } from './plain.ts';

export const json: Reader = ofText((text, { limits }) => readJson(text, limits));

export function readJson(text: string, { levels } = limitsFor()): ReadResult {
  if (text.trim() === '') return unreadable({ code: 'empty-file', args: {} });
  const tooDeep = firstTooDeep(text, levels);
  if (tooDeep !== undefined) return { documents: [], problems: [depthProblem(tooDeep, lineStarts(text))] };
  const plain = readPlain(text);
  return plain ? { documents: [{ ...plain, locate: lazyLocate(text) }], problems: [] } : readTree(text);
}

/** The tree is grown when a place is asked for. */
function lazyLocate(text: string): Document['locate'] {
  let locate: Document['locate'] | undefined;
  return (path, which) => {
    locate ??= locateIn(parseTree(text), lineStarts(text));
    return locate(path, which);
  };
}

/** For a text that does not nest too deeply; the parser recurses. */
export function readTree(text: string): ReadResult {
  const starts = lineStarts(text);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (!root || errors.length > 0) {
    return { documents: [], problems: firstAtEach(errors).map(error => syntaxProblem(error, starts)) };
  }
  return {
    documents: [{ data: toPlain(root, text), locate: locateIn(root, starts) }],
    problems: duplicateKeys(root, starts),
  };
}

const locateIn =
  (root: Node | undefined, starts: readonly number[]): Document['locate'] =>
  (path, which) =>
    root && locate(root, starts, path, which);

/** What the parser says next of the same place only follows from what it said first. */
const firstAtEach = (errors: readonly ParseError[]): ParseError[] =>
  [...new Map(errors.toReversed().map(error => [error.offset, error])).values()]
    .toReversed()
    .slice(0, MOST_PROBLEMS + 1);

function syntaxProblem({ error, offset, length }: ParseError, starts: readonly number[]): InnerProblem {
  return {
    code: 'json-syntax',
    args: { message: printParseErrorCode(error) },
    span: spanOf(starts, offset, offset + length),
  };
}

/** The offset of the first bracket that opens too deep a level; the parser itself would run out of its stack. */
function firstTooDeep(text: string, levels: number): number | undefined {
  if (!opensMore(text, levels)) return undefined;
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const first = text.charAt(offset);
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    if (depth > levels) return offset;
  }
  return undefined;
}

/** Whether a text has more opening brackets than that, of whatever level. */
function opensMore(text: string, count: number): boolean {
  const bracket = /[[{]/g;
  for (let found = 0; found <= count; found++) if (!bracket.test(text)) return false;
  return true;
}

function depthProblem(offset: number, starts: readonly number[]): InnerProblem {
  return {
    code: 'json-syntax',
    args: { message: 'it is nested too deeply' },
    span: spanOf(starts, offset, offset + 1),
  };
}

/** Numbers and booleans stay as they are written; a null is an absent value. */
function toPlain(node: Node, text: string): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        pairsOf(node).flatMap(({ key, value }) => (value.type === 'null' ? [] : [[key.value, toPlain(value, text)]])),
      );
    case 'array':
      return (node.children ?? []).map(item => toPlain(item, text));
    case 'string':
      return getNodeValue(node);
    case 'null':
      return '';
    default:
      return text.slice(node.offset, node.offset + node.length);
  }
}

function pairsOf(node: Node): { key: Node; value: Node }[] {
  return (node.children ?? []).flatMap(property => {
    const [key, value] = property.children ?? [];
    return key && value ? [{ key, value }] : [];
  });
}

/** Of two pairs of one name the last. */
const pairsByName = onceEach(
  (node: Node): ReadonlyMap<string, ReturnType<typeof pairsOf>[number]> =>
    new Map(pairsOf(node).map(pair => [String(pair.key.value), pair])),
);

function duplicateKeys(node: Node | undefined, starts: readonly number[]): InnerProblem[] {
  if (!node) return [];
  if (node.type === 'array') return (node.children ?? []).flatMap(item => duplicateKeys(item, starts));
  if (node.type !== 'object') return [];
  const pairs = pairsOf(node);
  const own = repeated(pairs, ({ key }) => key.value);
  return [
    ...own.map(({ key }) => ({ code: 'duplicate-key' as const, args: {}, span: spanOfNode(key, starts) })),
    ...pairs.flatMap(({ value }) => duplicateKeys(value, starts)),
  ];
}

function locate(root: Node, starts: readonly number[], path: readonly Step[], which = 'value'): Span | undefined {
  let node = root;
  let key: Node | undefined;
  for (const step of path) {
    const pair = node.type === 'object' ? pairsByName(node).get(String(step)) : undefined;
    const next = pair?.value ?? (node.type === 'array' ? node.children?.[Number(step)] : undefined);
    if (!next) break;
    key = pair?.key;
    node = next;
  }
  return spanOfNode(which === 'key' && key ? key : node, starts);
}

const spanOfNode = ({ offset, length }: Node, starts: readonly number[]): Span =>
  spanOf(starts, offset, offset + length);
