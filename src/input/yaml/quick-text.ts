import { afterLine, lineAt, type YamlLine } from './quick-lines.ts';
import type { QuickText } from './quick-node.ts';

const FORMS: Readonly<Record<string, { readonly between: string; readonly after: string }>> = {
  '>': { between: ' ', after: '\n' },
  '>-': { between: ' ', after: '' },
  '|': { between: '\n', after: '\n' },
  '|-': { between: '\n', after: '' },
};

/** Blanks on a line of their own may belong to the text above it. */
const BLANKS = /^\n* +(?:\n|$)/;

/**
 * A folded or literal text below its sign, whose lines all stand at one indentation; undefined where the full parser
 * has to read it. It ends where the next line starts.
 */
export function readTextBlock(text: string, from: number, { to, indent }: YamlLine): QuickText | undefined {
  const form = FORMS[text.slice(from, to)];
  const lines: string[] = [];
  let at = to + 1;
  const inner = lineAt(text, at).indent;
  for (let line = lineAt(text, at); line.indent >= inner && line.from < line.to; line = lineAt(text, at)) {
    if (line.indent > inner || text.charAt(line.to - 1) === ' ') return undefined;
    lines.push(text.slice(line.from, line.to));
    at = afterLine(text, line);
  }
  if (!form || inner <= indent || lines.length === 0 || BLANKS.test(text.slice(at))) return undefined;
  return { data: lines.join(form.between) + form.after, from, to: at };
}
