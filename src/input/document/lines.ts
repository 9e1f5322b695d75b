import type { Excerpt, Span } from '../../values/place.ts';

/** The starts of the lines of a text, to turn an offset into a line and a column. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

export function spanOf(starts: readonly number[], from: number, to: number): Span {
  const line = lineAt(starts, from);
  const until = Math.max(from, to);
  const endLine = until < (starts[line] ?? Infinity) ? line : lineAt(starts, until);
  return {
    line,
    col: from - (starts[line - 1] ?? 0) + 1,
    endLine,
    endCol: until - (starts[endLine - 1] ?? 0) + 1,
  };
}

/** The line that holds an offset, counted from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

export const linesOf = (text: string): string[] => text.split(/\r?\n/);

/** Letters of a line that a code frame shows, and how many of them stand before the marked place at most. */
const MAX_LINE = 160;
const MARGIN = 60;

/**
 * The lines around a span, for a code frame. A line of a megabyte is cut here, before there are thousands of problems in
 * it: each is kept, and handed from thread to thread.
 */
export function excerptAround(lines: readonly string[], { line, col, endLine, endCol }: Span): Excerpt {
  const firstLine = Math.max(1, line - 1);
  const lastLine = Math.min(lines.length, Math.min(endLine, line + 2) + 1);
  const shown = lines.slice(firstLine - 1, lastLine);
  return excerptOf(firstLine, shown, { line, col, endCol: line === endLine ? endCol : Infinity });
}

/** Lines that follow each other, in one of which a piece is marked. */
export function excerptOf(
  firstLine: number,
  lines: readonly string[],
  { line, col, endCol }: Pick<Span, 'line' | 'col' | 'endCol'>,
): Excerpt {
  const marked = lines[line - firstLine] ?? '';
  const from = marked.length > MAX_LINE ? Math.max(0, col - 1 - MARGIN) : 0;
  const by = from > 0 ? from - 1 : 0;
  return {
    firstLine,
    lines: lines.map((text, index) => windowOf(text, firstLine + index === line ? from : 0)),
    col: col - by,
    endCol: Math.min(endCol, marked.length + 1) - by,
  };
}

function windowOf(text: string, from: number): string {
  const end = from + MAX_LINE;
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${text.length > end ? '…' : ''}`;
}
