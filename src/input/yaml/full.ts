import {
  Composer,
  CST,
  isNode,
  isScalar,
  Lexer,
  type Node,
  Parser,
  type YAMLError,
  type Document as YamlDocument,
} from 'yaml';
import type { Span } from '../../values/place.ts';
import type { BareProblem } from '../../values/problem.ts';
import { beyondLimit, type InnerProblem, type ReadResult, unreadable } from '../document/document.ts';
import { type Limits, limitsFor } from '../document/limits.ts';
import { lineStarts, spanOf } from '../document/lines.ts';
import { MOST_PROBLEMS } from '../document/room.ts';
import { type FoundNode, type NodeProblem, nodeReader, TOO_DEEP } from './nodes.ts';
import { mendThousands } from './thousands.ts';

/** Every document of a YAML stream; an empty one between two `---` is none. */
export function readYaml(text: string, limits = limitsFor()): ReadResult {
  const starts = lineStarts(text);
  const { documents: composed, beyond } = compose(text, limits);
  if (beyond) {
    const { offset, ...problem } = beyond;
    return unreadable(problem, { span: spanOf(starts, offset, offset + 1) });
  }
  const readContents = nodeReader(limits);
  const read = composed.map(document => readDocument(document, text, starts, readContents));
  const documents = read.flatMap(each => each.documents);
  const problems = read.flatMap(each => each.problems);
  return documents.length + problems.length === 0
    ? unreadable({ code: 'empty-file', args: {} })
    : { documents, problems };
}

interface Composed {
  readonly documents: readonly YamlDocument[];
  /** What is beyond a limit or all that we read, and where; nothing more was read. */
  readonly beyond: (BareProblem & { readonly offset: number }) | undefined;
}

/** A tag may say `!planned` of a figure, and nothing of ours reads it. */
const TAG: BareProblem = { code: 'yaml-syntax', args: { message: 'Tags are not read' } };

/** The package recurses into all that it parsed, and would run out of its stack and of memory: so it gets no more of it. */
function compose(text: string, limits: Limits): Composed {
  let beyond: Composed['beyond'];
  let errors = 0;
  let left = limits.tokens;
  function* tokens(): Generator<CST.Token> {
    const parser = new Parser();
    let before = '';
    for (const lexeme of new Lexer().lex(text)) {
      if (before !== CST.SCALAR && CST.tokenType(lexeme) === 'tag') beyond = { ...TAG, offset: parser.offset };
      before = lexeme;
      for (const token of parser.next(lexeme)) {
        if (token.type === 'error') errors++;
        yield token;
      }
      if (errors > MOST_PROBLEMS) break;
      const deep = firstTooDeep(parser.stack, limits.levels);
      if (deep !== undefined) beyond = { code: 'yaml-syntax', args: { message: TOO_DEEP }, offset: deep };
      else if (left-- === 0) beyond = { ...beyondLimit('tokens', limits), offset: parser.offset };
      if (beyond) return;
    }
    yield* parser.end();
  }
  // The failsafe schema keeps every scalar as its text: no octal, no `no` for false, no lost trailing zero. Keys are
  // held against each other by us: the package compares each with each.
  const composer = new Composer({ schema: 'failsafe', resolveKnownTags: false, logLevel: 'silent', uniqueKeys: false });
  const documents = withoutStacks(() => [...composer.compose(tokens())]);
  return { documents, beyond };
}

function firstTooDeep(stack: readonly CST.Token[], levels: number): number | undefined {
  return stack.length > levels ? stack.filter(isCollection)[levels]?.offset : undefined;
}

const isCollection = ({ type }: CST.Token): boolean =>
  type === 'block-map' || type === 'block-seq' || type === 'flow-collection';

/** An error of the package takes a kilobyte with its stack, which nobody looks at, and a text may have one a character. */
function withoutStacks<T>(work: () => T): T {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = before;
  }
}

function readDocument(
  { errors, warnings, contents }: YamlDocument,
  text: string,
  starts: readonly number[],
  readContents: ReturnType<typeof nodeReader>,
): ReadResult {
  // What the package only warns of, such as a directive that it does not know, it leaves out.
  const wrong = [...errors, ...warnings].slice(0, MOST_PROBLEMS + 1);
  if (wrong.length > 0) return { documents: [], problems: syntaxProblems(wrong, text, starts) };
  if (!isNode(contents) || isNothing(contents)) return { documents: [], problems: [] };
  const thousands = mendThousands(contents);
  const { problems: found, find, ...read } = readContents(contents);
  const problems = found.slice(0, MOST_PROBLEMS + 1).map(problem => nodeProblem(problem, starts));
  if (!('data' in read)) return { documents: [], problems };
  return {
    documents: [{ data: read.data, locate: (path, which) => spanOfFound(find(path), which, starts) }],
    problems: [
      ...problems,
      ...thousands.map(({ from, to, written }) => ({
        code: 'unquoted-thousands' as const,
        args: { written },
        span: spanOf(starts, from, to),
      })),
    ],
  };
}

/** Between two `---` stands an empty text. */
const isNothing = (contents: Node): boolean => isScalar(contents) && contents.type === 'PLAIN' && !contents.source;

/** A key whose colon is a full-width one is none, and all that follows from it is told by that alone. */
function syntaxProblems(errors: readonly YAMLError[], text: string, starts: readonly number[]): InnerProblem[] {
  const isWide = (error: YAMLError): boolean => WIDE_COLON.test(text.slice(...error.pos));
  return errors.flatMap((error, at): InnerProblem[] => {
    const message = isWide(error) ? WIDE : error.message.replace(/\s+at line \d+.*$/s, '');
    const isTold = isWide(error) && errors.slice(0, at).some(other => isWide(other) && other.pos[0] === error.pos[0]);
    return isTold ? [] : [{ code: 'yaml-syntax', args: { message }, span: spanOf(starts, ...error.pos) }];
  });
}

const WIDE_COLON = /^\S+：\s*$/m;
const WIDE = 'a full-width colon ends no key';

const nodeProblem = ({ node, ...problem }: NodeProblem, starts: readonly number[]): InnerProblem => ({
  ...problem,
  span: spanOfNode(node, starts),
});

function spanOfFound({ node, key }: FoundNode, which = 'value', starts: readonly number[]): Span | undefined {
  const chosen = which === 'key' && key ? key : isNode(node) ? node : key;
  return chosen && spanOfNode(chosen, starts);
}

function spanOfNode(node: unknown, starts: readonly number[]): Span | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? spanOf(starts, range[0], range[1]) : undefined;
}
