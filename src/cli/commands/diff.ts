import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { NO_GATE } from '../../check/analyse.ts';
import { analyseOrRefuse } from '../../check/check.ts';
import { compareKept } from '../../check/compare-kept.ts';
import { limitsFor } from '../../input/document/limits.ts';
import type { Analysis } from '../../model/analysis.ts';
import { type Change, changes } from '../../model/change.ts';
import type { Comparisons } from '../../model/comparison.ts';
import { exitCodes } from '../../model/exit-code.ts';
import type { PolicySetting } from '../../model/policy-setting.ts';
import type { Since } from '../../model/since.ts';
import { renderDiff } from '../../render/diff.ts';
import { usageOfCommands } from '../../render/words/usage-commands.ts';
import { usageOfFiles } from '../../render/words/usage-files.ts';
import type { Lang } from '../../render/words/words.ts';
import type { AddCommand } from '../add-command.ts';
import { readAnalysis, readKept } from '../analysis-file.ts';
import { collect, dayFlag } from '../flags.ts';
import { exitCodesText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { langOption, textOptions } from '../options.ts';
import { DEFAULT_PLAN } from '../plans.ts';
import { readInputs } from '../read-inputs.ts';
import { sayMistakes } from '../say-mistakes.ts';
import { sayProblems } from '../say-problems.ts';
import { shownPath } from '../shown-path.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';

interface DiffFlags {
  readonly plan: string;
  readonly asOf?: string;
  readonly failOn?: readonly Change[];
  readonly format: 'table' | 'json';
  readonly exitZero?: boolean;
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
}

const changeNames = Object.keys(changes) as Change[];

/** What fails a comparison unless the user says otherwise: a slip, and a target that silently went away. */
const SLIPS: readonly Change[] = ['worse', 'gone'];

export const diffCommand: AddCommand = (program, io, done) =>
  textOptions(
    program
      .command('diff')
      .description('what became of every target between two analyses, or two sets of reports')
      .argument('<old>', 'an analysis that --format json wrote, what --update wrote, or reports')
      .argument('<new>', 'the later one: an analysis, or reports')
      .option('--plan <name or file>', 'the plan that reports are checked against', DEFAULT_PLAN)
      .option('--as-of <day>', 'the day of both analyses made from reports (default: the latest day each reports)')
      .addOption(
        new Option('--fail-on <change>', `what exits 1; repeatable (default: ${SLIPS.join(', ')})`)
          .choices(changeNames)
          .argParser(collectChange),
      )
      .option('--exit-zero', 'exit 0 instead of 1 or 3')
      .addOption(new Option('--format <format>', 'output format').choices(['table', 'json']).default('table'))
      .addOption(langOption().default('en')),
    'table',
  )
    .addHelpText(
      'after',
      exitCodesText([
        [0, 'no slip'],
        [1, 'a target got worse or went away'],
        [2, 'could not compare'],
        [3, 'no slip, but a target is newly undecided'],
      ]),
    )
    .action((before: string, after: string, flags: DiffFlags) => done(runDiff(before, after, flags, io)));

function collectChange(text: string, before: readonly Change[] | undefined): Change[] {
  const change = changeNames.find(each => each === text);
  if (!change) throw new UserError(usageOfCommands.unknownChange({ name: text, allowed: changeNames }));
  return collect(change, before) as Change[];
}

async function runDiff(before: string, after: string, flags: DiffFlags, io: Io): Promise<number> {
  const { width, isColored } = terminalOf(flags, io);
  const old = (await keptIn(before, io)) ?? (await analysisOf(before, flags, io));
  const now = await analysisOf(after, flags, io);
  const { comparisons, mistakes } = compareKept({ file: before, kept: old }, { file: after, kept: now });
  if (!comparisons) {
    sayMistakes(mistakes, flags.lang, io);
    return exitCodes.cannotCheck;
  }
  const settings = settingsOf(flags, io);
  const output =
    flags.format === 'json'
      ? `${JSON.stringify({ schemaVersion: DIFF_SCHEMA_VERSION, settings, ...comparisons }, null, 2)}\n`
      : renderDiff(comparisons, settings, { lang: flags.lang, width, isColored });
  io.stdout.write(output);
  return flags.exitZero ? exitCodes.ok : exitOf(comparisons, flags.failOn ?? SLIPS);
}

const DIFF_SCHEMA_VERSION = 1;

/** What of the comparison itself was set: by flags alone, since it reads no config. */
function settingsOf({ plan, asOf, failOn, exitZero }: DiffFlags, { cwd }: Io): PolicySetting[] {
  const given: Readonly<Record<string, readonly string[] | undefined>> = {
    plan: plan === DEFAULT_PLAN ? undefined : [shownPath(plan, cwd)],
    as_of: asOf === undefined ? undefined : [asOf],
    fail_on: failOn,
    exit_zero: exitZero ? [] : undefined,
  };
  return Object.entries(given).flatMap(([key, values]) =>
    values ? [{ key, values: [...values], origin: 'flag', file: null }] : [],
  );
}

function exitOf({ counts }: Comparisons, failOn: readonly Change[]): number {
  if (failOn.some(change => counts[change])) return exitCodes.failing;
  return counts['newly-undecided'] ? exitCodes.undecided : exitCodes.ok;
}

const isJsonFile = async (name: string, { cwd }: Io): Promise<boolean> =>
  name.endsWith('.json') &&
  !(await stat(path.resolve(cwd, name)).then(
    stats => stats.isDirectory(),
    () => false,
  ));

/** What an earlier run left: an analysis, or the ratchet that --update wrote. */
async function keptIn(name: string, io: Io): Promise<Analysis | Since | undefined> {
  if (!(await isJsonFile(name, io))) return undefined;
  return readKept(name, io);
}

/** An analysis as it was written, or one made now from reports. */
async function analysisOf(name: string, flags: DiffFlags, io: Io): Promise<Analysis> {
  if (await isJsonFile(name, io)) return readAnalysis(name, io);
  const given = {
    reports: [name],
    plans: [flags.plan],
    stdinFormat: 'yaml' as const,
    limits: limitsFor(),
  };
  const { subject, problems } = await readInputs(given, io);
  if (!subject) {
    await sayProblems(problems, flags.lang, io);
    throw new UserError(usageOfFiles.notChecked(name));
  }
  const { analysis, mistakes } = analyseOrRefuse(subject, { asOf: dayFlag('--as-of', flags.asOf, io) }, NO_GATE);
  if (analysis) return analysis;
  sayMistakes(mistakes, flags.lang, io);
  throw new UserError(usageOfFiles.notChecked(name));
}
