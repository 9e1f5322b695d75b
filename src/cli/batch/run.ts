import { periodsFrom } from '../../batch/period.ts';
import { type RegionGroups, regionGroups, silentRegions } from '../../batch/region-groups.ts';
import { joinTallies, type TableTally } from '../../input/document/tally.ts';
import type { GroupRow } from '../../model/batch.ts';
import { exitCodes, strongestExit } from '../../model/exit-code.ts';
import { isError, type Problem } from '../../values/problem.ts';
import { refuseBeyond } from '../most.ts';
import type { BatchProgress } from '../progress.ts';
import { mappingsFor } from '../tables.ts';
import type { BatchContext } from './context.ts';
import type { Crew } from './crew.ts';
import { cut, isCut } from './cut.ts';
import type { PartitionRequest } from './judge-files.ts';
import type { Finished } from './judge-group.ts';
import { readPanel } from './panel.ts';
import { nothingOf, ofNamedRegions } from './read-figures.ts';
import { type FigureSource, joinSummaries, type ReadSummary, summaryOf } from './read-files.ts';
import { clearSpills, partitionOf, writtenTo } from './spill.ts';

/** What a batch brought, before its index is made. */
export interface BatchResult {
  /** Each a finished group as JSON. */
  readonly groups: readonly string[];
  /** Digests of the files that were judged, as they were when they were read. */
  readonly read: Readonly<Record<string, string>>;
  /** Figures by region; none where files were judged one by one. */
  readonly regions: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly bugs: readonly string[];
  readonly invented: readonly string[];
  readonly silentRegions: readonly string[];
  /** False where an error in the input kept everything from being judged. */
  readonly isJudged: boolean;
  /** What became of the cells of all tables. */
  readonly tally: TableTally | undefined;
}

/** What several runs brought together, and what was wrong before them. */
export const joinResults = (results: readonly BatchResult[], problems: readonly Problem[]): BatchResult => ({
  groups: results.flatMap(({ groups }) => groups),
  read: Object.assign({}, ...results.map(({ read }) => read)),
  regions: Object.assign({}, ...results.map(({ regions }) => regions)),
  problems: [...problems, ...results.flatMap(each => each.problems)],
  bugs: results.flatMap(({ bugs }) => bugs),
  invented: results.flatMap(({ invented }) => invented),
  silentRegions: results.flatMap(each => each.silentRegions),
  isJudged: results.every(({ isJudged }) => isJudged),
  tally: joinTallies(results.map(({ tally }) => tally)),
});

/** Files in one task at most: each task costs a message, and when reading, a write to every partition. */
const MOST_A_TASK = 128;
/** Tasks for each worker at least, so that all are busy to the end. */
const TASKS_A_WORKER = 4;

const filesATask = (files: number, { size }: Crew): number =>
  Math.min(MOST_A_TASK, Math.ceil(files / (size * TASKS_A_WORKER)));

/** One analysis a file: each is read, judged and forgotten, whatever becomes of the others. */
export async function runByFile(
  { limits }: BatchContext,
  files: readonly string[],
  crew: Crew,
  progress: BatchProgress,
): Promise<BatchResult> {
  refuseBeyond('groups', files.length, limits);
  const groups: string[] = [];
  const read: Record<string, string> = {};
  const problems: Problem[] = [];
  const bugs: string[] = [];
  let tally: TableTally | undefined;
  const invented = new Set<string>();
  progress.start('judging', files.length);
  const size = filesATask(files.length, crew);
  await crew.each('judgeFiles', inTasks(files, size), judged => {
    for (const group of judged.groups) groups.push(group);
    refuseBeyond('groups', groups.length, limits);
    Object.assign(read, judged.read);
    for (const problem of judged.problems) problems.push(problem);
    for (const bug of judged.bugs) bugs.push(bug);
    for (const text of judged.invented) invented.add(text);
    tally = joinTallies([tally, judged.tally]);
    progress.add(size);
  });
  const told = { problems, bugs, invented: [...invented], tally };
  return { ...told, groups, read, silentRegions: [], regions: {}, isJudged: true };
}

function* inTasks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** One analysis a region or a period: all files are read first, their figures wait on the disk, group by group. */
export async function runByGroup(
  context: BatchContext,
  files: readonly string[],
  crew: Crew,
  progress: BatchProgress,
  sayRowByRow: (why: string) => void,
): Promise<BatchResult> {
  const { read, digests } = await readAll(context, files, crew, progress, sayRowByRow);
  const { problems, invented, tally } = read;
  const isJudged = context.isKeepGoing || !problems.some(isError);
  const silent = silentRegions(context.plan, new Set(Object.keys(read.regions)));
  const told = { problems, invented, tally };
  const found = {
    ...told,
    silentRegions: silent,
    regions: read.regions,
    isJudged,
    read: { ...read.digests, ...digests },
  };
  if (!isJudged) return { ...found, groups: [], bugs: [] };
  refuseBeyond('groups', mostGroups(context, read), context.limits);
  const requests = requestsOf(context, read, digests, crew.size);
  const groups: string[] = [];
  const bugs: string[] = [];
  progress.start('judging', requests.length);
  await crew.each('judgePartition', requests, judged => {
    for (const group of judged.groups) groups.push(group);
    for (const bug of judged.bugs) bugs.push(bug);
    progress.add(1);
  });
  return { ...found, groups, bugs };
}

interface ReadAll {
  readonly read: ReadSummary;
  /** Of files that were read in pieces. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Large tables through DuckDB where that can be, everything else file by file; what comes out is the same. */
async function readAll(
  context: BatchContext,
  files: readonly string[],
  crew: Crew,
  progress: BatchProgress,
  sayRowByRow: (why: string) => void,
): Promise<ReadAll> {
  progress.start('reading', files.length);
  const panel = await readPanel(context, files);
  if (panel && 'read' in panel) return panel;
  if (panel) sayRowByRow(panel.refused);
  await clearSpills(context.workFolder);
  const digests: Record<string, string> = {};
  const summaries: ReadSummary[] = [];
  const sources = sourcesOf(context, files, filesATask(files.length, crew), progress, {
    done: (file, digest) => {
      digests[file] = digest;
    },
    failed: problem => summaries.push(summaryOf(nothingOf([problem]), context.knownBy)),
  });
  await crew.each('read', sources, summary => summaries.push(summary));
  const read = joinSummaries(summaries);
  return { read: { ...read, lost: ofNamedRegions(read.lost, context.plan, Object.keys(read.regions)) }, digests };
}

/** What becomes of a file that is read in pieces. */
interface Cutting {
  readonly done: (file: string, sha256: string) => void;
  readonly failed: (problem: Problem) => void;
}

async function* sourcesOf(
  { cwd, tables }: BatchContext,
  files: readonly string[],
  size: number,
  progress: BatchProgress,
  { done, failed }: Cutting,
): AsyncGenerator<readonly FigureSource[]> {
  let waiting: string[] = [];
  for (const file of files) {
    if (mappingsFor(tables, file, cwd).length === 0 && (await isCut(file, cwd))) {
      const { pieces, sha256, problem } = cut(file, cwd);
      for await (const piece of pieces) yield [piece];
      const found = problem();
      if (found) failed(found);
      done(file, sha256());
    } else waiting.push(file);
    progress.add(1);
    if (waiting.length < size) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

/** Groups there can be, before anybody knows in which periods a region has figures. */
function mostGroups({ plan, groupedBy, asOf }: BatchContext, { regions, days }: ReadSummary): number {
  if (!groupedBy.region) return 1; // its periods are counted by themselves
  const { listed, concerned } = regionGroups(plan);
  const figures = new Map<string, number>(listed.map(region => [region, 0]));
  for (const [region, count] of Object.entries(regions))
    for (const group of concerned(region)) figures.set(group, (figures.get(group) ?? 0) + count);
  if (groupedBy.period === null || !days) return figures.size;
  const periods = periodsFrom(days.first, asOf ?? days.latest, groupedBy.period);
  return [...figures.values()].reduce((sum, count) => sum + Math.min(count + 1, periods), 0);
}

/** One request a partition; workers that would have nothing to do take periods of the only one. */
function requestsOf(
  context: BatchContext,
  { days, lost, regions, columns, written }: ReadSummary,
  sha256: Readonly<Record<string, string>>,
  workers: number,
): PartitionRequest[] {
  const groups = context.groupedBy.region
    ? wantedGroups(regionGroups(context.plan), Object.keys(regions))
    : [context.region];
  const shares = context.groupedBy.period !== null && !context.groupedBy.region ? workers : 1;
  return Array.from({ length: context.partitions * shares }, (_, index) => {
    const partition = index % context.partitions;
    return {
      groups: groups.filter(group => partitionOf(group, context.partitions) === partition),
      days,
      lost,
      sha256,
      columns,
      share: { index: Math.floor(index / context.partitions), of: shares },
      written: writtenTo(partition, written),
    };
  });
}

/** Regions with a target, whether anything was reported for them or not, and reported regions without one. */
const wantedGroups = ({ listed, concerned }: RegionGroups, reported: readonly string[]): string[] => [
  ...new Set([...listed, ...reported.filter(region => !concerned(region).includes(region))]),
];

/** The rows of the index. Figures of a region without a target were counted, but kept for nobody. */
export const rowsOf = ({ groups, regions }: BatchResult): GroupRow[] =>
  groups.map(text => {
    const { row } = JSON.parse(text) as Finished;
    return row.state === 'nothing-to-judge' ? { ...row, figures: regions[row.region] ?? row.figures } : row;
  });

/** Groups, problems and bugs together: the strongest wins. */
export const exitOf = (rows: readonly GroupRow[], { problems, bugs }: Pick<BatchResult, 'problems' | 'bugs'>): number =>
  strongestExit([
    ...(bugs.length > 0 ? [exitCodes.bug] : []),
    ...(problems.some(isError) ? [exitCodes.cannotCheck] : []),
    ...rows.map(({ exit }) => exit.code),
  ]);
