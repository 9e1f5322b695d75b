import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseAllDocuments,
  type YAMLError,
  type Document as YamlDocument,
} from 'yaml';
import type { Span } from '../values/place.ts';
import type { Reader, ReadResult, Step, TextProblem } from './document.ts';
import { lineStarts, spanOf } from './lines.ts';
import { checkNodes, type NodeProblem } from './yaml-nodes.ts';
import { mendThousands } from './yaml-thousands.ts';

export const yaml: Reader = { id: 'yaml', extensions: ['.yaml', '.yml'], read };

function read(text: string): ReadResult {
  const starts = lineStarts(text);
  // The failsafe schema keeps every scalar as its text: no octal, no `no` for false, no lost trailing zero.
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (!first) return { problems: [{ code: 'empty-file', args: {} }] };
  if (second) return { problems: [severalDocuments(second, starts)] };
  const syntax = first.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (syntax.length > 0) return { problems: syntaxProblems(syntax, starts) };
  if (first.contents === null) return { problems: [{ code: 'empty-file', args: {} }] };
  return readNodes(first, first.contents, starts);
}

/** What is well-formed is handed over even when something in it is wrong, so that the rest can be checked as well. */
function readNodes(document: YamlDocument, contents: ParsedNode, starts: readonly number[]): ReadResult {
  const wrong = checkNodes(contents).map(problem => nodeProblem(problem, starts));
  if (wrong.length > 0) return { problems: wrong };
  const thousands = mendThousands(contents);
  const isMended = (at: number) => thousands.some(({ from, to }) => at >= from && at < to);
  const duplicates = document.errors.filter(({ pos }) => !isMended(pos[0]));
  return {
    document: {
      data: document.toJS({ maxAliasCount: -1 }),
      locate: (path, which) => locate(document, starts, path, which),
    },
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

function syntaxProblems(errors: readonly YAMLError[], starts: readonly number[]): TextProblem[] {
  // A parser that ran out of its stack reports every level that it could not close.
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  return (tooDeep ? [tooDeep] : errors).map(error => ({
    code: 'yaml-syntax',
    args: { message: tooDeep ? 'it is nested too deeply' : error.message.replace(/\s+at line \d+.*$/s, '') },
    span: spanOf(starts, ...error.pos),
  }));
}

function nodeProblem({ code, message, node }: NodeProblem, starts: readonly number[]): TextProblem {
  return { code, args: message === undefined ? {} : { message }, span: spanOfNode(node, starts) };
}

function severalDocuments(second: YamlDocument, starts: readonly number[]): TextProblem {
  const offset = second.range?.[0] ?? 0;
  return { code: 'several-documents', args: {}, span: spanOf(starts, offset, offset + 3) };
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
