import { type Bands, DEFAULT_BANDS } from '../methods/method.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import { type Day, latest } from '../values/day.ts';
import { assessTarget } from './assess-target.ts';
import { checkArithmetic } from './checks.ts';
import { coverageOf } from './coverage.ts';
import { observationRow } from './evidence-rows.ts';
import { groupBy } from './group.ts';
import { inOrder, type Numbered } from './order.ts';
import { measuresOf, ownRegion, type PlacedTarget, planIn, targetsOf } from './outline.ts';
import { regionTitle } from './regions.ts';
import { measureRows, summarize } from './rollup.ts';
import { wasKnown } from './screen.ts';

export interface AssessRequest {
  /** The day of the analysis; by default the latest day that a reported figure describes. */
  readonly asOf?: Day | undefined;
  /** Nothing published after this day is used; by default no limit. */
  readonly knownBy?: Day | undefined;
  /** Judges every target by this method instead of its own. */
  readonly method?: MethodId | undefined;
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
  readonly numbered: readonly Numbered[];
};

/** Judges every target of a plan by the figures reported. Pure: the same arguments give the same result. */
export function assess(plan: Plan, observations: readonly Observation[], request: AssessRequest = {}): Assessed {
  const numbered = inOrder(observations);
  const knownBy = request.knownBy ?? null;
  const asOf = request.asOf ?? defaultAsOf(observations, knownBy) ?? plan.period.from;
  const bands = request.bands ?? DEFAULT_BANDS;
  const region = request.region ?? ownRegion(plan);
  const local = planIn(plan, region);
  const readings = request.readings ?? {};
  const options = {
    asOf,
    knownBy,
    region,
    method: request.method,
    readings,
    bands,
    direct: request.direct ?? false,
    maxAgeMonths: request.maxAgeMonths,
  };
  const placed = targetsOf(local).filter(request.isKept ?? (() => true));
  const byIndicator = groupBy(numbered, ({ observation }) => observation.indicator);
  const assessments = placed.map(target => {
    return assessTarget(local, target, concernedIn(byIndicator, plan, target.target.indicator), options);
  });
  return {
    plan: { id: plan.id, title: plan.title, period: plan.period, note: plan.note ?? null },
    asOf,
    knownBy,
    readings: { ...readings },
    direct: options.direct,
    maxAgeMonths: request.maxAgeMonths ?? null,
    region,
    part: region === ownRegion(plan) ? null : regionTitle(plan, region),
    bands,
    assessments,
    measures: measureRows(local, assessments, numbered),
    summary: summarize(local, assessments),
    coverage: coverageOf(region === ownRegion(plan) ? plan : local, assessments),
    checks: checkArithmetic(plan, numbered, options),
    elsewhere: elsewhere(local, placed, numbered),
    numbered,
  };
}

/** The figures that concern the targets of an indicator. */
export const concernedBy = (plan: Plan, indicator: string, numbered: readonly Numbered[]): Numbered[] =>
  concernedIn(
    groupBy(numbered, ({ observation }) => observation.indicator),
    plan,
    indicator,
  );

const concernedIn = (
  byIndicator: ReadonlyMap<string | null, readonly Numbered[]>,
  plan: Plan,
  indicator: string,
): Numbered[] =>
  concerning(plan, indicator)
    .flatMap(id => byIndicator.get(id) ?? [])
    .toSorted((a, b) => a.id - b.id);

/** A figure concerns a target through its own indicator, or through an identity that ties the two. */
const concerning = ({ indicators }: Plan, indicator: string): string[] => [
  ...new Set([indicator, ...(indicators[indicator]?.identity?.product ?? [])]),
];

/** Goals describe days to come, and what is published later is not known, so neither sets the day of the analysis. */
function defaultAsOf(observations: readonly Observation[], knownBy: Day | null): Day | undefined {
  const figures = observations.filter(({ status, quantity }) => quantity && status !== 'planned');
  return latest(figures.filter(figure => wasKnown(figure, knownBy)).map(({ asOf }) => asOf));
}

/** What concerns no target and no measure is listed all the same: nothing reported is lost. */
function elsewhere(plan: Plan, placed: readonly PlacedTarget[], numbered: readonly Numbered[]): Analysis['elsewhere'] {
  const measures = new Set(measuresOf(plan).map(({ measure }) => measure.id));
  const indicators = new Set(placed.flatMap(({ target }) => concerning(plan, target.indicator)));
  const isHeard = ({ observation: { measure, indicator } }: Numbered) =>
    (measure !== null && measures.has(measure)) || (indicator !== null && indicators.has(indicator));
  return numbered
    .filter(row => !isHeard(row))
    .map(row => ({
      observation: observationRow(row),
      reason: row.observation.indicator === null ? 'statement' : 'no-target',
    }));
}
