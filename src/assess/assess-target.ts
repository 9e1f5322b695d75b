import type { Evidence } from '../evidence/evidence.ts';
import type { Assessment } from '../model/analysis.ts';
import type { PlacedTarget } from '../model/outline.ts';
import type { Indicator, Plan, Target } from '../model/plan.ts';
import { partsWithout, regionTree } from '../model/regions.ts';
import { goalUnit } from '../model/span.ts';
import type { Day } from '../values/day.ts';
import { finiteEnds } from '../values/interval.ts';
import { conclusionsOf } from './conclusions.ts';
import { courseOf } from './course.ts';
import { decidingFact, reasonsOf } from './deciding.ts';
import { evidenceRows } from './evidence-rows.ts';
import type { Numbered } from './order.ts';
import { outlookOf } from './outlook.ts';
import { progressOf } from './progress.ts';
import { type AssessOptions, judgedIndicator, type Understanding, understandingsOf } from './understand.ts';

export function assessTarget(
  plan: Plan,
  placed: PlacedTarget,
  concerned: readonly Numbered[],
  options: AssessOptions,
): Assessment {
  const { target } = placed;
  const indicator = judgedIndicator(plan, target.indicator, options);
  const understandings = understandingsOf(plan, target, indicator, concerned, options);
  const [shown] = understandings;
  if (!shown) throw new Error(`target ${target.id} has no reading`);
  const rows = evidenceRows(understandings, concerned);
  return assessmentOf({ plan, placed, indicator, understandings, shown, rows, options });
}

/** A target with all that was found out about it. */
interface JudgedTarget {
  readonly plan: Plan;
  readonly placed: PlacedTarget;
  readonly indicator: Indicator;
  readonly understandings: readonly Understanding[];
  /** The first of them. */
  readonly shown: Understanding;
  readonly rows: Assessment['evidence'];
  readonly options: AssessOptions;
}

/** What follows for the target, of which a row of the analysis is made. */
function concludedOf({ plan, placed, indicator, understandings, shown, options }: JudgedTarget) {
  const { target } = placed;
  const { evidence, reading, given } = shown;
  const nominal = evidence.figure?.nominal ?? null;
  const goal = goalRow(shown, target, indicator);
  const value = valueRow(evidence);
  const readings = understandings.map(readingRow);
  const named = { target: target.id, region: options.region, commitment: target.commitment };
  const conclusions = conclusionsOf(plan.id, { goal, readings, value, ...named });
  const { verdict, possible } = conclusions;
  return {
    goal,
    value,
    readings,
    progress: progressOf(given, nominal),
    deciding: verdict === 'undecided' ? decidingFact(indicator, understandings, options.asOf) : null,
    reasons: reasonsOf(understandings, verdict, indicator, plan),
    outlook: evidence.figure?.bound === null && !reading.over ? outlookOf(shown, nominal, possible, indicator) : null,
    ...conclusions,
  };
}

// Key by key: each part that is spread before other keys costs a microsecond, and there are millions of these.
function assessmentOf(judged: JudgedTarget): Assessment {
  const { plan, placed, indicator, understandings, shown, rows, options } = judged;
  const { target } = placed;
  const concluded = concludedOf(judged);
  const { progress } = concluded;
  return {
    target: target.id,
    title: target.title ?? indicator.title,
    indicator: target.indicator,
    kind: indicator.kind,
    whole: indicator.whole,
    measure: placed.measure.id,
    tasks: [...placed.tasks],
    region: options.region,
    commitment: target.commitment,
    goal: concluded.goal,
    baseline: baselineRow(shown),
    verdict: concluded.verdict,
    possible: concluded.possible,
    severity: concluded.severity,
    early: concluded.early,
    derived: understandings.some(understanding => understanding.evidence.isDerived),
    inForce: isInForce(target, options.asOf),
    at: shown.evidence.at,
    value: concluded.value,
    gap: concluded.gap,
    planned: progress.planned,
    completion: progress.completion,
    elapsed: progress.elapsed,
    schedule: progress.schedule,
    lead: progress.lead,
    monthsAhead: progress.monthsAhead,
    pace: progress.pace,
    neededPerYear: progress.neededPerYear,
    achievedPerYear: progress.achievedPerYear,
    method: shown.method,
    reasons: concluded.reasons,
    deciding: concluded.deciding,
    outlook: concluded.outlook,
    readings: concluded.readings,
    course: courseOf(shown),
    evidence: rows,
    missingParts: missingParts(plan, target.indicator, options.region, rows),
    counts: { ...(shown.reading.counts ?? indicator.counts) },
    change: null,
    gate: 'pass',
    waiver: null,
    fingerprint: concluded.fingerprint,
  };
}

const goalRow = (
  { reading: { goal, by, over } }: Understanding,
  { share }: Target,
  indicator: Indicator,
): Assessment['goal'] => {
  const unit = goalUnit({ over, goal }, indicator);
  const { unitTitle } = indicator;
  return {
    comparator: goal.comparator,
    value: goal.value,
    low: goal.low,
    high: goal.high,
    unit,
    unitTitle: unit === indicator.unit && unitTitle.zh !== unit ? unitTitle : null,
    by,
    against: goal.against ?? null,
    over: over ? { from: over.from, to: over.to, aggregate: over.aggregate } : null,
    share,
  };
};

/** From where the way to the goal is counted. */
function baselineRow({ reading: { baseline, over, goal }, given }: Understanding): Assessment['baseline'] {
  if (over || goal.against !== undefined)
    return given.baseline && { value: given.baseline.value, asOf: given.baseline.at };
  return baseline ? { value: baseline.value.nominal, asOf: baseline.asOf } : null;
}

const readingRow = ({ reading, method, worlds, possible }: Understanding): Assessment['readings'][number] => ({
  name: reading.name,
  goal: reading.goal.comparator,
  possible: [...possible],
  title: reading.title ?? null,
  by: reading.by,
  value: reading.goal.value,
  low: reading.goal.low,
  high: reading.goal.high,
  method,
  sides: worlds.map(sideRow),
});

function sideRow({
  value,
  possible,
}: Understanding['worlds'][number]): Assessment['readings'][number]['sides'][number] {
  const { low, high } = finiteEnds(value);
  return { low, high, possible: [...possible] };
}

/** The parts that a sum of parts lacks, so that it is no more than a lower bound. */
function missingParts(plan: Plan, indicator: string, region: string, { used }: Assessment['evidence']): string[] {
  const inSum = used.filter(row => row.reason === 'part-of-sum' && row.observation.indicator === indicator);
  if (inSum.length === 0) return [];
  return partsWithout(new Set(inSum.map(({ observation }) => observation.region)), regionTree(plan, region));
}

const isInForce = ({ inForce }: Target, asOf: Day): boolean =>
  (inForce?.from === undefined || inForce.from <= asOf) && (inForce?.to === undefined || asOf <= inForce.to);

function valueRow({ figure, known }: Evidence): Assessment['value'] {
  if (!figure) return null;
  const { nominal, text, asOf, bound } = figure;
  const { low, high } = finiteEnds(known);
  return { low, high, nominal, text, asOf, bound };
}
