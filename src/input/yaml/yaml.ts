import type { BareProblem } from '../../values/problem.ts';
import { type HowRead, type Reader, type ReadResult, unreadable } from '../document/document.ts';
import { lineStarts, spanOf } from '../document/lines.ts';
import { ofText } from '../document/text-reader.ts';
import { readQuickly } from './quick.ts';

export const yaml: Reader = ofText(readYaml);

/** By YAML 1.2 it ends a line, also that of a comment; most editors and parsers read on, and what follows is lost to one of them. */
const LONE_CR = /\r(?!\n)/;
const brokenLine: BareProblem = {
  code: 'yaml-syntax',
  args: { message: 'A carriage return stands without a line feed' },
};

/** The full parser is loaded for a file that needs it only: loading it takes longer than to check a report. */
async function readYaml(text: string, { limits }: HowRead): Promise<ReadResult> {
  const alone = text.search(LONE_CR);
  if (alone !== -1) return unreadable(brokenLine, { span: spanOf(lineStarts(text), alone, alone + 1) });
  const document = readQuickly(text);
  if (document) return { documents: [document], problems: [] };
  const full = await import('./full.ts');
  return full.readYaml(text, limits);
}
