import { assess } from '../assess/assess.ts';
import type { Numbered } from '../assess/order.ts';
import { targetsOf } from '../assess/outline.ts';
import { nearest } from '../input/nearest.ts';
import { readReport } from '../input/read-report.ts';
import type { InputFormat } from '../input/registry.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Plan } from '../model/plan.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Day } from '../values/day.ts';
import { isError, type Problem } from '../values/problem.ts';
import { exitOf, type Policy } from './exit-code.ts';
import { findFiles } from './files.ts';
import type { Io } from './io.ts';
import { loadPlan, sha256 } from './plans.ts';
import { UserError } from './user-error.ts';
import { version } from './version.ts';

export interface CheckRequest {
  readonly reports: readonly string[];
  readonly plan: string;
  readonly asOf: Day | undefined;
  readonly knownBy: Day | undefined;
  readonly method: MethodId | undefined;
  readonly readings: Readonly<Record<string, string>>;
  /** Use no identity between indicators. */
  readonly direct: boolean;
  readonly stdinFormat: InputFormat;
  readonly policy: Policy;
}

export interface Checked {
  readonly analysis: Analysis | undefined;
  readonly problems: readonly Problem[];
  /** What was judged, for a command that goes back to the plan and its figures. */
  readonly subject?: { readonly plan: Plan; readonly numbered: readonly Numbered[] };
}

/** From the arguments to the analysis. With an error in any file there is none: what is not whole is not judged. */
export async function check(request: CheckRequest, io: Io): Promise<Checked> {
  const [loaded, found] = await Promise.all([
    loadPlan(request.plan, io),
    findFiles(request.reports, io, request.stdinFormat),
  ]);
  const { plan } = loaded;
  if (!plan) return { analysis: undefined, problems: [...loaded.problems, ...found.problems] };
  const read = await Promise.all(found.files.map(async file => ({ file, ...(await readReport(file, plan)) })));
  const problems = [...loaded.problems, ...found.problems, ...read.flatMap(each => each.problems)];
  if (problems.some(isError)) return { analysis: undefined, problems };
  checkReadings(plan, request.readings);
  const observations = read.flatMap(({ report }) => report?.observations ?? []);
  const { numbered, ...assessed } = assess(plan, observations, request);
  const exit = exitOf(assessed, request.policy);
  const inputs = read.map(({ file, report }) => ({
    path: file.path,
    sha256: sha256(file.bytes),
    title: report?.title ?? null,
    invented: report?.invented ?? null,
    observations: numbered.flatMap(({ id, observation }) =>
      report?.observations.includes(observation)
        ? [{ id, line: observation.place.span?.line ?? null, col: observation.place.span?.col ?? null }]
        : [],
    ),
  }));
  const analysis: Analysis = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'shanxi-plan', version },
    ...assessed,
    inputs: [
      { ...loaded.input, title: null, invented: null, observations: [] },
      ...inputs.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ],
    problems: problems.map(problemRow),
    exit: { code: exit.code, reason: exit.reason },
  };
  return { analysis, problems, subject: { plan, numbered } };
}

function checkReadings(plan: Plan, readings: Readonly<Record<string, string>>): void {
  const targets = targetsOf(plan).map(({ target }) => target);
  for (const [id, name] of Object.entries(readings)) {
    const target = targets.find(each => each.id === id);
    if (!target)
      throw unknownName(
        'target',
        id,
        targets.map(each => each.id),
      );
    const names = target.readings.flatMap(reading => reading.name ?? []);
    if (!names.includes(name)) throw unknownName(`reading of ${id}`, name, names);
  }
}

export function unknownName(what: string, name: string, known: readonly string[]): UserError {
  const near = nearest(name, known);
  const help = known.length > 0 ? `known: ${known.join(', ')}` : 'it can be read in one way only';
  return new UserError(
    `the plan has no ${what} "${name}"`,
    near === undefined ? help : `did you mean "${near}"? ${help}`,
  );
}

function problemRow({ code, args, place }: Problem): Analysis['problems'][number] {
  return { code, args, file: place.file, line: place.span?.line ?? null, col: place.span?.col ?? null };
}
