import { reachesItsDay, wasKnown } from '../evidence/screen.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Analysis } from '../model/analysis.ts';
import { type Bands, DEFAULT_BANDS } from '../model/bands.ts';
import { concerning } from '../model/identities.ts';
import type { Judged } from '../model/judged.ts';
import type { Observation } from '../model/observation.ts';
import { measuresOf, type PlacedTarget, planIn, targetsOf } from '../model/outline.ts';
import type { Plan, Target } from '../model/plan.ts';
import { ownRegion, regionTitle } from '../model/regions.ts';
import type { GoalComparison } from '../model/target-choices.ts';
import { type Day, latest } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { onceEach } from '../values/once-each.ts';
import { checkArithmetic } from './checks.ts';
import { coverageOf } from './coverage.ts';
import { judgedOf, type ResolvedTarget, resolveTarget } from './judge-target.ts';
import { inOrder, type Numbered, type NumberedRow, withRows } from './order.ts';
import { type Counts, countsOf, measureRows, summarize, taskNames } from './rollup.ts';
import { tellTarget } from './tell-target.ts';
import type { AssessOptions } from './understand.ts';

export interface AssessRequest {
  /** The day of the analysis; by default the latest day that a reported figure describes. */
  readonly asOf?: Day | undefined;
  /** Nothing published after this day is used; by default no limit. */
  readonly knownBy?: Day | undefined;
  /** Judges every target by this method instead of its own. */
  readonly method?: MethodId | undefined;
  /** What counts on the line, instead of what the plan and its targets say. */
  readonly compare?: GoalComparison | undefined;
  /** Fixes the reading of an ambiguous target: target id → name of the reading. */
  readonly readings?: Readonly<Record<string, string>> | undefined;
  /** Direct evidence alone: no identity between indicators is used. */
  readonly direct?: boolean | undefined;
  /** Leaves out the targets for which this is false; without it all are judged. */
  readonly isKept?: ((target: PlacedTarget) => boolean) | undefined;
  /** Months after which a figure is stale, whatever the plan allows. */
  readonly maxAgeMonths?: number | undefined;
  /** The region that is judged; by default the plan's own. */
  readonly region?: string | undefined;
  readonly bands?: Bands | undefined;
}

/** What follows from the plan and the figures alone; the command line adds inputs, problems and the exit code. */
export type Assessed = Omit<
  Analysis,
  'schemaVersion' | 'tool' | 'inputs' | 'unlisted' | 'problems' | 'gate' | 'exit'
> & {
  readonly numbered: readonly NumberedRow[];
};

/** The verdicts alone, with what is counted of them. */
export interface JudgedPlan {
  readonly asOf: Day;
  readonly targets: readonly Judged[];
  readonly counts: Counts;
}

/** Judges every target of a plan by the figures reported. Pure: the same arguments give the same result. */
export function judgeTargets(
  plan: Plan,
  observations: readonly Observation[],
  request: AssessRequest = {},
): JudgedPlan {
  const { local, options, resolved } = resolve(plan, inOrder(observations), request);
  const targets = resolved.map(({ target }) => judgedOf(target));
  return { asOf: options.asOf, targets, counts: countsOf(taskNames(local), targets) };
}

/** Judges them in the same way, and tells of each what led to its verdict. */
export function assess(plan: Plan, observations: readonly Observation[], request: AssessRequest = {}): Assessed {
  const numbered = withRows(inOrder(observations));
  const { local, placed, options, resolved } = resolve(plan, numbered, request);
  const { asOf, knownBy, region, readings, bands, direct, maxAgeMonths, compare } = options;
  const isWhole = region === ownRegion(plan);
  const assessments = resolved.map(({ target, concerned }) => tellTarget(target, concerned));
  return {
    plan: { id: plan.id, title: plan.title, period: plan.period, note: plan.note ?? null },
    asOf,
    knownBy: knownBy ?? null,
    readings: { ...readings },
    direct,
    maxAgeMonths: maxAgeMonths ?? null,
    compare: compare ?? null,
    region,
    regionTitle: isWhole ? null : regionTitle(plan, region),
    bands,
    assessments,
    measures: measureRows(local, assessments, numbered),
    summary: summarize(taskNames(local), assessments),
    coverage: coverageOf(isWhole ? plan : local, assessments),
    checks: checkArithmetic(plan, numbered, options),
    forNoTarget: figuresForNoTarget(local, placed, numbered),
    numbered,
  };
}

interface ResolvedPlan<T extends Numbered> {
  /** As it holds in the region. */
  readonly local: Plan;
  readonly placed: readonly PlacedTarget[];
  readonly options: AssessOptions;
  readonly resolved: readonly { readonly target: ResolvedTarget; readonly concerned: readonly T[] }[];
}

function resolve<T extends Numbered>(plan: Plan, numbered: readonly T[], request: AssessRequest): ResolvedPlan<T> {
  const options = optionsOf(plan, numbered, request);
  const local = planIn(plan, options.region);
  const placed = request.isKept ? targetsOf(local).filter(request.isKept) : targetsOf(local);
  const byIndicator = groupBy(numbered, ({ observation }) => observation.indicator);
  const resolved = placed.map(each => {
    const concerned = concernedIn(byIndicator, concerning(plan, each.target));
    return { target: resolveTarget(local, each, concerned, options), concerned };
  });
  return { local, placed, options, resolved };
}

function optionsOf(plan: Plan, numbered: readonly Numbered[], request: AssessRequest): AssessOptions {
  const { knownBy, region = ownRegion(plan), readings = {}, bands = plan.bands ?? DEFAULT_BANDS } = request;
  const { method, direct = false, maxAgeMonths, compare } = request;
  const asOf = request.asOf ?? defaultAsOf(numbered, knownBy) ?? plan.period.from;
  return { asOf, knownBy, region, method, readings, bands, direct, maxAgeMonths, compare };
}

/** The figures that concern a target. */
export const concernedBy = <T extends Numbered>(plan: Plan, target: Target, numbered: readonly T[]): readonly T[] =>
  concernedIn(
    groupBy(numbered, ({ observation }) => observation.indicator),
    concerning(plan, target),
  );

/**
 * The figures that concern a target, through its own indicator or through an identity that ties the two, in the order of
 * their numbers, in which those of each indicator are already.
 */
function concernedIn<T extends Numbered>(
  byIndicator: ReadonlyMap<string | null, readonly T[]>,
  indicators: readonly string[],
): readonly T[] {
  const found = indicators.map(id => byIndicator.get(id) ?? []);
  return found.length > 1 ? found.flat().sort((a, b) => a.id - b.id) : (found[0] ?? []);
}

/** What is published later is not known, so it does not set the day of the analysis. */
function defaultAsOf(numbered: readonly Numbered[], knownBy: Day | undefined): Day | undefined {
  const figures = numbered.filter(({ observation }) => reachesItsDay(observation) && wasKnown(observation, knownBy));
  return latest(figures.map(({ observation }) => observation.asOf));
}

/** What concerns no target and no measure is listed all the same: nothing reported is lost. */
function figuresForNoTarget(
  plan: Plan,
  placed: readonly PlacedTarget[],
  numbered: readonly NumberedRow[],
): Analysis['forNoTarget'] {
  const measures = measureIds(plan);
  const indicators = new Set<string>();
  for (const { target } of placed) for (const id of concerning(plan, target)) indicators.add(id);
  const isHeard = ({ observation: { measure, indicator } }: Numbered) =>
    (measure !== null && measures.has(measure)) || (indicator !== null && indicators.has(indicator));
  return numbered
    .filter(each => !isHeard(each))
    .map(({ observation, row }) => ({
      observation: row,
      reason: observation.indicator === null ? 'statement' : 'no-target',
    }));
}

const measureIds = onceEach(
  (plan: Plan): ReadonlySet<string> => new Set(measuresOf(plan).map(({ measure }) => measure.id)),
);
