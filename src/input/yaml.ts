import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type YAMLError,
  type Document as YamlDocument,
} from 'yaml';
import type { Span } from '../values/place.ts';
import type { Reader, ReadResult, Step, TextProblem } from './document.ts';
import { lineStarts, spanOf } from './lines.ts';

/** More aliases than a report can need; fewer than an alias bomb of a few hundred bytes expands to. */
const MAX_ALIASES = 100;

export const yaml: Reader = { id: 'yaml', extensions: ['.yaml', '.yml'], read };

function read(text: string): ReadResult {
  const starts = lineStarts(text);
  // The failsafe schema keeps every scalar as its text: no octal, no `no` for false, no lost trailing zero.
  const documents = parseAllDocuments(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (!first || first.contents === null) return { problems: [{ code: 'empty-file', args: {} }] };
  if (second) return { problems: [severalDocuments(second, starts)] };
  const problems = first.errors.map(error => syntaxProblem(error, starts));
  if (problems.length > 0) return { problems };
  const plain = toPlain(first);
  if (!plain.ok) return { problems: [{ code: 'alias-bomb', args: {}, span: spanOfNode(first.contents, starts) }] };
  return { document: { data: plain.data, locate: (path, which) => locate(first, starts, path, which) }, problems: [] };
}

function syntaxProblem(error: YAMLError, starts: readonly number[]): TextProblem {
  const span = spanOf(starts, error.pos[0], error.pos[1]);
  const code = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax';
  return { code, args: { message: error.message.replace(/\s+at line \d+.*$/s, '') }, span };
}

function severalDocuments(second: YamlDocument, starts: readonly number[]): TextProblem {
  const offset = second.range?.[0] ?? 0;
  return { code: 'several-documents', args: {}, span: spanOf(starts, offset, offset + 3) };
}

function toPlain(document: YamlDocument): { ok: true; data: unknown } | { ok: false } {
  try {
    return { ok: true, data: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    if (error instanceof ReferenceError) return { ok: false };
    throw error;
  }
}

function locate(
  document: YamlDocument,
  starts: readonly number[],
  path: readonly Step[],
  which = 'value',
): Span | undefined {
  let node: unknown = document.contents;
  let key: Node | undefined;
  for (const step of path) {
    const target = isAlias(node) ? node.resolve(document) : node;
    const found = child(target, step);
    if (!found) break;
    key = found.key;
    node = found.value;
  }
  const chosen = which === 'key' && key ? key : isNode(node) ? node : key;
  return chosen && spanOfNode(chosen, starts);
}

function child(node: unknown, step: Step): { key: Node | undefined; value: unknown } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: undefined, value };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(step));
  if (!pair) return undefined;
  return { key: isNode(pair.key) ? pair.key : undefined, value: pair.value };
}

function spanOfNode(node: unknown, starts: readonly number[]): Span | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? spanOf(starts, range[0], range[1]) : undefined;
}
