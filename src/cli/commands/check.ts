import { check } from '../../check/check.ts';
import { updated } from '../../gate/ratchet.ts';
import { limitsOver } from '../../input/document/limits.ts';
import type { InputFormat } from '../../input/source/registry.ts';
import type { Analysis } from '../../model/analysis.ts';
import { exitCodes } from '../../model/exit-code.ts';
import type { Plan } from '../../model/plan.ts';
import type { Policy } from '../../model/policy.ts';
import type { Since } from '../../model/since.ts';
import { formatIds } from '../../render/registry.ts';
import { renderSince } from '../../render/since.ts';
import { wordsIn } from '../../render/words/registry.ts';
import { runWords } from '../../render/words/run.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import type { Words } from '../../render/words/words.ts';
import { isError, type Problem } from '../../values/problem.ts';
import type { AddCommand } from '../add-command.ts';
import { collect, type SettingFlags } from '../flags.ts';
import { refusalFor, stopping } from '../found-outputs.ts';
import { helpText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { langOfRun } from '../lang-of-environment.ts';
import { type LimitFlags, limitsOf } from '../limit-flags.ts';
import { type LoadedSettings, loadSettings, sayWhere } from '../load-settings.ts';
import { gateOptions, inputFormatOption, judgingOptions, runOptions, tableOptions } from '../options.ts';
import { type Output, parseOutputs, protectFiles, writeOutputs } from '../outputs.ts';
import { refuseOwnFiles } from '../own-outputs.ts';
import { withProgress } from '../progress.ts';
import { readInputs } from '../read-inputs.ts';
import { sayingFound, sayWritten } from '../say-found.ts';
import { sayMistakes } from '../say-mistakes.ts';
import { sayProblems } from '../say-problems.ts';
import { sayTables } from '../say-tables.ts';
import type { Settings } from '../settings.ts';
import { loadSince, updateLines } from '../since-file.ts';
import { isStale } from '../stale.ts';
import { type TableFlags, type Terminal, tableLayout, terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { loadWaivers } from '../waiver-file.ts';
import { writeWhole } from '../write-output.ts';

interface CheckFlags extends SettingFlags, LimitFlags, TableFlags {
  readonly inputFormat: InputFormat;
  readonly config?: string | false;
  readonly update?: boolean;
  readonly watch?: boolean;
  readonly exitZero?: boolean;
  readonly width?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

export const checkCommand: AddCommand = (program, io, done) => {
  const command = program
    .command('check')
    .description('judge every target of a plan by the figures in reports, and put the result through a gate')
    .argument('[report...]', 'report files, folders, patterns, or - for standard input')
    .option('--plan <name or file>', 'the plan to check against (default: the Shanxi plan)')
    .option('--region <id>', "the region that is judged (default: the plan's own)")
    .option('--watch', 'check again when an input changes, until Ctrl-C');
  judgingOptions(command).addOption(inputFormatOption());
  gateOptions(command)
    .option('--since <file>', 'ratchet: what failed there does not fail again unless it got worse')
    .option('--update', 'write to the file of --since how each target stands now')
    .optionsGroup('How it looks:')
    .option(
      '--format <name[=file]>',
      `${formatIds.join(', ')}; repeatable, each to its own file (default: table)`,
      collect,
    );
  return runOptions(tableOptions(command))
    .addHelpText('before', EXAMPLES)
    .action((reports: string[], flags: CheckFlags) => done(runCheck(reports, flags, io)));
};

const EXAMPLES = helpText('Examples:', [
  'shanxi-plan check reports/ --as-of today',
  'shanxi-plan check "2023-*.yaml" --lang zh',
  'shanxi-plan check reports/ --format table --format junit=out/junit.xml --fail-on behind',
]);

async function runCheck(reports: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  if (!flags.watch) return checkOnce(reports, flags, io);
  if (flags.update) throw new UserError(usageOfFlags.watchAndUpdate());
  const { watch } = await import('../watch.ts');
  const lang = langOfRun(flags.lang, io);
  return watch({ load: () => loadSettings(reports, flags, io), run: own => checkOnce(reports, flags, own), lang }, io);
}

async function checkOnce(reports: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  const loaded = await loadSettings(reports, flags, io);
  if (flags.verbose) sayWhere(loaded, io);
  return sayingFound(loaded, io, sayFound => checkAll(loaded, flags, sayFound, io));
}

async function checkAll(
  loaded: LoadedSettings,
  flags: CheckFlags,
  sayFound: (leftOut: number) => void,
  io: Io,
): Promise<number> {
  const { settings, recorded } = loaded;
  const terminal = terminalOf(flags, io);
  const outputs = parseOutputs(settings.formats);
  const refusal = await refusalFor(outputs, settings, flags.update ?? false, io);
  const written = [...outputs.map(({ file }) => file), settings.since];
  const refused = [...loaded.problems, ...written.flatMap(file => (file == null ? [] : (refusal(file) ?? [])))];
  if (refused.some(isError)) return cannotCheck(refused, settings, terminal, io);
  if (settings.reports.length === 0) throw new UserError(usageOfFlags.noReport());
  const named = { ...settings, tables: loaded.tables, stdinFormat: flags.inputFormat, limits: limitsOf(flags) };
  const { subject, plan, problems, size, tallies } = await withProgress(runWords[settings.lang].doing.reading, io, () =>
    readInputs(named, io),
  );
  const { waivers, problems: ofWaivers } = await loadWaivers(settings.waivers, plan, io);
  const all = [...loaded.problems, ...ofWaivers, ...problems];
  const { quiet: isQuiet = false, verbose: isVerbose = false } = flags;
  sayTables(tallies, { lang: settings.lang, isVerbose, isQuiet }, io);
  if (!subject || all.some(isError)) return cannotCheck(all, settings, terminal, io);
  await sayProblems(all, settings.lang, io, terminal);
  const since = await loadSince(settings.since, flags.update ?? false, io);
  const policy = { ...settings.policy, exitZero: flags.exitZero ?? false };
  const { analysis, mistakes } = check(
    subject,
    { ...settings, limits: limitsOver(named.limits, size) },
    { policy, settings: recorded, waivers, since },
  );
  if (!analysis) {
    sayMistakes(mistakes, settings.lang, io);
    return exitCodes.cannotCheck;
  }
  sayFound(analysis.gate.policy.leftOut);
  const kept = since?.kept;
  const run = { settings, flags, config: loaded.file };
  await writeAll(analysis, { outputs, kept, stop: stopping(refusal), terminal }, run, io);
  sayOld(analysis, subject.plan, loaded, io);
  if (!isQuiet) summarize(analysis, loaded, flags.update ? { policy, since: kept } : undefined, io);
  return analysis.exit.code;
}

interface CheckRun {
  readonly settings: Settings;
  readonly flags: CheckFlags;
  readonly config: string | null;
}

interface Destinations {
  readonly outputs: readonly Output[];
  /** How targets stood before, where this run is to say how they stand now. */
  readonly kept: Since | undefined;
  readonly stop: ReturnType<typeof stopping>;
  readonly terminal: Terminal;
}

/** Each format, and then the ratchet. */
async function writeAll(
  analysis: Analysis,
  { outputs, kept, stop, terminal: { width, isColored } }: Destinations,
  run: CheckRun,
  io: Io,
): Promise<void> {
  const { settings, flags } = run;
  protectInputs(outputs, analysis, run, io);
  await writeOutputs(outputs, analysis, { lang: settings.lang, width, isColored, ...tableLayout(flags) }, io, stop);
  const toFiles = outputs.flatMap(({ file }) => (file === null ? [] : [file]));
  sayWritten('format', toFiles, settings, io);
  if (!flags.update || !settings.since) return;
  await writeWhole(settings.since, renderSince(updated(kept, analysis)), io, stop);
  sayWritten('since', [settings.since], settings, io);
}

/** No output may take the place of what was read, nor be read as a report by the next run. */
function protectInputs(
  outputs: readonly Output[],
  analysis: Analysis,
  { settings, flags, config }: CheckRun,
  io: Io,
): void {
  const files = inputFiles(analysis, settings, config);
  const inputs = { args: settings.reports, files };
  protectFiles(outputs, files, io);
  refuseOwnFiles('--format', outputs, inputs, io.cwd);
  if (flags.update) refuseOwnFiles('--since', [{ file: settings.since ?? null }], inputs, io.cwd);
}

/** Every file that this run has read; the shipped plan lies elsewhere. */
const inputFiles = ({ inputs }: Analysis, { waivers, since }: Settings, config: string | null): string[] =>
  [...inputs.map(({ path }) => path), waivers ?? '-', since ?? '-', config ?? '-'].filter(name => name !== '-');

async function cannotCheck(
  problems: readonly Problem[],
  { lang }: Settings,
  terminal: Terminal,
  io: Io,
): Promise<number> {
  await sayProblems(problems, lang, io, terminal);
  return exitCodes.cannotCheck;
}

/** What a verdict is worth is said whatever is silenced. */
function sayOld({ asOf, assessments }: Analysis, plan: Plan, { settings, from }: LoadedSettings, io: Io): void {
  const judged = new Set(assessments.map(({ indicator }) => indicator));
  if (from.as_of !== 'flag' && isStale(plan, judged, asOf, io.today()))
    io.stderr.write(`shanxi-plan: ${wordsIn(settings.lang).old(asOf)}\n`);
}

/** The lines on standard error that end a run; `written` where it wrote a file for `--since`, with what that held before. */
function summarize(
  analysis: Analysis,
  { settings }: LoadedSettings,
  written: { readonly policy: Policy; readonly since: Since | undefined } | undefined,
  io: Io,
): void {
  const words = wordsIn(settings.lang);
  const { gate, assessments } = analysis;
  const lines = [
    ...gate.waivers.flatMap(waiver => (waiver.state === 'used' ? [] : [words.waiver[waiver.state](waiver)])),
    ...(written
      ? updateLines(settings.since ?? '', analysis, written.policy, written.since, words)
      : assessments.flatMap(({ change, target }) => (change === 'better' ? [words.improved(target)] : []))),
    lastLine(analysis, words),
  ];
  io.stderr.write(lines.map(line => `shanxi-plan: ${line}\n`).join(''));
}

/** Names that the last line holds. */
const MOST_NAMED = 5;

/** What a log is read for stands last: how it ended, and which targets fail. */
function lastLine({ exit, assessments }: Analysis, words: Words): string {
  const why = words.exit[exit.reason]({ count: exit.count });
  const failing = exit.reason === 'failing' ? assessments.filter(({ gate }) => gate === 'fail') : [];
  const names = failing.slice(0, MOST_NAMED).map(({ target }) => target);
  const more = failing.length > MOST_NAMED ? [words.screen.more(failing.length - MOST_NAMED)] : [];
  return words.ended(names.length === 0 ? why : words.said(why, words.counts([...names, ...more])), exit.code);
}
