import path from 'node:path';
import { regionGroups } from '../../batch/region-groups.ts';
import type { InputFile } from '../../check/analyse.ts';
import { reachesItsDay, wasPublished } from '../../evidence/screen.ts';
import { joinTallies, type TableTally } from '../../input/document/tally.ts';
import { type ColumnSteps, joinSteps, withColumnSteps } from '../../input/report/column-steps.ts';
import type { Observation } from '../../model/observation.ts';
import type { Day } from '../../values/day.ts';
import { isError, type Problem } from '../../values/problem.ts';
import { readNamed } from '../files.ts';
import { mappingsFor } from '../tables.ts';
import type { BatchContext } from './context.ts';
import type { Piece } from './pieces.ts';
import { type Lost, nothingOf, type ReadFigures, readFigures } from './read-figures.ts';
import { addWritten, openSpill, type Spill, type WrittenBytes } from './spill.ts';

/** What reading some files told, beside the figures themselves, which wait on the disk. */
export interface ReadSummary {
  readonly problems: readonly Problem[];
  readonly lost: readonly Lost[];
  /** The first and the latest day that a figure describes. */
  readonly days: Days | null;
  /** Figures by region. */
  readonly regions: Readonly<Record<string, number>>;
  readonly invented: readonly string[];
  /** Of the files, as they were when they were read; of pieces of one only who cut it knows that. */
  readonly digests: Readonly<Record<string, string>>;
  /** The columns of the files that were read in pieces. */
  readonly columns: Readonly<Record<string, ColumnSteps>>;
  /** What waits on the disk. */
  readonly written: WrittenBytes;
  /** What became of the cells of all tables. */
  readonly tally: TableTally | undefined;
}

export interface Days {
  readonly first: Day;
  readonly latest: Day;
}

/** A file by its name, or a piece of one that was cut already, with the name of the file that it stands for. */
export type FigureSource = string | Piece;

/** Bytes that wait in memory at most before they go to the disk. */
export const MOST_WAITING = 2 * 2 ** 20;

/** Reads files and sorts their figures into the groups that they belong to. */
export async function readFiles(
  context: BatchContext,
  sources: readonly FigureSource[],
  writer: string,
): Promise<ReadSummary> {
  const spill = openSpill(context.workFolder, writer, context.partitions);
  const groupsOf = regionGroups(context.plan).concerned;
  const summaries: ReadSummary[] = [];
  for (const source of sources) {
    const { input, figures } = await readOne(context, source);
    const groups = context.groupedBy.region ? groupsOf : () => [context.region];
    if (input) spillFigures(spill, input, figures, groups, context.areLargeTables);
    if (spill.waiting() > MOST_WAITING) await spill.flush();
    const summary = summaryOf(figures, context.knownBy);
    if (typeof source !== 'string') summaries.push({ ...summary, columns: { [source.file.path]: figures.columns } });
    else summaries.push({ ...summary, digests: input ? { [source]: input.sha256 } : {} });
  }
  await spill.flush();
  return { ...joinSummaries(summaries), written: spill.written() };
}

/** Reads one file, or a piece of one; without an input it could not even be opened. Of a piece the columns are not whole. */
export async function readOne(
  context: BatchContext,
  source: FigureSource,
): Promise<{ input: InputFile | undefined; figures: ReadFigures }> {
  const loaded = await load(context, source);
  if ('problem' in loaded) {
    return { input: undefined, figures: nothingOf(loaded.problem ? [loaded.problem] : []) };
  }
  const { piece, sha256 } = loaded;
  const read = await readFigures(piece, context);
  const figures = typeof source === 'string' ? withWholeColumns(read, context) : read;
  const { title, invented } = figures;
  return { input: { path: piece.file.path, sha256, title, invented }, figures };
}

const withWholeColumns = (figures: ReadFigures, { plan }: BatchContext): ReadFigures => ({
  ...figures,
  observations: withColumnSteps(figures.observations, figures.columns, plan),
});

type LoadedPiece = { readonly piece: Piece; readonly sha256: string } | { readonly problem: Problem | undefined };

async function load({ cwd, limits, tables }: BatchContext, source: FigureSource): Promise<LoadedPiece> {
  if (typeof source !== 'string') return { piece: source, sha256: '' };
  const { file, problem } = await readNamed(source, path.resolve(cwd, source), limits);
  if (!file) return { problem };
  const mappings = mappingsFor(tables, source, cwd);
  return { piece: { file: { ...file, mappings }, linesBefore: 0, headerLines: 0 }, sha256: file.sha256 };
}

function spillFigures(
  spill: Spill,
  input: InputFile,
  { observations, problems }: ReadFigures,
  groupsOf: (region: string) => readonly string[],
  isPlaceless: boolean,
): void {
  const byGroup = new Map<string, { observations: Observation[]; problems: Problem[] }>();
  const of = (group: string) => {
    const found = byGroup.get(group) ?? { observations: [], problems: [] };
    byGroup.set(group, found);
    return found;
  };
  for (const observation of observations)
    for (const group of groupsOf(observation.region))
      of(group).observations.push(isPlaceless ? withoutLine(observation) : observation);
  const owner = ownersOf(observations);
  for (const problem of problems) {
    if (isError(problem)) continue; // of what is lost, which each group hears of in another way
    const region = owner(problem);
    for (const group of region === null ? byGroup.keys() : groupsOf(region)) of(group).problems.push(problem);
  }
  for (const [group, each] of byGroup) spill.add({ group, input, ...each });
}

/** Among millions of rows only problems name theirs: a database that reduces them does not know any other. */
const withoutLine = (observation: Observation): Observation => ({
  ...observation,
  place: { file: observation.place.file },
});

/** The region of the figure that a problem stands in, or behind; null where it stands before all of them. */
function ownersOf(observations: readonly Observation[]): (problem: Problem) => string | null {
  let lines: { readonly line: number; readonly region: string }[] | undefined;
  return ({ place }) => {
    lines ??= observations
      .map(({ place: { span }, region }) => ({ line: span?.line ?? 0, region }))
      .toSorted((a, b) => a.line - b.line);
    return lines[countUpTo(lines, place.span?.line ?? 0) - 1]?.region ?? null;
  };
}

/** How many of these, in order, stand at a line or before it. */
function countUpTo(lines: readonly { readonly line: number }[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((lines[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function summaryOf(
  { observations, problems, lost, invented, tally }: ReadFigures,
  knownBy: Day | undefined,
): ReadSummary {
  const regions: Record<string, number> = {};
  for (const { region } of observations) regions[region] = (regions[region] ?? 0) + 1;
  return {
    problems,
    lost,
    days: daysOf(observations, knownBy),
    regions,
    invented: invented === null ? [] : [invented],
    digests: {},
    columns: {},
    written: {},
    tally,
  };
}

/** What is published later is not known: it does not say until when figures reach. */
export function daysOf(observations: readonly Observation[], knownBy: Day | undefined): Days | null {
  let days: Days | null = null;
  for (const observation of observations) {
    const { asOf } = observation;
    if (tellsDay(observation, knownBy)) days = joinDays(days, { first: asOf, latest: asOf });
  }
  return days;
}

export const tellsDay = (observation: Observation, knownBy: Day | undefined): boolean =>
  reachesItsDay(observation) && wasPublished(observation, knownBy);

function joinDays(a: Days | null, b: Days | null): Days | null {
  if (!a || !b) return a ?? b;
  return { first: a.first < b.first ? a.first : b.first, latest: a.latest > b.latest ? a.latest : b.latest };
}

export function joinSummaries(summaries: readonly ReadSummary[]): ReadSummary {
  const regions: Record<string, number> = {};
  for (const each of summaries)
    for (const [region, count] of Object.entries(each.regions)) regions[region] = (regions[region] ?? 0) + count;
  return {
    problems: distinct(summaries.flatMap(({ problems }) => problems)),
    lost: summaries
      .flatMap(({ lost }) => lost)
      .map((each, index) => (index < MOST_TOLD ? each : { ...each, problems: [] })),
    days: summaries.reduce<Days | null>((days, each) => joinDays(days, each.days), null),
    regions,
    invented: [...new Set(summaries.flatMap(({ invented }) => invented))],
    digests: Object.assign({}, ...summaries.map(({ digests }) => digests)),
    columns: joinColumns(summaries.map(({ columns }) => columns)),
    written: addWritten(summaries.map(({ written }) => written)),
    tally: joinTallies(summaries.map(({ tally }) => tally)),
  };
}

function joinColumns(all: readonly ReadSummary['columns'][]): ReadSummary['columns'] {
  const joined: Record<string, ColumnSteps> = {};
  for (const columns of all)
    for (const [file, steps] of Object.entries(columns)) joined[file] = joinSteps([joined[file] ?? {}, steps]);
  return joined;
}

/** Lost rows whose problems each group that they concern repeats; beyond these they are counted. */
const MOST_TOLD = 1000;

/** What is wrong with the header of a table is found in every piece of it, and told once. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map(problem => [keyOf(problem), problem]));
  return [...seen.values()];
}

const keyOf = ({ code, args, place: { file, sheet, span } }: Problem): string =>
  JSON.stringify([code, args, file, sheet, span?.line, span?.col]);
