import { answersOf } from '../assess/answers.ts';
import { type AssessRequest, assess } from '../assess/assess.ts';
import type { Numbered } from '../assess/order.ts';
import type { Ungated } from '../gate/apply.ts';
import { isKept, type Selectable } from '../gate/select.ts';
import type { Limits } from '../input/document/limits.ts';
import type { Observation } from '../model/observation.ts';
import { type PlacedTarget, targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import type { Selector } from '../model/policy.ts';
import { ownRegion } from '../model/regions.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Problem } from '../values/problem.ts';
import { refuseBeyond } from './most.ts';
import { version } from './version.ts';

/** A file that figures came from, as an analysis names it. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly title: string | null;
  readonly invented: string | null;
}

/** All that was read for one analysis. */
export interface Subject {
  readonly plan: Plan;
  readonly planFile: { readonly path: string; readonly sha256: string };
  readonly files: readonly InputFile[];
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
  /** Figures that were left out because they cannot matter. */
  readonly unlisted?: number;
}

export interface JudgeRequest extends Omit<AssessRequest, 'isKept'> {
  readonly only?: readonly Selector[];
  readonly skip?: readonly Selector[];
  readonly limits: Limits;
}

export interface Judged {
  readonly analysis: Ungated;
  readonly numbered: readonly Numbered[];
  /** Targets that `only` and `skip` left out. */
  readonly leftOut: number;
}

/** From what was read to the analysis, before a gate is applied to it. */
export function judge(subject: Subject, request: JudgeRequest): Judged {
  const { plan, planFile, files, observations, problems, unlisted = 0 } = subject;
  const { only = [], skip = [] } = request;
  const region = regionOf(plan, request);
  const all = targetsOf(plan, region);
  const isWanted = (target: PlacedTarget) => isKept(only, skip, selectable(target, region));
  const kept = all.filter(isWanted);
  refuseBeyond('answers', answersOf(plan, region, kept, observations), request.limits);
  const assessed = assess(plan, observations, { ...request, isKept: isWanted });
  const { numbered } = assessed;
  const analysis: Ungated = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'shanxi-plan', version },
    plan: assessed.plan,
    asOf: assessed.asOf,
    knownBy: assessed.knownBy,
    readings: assessed.readings,
    direct: assessed.direct,
    maxAgeMonths: assessed.maxAgeMonths,
    compare: assessed.compare,
    region: assessed.region,
    regionTitle: assessed.regionTitle,
    bands: assessed.bands,
    assessments: assessed.assessments,
    measures: assessed.measures,
    summary: assessed.summary,
    coverage: assessed.coverage,
    checks: assessed.checks,
    forNoTarget: assessed.forNoTarget,
    inputs: [{ ...planFile, title: null, invented: null, observations: [] }, ...inputRows(files, numbered)],
    unlisted,
    problems: problems.map(problemRow),
  };
  return { analysis, numbered, leftOut: all.length - kept.length };
}

/** The region that is judged: the one asked for, else the plan's own. */
export const regionOf = (plan: Plan, { region }: { readonly region?: string | undefined }): string =>
  region ?? ownRegion(plan);

/** The files, each with the places of its figures. */
function inputRows(files: readonly InputFile[], numbered: readonly Numbered[]): Ungated['inputs'] {
  const places = new Map<string, Ungated['inputs'][number]['observations']>(files.map(({ path }) => [path, []]));
  for (const { id, observation } of numbered) {
    const { file, span } = observation.place;
    places.get(file)?.push({ id, line: span?.line ?? null, col: span?.col ?? null });
  }
  return files
    .map(({ path, sha256, title, invented }) => ({
      path,
      sha256,
      title,
      invented,
      observations: places.get(path) ?? [],
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names by which a target can be selected. */
export const selectable = ({ target, measure, tasks }: PlacedTarget, region: string): Selectable => ({
  target: target.id,
  measure: measure.id,
  indicator: target.indicator,
  tasks,
  region,
  commitment: target.commitment,
});

const problemRow = ({ place, ...problem }: Problem): Ungated['problems'][number] => ({
  ...problem,
  file: place.file,
  line: place.span?.line ?? null,
  col: place.span?.col ?? null,
});
