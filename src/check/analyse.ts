import { answersOf } from '../assess/answers.ts';
import { type AssessRequest, assess } from '../assess/assess.ts';
import type { Numbered, NumberedRow } from '../assess/order.ts';
import { applyGate, type GateRequest, type Ungated } from '../gate/apply.ts';
import { isKept, type Selectable } from '../gate/select.ts';
import { waiversOf } from '../gate/waive.ts';
import { type Limits, limitsFor } from '../input/document/limits.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Observation } from '../model/observation.ts';
import { type PlacedTarget, targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import { DEFAULT_POLICY, type Policy, type Selector } from '../model/policy.ts';
import type { PolicySetting } from '../model/policy-setting.ts';
import { ownRegion } from '../model/regions.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Since } from '../model/since.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Problem } from '../values/problem.ts';

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
  /** The file that says how tables are read, where it is one of its own. */
  readonly tablesFile?: { readonly path: string; readonly sha256: string } | undefined;
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
  /** Figures that were left out because they cannot matter. */
  readonly unlisted?: number;
  /** Rows and files that could not be read, and may have said something of these targets. */
  readonly lost?: number;
  /** Of the tool. */
  readonly version: string;
}

/** By what and how the targets are judged. */
export interface JudgeRequest extends Omit<AssessRequest, 'isKept'> {
  readonly only?: readonly Selector[];
  readonly skip?: readonly Selector[];
  readonly limits?: Limits;
}

/** What the judged targets are put through. */
export interface GateSettings {
  readonly policy: Policy;
  /** Who set what that may lower it. */
  readonly settings: readonly PolicySetting[];
  readonly waivers: readonly Waiver[];
  /** The ratchet, and the name of its file. */
  readonly since: { readonly file: string; readonly kept: Since } | undefined;
}

/** For who only wants to see how things stand. */
export const NO_GATE: GateSettings = { policy: DEFAULT_POLICY, settings: [], waivers: [], since: undefined };

/** An analysis with the figures in the order of their numbers; or why there is none. */
export type Checked =
  | { readonly analysis: Analysis; readonly numbered: readonly NumberedRow[]; readonly mistakes: readonly [] }
  | NotJudged;

export interface NotJudged {
  readonly analysis: undefined;
  readonly mistakes: readonly Mistake[];
}

export const notJudged = (...mistakes: readonly Mistake[]): NotJudged => ({ analysis: undefined, mistakes });

/** The targets to judge. */
export interface Chosen {
  readonly request: AssessRequest;
  readonly leftOut: number;
}

export function choose(
  { plan, observations }: Pick<Subject, 'plan' | 'observations'>,
  request: JudgeRequest,
): Chosen | NotJudged {
  const { only = [], skip = [], limits = limitsFor() } = request;
  const region = regionOf(plan, request);
  const all = targetsOf(plan, region);
  const isWanted = (target: PlacedTarget) => isKept(only, skip, selectable(target, region));
  const kept = only.length + skip.length === 0 ? all : all.filter(isWanted);
  if (answersOf(plan, region, kept, observations) > limits.answers)
    return notJudged({ setting: 'reports', code: 'too-many-answers', args: { most: limits.answers } });
  return { request: { ...request, isKept: isWanted }, leftOut: all.length - kept.length };
}

/** What the judged targets are put through, waivers of others left out. */
export const gateRequest = (
  { leftOut }: Chosen,
  judged: Parameters<typeof waiversOf>[0],
  { lost = 0 }: Pick<Subject, 'lost'>,
  { policy, settings, waivers, since }: GateSettings,
): GateRequest => ({
  policy,
  record: { settings, leftOut },
  waivers: waiversOf(judged, waivers),
  since: since?.kept,
  lost,
});

/** From what was read to the analysis and through the gate; the names in the request have been looked at. */
export function analyse(subject: Subject, request: JudgeRequest, gate: GateSettings): Checked {
  const { plan, planFile, tablesFile, files, observations, problems, unlisted = 0 } = subject;
  const chosen = choose(subject, request);
  if ('mistakes' in chosen) return chosen;
  const { numbered, ...assessed } = assess(plan, observations, chosen.request);
  const ungated: Ungated = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'shanxi-plan', version: subject.version },
    ...assessed,
    inputs: [rowWithout(planFile), ...inputRows(files, numbered), ...(tablesFile ? [rowWithout(tablesFile)] : [])],
    unlisted,
    problems: problems.map(problemRow),
  };
  const analysis = applyGate(ungated, gateRequest(chosen, ungated, subject, gate));
  return { analysis, numbered, mistakes: [] };
}

/** The region that is judged: the one asked for, else the plan's own. */
export const regionOf = (plan: Plan, { region }: { readonly region?: string | undefined }): string =>
  region ?? ownRegion(plan);

/** A file without figures. */
const rowWithout = ({ path, sha256 }: Pick<InputFile, 'path' | 'sha256'>): Ungated['inputs'][number] => ({
  path,
  sha256,
  title: null,
  invented: null,
  observations: [],
});

/** The files, each with the places of its figures. */
function inputRows(files: readonly InputFile[], numbered: readonly Numbered[]): Ungated['inputs'] {
  const places = new Map<string, Ungated['inputs'][number]['observations']>(files.map(({ path }) => [path, []]));
  for (const { id, observation } of numbered) {
    const { file, sheet = null, span } = observation.place;
    places.get(file)?.push({ id, sheet, line: span?.line ?? null, col: span?.col ?? null });
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
  sheet: place.sheet ?? null,
  line: place.span?.line ?? null,
  col: place.span?.col ?? null,
});
