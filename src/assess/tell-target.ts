import type { Assessment } from '../model/analysis.ts';
import type { Judged } from '../model/judged.ts';
import type { Indicator } from '../model/plan.ts';
import { finiteEnds } from '../values/interval.ts';
import { courseOf } from './course.ts';
import { decidingFact } from './deciding.ts';
import { evidenceRows } from './evidence-rows.ts';
import { judgedOf, type ResolvedTarget } from './judge-target.ts';
import type { NumberedRow } from './order.ts';
import { outlookOf } from './outlook.ts';
import { progressOf } from './progress.ts';
import type { Understanding } from './understand.ts';

/** The whole story of a target: its verdict, and from the same evidence what led to it; key by key, as in `judgedOf`. */
export function tellTarget(resolved: ResolvedTarget, concerned: readonly NumberedRow[]): Assessment {
  const { placed, indicator, understandings, shown, options } = resolved;
  const { reading, evidence, printed } = shown;
  const judged = judgedOf(resolved);
  const progress = progressOf(printed, evidence.figure?.nominal ?? null);
  return {
    target: judged.target,
    title: placed.target.title ?? indicator.title,
    indicator: judged.indicator,
    kind: indicator.kind,
    whole: judged.whole,
    measure: judged.measure,
    tasks: judged.tasks,
    region: judged.region,
    commitment: judged.commitment,
    goal: judged.goal,
    baseline: baselineRow(shown),
    verdict: judged.verdict,
    possible: judged.possible,
    severity: judged.severity,
    early: judged.early,
    derived: understandings.some(understanding => understanding.evidence.isDerived),
    inForce: judged.inForce,
    at: evidence.at,
    value: judged.value,
    gap: judged.gap,
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
    reasons: judged.reasons,
    deciding: judged.verdict === 'undecided' ? decidingFact(indicator, understandings, options.asOf) : null,
    outlook: outlookIn(shown, judged, indicator),
    readings: understandings.map(readingRow),
    course: courseOf(shown),
    evidence: evidenceRows(understandings, concerned),
    missingParts: judged.missingParts,
    counts: { ...(reading.counts ?? indicator.counts) },
    change: null,
    gate: 'pass',
    waiver: null,
    fingerprint: judged.fingerprint,
  };
}

/** Where a figure answers for one day, what comes of it. */
const outlookIn = (shown: Understanding, { possible }: Judged, indicator: Indicator): Assessment['outlook'] => {
  const { figure } = shown.evidence;
  return figure?.bound === null && !shown.reading.over ? outlookOf(shown, figure.nominal, possible, indicator) : null;
};

/** From where the way to the goal is counted. */
function baselineRow({ reading: { baseline, over, goal }, printed }: Understanding): Assessment['baseline'] {
  if (over || goal.against !== undefined)
    return printed.baseline && { value: printed.baseline.value, asOf: printed.baseline.at };
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
