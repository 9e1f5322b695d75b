import { unique } from '../methods/judge.ts';
import type { Assessment } from '../model/analysis.ts';
import type { Plan, Target } from '../model/plan.ts';
import { agreedVerdict, severityOfPossible } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { decidingFact, reasonsOf } from './deciding.ts';
import type { Evidence } from './evidence.ts';
import { evidenceRows } from './evidence-rows.ts';
import type { Numbered } from './order.ts';
import type { PlacedTarget } from './outline.ts';
import { outlookOf } from './outlook.ts';
import { progressOf } from './progress.ts';
import { partsWithout, regionTree } from './regions.ts';
import { hull } from './sides.ts';
import { type AssessOptions, judgedIndicator, understandingsOf } from './understand.ts';

export function assessTarget(
  plan: Plan,
  { target, measure, tasks }: PlacedTarget,
  concerned: readonly Numbered[],
  options: AssessOptions,
): Assessment {
  const indicator = judgedIndicator(plan, target.indicator, options);
  const understandings = understandingsOf(plan, target, indicator, concerned, options);
  const [shown] = understandings;
  if (!shown) throw new Error(`target ${target.id} has no reading`);
  const possible = unique(understandings.flatMap(understanding => understanding.possible));
  const verdict = agreedVerdict(possible);
  const { reading, evidence, given, method } = shown;
  const interval = hull(evidence.sides);
  const nominal = evidence.figure?.nominal ?? null;
  const rows = evidenceRows(
    understandings.map(each => each.evidence),
    concerned,
  );
  return {
    target: target.id,
    title: target.title ?? indicator.title,
    indicator: target.indicator,
    kind: indicator.kind,
    measure: measure.id,
    tasks: [...tasks],
    region: options.region,
    commitment: target.commitment,
    goal: { ...reading.goal, unit: indicator.unit, by: reading.by, share: target.share },
    baseline: reading.baseline ? { value: reading.baseline.value.nominal, asOf: reading.baseline.asOf } : null,
    verdict,
    possible,
    severity: severityOfPossible(possible, target.commitment === 'aspirational'),
    early: verdict === 'met' && evidence.figure !== null && evidence.figure.asOf < reading.by,
    derived: understandings.some(understanding => understanding.evidence.isDerived),
    inForce: isInForce(target, options.asOf),
    at: evidence.at,
    value: valueRow(evidence),
    ...progressOf(given, nominal, interval),
    method,
    reasons: verdict === 'undecided' ? reasonsOf(understandings) : [],
    deciding: verdict === 'undecided' ? decidingFact(indicator, understandings, options.asOf) : null,
    outlook: evidence.figure?.bound === null ? outlookOf(given, nominal, possible, indicator) : null,
    readings: understandings.map(each => ({
      name: each.reading.name,
      goal: each.reading.goal.comparator,
      possible: [...each.possible],
    })),
    evidence: rows,
    missingParts: missingParts(plan, target.indicator, options.region, rows),
    counts: { ...(reading.counts ?? indicator.counts) },
    change: null,
    gate: 'pass',
    waiver: null,
    fingerprint: `${plan.id}/${target.id}@${options.region}`,
  };
}

/** The parts that a sum of parts lacks, so that it is no more than a lower bound. */
function missingParts(plan: Plan, indicator: string, region: string, { used }: Assessment['evidence']): string[] {
  const inSum = used.filter(row => row.reason === 'part-of-sum' && row.observation.indicator === indicator);
  const reporting = new Set(inSum.map(({ observation }) => observation.region));
  return reporting.size === 0 ? [] : partsWithout(reporting, regionTree(plan, region));
}

const isInForce = ({ inForce }: Target, asOf: Day): boolean =>
  (inForce?.from === undefined || inForce.from <= asOf) && (inForce?.to === undefined || asOf <= inForce.to);

function valueRow({ figure, known }: Evidence): Assessment['value'] {
  if (!figure) return null;
  const { nominal, text, asOf, bound } = figure;
  return { low: finite(known.low), high: finite(known.high), nominal, text, asOf, bound };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
