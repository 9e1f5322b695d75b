import { assess } from '../assess/assess.ts';
import type { Numbered } from '../assess/order.ts';
import { type PlacedTarget, targetsOf } from '../assess/outline.ts';
import type { Ungated } from '../gate/apply.ts';
import { isKept, type Selectable, selectsNothing } from '../gate/select.ts';
import { nearest } from '../input/nearest.ts';
import { readReport } from '../input/read-report.ts';
import type { InputFormat } from '../input/registry.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Plan } from '../model/plan.ts';
import type { Selector } from '../model/policy.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Day } from '../values/day.ts';
import { isError, type Problem } from '../values/problem.ts';
import { findFiles, type StoredFile } from './files.ts';
import type { Io } from './io.ts';
import { type LoadedPlan, loadPlan } from './plans.ts';
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
  readonly only?: readonly Selector[];
  readonly skip?: readonly Selector[];
  readonly require?: readonly string[];
  /** What the rules of a policy speak of. */
  readonly ruled?: readonly Selector[];
  readonly maxAgeMonths?: number | undefined;
  readonly stdinFormat: InputFormat;
  /** Bytes that a file may hold once it is unpacked. */
  readonly maxInputSize?: number | undefined;
}

export interface Checked {
  /** Absent with an error in any file: what is not whole is not judged. */
  readonly analysis: Ungated | undefined;
  readonly problems: readonly Problem[];
  /** What was judged, for a command that goes back to the plan and its figures. */
  readonly subject?: { readonly plan: Plan; readonly numbered: readonly Numbered[] };
}

/** From the arguments to the analysis, before a gate is applied to it. */
export async function check(request: CheckRequest, io: Io): Promise<Checked> {
  const [loaded, found] = await Promise.all([
    loadPlan(request.plan, io),
    findFiles(request.reports, io, request.stdinFormat, request.maxInputSize),
  ]);
  const { plan } = loaded;
  if (!plan) return { analysis: undefined, problems: [...loaded.problems, ...found.problems] };
  const read = await Promise.all(found.files.map(async file => ({ file, ...(await readReport(file, plan)) })));
  const problems = [...loaded.problems, ...found.problems, ...read.flatMap(each => each.problems)];
  if (problems.some(isError)) return { analysis: undefined, problems };
  checkNames(plan, request);
  const observations = read.flatMap(({ report }) => report?.observations ?? []);
  const { only = [], skip = [] } = request;
  const region = plan.region ?? plan.id;
  const { numbered, ...assessed } = assess(plan, observations, {
    ...request,
    isKept: target => isKept(only, skip, selectable(target, region)),
  });
  const analysis: Ungated = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'shanxi-plan', version },
    ...assessed,
    inputs: inputRows(loaded, read, numbered),
    problems: problems.map(problemRow),
  };
  return { analysis, problems, subject: { plan, numbered } };
}

type Read = Awaited<ReturnType<typeof readReport>> & { readonly file: StoredFile };

function inputRows(loaded: LoadedPlan, read: readonly Read[], numbered: readonly Numbered[]): Ungated['inputs'] {
  const reports = read.map(({ file, report }) => {
    const own = new Set(report?.observations);
    return {
      path: file.path,
      sha256: file.sha256,
      title: report?.title ?? null,
      invented: report?.invented ?? null,
      observations: numbered
        .filter(({ observation }) => own.has(observation))
        .map(({ id, observation: { place } }) => ({
          id,
          line: place.span?.line ?? null,
          col: place.span?.col ?? null,
        })),
    };
  });
  const planRow = { ...loaded.input, title: null, invented: null, observations: [] };
  return [planRow, ...reports.toSorted((a, b) => (a.path < b.path ? -1 : 1))];
}

const selectable = ({ target, measure, tasks }: PlacedTarget, region: string): Selectable => ({
  target: target.id,
  measure: measure.id,
  indicator: target.indicator,
  tasks,
  region,
  commitment: target.commitment,
});

/** Names on the command line that the plan does not know; a filter that leaves nothing is one of them. */
function checkNames(plan: Plan, request: CheckRequest): void {
  const { readings, only = [], skip = [], require = [], ruled = [] } = request;
  const placed = targetsOf(plan);
  const ids = placed.map(({ target }) => target.id);
  for (const [id, name] of Object.entries(readings)) {
    const target = placed.find(each => each.target.id === id)?.target;
    if (!target) throw unknownName('target', id, ids);
    const names = target.readings.flatMap(reading => reading.name ?? []);
    if (!names.includes(name)) throw unknownName(`reading of ${id}`, name, names);
  }
  const items = placed.map(target => selectable(target, plan.region ?? plan.id));
  const [empty] = selectsNothing([...only, ...skip, ...ruled], items);
  if (empty)
    throw unknownName(
      empty.key ?? 'target, measure, task, indicator, region or commitment',
      empty.value,
      namesFor(empty, items),
    );
  const known = [...new Set(items.flatMap(namesOf))];
  const missing = require.find(id => !known.includes(id));
  if (missing !== undefined) throw unknownName('target, measure or indicator', missing, known);
  const kept = items.filter(item => isKept(only, skip, item));
  if (items.length === 0) throw new UserError(`the plan ${plan.id} has no target: nothing to judge`);
  if (kept.length === 0) throw new UserError('nothing is left to judge', 'widen --only or --skip');
  const left = require.find(id => !kept.some(item => namesOf(item).includes(id)));
  if (left !== undefined)
    throw new UserError(
      `"${left}" is required, but --only or --skip leaves it out`,
      'a required target must be judged',
    );
}

const namesOf = ({ target, measure, indicator }: Selectable): string[] => [target, measure, indicator];

function namesFor({ key }: Selector, items: readonly Selectable[]): string[] {
  const names = items.flatMap(item => {
    const { tasks, ...own } = item;
    return key === null ? [...tasks, ...Object.values(own)] : key === 'task' ? tasks : [own[key]];
  });
  return [...new Set(names)];
}

export function unknownName(what: string, name: string, known: readonly string[]): UserError {
  const near = nearest(name, known);
  const help = known.length > 0 ? `known: ${known.join(', ')}` : 'it can be read in one way only';
  return new UserError(
    `the plan has no ${what} "${name}"`,
    near === undefined ? help : `did you mean "${near}"? ${help}`,
  );
}

function problemRow({ code, args, place }: Problem): Ungated['problems'][number] {
  return { code, args, file: place.file, line: place.span?.line ?? null, col: place.span?.col ?? null };
}
