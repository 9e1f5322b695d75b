import type { Span } from '../values/place.ts';

/** The starts of the lines of a text, to turn an offset into a line and a column. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

export function spanOf(starts: readonly number[], from: number, to: number): Span {
  const start = positionOf(starts, from);
  const end = positionOf(starts, Math.max(from, to));
  return { line: start.line, col: start.col, endLine: end.line, endCol: end.col };
}

function positionOf(starts: readonly number[], offset: number): { line: number; col: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, col: offset - (starts[low] ?? 0) + 1 };
}

export const linesOf = (text: string): string[] => text.split(/\r?\n/);

/** The lines around a span, for a code frame. */
export function excerptAround(
  lines: readonly string[],
  { line, endLine }: Span,
  around = 1,
): { firstLine: number; lines: string[] } {
  const firstLine = Math.max(1, line - around);
  const lastLine = Math.min(lines.length, Math.min(endLine, line + 2) + around);
  return { firstLine, lines: lines.slice(firstLine - 1, lastLine) };
}
