import type { Span } from '../../values/place.ts';
import { type Document, type InnerProblem, type Reader, type ReadResult, unreadable } from '../document/document.ts';
import { type Limits, limitsFor } from '../document/limits.ts';
import { lineStarts } from '../document/lines.ts';
import { roomForProblems } from '../document/room.ts';
import { ofText } from '../document/text-reader.ts';
import { readJson } from './json.ts';
import { type QuickReader, quickReader } from './quick.ts';

/** One JSON value a line: a figure, or a whole report. */
export const ndjson: Reader = ofText((text, { limits }) => readNdjson(text, limits));

/** A file of another format breaks on every line; the first lines say so as well as all of them. */
const MAX_BROKEN = 10;

export function readNdjson(text: string, limits = limitsFor()): ReadResult {
  const lines = linesIn(text);
  const readQuickly = quickReader();
  const data: unknown[] = [];
  const lineOf: number[] = [];
  const problems: InnerProblem[] = [];
  const hasRoom = roomForProblems();
  let broken = 0;
  for (let index = 0; index < lines.count; index++) {
    const read = readLine(lines.textOf(index), readQuickly, limits);
    for (const problem of read.problems)
      if (hasRoom(problem.code)) problems.push({ ...problem, span: problem.span && inLine(problem.span, index) });
    if (read.isBroken && ++broken === MAX_BROKEN) break;
    if (!('data' in read)) continue;
    data.push(read.data);
    lineOf.push(index);
  }
  if (data.length + problems.length === 0) return unreadable({ code: 'empty-file', args: {} });
  return data.length === 0
    ? { documents: [], problems }
    : { documents: [{ data, locate: locateIn(lines, lineOf, limits), isTable: true }], problems };
}

interface ReadLine {
  readonly data?: unknown;
  readonly isBroken?: boolean;
  readonly problems: readonly InnerProblem[];
}

const none: readonly InnerProblem[] = [];

function readLine(line: string, readQuickly: QuickReader, limits: Limits): ReadLine {
  const quick = readQuickly(line);
  if (quick) return { data: quick.data, problems: none };
  if (line.trim() === '') return { problems: [] };
  const { documents, problems } = readJson(line, limits);
  const [document] = documents;
  return document ? { data: document.data, problems } : { isBroken: true, problems };
}

interface NdjsonLines {
  readonly count: number;
  readonly textOf: (line: number) => string;
}

function linesIn(text: string): NdjsonLines {
  const starts = lineStarts(text);
  return {
    count: starts.length,
    textOf: line => {
      const from = starts[line] ?? 0;
      const next = starts[line + 1];
      if (next === undefined) return text.slice(from);
      return text.slice(from, text.charAt(next - 2) === '\r' ? next - 2 : next - 1);
    },
  };
}

const inLine = (span: Span, index: number): Span => ({
  ...span,
  line: span.line + index,
  endLine: span.endLine + index,
});

/**
 * A line is read again when a place in it is asked for: the trees of all lines would need far more than the text. The
 * last one is kept, because who asks for one place in a line asks for more.
 */
function locateIn(lines: NdjsonLines, lineOf: readonly number[], limits: Limits): Document['locate'] {
  let last: { readonly index: number; readonly locate: Document['locate'] | undefined } | undefined;
  return ([item = 0, ...path], which) => {
    const index = lineOf[Number(item)] ?? lineOf[0] ?? 0;
    const line = lines.textOf(index);
    if (path.length === 0) {
      const col = line.length - line.trimStart().length + 1;
      return inLine({ line: 1, col, endLine: 1, endCol: line.trimEnd().length + 1 }, index);
    }
    if (last?.index !== index) last = { index, locate: readJson(line, limits).documents[0]?.locate };
    const span = last.locate?.(path, which);
    return span && inLine(span, index);
  };
}
