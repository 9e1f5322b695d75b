import { Option } from 'commander';
import { limitsOver } from '../../input/document/limits.ts';
import type { InputFormat } from '../../input/source/registry.ts';
import { exitCodes } from '../../model/exit-code.ts';
import { jsonPieces } from '../../render/escape/json.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import { isError } from '../../values/problem.ts';
import type { AddCommand } from '../add-command.ts';
import { type CodeFlags, explainCode, unknownTargetOrCode } from '../explain-code.ts';
import { exitCodesText, helpText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { type LimitFlags, limitsOf } from '../limit-flags.ts';
import { loadSettings } from '../load-settings.ts';
import { displayOptions, evidenceOptions, inputFormatOption, limitOptions } from '../options.ts';
import { loadPlan } from '../plans.ts';
import { readInputs } from '../read-inputs.ts';
import { sayFoundOfJudging } from '../say-found.ts';
import { sayMistakes } from '../say-mistakes.ts';
import { sayProblems } from '../say-problems.ts';
import { onePlan } from '../settings.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';

interface ExplainFlags extends CodeFlags, LimitFlags {
  readonly inputFormat: InputFormat;
}

export const explainCommand: AddCommand = (program, io, done) => {
  const command = program
    .command('explain')
    .description(
      'show, step by step and in plain words, how the verdict on one target comes about, or what a code means',
    )
    .argument(
      '<target or code>',
      'a target, or what has only one: an indicator, a measure or a task; a code that some output names, such as [bad-quantity]',
    )
    .argument('[report...]', 'report files, folders, patterns, or - for standard input')
    .option('--plan <name or file>', 'the plan that the target belongs to (default: the Shanxi plan)')
    .option('--region <id>', "the region that is judged (default: the plan's own)");
  evidenceOptions(command)
    .addOption(inputFormatOption())
    .optionsGroup('How it looks:')
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'));
  return displayOptions(limitOptions(command))
    .addHelpText(
      'before',
      helpText('Examples:', [
        'shanxi-plan explain 5g-stations-2025 reports/',
        'shanxi-plan explain pue-2025 metrics.yaml --lang zh',
        'shanxi-plan explain bad-quantity',
      ]),
    )
    .addHelpText(
      'after',
      exitCodesText(
        [
          [0, 'explained, whatever the verdict'],
          [2, 'neither a target nor a code, or an input cannot be read'],
        ],
        ['A target comes before a code of its name, which "code:<name>" asks for.'],
      ),
    )
    .action((target: string, reports: string[], flags: ExplainFlags) => done(runExplain(target, reports, flags, io)));
};

/** An explanation is no gate: it ends with 0 whatever the verdict, and with 2 where there is none. */
const runExplain = async (name: string, reports: readonly string[], flags: ExplainFlags, io: Io): Promise<number> =>
  (await explainCode(name, flags, io)) ?? explainTarget(name, reports, flags, io);

async function explainTarget(name: string, reports: readonly string[], flags: ExplainFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const { format, ...given } = flags;
  const loaded = await loadSettings(reports, given, io);
  const { settings, problems: misread } = loaded;
  sayFoundOfJudging(loaded, io);
  const { lang } = settings;
  await sayProblems(misread, lang, io, terminal);
  if (misread.some(isError)) return exitCodes.cannotCheck;
  if (settings.reports.length === 0) {
    const { plan } = await loadPlan(onePlan(settings), io);
    const { targetsNamed } = await import('../../check/mistakes.ts');
    if (plan && targetsNamed(plan, name).length === 0) throw await unknownTargetOrCode(name, plan);
    throw new UserError(usageOfFlags.nothingToExplain());
  }
  const named = { ...settings, tables: loaded.tables, stdinFormat: flags.inputFormat, limits: limitsOf(flags) };
  const { subject, problems, size } = await readInputs(named, io);
  await sayProblems(problems, lang, io, terminal);
  if (!subject) return exitCodes.cannotCheck;
  const { explained } = await import('../../check/explained.ts');
  const request = { ...named, only: [], skip: [], limits: limitsOver(named.limits, size) };
  const { explanation, mistakes } = explained(subject, request, name);
  if (!explanation) {
    if (mistakes.some(({ setting, code }) => setting === 'target' && code === 'no-such-target'))
      throw await unknownTargetOrCode(name, subject.plan);
    sayMistakes(mistakes, lang, io);
    return exitCodes.cannotCheck;
  }
  if (format === 'json') {
    for (const piece of jsonPieces(explanation, 2)) io.stdout.write(piece);
    io.stdout.write('\n');
    return exitCodes.ok;
  }
  const { renderExplanation } = await import('../../render/explain/explain.ts');
  const { width, isColored } = terminal;
  io.stdout.write(renderExplanation(explanation, { lang, width, isColored }));
  return exitCodes.ok;
}
