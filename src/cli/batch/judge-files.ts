import { unjudgedRow } from '../../batch/group-row.ts';
import { regionGroups } from '../../batch/region-groups.ts';
import type { InputFile } from '../../check/analyse.ts';
import { joinTallies, type TableTally } from '../../input/document/tally.ts';
import { type ColumnSteps, withColumnSteps } from '../../input/report/column-steps.ts';
import { exitCodes } from '../../model/exit-code.ts';
import type { Observation } from '../../model/observation.ts';
import { targetsOf } from '../../model/outline.ts';
import { regionsBelow, regionTree } from '../../model/regions.ts';
import { groupBy } from '../../values/group.ts';
import type { Problem } from '../../values/problem.ts';
import type { Share } from '../../values/share.ts';
import { UserError } from '../user-error.ts';
import type { BatchContext } from './context.ts';
import { type GroupKey, named } from './group-name.ts';
import { inPeriods, type Whole } from './in-periods.ts';
import type { Journal } from './journal.ts';
import { type Finished, type GroupSubject, judgeGroup } from './judge-group.ts';
import { type Lost, ofNamedRegions } from './read-figures.ts';
import { type Days, daysOf, distinct, readOne } from './read-files.ts';
import { readSpill, type Spilled, type WrittenBytes } from './spill.ts';

export interface JudgedPartition {
  /** Finished groups as JSON, which takes a fraction of the memory while thousands of them wait for the end. */
  readonly groups: readonly string[];
  readonly problems: readonly Problem[];
  /** A bug of ours in one group must not take the others with it. */
  readonly bugs: readonly string[];
  readonly invented: readonly string[];
  /** Digests of the files that were read for it, as they were then, and what became of the cells of their tables. */
  readonly read?: Readonly<Record<string, string>>;
  readonly tally?: TableTally | undefined;
}

/** What is known before a partition is judged. */
export interface PartitionRequest {
  /** Groups that must be there though nothing may have been reported for them. */
  readonly groups: readonly string[];
  readonly days: Days | null;
  readonly lost: readonly Lost[];
  /** Digests of the files that were read in pieces. */
  readonly sha256: Readonly<Record<string, string>>;
  /** Their columns. */
  readonly columns: Readonly<Record<string, ColumnSteps>>;
  readonly share: Share;
  /** What waits for it on the disk. */
  readonly written: WrittenBytes;
}

/** Judges the groups whose figures wait in one partition. */
export async function judgePartition(
  context: BatchContext,
  request: PartitionRequest,
  journal: Journal,
): Promise<JudgedPartition> {
  const spilled = groupBy(await readSpill(context.workFolder, request.written), ({ group }) => group);
  const judged: JudgedPartition[] = [];
  for (const region of [...new Set([...spilled.keys(), ...request.groups])].toSorted()) {
    const records = spilled.get(region) ?? [];
    spilled.delete(region);
    const lost = request.lost.filter(mayConcern(context, region));
    const whole: Whole = {
      file: null,
      region,
      files: filesOf(records, request.sha256),
      observations: records.flatMap(record => measuredIn(record, request.columns, context)),
      problems: distinct([...records.flatMap(({ problems }) => problems), ...lost.flatMap(({ problems }) => problems)]),
      unlisted: records.reduce((total, { unlisted = 0 }) => total + unlisted, 0),
      errors: lost.length,
    };
    judged.push(await judgeAll(context, inPeriods(context, whole, request.days, request.share), journal));
  }
  return joinJudged(judged);
}

/** The figures of a file; of one that was read in pieces, only now all of its columns are known. */
const measuredIn = (
  { input, observations }: Spilled,
  columns: PartitionRequest['columns'],
  { plan }: BatchContext,
): readonly Observation[] => withColumnSteps(observations, columns[input.path] ?? {}, plan);

/** Each file once, though it may have come in several pieces. */
function filesOf(records: readonly Spilled[], digests: Readonly<Record<string, string>>): InputFile[] {
  const files = new Map(records.map(({ input }) => [input.path, input]));
  return [...files.values()].map(file => ({ ...file, sha256: digests[file.path] ?? file.sha256 }));
}

/** Something lost may have been about the region itself, about a part of it, or about nobody knows what. */
function mayConcern({ plan, groupedBy }: BatchContext, region: string): (lost: Lost) => boolean {
  const inside = new Set([region, ...regionsBelow(regionTree(plan, region))]);
  return lost => lost.region === null || !groupedBy.region || inside.has(lost.region);
}

/** Reads and judges each file by itself. */
export async function judgeFiles(
  context: BatchContext,
  paths: readonly string[],
  journal: Journal,
): Promise<JudgedPartition> {
  const judged: JudgedPartition[] = [];
  for (const path of paths) judged.push(await judgeFile(context, path, journal));
  return joinJudged(judged);
}

async function judgeFile(context: BatchContext, path: string, journal: Journal): Promise<JudgedPartition> {
  const { input, figures } = await readOne(context, path);
  const read = input ? { [path]: input.sha256 } : {};
  const { observations, problems } = figures;
  const lost = ofNamedRegions(figures.lost, context.plan, [...new Set(observations.map(({ region }) => region))]);
  if (!input || (lost.length > 0 && observations.length === 0)) {
    const row = unjudgedRow(named({ ...keyOf(context, path), period: null }), 'failed', {
      errors: lost.length,
      figures: 0,
      leftOut: 0,
    });
    return { ...groupsOf({ row, digests: [] }), problems, read, tally: figures.tally };
  }
  const days = daysOf(observations, context.knownBy);
  const regions = context.groupedBy.region ? regionsIn(context, observations) : [regionOfFile(context, observations)];
  const judged: JudgedPartition[] = [];
  for (const region of regions) {
    const own = context.groupedBy.region ? inRegion(context, region, observations) : observations;
    const errors = lost.filter(mayConcern(context, region)).length;
    const whole: Whole = { file: path, region, files: [input], observations: own, problems, unlisted: 0, errors };
    judged.push(await judgeAll(context, inPeriods(context, whole, days), journal));
  }
  const all = joinJudged(judged);
  return {
    ...all,
    problems: [...problems, ...all.problems],
    invented: figures.invented === null ? [] : [figures.invented],
    read,
    tally: figures.tally,
  };
}

const keyOf = ({ groupedBy, plan, region }: BatchContext, file: string): Omit<GroupKey, 'period'> => ({
  plan: groupedBy.plan ? plan.id : null,
  file,
  region,
  isByRegion: groupedBy.region,
});

/** A file that speaks of one region alone is judged for that region, unless another was asked for. */
function regionOfFile({ plan, region, isRegionGiven }: BatchContext, observations: readonly Observation[]): string {
  const [only, second] = new Set(observations.map(observation => observation.region));
  const isAlone = only !== undefined && second === undefined;
  return isAlone && !isRegionGiven && targetsOf(plan, only).length > 0 ? only : region;
}

/** The regions that a file says something of, and those that they are parts of, where there is something to judge. */
function regionsIn({ plan }: BatchContext, observations: readonly Observation[]): string[] {
  const reported = [...new Set(observations.map(({ region }) => region))];
  const judged = reported.flatMap(regionGroups(plan).concerned);
  return [...new Set(judged.length > 0 ? judged : reported)].toSorted();
}

function inRegion({ plan }: BatchContext, region: string, observations: readonly Observation[]): Observation[] {
  const inside = new Set([region, ...regionsBelow(regionTree(plan, region))]);
  return observations.filter(observation => inside.has(observation.region));
}

async function judgeAll(
  context: BatchContext,
  subjects: readonly GroupSubject[],
  journal: Journal,
): Promise<JudgedPartition> {
  const judged: JudgedPartition[] = [];
  for (const subject of subjects) judged.push(await judgeOne(context, subject, journal));
  return joinJudged(judged);
}

async function judgeOne(context: BatchContext, subject: GroupSubject, journal: Journal): Promise<JudgedPartition> {
  const before = await journal.finished(subject);
  if (before) return groupsOf(before);
  try {
    const finished = await judgeGroup(context, subject);
    journal.add(subject, finished);
    return groupsOf(finished);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { key, errors, observations } = subject;
    const row = unjudgedRow(named(key), 'failed', { errors, figures: observations.length, leftOut: 0 });
    const message = `${row.name}: ${error instanceof Error ? error.message : String(error)}`;
    const failed = { ...row, exit: { ...row.exit, code: exitCodes.bug } };
    return { ...groupsOf({ row: failed, digests: [] }), bugs: [message] };
  }
}

const groupsOf = ({ row, digests }: Finished): JudgedPartition => ({
  groups: [JSON.stringify({ row, digests })],
  problems: [],
  bugs: [],
  invented: [],
});

function joinJudged(judged: readonly JudgedPartition[]): JudgedPartition {
  const [only, another] = judged;
  if (only && !another) return only;
  return {
    groups: judged.flatMap(({ groups }) => groups),
    read: Object.assign({}, ...judged.map(({ read }) => read)),
    problems: judged.flatMap(({ problems }) => problems),
    bugs: judged.flatMap(({ bugs }) => bugs),
    invented: judged.flatMap(({ invented }) => invented),
    tally: joinTallies(judged.map(({ tally }) => tally)),
  };
}
