import path from 'node:path';
import type { GroupedBy } from '../../batch/grouped-by.ts';
import type { Limits } from '../../input/document/limits.ts';
import { nearest } from '../../input/document/nearest.ts';
import type { Finding } from '../../input/shape/check-shape.ts';
import { openReports } from '../../input/source/source-file.ts';
import type { Plan } from '../../model/plan.ts';
import { isError, type Problem } from '../../values/problem.ts';
import { readNamed } from '../files.ts';
import type { Io } from '../io.ts';
import { isPlanFile, type LoadedPlan, loadPlan, shippedPlans } from '../plans.ts';
import { onePlan, type Settings } from '../settings.ts';
import { mappingsFor, type TableRule } from '../tables.ts';

/** A plan, and the reports that name it. */
export interface PlanFiles {
  readonly loaded: LoadedPlan;
  readonly plan: Plan;
  readonly files: readonly string[];
}

interface NamedPlans {
  readonly plans: readonly PlanFiles[];
  readonly problems: readonly Problem[];
}

interface Reports {
  readonly files: readonly string[];
  readonly tables: readonly TableRule[];
  readonly limits: Limits;
}

/** The plans of a batch with the reports that are judged by each: one for all, or those that they name. */
export async function plansOf(settings: Settings, groupedBy: GroupedBy, reports: Reports, io: Io): Promise<NamedPlans> {
  if (groupedBy.plan) return namedPlans(settings.plans, reports, io);
  const loaded = await loadPlan(onePlan(settings), io, reports.limits);
  const { plan, problems } = loaded;
  return { plans: plan ? [{ loaded, plan, files: reports.files }] : [], problems };
}

/** A plan that a report names is a shipped one, or one of those that were given. */
async function namedPlans(given: readonly string[], reports: Reports, io: Io): Promise<NamedPlans> {
  const own = await Promise.all(given.filter(isPlanFile).map(name => loadPlan(name, io, reports.limits)));
  const ids = [...new Set([...own.flatMap(({ plan }) => plan?.id ?? []), ...(await shippedPlans())])];
  const problems = own.flatMap(each => each.problems);
  const byId = new Map<string, string[]>();
  for (const file of reports.files) {
    const { names, problems: ofFile } = await namesIn(file, ids, reports, io);
    problems.push(...ofFile);
    for (const name of names) byId.set(name, [...(byId.get(name) ?? []), file]);
  }
  const found = [...byId].map(async ([id, files]) => {
    const loaded = own.find(({ plan }) => plan?.id === id) ?? (await loadPlan(id, io));
    return loaded.plan ? [{ loaded, plan: loaded.plan, files }] : [];
  });
  return { plans: (await Promise.all(found)).flat().toSorted((a, b) => (a.plan.id < b.plan.id ? -1 : 1)), problems };
}

/** The known plans that the reports of a file name, and what is wrong with the others. */
async function namesIn(
  file: string,
  plans: readonly string[],
  { tables, limits }: Reports,
  io: Io,
): Promise<{ names: ReadonlySet<string>; problems: readonly Problem[] }> {
  const { file: stored, problem } = await readNamed(file, path.resolve(io.cwd, file), limits);
  if (!stored) return { names: new Set(), problems: problem ? [problem] : [] };
  const { reports, problems } = await openReports({ ...stored, mappings: mappingsFor(tables, file, io.cwd) });
  const names = new Set<string>();
  const wrong = reports.flatMap(({ document: { data }, problemsOf }) => {
    const name = planIn(data);
    if (name !== undefined && plans.includes(name)) names.add(name);
    return problemsOf(name !== undefined && plans.includes(name) ? [] : [unnamed(name, plans)]);
  });
  // What cannot be read is told once more, and better, by the run of the plan that the file names.
  return { names, problems: [...(names.size > 0 ? [] : problems.filter(isError)), ...wrong] };
}

function planIn(data: unknown): string | undefined {
  const name = typeof data === 'object' && data !== null && 'plan' in data ? data.plan : undefined;
  return typeof name === 'string' ? name : undefined;
}

const unnamed = (name: string | undefined, allowed: readonly string[]): Finding =>
  name === undefined
    ? { code: 'no-plan-named', args: {}, path: [] }
    : { code: 'unknown-plan', args: { name, allowed, near: nearest(name, allowed) }, path: ['plan'] };
