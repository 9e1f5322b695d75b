import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../values/place.ts';
import type { Reader, ReadResult, Step, TextProblem } from './document.ts';
import { lineStarts, spanOf } from './lines.ts';

export const json: Reader = { id: 'json', extensions: ['.json'], read };

function read(text: string): ReadResult {
  const starts = lineStarts(text);
  if (text.trim() === '') return { problems: [{ code: 'empty-file', args: {} }] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const problems = [...errors.map(error => syntaxProblem(error, starts)), ...duplicateKeys(root, starts)];
  if (!root || problems.length > 0) return { problems };
  const data = toPlain(root, text);
  return { document: { data, locate: (path, which) => locate(root, starts, path, which) }, problems: [] };
}

function syntaxProblem({ error, offset, length }: ParseError, starts: readonly number[]): TextProblem {
  return {
    code: 'json-syntax',
    args: { message: printParseErrorCode(error) },
    span: spanOf(starts, offset, offset + length),
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

function duplicateKeys(node: Node | undefined, starts: readonly number[]): TextProblem[] {
  if (!node) return [];
  if (node.type === 'array') return (node.children ?? []).flatMap(item => duplicateKeys(item, starts));
  if (node.type !== 'object') return [];
  const pairs = pairsOf(node);
  const seen = new Set<unknown>();
  const own = pairs.filter(({ key }) => seen.size === seen.add(key.value).size);
  return [
    ...own.map(({ key }) => ({ code: 'duplicate-key' as const, args: {}, span: spanOfNode(key, starts) })),
    ...pairs.flatMap(({ value }) => duplicateKeys(value, starts)),
  ];
}

function locate(root: Node, starts: readonly number[], path: readonly Step[], which = 'value'): Span | undefined {
  let node = root;
  let key: Node | undefined;
  for (const step of path) {
    const pair = node.type === 'object' ? pairsOf(node).find(item => item.key.value === String(step)) : undefined;
    const next = pair?.value ?? (node.type === 'array' ? node.children?.[Number(step)] : undefined);
    if (!next) break;
    key = pair?.key;
    node = next;
  }
  return spanOfNode(which === 'key' && key ? key : node, starts);
}

const spanOfNode = ({ offset, length }: Node, starts: readonly number[]): Span =>
  spanOf(starts, offset, offset + length);
