import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Io } from './io.ts';

/** Whether somebody sits at it and can answer. */
export const canAsk = ({ stdin, stderr }: Io): boolean => stdin.isTTY === true && stderr.isTTY === true;

/**
 * Asks on a terminal, one line an answer, and asks again for what is left empty. Fewer answers than questions where the
 * input ends.
 */
export async function ask(questions: readonly string[], { stdin, stderr }: Io): Promise<string[]> {
  const answers: string[] = [];
  const lines = createInterface({ input: Readable.from(stdin) });
  const prompt = () => stderr.write(`${questions[answers.length]}: `);
  if (questions.length > 0) prompt();
  for await (const line of lines) {
    if (line.trim() !== '') answers.push(line.trim());
    if (answers.length === questions.length) break;
    prompt();
  }
  lines.close();
  return answers;
}
