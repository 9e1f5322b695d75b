import type { Evidence } from '../evidence/evidence.ts';
import type { Assessment } from '../model/analysis.ts';
import type { Judged } from '../model/judged.ts';
import type { Observation } from '../model/observation.ts';
import type { PlacedTarget } from '../model/outline.ts';
import type { Indicator, Plan, Target } from '../model/plan.ts';
import { partsWithout, regionTree } from '../model/regions.ts';
import { goalUnit } from '../model/span.ts';
import type { Day } from '../values/day.ts';
import { finiteEnds } from '../values/interval.ts';
import { conclusionsOf } from './conclusions.ts';
import { reasonsOf } from './deciding.ts';
import { usesIn } from './evidence-rows.ts';
import { type AssessOptions, judgedIndicator, type Understanding, understandingsOf } from './understand.ts';

/** A target with all that was found out about it. */
export interface ResolvedTarget {
  readonly plan: Plan;
  readonly placed: PlacedTarget;
  readonly indicator: Indicator;
  readonly understandings: readonly Understanding[];
  /** The first of them. */
  readonly shown: Understanding;
  readonly options: AssessOptions;
}

export function resolveTarget(
  plan: Plan,
  placed: PlacedTarget,
  observations: readonly Observation[],
  options: AssessOptions,
): ResolvedTarget {
  const { target } = placed;
  const indicator = judgedIndicator(plan, target.indicator, options);
  const understandings = understandingsOf(plan, target, indicator, observations, options);
  const [shown] = understandings;
  if (!shown) throw new Error(`target ${target.id} has no reading`);
  return { plan, placed, indicator, understandings, shown, options };
}

/** The verdict of a target, and what a gate and an index look at beside it; the story is told by `tellTarget`. */
export function judgedOf({ plan, placed, indicator, understandings, shown, options }: ResolvedTarget): Judged {
  const { target, measure, tasks } = placed;
  const { commitment } = target;
  const { region, asOf } = options;
  const goal = goalRow(shown, target, indicator);
  const value = valueRow(shown.evidence);
  const readings = understandings;
  const concluded = conclusionsOf(plan.id, { target: target.id, region, commitment, goal, readings, value });
  // Key by key: each part that is spread before other keys costs a microsecond, and there are millions of these.
  return {
    target: target.id,
    indicator: target.indicator,
    whole: indicator.whole,
    measure: measure.id,
    tasks: [...tasks],
    region,
    commitment,
    goal,
    inForce: isInForce(target, asOf),
    verdict: concluded.verdict,
    possible: concluded.possible,
    severity: concluded.severity,
    early: concluded.early,
    value,
    gap: concluded.gap,
    reasons: reasonsOf(understandings, concluded.verdict, indicator, plan),
    readings,
    missingParts: missingParts(plan, target.indicator, region, understandings),
    fingerprint: concluded.fingerprint,
  };
}

function goalRow(
  { reading: { goal, by, over } }: Understanding,
  { share }: Target,
  indicator: Indicator,
): Assessment['goal'] {
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
}

/** The parts that a sum of parts lacks, so that it is no more than a lower bound. */
function missingParts(
  plan: Plan,
  indicator: string,
  region: string,
  understandings: readonly Understanding[],
): string[] {
  const tree = regionTree(plan, region);
  if (tree.parts.length === 0) return [];
  const inSum = [...usesIn(understandings)].filter(
    ([observation, reason]) => reason === 'part-of-sum' && observation.indicator === indicator,
  );
  if (inSum.length === 0) return [];
  return partsWithout(new Set(inSum.map(([observation]) => observation.region)), tree);
}

const isInForce = ({ inForce }: Target, asOf: Day): boolean =>
  (inForce?.from === undefined || inForce.from <= asOf) && (inForce?.to === undefined || asOf <= inForce.to);

export function valueRow({ figure, known }: Pick<Evidence, 'figure' | 'known'>): Assessment['value'] {
  if (!figure) return null;
  const { nominal, text, asOf, bound } = figure;
  const { low, high } = finiteEnds(known);
  return { low, high, nominal, text, asOf, bound };
}
