import { isMet } from '../methods/goals.ts';
import type { Bands, Case, Method } from '../methods/method.ts';
import type { Assessment, Reason } from '../model/analysis.ts';
import type { Indicator, Plan, Reading, Target } from '../model/plan.ts';
import { agreedVerdict, type DecidedVerdict, severityOfPossible } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { ends, type Interval } from '../values/interval.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { evidenceRows } from './evidence-rows.ts';
import type { Numbered } from './order.ts';
import type { PlacedTarget } from './outline.ts';
import { progressOf } from './progress.ts';
import { unique, verdictsIn } from './worlds.ts';

export interface AssessOptions {
  readonly asOf: Day;
  readonly knownBy: Day | null;
  readonly region: string;
  readonly method: Method;
  readonly bands: Bands;
}

/** One reading of the target with its evidence, and the verdicts of all its worlds. */
interface Understanding {
  readonly reading: Reading;
  readonly evidence: Evidence;
  readonly given: Case;
  readonly possible: readonly DecidedVerdict[];
}

export function assessTarget(
  plan: Plan,
  { target, measure, tasks }: PlacedTarget,
  concerned: readonly Numbered[],
  options: AssessOptions,
): Assessment {
  const indicator = plan.indicators[target.indicator];
  if (!indicator) throw new Error(`target ${target.id} has an indicator that its plan does not define`);
  const question = { indicator, region: options.region, asOf: options.asOf, knownBy: options.knownBy };
  const observations = concerned.map(({ observation }) => observation);
  const understandings = target.readings.map(reading => {
    const counts = reading.counts ?? indicator.counts;
    const evidence = gatherEvidence({ ...question, counts }, reading, observations);
    return understand(target, reading, evidence, indicator, options);
  });
  const [shown] = understandings;
  if (!shown) throw new Error(`target ${target.id} has no reading`);
  const possible = unique(understandings.flatMap(understanding => understanding.possible));
  const verdict = agreedVerdict(possible);
  const { reading, evidence, given } = shown;
  const interval = hull(evidence.sides);
  return {
    target: target.id,
    title: target.title ?? indicator.title,
    indicator: target.indicator,
    kind: indicator.kind,
    measure: measure.id,
    tasks: [...tasks],
    region: options.region,
    commitment: target.commitment,
    goal: { ...reading.goal, unit: indicator.unit, by: reading.by },
    baseline: reading.baseline ? { value: reading.baseline.value.nominal, asOf: reading.baseline.asOf } : null,
    verdict,
    possible,
    severity: severityOfPossible(possible, target.commitment === 'aspirational'),
    early: verdict === 'met' && evidence.figure !== null && evidence.figure.asOf < reading.by,
    at: evidence.at,
    value: valueRow(evidence, interval),
    ...progressOf(given, evidence.figure?.nominal ?? null, interval),
    method: options.method.id,
    reasons: verdict === 'undecided' ? reasonsOf(understandings) : [],
    evidence: evidenceRows(
      understandings.map(understanding => understanding.evidence),
      concerned,
    ),
    fingerprint: `${plan.id}/${target.id}@${options.region}`,
  };
}

function understand(
  target: Target,
  reading: Reading,
  evidence: Evidence,
  indicator: Indicator,
  options: AssessOptions,
): Understanding {
  const { goal, by, path } = reading;
  // From nothing to one there is no pace: until its day an event has happened or is open.
  const baseline = indicator.kind === 'event' ? undefined : reading.baseline;
  const given = (base: number | null): Case => ({
    goal,
    by,
    at: evidence.at,
    hasPassed: options.asOf >= by,
    baseline: baseline && base !== null ? { at: baseline.asOf, value: base } : null,
    milestones: path,
    isBinding: target.commitment === 'binding',
    wasMet: evidence.history.some(({ quantity }) => isMet(goal, quantity.low) && isMet(goal, quantity.high)),
    bands: options.bands,
  });
  const bases = baseline ? [...new Set(ends(baseline.value))] : [null];
  const possible = unique(
    bases.flatMap(base => evidence.sides.flatMap(side => verdictsIn(options.method, given(base), side))),
  );
  return { reading, evidence, given: given(baseline?.value.nominal ?? null), possible };
}

/** Why the worlds disagree: the readings among themselves, or what one of them lacks. */
function reasonsOf(understandings: readonly Understanding[]): Reason[] {
  const disagree = new Set(understandings.map(({ possible }) => possible.join())).size > 1;
  const lacking = understandings.filter(({ possible }) => possible.length > 1);
  const lacks = new Set(lacking.map(({ evidence }) => evidence.lack ?? 'imprecise'));
  const readings = understandings.flatMap(({ reading }) => reading.name ?? []);
  return [
    ...(disagree ? [{ code: 'ambiguous-reading' as const, args: { readings: readings.join(', ') } }] : []),
    ...[...lacks].map(code => ({ code, args: {} })),
  ];
}

/** The smallest interval that holds every side. */
function hull(sides: readonly Interval[]): Interval {
  return { low: Math.min(...sides.map(({ low }) => low)), high: Math.max(...sides.map(({ high }) => high)) };
}

function valueRow({ figure }: Evidence, { low, high }: Interval): Assessment['value'] {
  if (!figure) return null;
  return {
    low: figure.bound === 'high' ? null : bounded(low),
    high: figure.bound === 'low' ? null : bounded(high),
    nominal: figure.nominal,
    text: figure.text,
    asOf: figure.asOf,
    bound: figure.bound,
  };
}

const bounded = (value: number): number | null => (Number.isFinite(value) ? value : null);
