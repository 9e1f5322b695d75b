import { type Command, Option } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { type LintSeverity, lintSeverities, lintSeverityOf } from '../../model/lint.ts';
import type { Linted, ToldFinding } from '../../render/plan/told.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import type { Lang } from '../../render/words/words.ts';
import { isError, type Problem } from '../../values/problem.ts';
import { exitCodesText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { loadSource } from '../plans.ts';
import { sayProblems } from '../say-problems.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';
import { writeJson } from './plan-output.ts';

export const lintFormats = ['text', 'json', 'sarif', 'github'] as const;

export interface LintFlags {
  readonly format: (typeof lintFormats)[number];
  readonly level: LintSeverity;
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
  readonly maxWarnings?: string;
}

export const withLintFlags = (command: Command): Command =>
  command
    .addOption(
      new Option('--level <severity>', 'the least of what is shown; the exit code is that of all findings')
        .choices(lintSeverities)
        .default('note'),
    )
    .option('--max-warnings <count>', 'exit 1 with more warnings than this (default: any number is allowed)')
    .addHelpText(
      'after',
      exitCodesText([
        [0, 'no error, and no more warnings than allowed'],
        [1, 'errors, or too many warnings'],
        [2, 'the plan cannot be read'],
      ]),
    );

export async function runLint(name: string, flags: LintFlags, io: Io): Promise<number> {
  const allowed = maxWarnings(flags.maxWarnings);
  const { file, problems: unread } = await loadSource(name, io);
  if (!file) {
    await sayProblems(unread, flags.lang, io, terminalOf(flags, io));
    return exitCodes.cannotCheck;
  }
  const { lintPlan } = await import('../../lint/lint-plan.ts');
  const { plan, problems, findings } = await lintPlan(file);
  await sayProblems(problems, flags.lang, io, terminalOf(flags, io));
  const { isAtLeast, lintWordsIn, toldFindings } = await import('../../render/plan/told.ts');
  const count = (severity: LintSeverity) => findings.filter(each => lintSeverityOf(each) === severity).length;
  const counts = { error: count('error'), warning: count('warning'), note: count('note') };
  const told = toldFindings(findings, flags.lang).filter(each => isAtLeast(flags.level, each));
  const linted = { path: file.path, told, counts, level: flags.level };
  await print(linted, plan?.id ?? null, problems, flags, io);
  if (problems.some(isError)) return exitCodes.cannotCheck;
  const isTooMany = counts.warning > allowed;
  if (isTooMany) io.stderr.write(`shanxi-plan: ${lintWordsIn(flags.lang).tooMany(counts.warning, allowed)}\n`);
  return counts.error > 0 || isTooMany ? exitCodes.failing : exitCodes.ok;
}

async function print(
  linted: Linted,
  plan: string | null,
  problems: readonly Problem[],
  flags: LintFlags,
  io: Io,
): Promise<void> {
  const { format, lang } = flags;
  if (format === 'json') return writeJson(lintJson(linted, plan, problems), io);
  if (format === 'text') {
    const { renderLint } = await import('../../render/plan/lint.ts');
    if (plan !== null) io.stdout.write(renderLint(linted, { lang, isColored: terminalOf(flags, io).isColored }));
    return;
  }
  const { toldProblems } = await import('../../render/plan/told.ts');
  const all = { ...linted, told: [...toldProblems(problems, lang), ...linted.told] };
  if (format === 'sarif') {
    const { lintSarif } = await import('../../render/plan/lint-sarif.ts');
    io.stdout.write(lintSarif(all, version, lang));
    return;
  }
  const { lintGithub } = await import('../../render/plan/lint-github.ts');
  io.stdout.write(lintGithub(all, lang));
}

function maxWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UserError(usageOfFlags.noCountOfWarnings(text));
}

const lintJson = ({ path, told, counts }: Linted, plan: string | null, problems: readonly Problem[]): object => ({
  plan,
  file: path,
  counts,
  findings: told.map(({ code, severity, args, place, what, help }) => ({
    code,
    severity,
    args,
    ...placeRow({ place }),
    what,
    ...(help !== undefined && { help }),
  })),
  problems: problems.map(problem => ({ code: problem.code, args: problem.args, ...placeRow(problem) })),
});

const placeRow = ({ place: { file, span } }: Pick<ToldFinding, 'place'>) => ({
  file,
  line: span?.line ?? null,
  col: span?.col ?? null,
});
