import { type Command, Option } from 'commander';
import { targetsOf } from '../../assess/outline.ts';
import { inputFormats } from '../../input/registry.ts';
import { methodIds } from '../../methods/registry.ts';
import { check, unknownName } from '../check.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { DEFAULT_PLAN } from '../plans.ts';
import { terminalOf } from '../terminal.ts';
import { type CheckFlags, dayFlag, readingFlags } from './check.ts';

export interface ExplainFlags extends Omit<CheckFlags, 'format' | 'allowUndecided' | 'exitZero'> {
  readonly format: 'text' | 'json';
}

export const explainCommand = (program: Command): Command =>
  program
    .command('explain')
    .description('show, step by step and in plain words, how the verdict on one target comes about')
    .argument('<target>', 'the id of a target')
    .argument('<report...>', 'report files, folders, patterns, or - for standard input')
    .option('--plan <name or file>', 'the plan that the target belongs to', DEFAULT_PLAN)
    .option('--as-of <day>', 'the day of the analysis, or "today" (default: the latest day reported)')
    .option('--known-by <day>', 'use only what was published by this day')
    .addOption(new Option('--method <method>', 'how pace is judged').choices(methodIds))
    .option('--reading <target=name...>', 'fix how an ambiguous target is read')
    .option('--no-derived', 'use no identity between indicators, direct evidence alone')
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addOption(new Option('--input-format <format>', 'format of standard input').choices(inputFormats).default('yaml'))
    .addOption(new Option('--lang <language>', 'language of the explanation').choices(['en', 'zh']).default('en'))
    .option('--width <columns>', 'columns of the text (default: the terminal, or 80)')
    .option('--color', 'colour even when the output is no terminal')
    .option('--no-color', 'no colour')
    .addHelpText(
      'before',
      'Examples:\n  shanxi-plan explain 5g-stations-2025 reports/\n  shanxi-plan explain pue-2025 metrics.yaml --lang zh\n',
    )
    .addHelpText(
      'after',
      '\nExit codes:\n  0  explained, whatever the verdict\n  2  unknown target, or an input cannot be read',
    );

/** An explanation is no gate: it ends with 0 whatever the verdict, and with 2 where there is none. */
export async function runExplain(
  targetId: string,
  reports: readonly string[],
  flags: ExplainFlags,
  io: Io,
): Promise<number> {
  const terminal = terminalOf(flags, io);
  const request = {
    reports,
    plan: flags.plan,
    asOf: dayFlag('--as-of', flags.asOf, io),
    knownBy: dayFlag('--known-by', flags.knownBy, io),
    method: flags.method,
    readings: readingFlags(flags.reading ?? []),
    direct: !flags.derived,
    stdinFormat: flags.inputFormat,
    policy: { allowUndecided: true, exitZero: true },
  };
  const { analysis, problems, subject } = await check(request, io);
  if (problems.length > 0) {
    const { renderProblems } = await import('../../render/problems.ts');
    io.stderr.write(renderProblems(problems, { lang: flags.lang, isColored: terminal.isErrColored }));
  }
  if (!analysis || !subject) return exitCodes.cannotCheck;
  const { explain } = await import('../../assess/explain.ts');
  const explanation = explain(subject.plan, subject.numbered, analysis, targetId, flags.method);
  if (!explanation) {
    const known = targetsOf(subject.plan).map(({ target }) => target.id);
    throw unknownName('target', targetId, known);
  }
  if (flags.format === 'json') {
    io.stdout.write(`${JSON.stringify(explanation, null, 2)}\n`);
    return exitCodes.ok;
  }
  const { renderExplanation } = await import('../../render/explain/explain.ts');
  const { width, isColored } = terminal;
  io.stdout.write(renderExplanation(explanation, { lang: flags.lang, width, isColored }));
  return exitCodes.ok;
}
