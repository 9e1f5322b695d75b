import type { Mistake } from '../model/mistake.ts';
import type { Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import type { Waiver } from '../model/waiver.ts';
import { fail, type Outcome, ok } from '../values/outcome.ts';
import type { Problem } from '../values/problem.ts';
import { repeated } from '../values/repeated.ts';
import type { InputFile, Subject } from './analyse.ts';

/** A plan that was read without an error, and what was warned of. */
export interface PlanFile {
  readonly path: string;
  readonly sha256: string;
  readonly plan: Plan;
  readonly problems: readonly Problem[];
}

/** What was held against the names and units of one plan, and says nothing of another. */
interface ReadAgainst {
  readonly path: string;
  /** The digest of that plan. */
  readonly readAgainst: string;
}

/** A report that was read without an error, with the figures that it holds and what was warned of. */
export interface ReportFile extends InputFile, ReadAgainst {
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}

/** Waivers that were read without an error. */
export interface WaiverFile extends ReadAgainst {
  readonly waivers: readonly Waiver[];
}

interface FilesRead {
  readonly plan: PlanFile;
  readonly reports: readonly ReportFile[];
  readonly waivers?: WaiverFile | undefined;
}

/** All that was read, as one check takes it; or why it does not belong together. */
export function subjectOf(read: FilesRead, version: string): Outcome<Subject, readonly Mistake[]> {
  const { plan, path, sha256, problems } = read.plan;
  const mistakes = [...readAgainstAnother(read), ...pathsTwice(read)];
  if (mistakes.length > 0) return fail(mistakes);
  return ok({
    plan,
    planFile: { path, sha256 },
    files: read.reports,
    observations: read.reports.flatMap(({ observations }) => observations),
    problems: [...problems, ...read.reports.flatMap(report => report.problems)],
    version,
  });
}

/**
 * By the digest of the plan whose names and units figures were held against, those of one read by their source: it is an
 * object that they share with each other, and with no other read.
 */
const figuresRead = new WeakMap<Observation['source'], string>();

export function readWith(plan: string, observations: readonly Observation[]): void {
  let last: Observation['source'] | undefined;
  for (const { source } of observations) {
    if (source === last) continue;
    figuresRead.set(source, plan);
    last = source;
  }
}

/** Figures without the reports in which they stood; those that nobody held against this plan are refused. */
export function subjectOfFigures(
  { plan, path, sha256, problems }: PlanFile,
  observations: readonly Observation[],
  version: string,
): Outcome<Subject, readonly Mistake[]> {
  if (observations.some(observation => figuresRead.get(observation.source) !== sha256))
    return fail([
      { setting: 'observations', code: 'read-against-another', args: { file: 'observations', plan: plan.id } },
    ]);
  return ok({ plan, planFile: { path, sha256 }, files: [], observations, problems, version });
}

/** What another plan calls by the same names may be counted in another unit: 900 metres are not 900 kilometres. */
function readAgainstAnother({ plan: { plan, sha256 }, reports, waivers }: FilesRead): Mistake[] {
  const strangersIn = (setting: string, files: readonly ReadAgainst[]) =>
    files
      .filter(({ readAgainst }) => readAgainst !== sha256)
      .map(({ path }): Mistake => ({ setting, code: 'read-against-another', args: { file: path, plan: plan.id } }));
  return [...strangersIn('reports', reports), ...strangersIn('waivers', waivers ? [waivers] : [])];
}

/** The place of a figure begins with the path of its file. */
const pathsTwice = ({ plan, reports }: FilesRead): Mistake[] =>
  repeated([plan, ...reports], ({ path }) => path).map(({ path }) => ({
    setting: 'reports',
    code: 'path-twice',
    args: { path },
  }));
