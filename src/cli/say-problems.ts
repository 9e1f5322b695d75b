import type { Lang } from '../render/words/words.ts';
import type { Problem } from '../values/problem.ts';
import type { Io } from './io.ts';
import { terminalOf } from './terminal.ts';

/** What is wrong with files, on standard error; what words it is loaded only where anything is. */
export async function sayProblems(
  problems: readonly Problem[],
  lang: Lang,
  io: Io,
  { isErrColored } = terminalOf({}, io),
): Promise<void> {
  if (problems.length === 0) return;
  const { renderProblems } = await import('../render/problems.ts');
  io.stderr.write(renderProblems(problems, { lang, isColored: isErrColored }));
}
