import type { Lang } from '../../render/words/words.ts';
import type { Problem } from '../../values/problem.ts';
import type { Io } from '../io.ts';
import { terminalOf } from '../terminal.ts';

/** The version of what the commands of a plan print as JSON. */
const PLAN_OUTPUT_VERSION = 1;

export function writeJson(value: object, io: Io): void {
  io.stdout.write(`${JSON.stringify({ schemaVersion: PLAN_OUTPUT_VERSION, ...value }, null, 2)}\n`);
}

interface PlainFlags {
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
}

export async function tellProblems(problems: readonly Problem[], flags: PlainFlags, io: Io): Promise<void> {
  if (problems.length === 0) return;
  const { renderProblems } = await import('../../render/problems.ts');
  io.stderr.write(renderProblems(problems, { lang: flags.lang, isColored: terminalOf(flags, io).isErrColored }));
}
