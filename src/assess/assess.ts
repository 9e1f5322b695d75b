import { reachesItsDay, wasPublished } from '../evidence/screen.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Analysis } from '../model/analysis.ts';
import { type Bands, DEFAULT_BANDS } from '../model/bands.ts';
import { concerning } from '../model/identities.ts';
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
import { resolveTarget } from './judge-target.ts';
import { inOrder, type Numbered, type NumberedRow, withRows } from './order.ts';
import { measureRows, summarize, taskNames } from './rollup.ts';
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

/** Judges every target of a plan by the figures reported. Pure: the same arguments give the same result. */
export function assess(plan: Plan, observations: readonly Observation[], request: AssessRequest = {}): Assessed {
  const numbered = withRows(inOrder(observations));
  const options = optionsOf(plan, observations, request);
  const { asOf, knownBy, region, readings, bands, direct, maxAgeMonths, compare } = options;
  const { local, placed } = placedIn(plan, region, request);
  const isWhole = region === ownRegion(plan);
  const byIndicator = byIndicatorIn(numbered);
  const assessments = placed.map(each => {
    const concerned = concernedIn(byIndicator, concerning(plan, each.target));
    return tellTarget(resolveTarget(local, each, figuresIn(concerned), options), concerned);
  });
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

/** The targets that are judged, and the plan as it holds in the region. */
export function placedIn(plan: Plan, region: string, { isKept }: AssessRequest) {
  const local = planIn(plan, region);
  return { local, placed: isKept ? targetsOf(local).filter(isKept) : targetsOf(local) };
}

export function optionsOf(plan: Plan, observations: readonly Observation[], request: AssessRequest): AssessOptions {
  const { knownBy, region = ownRegion(plan), readings = {}, bands = plan.bands ?? DEFAULT_BANDS } = request;
  const { method, direct = false, maxAgeMonths, compare } = request;
  const asOf = request.asOf ?? defaultAsOf(observations, knownBy) ?? plan.period.from;
  return { asOf, knownBy, region, method, readings, bands, direct, maxAgeMonths, compare };
}

/** The figures that concern a target. */
export const concernedBy = <T extends Numbered>(plan: Plan, target: Target, numbered: readonly T[]): readonly T[] =>
  concernedIn(byIndicatorIn(numbered), concerning(plan, target));

export const byIndicatorIn = <T extends Numbered>(numbered: readonly T[]): Map<string | null, T[]> =>
  groupBy(numbered, ({ observation }) => observation.indicator);

export const figuresIn = (numbered: readonly Numbered[]): Observation[] =>
  numbered.map(({ observation }) => observation);

/**
 * The figures that concern a target, through its own indicator or through an identity that ties the two, in the order of
 * their numbers, in which those of each indicator are already.
 */
export function concernedIn<T extends Numbered>(
  byIndicator: ReadonlyMap<string | null, readonly T[]>,
  indicators: readonly string[],
): readonly T[] {
  const found = indicators.map(id => byIndicator.get(id) ?? []);
  return found.length > 1 ? found.flat().sort((a, b) => a.id - b.id) : (found[0] ?? []);
}

/** What is published later is not known, so it does not set the day of the analysis. */
function defaultAsOf(observations: readonly Observation[], knownBy: Day | undefined): Day | undefined {
  const figures = observations.filter(figure => reachesItsDay(figure) && wasPublished(figure, knownBy));
  return latest(figures.map(({ asOf }) => asOf));
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
