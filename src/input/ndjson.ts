import type { Span } from '../values/place.ts';
import { type Document, type InnerProblem, type Reader, type ReadResult, unreadable } from './document.ts';
import { readJson } from './json.ts';
import { linesOf } from './lines.ts';
import { ofText } from './text-reader.ts';

/** One JSON value a line: a figure, or a whole report. */
export const ndjson: Reader = { id: 'ndjson', extensions: ['.ndjson', '.jsonl'], read: ofText(readNdjson) };

/** A file of another format breaks on every line; the first lines say so as well as all of them. */
const MAX_BROKEN = 10;

export function readNdjson(text: string): ReadResult {
  const lines = linesOf(text);
  const data: unknown[] = [];
  const lineOf: number[] = [];
  const problems: InnerProblem[] = [];
  let broken = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = readJson(line);
    problems.push(...read.problems.map(problem => ({ ...problem, span: problem.span && inLine(problem.span, index) })));
    const [document] = read.documents;
    if (!document && ++broken === MAX_BROKEN) break;
    if (!document) continue;
    data.push(document.data);
    lineOf.push(index);
  }
  if (data.length + problems.length === 0) return unreadable('empty-file');
  return data.length === 0
    ? { documents: [], problems }
    : { documents: [{ data, locate: locateIn(lines, lineOf) }], problems };
}

const inLine = (span: Span, index: number): Span => ({
  ...span,
  line: span.line + index,
  endLine: span.endLine + index,
});

/** A line is read again when a place in it is asked for: the trees of all lines would need far more than the text. */
const locateIn =
  (lines: readonly string[], lineOf: readonly number[]): Document['locate'] =>
  ([item = 0, ...path], which) => {
    const index = lineOf[Number(item)] ?? lineOf[0] ?? 0;
    const line = lines[index] ?? '';
    if (path.length === 0) {
      const col = line.length - line.trimStart().length + 1;
      return inLine({ line: 1, col, endLine: 1, endCol: line.trimEnd().length + 1 }, index);
    }
    const span = readJson(line).documents[0]?.locate(path, which);
    return span && inLine(span, index);
  };
