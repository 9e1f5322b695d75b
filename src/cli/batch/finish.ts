import path from 'node:path';
import { groupingsOf } from '../../batch/grouped-by.ts';
import { makeIndex } from '../../batch/make-index.ts';
import { type BatchIndex, type GroupRow, groupStates } from '../../model/batch.ts';
import { exitCodes } from '../../model/exit-code.ts';
import { targetsOf } from '../../model/outline.ts';
import type { Plan } from '../../model/plan.ts';
import { batchWords } from '../../render/words/batch.ts';
import { runWords } from '../../render/words/run.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import { isError } from '../../values/problem.ts';
import type { Io } from '../io.ts';
import { sayProblems } from '../say-problems.ts';
import { sayTables } from '../say-tables.ts';
import type { Settings } from '../settings.ts';
import { isStale } from '../stale.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';
import type { BatchContext } from './context.ts';
import { type IndexOutput, writeIndex } from './index-outputs.ts';
import { countLeftOver } from './left-over.ts';
import { type BatchResult, exitOf, rowsOf } from './run.ts';

export interface Ended {
  readonly code: number;
  /** What a later run can go on from. Where something could not be read, the groups that were judged nevertheless. */
  readonly kept: 'nothing' | 'groups' | 'finished';
}

export interface FinishOptions {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  /** The day was given by a flag of this run: then no warning that it is long ago. One in a config file grows old unseen. */
  readonly isDayGiven: boolean;
  /** Groups that the table shows at most. */
  readonly most: number;
  /** Says what was found, once it is known how many targets are left out. */
  readonly sayFound: (leftOut: number) => void;
}

/** Groups that a list on a terminal shows; a file or a pipe gets all. */
const MOST_ON_TERMINAL = 40;

/** Groups that the table shows. */
export function mostShown(top: string | undefined, { stdout }: Io): number {
  if (top === undefined) return stdout.isTTY ? MOST_ON_TERMINAL : Infinity;
  if (/^[1-9]\d{0,8}$/.test(top)) return Number(top);
  throw new UserError(usageOfFlags.noTop(top));
}

export async function finish(
  result: BatchResult,
  context: BatchContext,
  plans: readonly Plan[],
  indexes: readonly IndexOutput[],
  { settings, terminal, isQuiet, isVerbose, isDayGiven, most, sayFound }: FinishOptions,
  io: Io,
): Promise<Ended> {
  const refused: Ended = { code: exitCodes.cannotCheck, kept: 'nothing' };
  await sayProblems(result.problems, settings.lang, io, terminal);
  const ofTables = result.tally ? [{ file: batchWords[settings.lang].allTables, tally: result.tally }] : [];
  sayTables(ofTables, { lang: settings.lang, isVerbose, isQuiet }, io);
  for (const bug of result.bugs) io.stderr.write(`${runWords[settings.lang].bug(version, bug)[0]}\n`);
  if (!result.isJudged) return refused;
  const rows = rowsOf(result);
  if (!rows.some(({ state }) => state !== 'nothing-to-judge')) {
    io.stderr.write(`shanxi-plan: ${runWords[settings.lang].nothingToJudge}\n`);
    return refused;
  }
  const { plan, groupedBy, recorded, knownBy = null } = context;
  const index = makeIndex({
    ...result,
    rows,
    plan: groupedBy.plan ? null : plan,
    version,
    by: groupingsOf(groupedBy),
    knownBy,
    settings: [...recorded],
    exitCode: exitOf(rows, result),
  });
  sayFound(index.policy.leftOut);
  const options = { lang: settings.lang, width: terminal.width, isColored: terminal.isColored };
  await writeIndex(indexes, index, { ...options, most }, context.outputFolder, io);
  if (!isQuiet) summarize(index, settings, io);
  if (!isQuiet && !isDayGiven && groupedBy.period === null) tellStale(rows, plans, settings, io);
  if (!isQuiet && context.outputFolder !== undefined)
    await tellLeftOver(context.outputFolder, rows, indexes, settings, io);
  return { code: index.exit.code, kept: keptOf(rows, result) };
}

function keptOf(rows: readonly GroupRow[], { problems }: BatchResult): Ended['kept'] {
  if (rows.some(({ state }) => state === 'failed' || state === 'incomplete')) return 'groups';
  return problems.some(isError) ? 'nothing' : 'finished';
}

function summarize({ totals, exit }: BatchIndex, { lang }: Settings, { stderr }: Io): void {
  const states = groupStates.flatMap(state => (totals.states[state] ? [[state, totals.states[state]] as const] : []));
  stderr.write(`shanxi-plan: ${batchWords[lang].summary(totals.groups, states, exit.code)}\n`);
}

/** Warns of figures that are long past; a group of a period names its day and needs no warning. */
function tellStale(rows: readonly GroupRow[], plans: readonly Plan[], { lang }: Settings, io: Io): void {
  const stale = plans.flatMap(plan => {
    const indicators = new Set(targetsOf(plan).map(({ target }) => target.indicator));
    const own = rows.filter(row => row.plan === null || row.plan === plan.id);
    return own.flatMap(row => (row.asOf !== null && isStale(plan, indicators, row.asOf, io.today()) ? row.asOf : []));
  });
  const [oldest] = stale.toSorted();
  if (oldest !== undefined)
    io.stderr.write(`shanxi-plan: ${batchWords[lang].old(stale.length, rows.length, oldest)}\n`);
}

async function tellLeftOver(
  outputFolder: string,
  rows: Parameters<typeof countLeftOver>[1],
  indexes: readonly IndexOutput[],
  { lang }: Settings,
  { cwd, stderr }: Io,
): Promise<void> {
  const count = await countLeftOver(outputFolder, rows, indexes, cwd);
  const folder = path.relative(cwd, outputFolder) || '.';
  if (count > 0) stderr.write(`shanxi-plan: ${batchWords[lang].left(count, folder)}\n`);
}
