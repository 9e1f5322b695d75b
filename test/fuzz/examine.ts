import { checkSettingsSchema } from '../../src/check/given-settings.ts';
import type { CheckSettings } from '../../src/check/settings-type.ts';
import { readWith } from '../../src/check/subject.ts';
import { loadPreset } from '../../src/cli/tables.ts';
import {
  type CheckInputs,
  check,
  type FormatId,
  formatIds,
  type PlanFile,
  type ReportFile,
  readAnalysis,
  readPlan,
  readWaivers,
} from '../../src/index.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { configShape, type Shape, tablesShape } from '../../src/input/shape/shapes.ts';
import { readAs } from '../../src/input/source/read-as.ts';
import { formatOf } from '../../src/input/source/registry.ts';
import { lintPlan } from '../../src/lint/lint-plan.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { withPreset } from '../../src/model/preset.ts';
import type { TableMapping } from '../../src/model/table-mapping.ts';
import { isError } from '../../src/values/problem.ts';
import { holds } from './broken-law.ts';
import type { FuzzCase, Part } from './case.ts';
import { holdAnalysis } from './laws-of-analysis.ts';
import { holdOrder } from './laws-of-order.ts';
import { holdProblems } from './laws-of-problems.ts';
import { holdQuickReaders } from './laws-of-readers.ts';
import { holdMap } from './map-table.ts';

/** How much is looked at. */
export interface Depth {
  /** What is looked at again: read twice, mapped, explained. */
  readonly isDeep: boolean;
  /** Judged again with its figures in another order, and in two files. */
  readonly isReordered: boolean;
  /** In these it is rendered, and read by another program, which takes longer than all the rest. */
  readonly formats: readonly FormatId[];
}

/** How deep the nth input is looked into. */
export function depthOf(index: number): Depth {
  const isDeep = index % 10 === 0;
  const turn = Math.floor(index / 10);
  const nth = (each: number) => formatIds[each % formatIds.length] ?? 'table';
  // Reading XML by a validator takes a second.
  const formats = isDeep ? [nth(turn * 2), nth(turn * 2 + 1)].filter(id => id !== 'junit' || turn % 20 === 0) : [];
  return { isDeep, isReordered: index % 3 === 0, formats };
}

/** The day that it is; figures of days to come are refused. */
const TODAY = '2026-06-30';

/** Puts a case through all that a command line would, and throws where a law is broken. What became of it is returned. */
export async function examine(given: FuzzCase, { isDeep, isReordered, formats }: Depth): Promise<string> {
  const plan = await planOf(given.plan, isDeep);
  if (!plan) return 'no plan';
  const mappings = await mappingsOf(given.tables, given.report?.path ?? '');
  const report = given.report && (await reportOf(given.report, plan, mappings, isDeep));
  const settings = await settingsOf(given.config);
  const waivers = given.waivers && (await waiversOf(given.waivers, plan));
  const since = given.since && (await sinceOf(given.since));
  if (!report) return given.report ? 'report refused' : 'plan alone';
  const inputs: CheckInputs = { plan, reports: [report], settings, waivers, since, today: TODAY };
  const { analysis, problems } = check(inputs);
  holdProblems('check', analysis, problems);
  if (!analysis) return `not judged: ${problems[0]?.code}`;
  await holdAnalysis(analysis, inputs, isDeep, formats);
  if (isReordered) holdOrder(analysis, inputs);
  return `exit ${analysis.exit.code}`;
}

/** Most cases share their plan. */
const plansRead = new WeakMap<Uint8Array, Promise<PlanFile | undefined>>();

async function planOf(part: Part | undefined, isDeep: boolean): Promise<PlanFile | undefined> {
  if (!part) return undefined;
  const read = plansRead.get(part.bytes) ?? readPlanOf(part);
  plansRead.set(part.bytes, read);
  if (isDeep) await lintPlan(part);
  return read;
}

async function readPlanOf(part: Part): Promise<PlanFile | undefined> {
  const { plan, problems } = await readPlan(part);
  holdProblems('plan', plan, problems);
  return plan;
}

async function mappingsOf(part: Part | undefined, report: string): Promise<TableMapping[]> {
  if (!part) return [];
  const value = await readAll('tables', part, tablesShape);
  const meant = (value?.tables ?? []).filter(({ files }) => !files || files.includes(report));
  return Promise.all(
    meant.map(async ({ files: _, ...mapping }) =>
      withPreset(mapping, mapping.preset && (await loadPreset(mapping.preset)).value),
    ),
  );
}

/** What was read of a file in which nothing is wrong. */
async function readAll<T>(what: string, part: Part, shape: Shape<T>): Promise<T | undefined> {
  const read = await readAs(part, shape);
  const value = read.problems.some(isError) ? undefined : read.value;
  holdProblems(what, value, read.problems);
  return value;
}

async function reportOf(
  part: Part,
  plan: PlanFile,
  mappings: TableMapping[],
  isDeep: boolean,
): Promise<ReportFile | undefined> {
  const file = { ...part, mappings };
  const { report, problems } = await readReport(file, plan.plan, TODAY as never);
  holdProblems('report', report, problems);
  await holdQuickReaders(part);
  if (isDeep) {
    const again = await readReport(file, plan.plan, TODAY as never);
    holds(
      JSON.stringify({ report, problems }) === JSON.stringify({ report: again.report, problems: again.problems }),
      'read twice, read alike',
      part.path,
    );
    if (['csv', 'xlsx', 'parquet'].includes(formatOf(part.path) ?? '')) await holdMap(part, plan.plan);
  }
  if (!report) return undefined;
  readWith(plan.sha256, report.observations);
  return { path: part.path, sha256: '0'.repeat(64), readAgainst: plan.sha256, ...report, problems };
}

async function settingsOf(part: Part | undefined): Promise<CheckSettings | undefined> {
  if (!part) return undefined;
  const value = await readAll('config', part, configShape);
  if (!value) return undefined;
  // What was read has no spelling left; what a program may set is what is plain again.
  const known = Object.keys(checkSettingsSchema.shape);
  const data = (await import('./words.ts')).dataIn(Buffer.from(part.bytes).toString());
  return Object.fromEntries(Object.entries(data as object).filter(([key]) => known.includes(key))) as CheckSettings;
}

async function waiversOf(part: Part, plan: PlanFile): Promise<CheckInputs['waivers']> {
  const { waivers, problems } = await readWaivers(part, plan);
  holdProblems('waivers', waivers, problems);
  return waivers;
}

async function sinceOf(part: Part): Promise<Analysis | undefined> {
  let data: unknown;
  try {
    data = JSON.parse(Buffer.from(part.bytes).toString());
  } catch {
    return undefined;
  }
  const { analysis, problems } = await readAnalysis(data, part.path);
  holdProblems('since', analysis, problems);
  return analysis;
}
