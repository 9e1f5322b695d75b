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
import { type InnerProblem, type ReadResult, type Step, unreadable } from './document.ts';
import { lineStarts, spanOf } from './lines.ts';
import { type NodeProblem, nodeChecker } from './yaml-nodes.ts';
import { mendThousands } from './yaml-thousands.ts';

/** Every document of a YAML stream; an empty one between two `---` is none. */
export function readYaml(text: string): ReadResult {
  const starts = lineStarts(text);
  // The failsafe schema keeps every scalar as its text: no octal, no `no` for false, no lost trailing zero.
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const check = nodeChecker();
  const read = (Array.isArray(parsed) ? parsed : []).map(document => readDocument(document, starts, check));
  const documents = read.flatMap(each => each.documents);
  const problems = read.flatMap(each => each.problems);
  return documents.length + problems.length === 0 ? unreadable('empty-file') : { documents, problems };
}

function readDocument(
  document: YamlDocument,
  starts: readonly number[],
  check: ReturnType<typeof nodeChecker>,
): ReadResult {
  const syntax = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (syntax.length > 0) return { documents: [], problems: syntaxProblems(syntax, starts) };
  const { contents } = document;
  if (!isNode(contents) || isNothing(contents)) return { documents: [], problems: [] };
  const wrong = check(contents).map(problem => nodeProblem(problem, starts));
  return wrong.length > 0 ? { documents: [], problems: wrong } : readNodes(document, contents, starts);
}

/** Between two `---` stands an empty text. */
const isNothing = (contents: Node): boolean => isScalar(contents) && contents.type === 'PLAIN' && !contents.source;

function readNodes(document: YamlDocument, contents: Node, starts: readonly number[]): ReadResult {
  const thousands = mendThousands(contents);
  const isMended = (at: number) => thousands.some(({ from, to }) => at >= from && at < to);
  const duplicates = document.errors.filter(({ pos }) => !isMended(pos[0]));
  const data: unknown = document.toJS({ maxAliasCount: -1 });
  return {
    documents: [{ data, locate: (path, which) => locate(document, starts, path, which) }],
    problems: [
      ...duplicates.map(({ pos }) => ({ code: 'duplicate-key' as const, args: {}, span: spanOf(starts, ...pos) })),
      ...thousands.map(({ from, to, written }) => ({
        code: 'unquoted-thousands' as const,
        args: { written },
        span: spanOf(starts, from, to),
      })),
    ],
  };
}

function syntaxProblems(errors: readonly YAMLError[], starts: readonly number[]): InnerProblem[] {
  // A parser that ran out of its stack reports every level that it could not close.
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  return (tooDeep ? [tooDeep] : errors).map(error => ({
    code: 'yaml-syntax',
    args: { message: tooDeep ? 'it is nested too deeply' : error.message.replace(/\s+at line \d+.*$/s, '') },
    span: spanOf(starts, ...error.pos),
  }));
}

function nodeProblem({ code, message, node }: NodeProblem, starts: readonly number[]): InnerProblem {
  return { code, args: message === undefined ? {} : { message }, span: spanOfNode(node, starts) };
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
  const pair = node.items.findLast(item => isScalar(item.key) && String(item.key.value) === String(step));
  if (!pair) return undefined;
  return { key: isNode(pair.key) ? pair.key : undefined, value: pair.value };
}

function spanOfNode(node: unknown, starts: readonly number[]): Span | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? spanOf(starts, range[0], range[1]) : undefined;
}
