import { type Command, Option } from 'commander';
import { targetsOf } from '../../assess/outline.ts';
import { applyGate } from '../../gate/apply.ts';
import { type InputFormat, inputFormats } from '../../input/registry.ts';
import { type MethodId, methodIds } from '../../methods/registry.ts';
import { DEFAULT_POLICY } from '../../model/policy.ts';
import type { Lang } from '../../render/words/words.ts';
import { check, unknownName } from '../check.ts';
import { exitCodes } from '../exit-code.ts';
import { collect, dayFlag, readingsOf } from '../flags.ts';
import type { Io } from '../io.ts';
import { DEFAULT_PLAN } from '../plans.ts';
import { terminalOf } from '../terminal.ts';

export interface ExplainFlags {
  readonly plan: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly method?: MethodId;
  readonly reading?: readonly string[];
  readonly derived: boolean;
  readonly format: 'text' | 'json';
  readonly inputFormat: InputFormat;
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
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
    .option('--reading <target=name>', 'fix how an ambiguous target is read; repeatable', collect)
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
    readings: readingsOf(flags.reading ?? []),
    direct: !flags.derived,
    stdinFormat: flags.inputFormat,
  };
  const { analysis: ungated, problems, subject } = await check(request, io);
  if (problems.length > 0) {
    const { renderProblems } = await import('../../render/problems.ts');
    io.stderr.write(renderProblems(problems, { lang: flags.lang, isColored: terminal.isErrColored }));
  }
  if (!ungated || !subject) return exitCodes.cannotCheck;
  const analysis = applyGate(ungated, { policy: DEFAULT_POLICY, waivers: [], since: null });
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
