import type { InputFile, Subject } from '../check/analyse.ts';
import type { Limits } from '../input/document/limits.ts';
import type { TableTally } from '../input/document/tally.ts';
import { type Report, readReport } from '../input/report/read-report.ts';
import type { InputFormat } from '../input/source/registry.ts';
import type { Plan } from '../model/plan.ts';
import type { Day } from '../values/day.ts';
import { isError, type Problem } from '../values/problem.ts';
import type { StoredFile } from './files.ts';
import { findFiles } from './find-files.ts';
import type { Io } from './io.ts';
import { loadPlan } from './plans.ts';
import type { ReachOfSettings } from './reach.ts';
import { onePlan } from './settings.ts';
import { type LoadedTables, mappingsFor } from './tables.ts';
import { version } from './version.ts';

export interface InputsNamed {
  readonly reports: readonly string[];
  readonly plans: readonly string[];
  readonly stdinFormat: InputFormat;
  readonly limits?: Limits;
  readonly tables?: LoadedTables;
  readonly reach?: ReachOfSettings;
}

export interface FileTally {
  readonly file: string;
  readonly tally: TableTally;
}

export interface InputsRead {
  /** Absent with an error in any file: what is not whole is not judged. */
  readonly subject: Subject | undefined;
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
  /** What became of the cells of tables, file by file. */
  readonly tallies: readonly FileTally[];
  /** Bytes of the reports, as they lie. */
  readonly size: number;
}

/** The plan and the reports that a command line names. */
export async function readInputs(named: InputsNamed, io: Io): Promise<InputsRead> {
  const [loaded, found] = await Promise.all([
    loadPlan(onePlan(named), io, named.limits),
    findFiles(named.reports, io, named.stdinFormat, named.limits, named.reach?.reports),
  ]);
  const { plan } = loaded;
  const size = found.files.reduce((sum, file) => sum + file.size, 0);
  if (!plan) return { plan, size, subject: undefined, problems: [...loaded.problems, ...found.problems], tallies: [] };
  const today = io.latestToday() as Day;
  const { rules = [], input } = named.tables ?? {};
  const files = found.files.map(file => ({ ...file, mappings: mappingsFor(rules, file.path, io.cwd) }));
  const read = await Promise.all(files.map(async file => ({ file, ...(await readReport(file, plan, today)) })));
  const tallies = read.flatMap(({ file, tally }) => (tally ? [{ file: file.path, tally }] : []));
  const problems = [
    ...loaded.problems,
    ...found.problems,
    ...inOne(
      read.map(each => each.problems),
      plan,
    ),
  ];
  if (problems.some(isError)) return { plan, size, subject: undefined, problems, tallies };
  const subject = {
    plan,
    planFile: loaded.input,
    files: read.map(({ file, report }) => inputFile(file, report)),
    tablesFile: input,
    observations: read.flatMap(({ report }) => report?.observations ?? []),
    problems,
    version,
  };
  return { plan, size, subject, problems, tallies };
}

/** Reports of several plans are one problem, at the first that belongs to another one than the plan that is checked. */
function inOne(ofFiles: readonly (readonly Problem[])[], { id }: Plan): readonly Problem[] {
  const problems = ofFiles.flat();
  const isOther = (problem: Problem) => problem.code === 'wrong-plan';
  const others = problems.filter(isOther);
  const [first] = others;
  const isOwn = ofFiles.some(each => !each.some(isOther));
  const plans = new Set([
    ...(isOwn ? [id] : []),
    ...others.flatMap(each => (each.code === 'wrong-plan' ? each.args.found : [])),
  ]);
  if (!first || others.length < 2 || plans.size < 2) return problems;
  const told: Problem = {
    code: 'several-plans',
    args: { plans: [...plans].toSorted(), expected: id },
    place: first.place,
  };
  return problems.flatMap(each => (each === first ? told : isOther(each) ? [] : each));
}

const inputFile = ({ path, sha256 }: StoredFile, report: Report | undefined): InputFile => ({
  path,
  sha256,
  title: report?.title ?? null,
  invented: report?.invented ?? null,
});
