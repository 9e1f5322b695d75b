import { HASH, SPACE } from '../document/chars.ts';

/** A line that holds something other than a comment, from its first character to its end; its indentation in blanks. */
export interface YamlLine {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

/**
 * The first such line from the start of a line on; after the last one, an empty line to the left of all others.
 * Undefined after a comment that stands further in: the full parser knows what it belongs to.
 */
export function nextLine(text: string, start: number): YamlLine | undefined {
  let comment = 0;
  for (let at = start; at < text.length; at++) {
    const line = lineAt(text, at);
    const isComment = text.charCodeAt(line.from) === HASH;
    if (isComment) comment = Math.max(comment, line.indent);
    else if (line.from < line.to) return comment > line.indent ? undefined : line;
    at = line.to;
  }
  return comment > 0 ? undefined : { from: text.length, to: text.length, indent: -1 };
}

export function lineAt(text: string, start: number): YamlLine {
  let from = start;
  while (text.charCodeAt(from) === SPACE) from++;
  const end = text.indexOf('\n', from);
  return { from, to: end === -1 ? text.length : end, indent: from - start };
}

/** Where the line after this one starts. */
export const afterLine = (text: string, { to }: Pick<YamlLine, 'to'>): number => Math.min(to + 1, text.length);
