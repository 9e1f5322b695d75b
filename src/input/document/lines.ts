import type { Span } from '../../values/place.ts';

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
