import { Option } from 'commander';
import { mistakesIn } from '../../check/mistakes.ts';
import { type PeriodLength, periodLengths } from '../../model/batch.ts';
import { exitCodes } from '../../model/exit-code.ts';
import type { Mistake } from '../../model/mistake.ts';
import type { Plan } from '../../model/plan.ts';
import { indexFormatIds } from '../../render/batch/registry.ts';
import { formatIds } from '../../render/registry.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import { isError, type Problem } from '../../values/problem.ts';
import type { AddCommand } from '../add-command.ts';
import { parseBy } from '../batch/by-flag.ts';
import type { BatchContext } from '../batch/context.ts';
import { finish, mostShown } from '../batch/finish.ts';
import { noteFinished } from '../batch/finished-run.ts';
import { formatsOf, outputFolderIn } from '../batch/folder.ts';
import { inWorkFolder } from '../batch/in-work-folder.ts';
import { indexOutputs } from '../batch/index-outputs.ts';
import { confirmHeld } from '../batch/lock.ts';
import { plansOf } from '../batch/named-plans.ts';
import { partsOf, settingsInIds } from '../batch/parts.ts';
import { resultOf } from '../batch/result-of.ts';
import { sizeOf } from '../batch/size.ts';
import { workerCount } from '../batch/worker-count.ts';
import { findNames } from '../find-files.ts';
import { collect, type SettingFlags } from '../flags.ts';
import { helpText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { type LimitFlags, limitsOf } from '../limit-flags.ts';
import { type LoadedSettings, loadSettings, sayWhere } from '../load-settings.ts';
import { gateOptions, judgingOptions, runOptions } from '../options.ts';
import { sayingFound } from '../say-found.ts';
import { sayMistakes } from '../say-mistakes.ts';
import { sayProblems } from '../say-problems.ts';
import type { Settings } from '../settings.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { loadWaivers } from '../waiver-file.ts';

interface BatchFlags extends SettingFlags, LimitFlags {
  readonly by: string;
  readonly period: PeriodLength;
  readonly index?: readonly string[];
  readonly top?: string;
  readonly outputDir?: string;
  readonly resume?: boolean;
  readonly keepGoing?: boolean;
  readonly allFigures?: boolean;
  readonly duckdb?: boolean;
  readonly workers?: string;
  readonly config?: string | false;
  readonly exitZero?: boolean;
  readonly width?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

const EXAMPLES = helpText('Examples:', [
  'shanxi-plan batch reports/ --by region,period --output-dir out/',
  'shanxi-plan batch reports/ --by file --format json --format junit --output-dir out/ --resume',
  'shanxi-plan batch panel.csv --plan plan.yaml --by region --index csv=index.csv',
]);

export const batchCommand: AddCommand = (program, io, done) => {
  const command = program
    .command('batch')
    .description('one analysis for every plan, region, period or file, and an index of them, worst first')
    .argument('<path...>', 'report files, folders or patterns; tables may be of any size')
    .requiredOption('--by <what>', 'plan, file, region, period, or several: region,period')
    .addOption(new Option('--period <length>', 'length of a period').choices(periodLengths).default('month'))
    .option(
      '--plan <name or file>',
      'the plan to check against (default: the Shanxi plan); with --by plan those that are not shipped, repeatable',
      collect,
    )
    .option('--region <id>', "the region that is judged where --by names none (default: the plan's own)")
    .option('--output-dir <folder>', 'where each group is written, with index.json; without it only the index is made')
    .option('--format <name>', `of the groups: ${formatIds.join(', ')}; repeatable (default: json)`, collect)
    .option('--index <name[=file]>', `of the index: ${indexFormatIds.join(', ')}; repeatable (default: table)`, collect)
    .option(
      '--top <count>',
      'groups that the table of the index shows, worst first (default: 40 on a terminal, else all)',
    )
    .addOption(new Option('--since <file>').hideHelp())
    .option('--resume', 'go on with an interrupted run in the same --output-dir')
    .option('--keep-going', 'judge the rest where something cannot be read; the groups that may lack it say so')
    .option('--all-figures', 'list also the figures of long series that cannot change anything')
    .option('--no-duckdb', 'read large tables row by row, though DuckDB is installed')
    .option(
      '--workers <count>',
      'threads beside the main one; 0 for none (default: one, or as many as the work needs)',
    );
  return runOptions(gateOptions(judgingOptions(command)))
    .addHelpText('before', EXAMPLES)
    .action((paths: string[], flags: BatchFlags) => done(runBatch(paths, flags, io)));
};

/** Settings that a batch does not heed: a ratchet is of one analysis. */
const UNUSED = ['since'];

async function runBatch(paths: readonly string[], flags: BatchFlags, io: Io): Promise<number> {
  const { format: _, ...settingFlags } = flags;
  if (flags.since !== undefined) throw new UserError(usageOfFlags.sinceOfBatch());
  const loaded = await loadSettings(paths, settingFlags, io);
  const config = { ...loaded, recorded: loaded.recorded.filter(({ key }) => !UNUSED.includes(key)) };
  return sayingFound(config, io, sayFound => runAll(config, flags, sayFound, io));
}

async function runAll(
  loaded: LoadedSettings,
  flags: BatchFlags,
  sayFound: (leftOut: number) => void,
  io: Io,
): Promise<number> {
  const { settings, from, problems: ofConfig } = loaded;
  const terminal = terminalOf(flags, io);
  const asked = askedOf(flags, io);
  const say = (problems: readonly Problem[]) => sayProblems(problems, settings.lang, io, terminal);
  if (ofConfig.some(isError)) {
    await say(ofConfig);
    return exitCodes.cannotCheck;
  }
  const named = await readNamed(loaded, flags, asked.groupedBy, io);
  const before = [...ofConfig, ...named.problems];
  await say(before);
  if (named.plans.length === 0 || before.some(isError)) return exitCodes.cannotCheck;
  const mistakes = named.plans.flatMap(({ plan }) => mistakesOf(plan, settingsInIds(plan, settings), asked.groupedBy));
  if (mistakes.length > 0) {
    sayMistakes(mistakes, settings.lang, io);
    return exitCodes.cannotCheck;
  }
  const size = sizeOf(named.files, io.cwd);
  const parts = await partsOf({ loaded, flags, asked, named, terminal, size }, io);
  const workers = workerCount(flags.workers, named.files.length, size.bytes);
  const isResumed = flags.resume ?? false;
  const shown = {
    settings,
    terminal,
    isQuiet: flags.quiet ?? false,
    isVerbose: flags.verbose ?? false,
    isDayGiven: from.as_of === 'flag',
    most: mostShown(flags.top, io),
    sayFound,
  };
  if (flags.verbose) sayWhere(loaded, io);
  const [{ context } = {}] = parts;
  if (!context) return exitCodes.cannotCheck;
  const guard = workers > 0 ? io.guard : undefined; // else the system ends the run, and the next one clears what it leaves
  return inWorkFolder(context, isResumed, guard, async lock => {
    const how = { workers, isResumed, isQuiet: shown.isQuiet, lang: settings.lang };
    const { result, isTaken } = await resultOf(parts, named.left, how, io);
    confirmHeld(lock);
    const plans = named.plans.map(({ plan }) => plan);
    const ended = await finish(result, context, plans, asked.indexes, shown, io);
    if (ended.kept === 'finished' && asked.outputFolder !== undefined && !isTaken) noteFinished(parts, result);
    return ended;
  });
}

/** How figures are grouped, and what is to be written where. */
const askedOf = (flags: BatchFlags, io: Io) => ({
  groupedBy: parseBy(flags.by, flags.period),
  outputFolder: outputFolderIn(flags, io.cwd),
  indexes: indexOutputs(flags, io),
  formats: formatsOf(flags.format ?? ['json']),
});

/** The names of the reports, the plans and the waivers that are named, and what is wrong with them. */
async function readNamed(
  { settings, tables }: Pick<LoadedSettings, 'settings' | 'tables'>,
  flags: BatchFlags,
  groupedBy: BatchContext['groupedBy'],
  io: Io,
) {
  const found = await findNames(settings.reports, io, settings.reach.reports);
  const files = found.paths;
  if (files.includes('-')) throw new UserError(usageOfFlags.batchOfStdin());
  const reports = { files, tables: tables.rules, limits: limitsOf(flags) };
  const { plans, problems: ofPlans } = await plansOf(settings, groupedBy, reports, io);
  if (groupedBy.plan && settings.waivers !== undefined) throw new UserError(usageOfFlags.waiversOfPlans());
  const { waivers, problems: ofWaivers } = await loadWaivers(settings.waivers, plans[0]?.plan, io);
  /** Reports of plans that nobody has: with --keep-going the rest is judged. */
  const left = groupedBy.plan && flags.keepGoing && plans.length > 0 ? ofPlans : [];
  const problems = [...found.problems, ...(left.length > 0 ? [] : ofPlans), ...ofWaivers];
  return { files, plans, waivers, left, problems };
}

/** A batch by region or by file may judge any region; else it is the one that is asked for, or the plan's own. */
function mistakesOf(plan: Plan, settings: Settings, groupedBy: BatchContext['groupedBy']): Mistake[] {
  if (groupedBy.region && settings.region !== undefined) throw new UserError(usageOfFlags.regionOfAll());
  const isAny = groupedBy.region || (groupedBy.file && settings.region === undefined);
  return mistakesIn(plan, { request: settings, policy: settings.policy }, isAny);
}
