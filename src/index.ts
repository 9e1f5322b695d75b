/*
 * The library door: all that a program may rely on (docs/library.md). Nothing here reads a file, a clock or the environment.
 * What is wrong with an input is never thrown: it comes back as problems.
 */
import { type GateSettings, NO_GATE } from './check/analyse.ts';
import { analyseOrRefuse, check as checkSubject } from './check/check.ts';
import { compareKept } from './check/compare-kept.ts';
import { explained } from './check/explained.ts';
import { inputsGiven, listGiven, planGiven, textGiven } from './check/given-arguments.ts';
import { givenSettings } from './check/given-settings.ts';
import { analysisIn, analysisShaped, type KeptData } from './check/kept-analysis.ts';
import type { CheckSettings } from './check/settings-type.ts';
import {
  type PlanFile,
  type ReportFile,
  readWith,
  subjectOf,
  subjectOfFigures,
  type WaiverFile,
} from './check/subject.ts';
import { sinceOf } from './gate/ratchet.ts';
import { readWaivers as readWaiverFile } from './input/plan/read-waivers.ts';
import { readReport as readReportFile } from './input/report/read-report.ts';
import { fileOf, type Source } from './input/source/given.ts';
import { readJudged } from './lint/lint-plan.ts';
import { type Analysis, type Assessment, analysisSchema as analysisShape } from './model/analysis.ts';
import type { Comparisons } from './model/comparison.ts';
import type { Explanation } from './model/explanation.ts';
import type { Mistake } from './model/mistake.ts';
import type { Observation } from './model/observation.ts';
import type { FormatId } from './render/registry.ts';
import { formatNamed, layoutOf, type TextOptions } from './render/text-options.ts';
import { parseDay } from './values/day-notation.ts';
import { isError, type Problem } from './values/problem.ts';

export type { CheckSettings } from './check/settings-type.ts';
export type { PlanFile, ReportFile, WaiverFile } from './check/subject.ts';
export type { Source } from './input/source/given.ts';
export type { InputFormat } from './input/source/registry.ts';
export type { Analysis, Assessment } from './model/analysis.ts';
export type { Comparison, Comparisons } from './model/comparison.ts';
export type { Explanation } from './model/explanation.ts';
export type { Mistake, MistakeCode } from './model/mistake.ts';
export type { Observation } from './model/observation.ts';
export type { Plan } from './model/plan.ts';
export { SCHEMA_VERSION } from './model/schema-version.ts';
export { type DecidedVerdict, type Severity, type Verdict, verdicts } from './model/verdict.ts';
export type { Waiver } from './model/waiver.ts';
export { type FormatId, formatIds } from './render/registry.ts';
export type { TextOptions } from './render/text-options.ts';
export type { Lang } from './render/words/words.ts';
export { type Problem, type ProblemCode, problemCatalogue } from './values/problem.ts';

/** Why there is no result: what is wrong with a file, or with what was asked for. */
export type Fault = Problem | Mistake;

/** Either what was read, with warnings at most, or the errors because of which it is undefined. */
export type Read<Name extends string, T> =
  | ({ readonly [Key in Name]: T } & { readonly problems: readonly Problem[] })
  | ({ readonly [Key in Name]: undefined } & { readonly problems: readonly Problem[] });

/** Either a result, or why there is none. */
export type Result<Name extends string, T> =
  | ({ readonly [Key in Name]: T } & { readonly problems: readonly [] })
  | ({ readonly [Key in Name]: undefined } & { readonly problems: readonly Fault[] });

/** Reads a plan in YAML or JSON. */
export async function readPlan(source: Source): Promise<Read<'plan', PlanFile>> {
  const opened = fileOf(source);
  if (!opened.ok) return { plan: undefined, problems: opened.error };
  const file = opened.value;
  const { plan, problems: read, errors } = await readJudged(file);
  const problems =
    errors.length === 0 ? read : [...read, ...(await import('./render/plan/lint-problems.ts')).lintProblems(errors)];
  if (!plan) return { plan, problems };
  return { plan: { path: file.path, sha256: await sha256(file.bytes), plan, problems }, problems };
}

/**
 * Reads a report of any input format, and holds its names and numbers against the plan.
 *
 * @param today `YYYY-MM-DD`; figures of later days are refused. Without it no clock is asked.
 */
export async function readReport(
  source: Source,
  against: PlanFile,
  { today }: { readonly today?: string | undefined } = {},
): Promise<Read<'report', ReportFile>> {
  const { plan, sha256: readAgainst } = planGiven(against);
  const opened = fileOf(source);
  if (!opened.ok) return { report: undefined, problems: opened.error };
  const file = opened.value;
  const day = today === undefined ? undefined : parseDay(today);
  if (day && !day.ok) return { report: undefined, problems: [{ ...day.error, place: { file: 'today' } }] };
  const { report, problems } = await readReportFile(file, plan, day?.value);
  if (!report) return { report, problems };
  readWith(readAgainst, report.observations);
  return { report: { path: file.path, sha256: await sha256(file.bytes), readAgainst, ...report, problems }, problems };
}

/** Reads a file of waivers, and holds its targets and regions against the plan. */
export async function readWaivers(source: Source, against: PlanFile): Promise<Read<'waivers', WaiverFile>> {
  const { plan, sha256: readAgainst } = planGiven(against);
  const opened = fileOf(source);
  if (!opened.ok) return { waivers: undefined, problems: opened.error };
  const { waivers, problems } = await readWaiverFile(opened.value, plan);
  if (problems.some(isError)) return { waivers: undefined, problems };
  return { waivers: { path: source.path, readAgainst, waivers }, problems };
}

/** An analysis that was kept, as `JSON.parse` gives it: of this schema version, whole, and in agreement with itself. */
export async function readAnalysis(data: unknown, path = 'analysis'): Promise<Result<'analysis', Analysis>> {
  const { value, mistakes } = await analysisIn(keptOf(data, path));
  return value ? { analysis: value, problems: [] } : { analysis: value, problems: mistakes };
}

/** All that one check needs. */
export interface CheckInputs {
  readonly plan: PlanFile;
  readonly reports: readonly ReportFile[];
  /** As in a config file; by default the plan's own region, the latest day reported, and a gate at what fails. */
  readonly settings?: CheckSettings | undefined;
  readonly waivers?: WaiverFile | undefined;
  /** The ratchet: what failed in this earlier analysis does not fail again unless it got worse. */
  readonly since?: Analysis | undefined;
  /** The day that `today` means in the settings. */
  readonly today?: string | undefined;
}

/**
 * The judgement alone, for programs that choose the figures themselves: each target of the plan by some of the figures
 * that `readReport` read against it, without a gate.
 */
export function assess(
  plan: PlanFile,
  observations: readonly Observation[],
  days: { readonly asOf?: string | undefined; readonly knownBy?: string | undefined } = {},
): Result<'assessments', readonly Assessment[]> {
  const given = givenSettings({ as_of: days.asOf, known_by: days.knownBy }, undefined);
  if (!given.ok) return { assessments: undefined, problems: given.error };
  const read = subjectOfFigures(planGiven(plan), listGiven('observations', observations), version);
  if (!read.ok) return { assessments: undefined, problems: read.error };
  const { analysis, mistakes } = analyseOrRefuse(read.value, given.value.request, NO_GATE);
  return analysis
    ? { assessments: analysis.assessments, problems: [] }
    : { assessments: undefined, problems: mistakes };
}

/** Judges every target of the plan and puts the verdicts through the gate: what `shanxi-plan check` does. */
export function check(inputs: CheckInputs): Result<'analysis', Analysis> {
  inputsGiven(inputs);
  const files = { waivers: inputs.waivers?.path, since: inputs.since && 'since' };
  const given = givenSettings(inputs.settings ?? {}, inputs.today, files);
  if (!given.ok) return { analysis: undefined, problems: given.error };
  const read = subjectOf(inputs, version);
  if (!read.ok) return { analysis: undefined, problems: read.error };
  const { since } = inputs;
  const kept = since && analysisShaped(analysisShape, keptOf(since, 'since'));
  if (kept && !kept.value) return { analysis: undefined, problems: kept.mistakes };
  const { request, policy, recorded } = given.value;
  const gate: GateSettings = {
    policy,
    settings: recorded,
    waivers: inputs.waivers?.waivers ?? [],
    since: since && { file: 'since', kept: sinceOf(since) },
  };
  const { analysis, mistakes } = checkSubject(read.value, request, gate);
  return analysis ? { analysis, problems: [] } : { analysis, problems: mistakes };
}

/** Each step behind the verdict on one target: what `shanxi-plan explain` shows. */
export function explain(inputs: CheckInputs, target: string): Result<'explanation', Explanation> {
  const given = givenSettings(inputsGiven(inputs).settings ?? {}, inputs.today);
  if (!given.ok) return { explanation: undefined, problems: given.error };
  const read = subjectOf(inputs, version);
  if (!read.ok) return { explanation: undefined, problems: read.error };
  const { explanation, mistakes } = explained(read.value, given.value.request, textGiven('target', target));
  return explanation ? { explanation, problems: [] } : { explanation, problems: mistakes };
}

/** What became of each target between two analyses of one plan: what `shanxi-plan diff` shows. */
export function diff(before: Analysis, after: Analysis): Result<'comparisons', Comparisons> {
  const wrong = [keptOf(before, 'before'), keptOf(after, 'after')].flatMap(
    kept => analysisShaped(analysisShape, kept).mistakes,
  );
  if (wrong.length > 0) return { comparisons: undefined, problems: wrong };
  const { comparisons, mistakes } = compareKept({ file: 'before', kept: before }, { file: 'after', kept: after });
  return comparisons ? { comparisons, problems: [] } : { comparisons, problems: mistakes };
}

/** An analysis in an output format: a text, or the bytes of a workbook. */
export async function render(
  analysis: Analysis,
  format: FormatId,
  options: TextOptions = {},
): Promise<string | Uint8Array> {
  const { render: write } = await formatNamed(format);
  return write(analysis, await layoutOf(options));
}

export async function renderExplanation(explanation: Explanation, options: TextOptions = {}): Promise<string> {
  const { renderExplanation: write } = await import('./render/explain/explain.ts');
  return write(explanation, await layoutOf(options));
}

export async function renderDiff(comparisons: Comparisons, options: TextOptions = {}): Promise<string> {
  const { renderDiff: write } = await import('./render/diff.ts');
  return write(comparisons, [], await layoutOf(options));
}

/** Problems in words, with the lines of the file around them, and a way out. */
export async function renderProblems(problems: readonly Fault[], options: TextOptions = {}): Promise<string> {
  const { renderFaults } = await import('./render/faults.ts');
  return renderFaults(problems, await layoutOf(options));
}

/** The schema of an analysis; `shanxi-plan/schema/analysis.schema.json` is the same for other languages. */
export const analysisSchema: Schema<Analysis> = {
  safeParse: data => {
    const read = analysisShape.safeParse(data);
    return read.success ? { success: true, data: read.data } : { success: false, issues: read.error.issues };
  },
};

/** What is left of a schema when nobody has to know which package made it. */
export interface Schema<T> {
  readonly safeParse: (data: unknown) => SchemaRead<T>;
}

export type SchemaRead<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly issues: readonly SchemaFault[] };

export interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const keptOf = (data: unknown, file: string): KeptData => ({ data, file, placeOf: () => file });

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Set by the build. */
declare const VERSION: string | undefined;
const version = typeof VERSION === 'undefined' ? 'unbuilt' : VERSION;
