import { canBeMet, isSurelyMet } from '../methods/goals.ts';
import { unique } from '../methods/judge.ts';
import type { Bands, Case } from '../methods/method.ts';
import type { Point } from '../methods/path.ts';
import { defaultMethod, type MethodId, methods } from '../methods/registry.ts';
import type { Assessment } from '../model/analysis.ts';
import type { Indicator, Plan, Reading, Target } from '../model/plan.ts';
import { agreedVerdict, severityOfPossible } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { atMost, ends, type Interval, intersect, overlaps } from '../values/interval.ts';
import { hull } from './bounds.ts';
import { decidingFact, reasonsOf } from './deciding.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { evidenceRows } from './evidence-rows.ts';
import type { Numbered } from './order.ts';
import type { PlacedTarget } from './outline.ts';
import { outlookOf } from './outlook.ts';
import { progressOf } from './progress.ts';
import { regionTree } from './regions.ts';
import { plausibleRange } from './screen.ts';
import type { Understanding } from './understanding.ts';
import { verdictsIn } from './worlds.ts';

export interface AssessOptions {
  readonly asOf: Day;
  readonly knownBy: Day | null;
  readonly region: string;
  /** Overrides the method of every target. */
  readonly method: MethodId | undefined;
  /** Readings fixed by the user: target id → name of the reading. */
  readonly readings: Readonly<Record<string, string>>;
  readonly bands: Bands;
  /** Use no identity between indicators. */
  readonly direct: boolean;
  /** Months after which a figure is stale, whatever the plan allows. */
  readonly maxAgeMonths?: number | undefined;
}

export function assessTarget(
  plan: Plan,
  { target, measure, tasks }: PlacedTarget,
  concerned: readonly Numbered[],
  options: AssessOptions,
): Assessment {
  const known = plan.indicators[target.indicator];
  if (!known) throw new Error(`target ${target.id} has an indicator that its plan does not define`);
  const freshForMonths = Math.min(known.freshForMonths, options.maxAgeMonths ?? Infinity);
  const indicator = { ...known, freshForMonths };
  const understandings = understandingsOf(plan, target, indicator, concerned, options);
  const [shown] = understandings;
  if (!shown) throw new Error(`target ${target.id} has no reading`);
  const possible = unique(understandings.flatMap(understanding => understanding.possible));
  const verdict = agreedVerdict(possible);
  const { reading, evidence, given, method } = shown;
  const interval = hull(evidence.sides);
  const nominal = evidence.figure?.nominal ?? null;
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
    evidence: evidenceRows(
      understandings.map(understanding => understanding.evidence),
      concerned,
    ),
    counts: { ...(reading.counts ?? indicator.counts) },
    change: null,
    gate: 'pass',
    waiver: null,
    fingerprint: `${plan.id}/${target.id}@${options.region}`,
  };
}

/** Every reading that the user has not ruled out, with its evidence and its verdicts; the first is the one shown. */
export function understandingsOf(
  plan: Plan,
  target: Target,
  indicator: Indicator,
  concerned: readonly Numbered[],
  options: AssessOptions,
): Understanding[] {
  const fixed = options.readings[target.id];
  const readings = target.readings.filter(({ name }) => fixed === undefined || name === fixed);
  return readings.map(reading => understand(plan, target, indicator, reading, concerned, options));
}

const isInForce = ({ inForce }: Target, asOf: Day): boolean =>
  (inForce?.from === undefined || inForce.from <= asOf) && (inForce?.to === undefined || asOf <= inForce.to);

function understand(
  plan: Plan,
  target: Target,
  indicator: Indicator,
  reading: Reading,
  concerned: readonly Numbered[],
  options: AssessOptions,
): Understanding {
  const counts = reading.counts ?? indicator.counts;
  const question = { indicator, counts, asOf: options.asOf, knownBy: options.knownBy };
  const region = regionTree(plan, options.region);
  const observations = concerned.map(({ observation }) => observation);
  const ask = { plan, indicatorId: target.indicator, question, region, isDirectOnly: options.direct };
  const evidence = gatherEvidence(ask, reading, observations);
  const method = options.method ?? target.method ?? plan.method ?? defaultMethod(reading.goal);
  const cases = casesOf(target, indicator, reading, evidence, options);
  const possible = unique(
    cases.flatMap(given => evidence.sides.flatMap(side => verdictsIn(methods[method], given, side))),
  );
  const past = { ...nominalPast(reading, evidence), wasMet: wasMetWorlds(reading, indicator, evidence).every(Boolean) };
  const nominal = caseOf(target, indicator, reading, evidence, options, past);
  return { reading, evidence, given: nominal, method, possible };
}

/** What lies behind the judged figure: the baseline and the earlier figures, each as one number. */
interface Past {
  readonly baseline: Point | null;
  readonly history: readonly Point[];
  /** An earlier figure fulfilled the goal. */
  readonly wasMet: boolean;
}

function nominalPast({ baseline }: Reading, { history }: Evidence): Omit<Past, 'wasMet'> {
  return {
    baseline: baseline ? { at: baseline.asOf, value: baseline.value.nominal } : null,
    history: history.map(({ observation, quantity }) => ({ at: observation.asOf, value: quantity.nominal })),
  };
}

/** Whether an earlier figure fulfilled the goal; an inexact one may have done so or not. */
function wasMetWorlds({ goal }: Reading, indicator: Indicator, evidence: Evidence): readonly boolean[] {
  // A count that only rises and is short of the goal now was so before; an earlier figure above it contradicts it.
  if (indicator.monotone && goal.high === null) return [false];
  const intervals = evidence.history.map(({ quantity }) => pastValues(quantity, indicator, evidence));
  if (intervals.some(interval => isSurelyMet(goal, interval))) return [true];
  return intervals.some(interval => canBeMet(goal, interval)) ? [true, false] : [false];
}

/** An end without a bound stands where no figure can be read any more. */
const FARTHEST: Interval = { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };

/** What an earlier figure allows, within what is plausible; a count that only rises was no higher than it is now. */
function pastValues(quantity: Interval, indicator: Indicator, { known }: Evidence): Interval {
  const ranges = [plausibleRange(indicator), ...(indicator.monotone ? [atMost(known.high)] : []), FARTHEST];
  return ranges.reduce((value, range) => (overlaps(value, range) ? intersect(value, range) : value), quantity);
}

/**
 * The worlds of the past: every end of the baseline, of the first figure of the trend's window and of the last one
 * before the judged figure. No method looks at the ones between.
 */
function casesOf(
  target: Target,
  indicator: Indicator,
  reading: Reading,
  evidence: Evidence,
  options: AssessOptions,
): Case[] {
  const { baseline } = reading;
  const bases = baseline ? distinct(ends(baseline.value)) : [null];
  const histories = historyWorlds(indicator, evidence);
  return bases.flatMap(base =>
    histories.flatMap(history =>
      wasMetWorlds(reading, indicator, evidence).map(wasMet => {
        const past = {
          baseline: baseline && base !== null ? { at: baseline.asOf, value: base } : null,
          history,
          wasMet,
        };
        return caseOf(target, indicator, reading, evidence, options, past);
      }),
    ),
  );
}

const WINDOW_BEFORE = 5;

function historyWorlds(indicator: Indicator, evidence: Evidence): Point[][] {
  const window = evidence.history
    .slice(-WINDOW_BEFORE)
    .map(({ observation, quantity }) => ({ at: observation.asOf, quantity }));
  return window.reduce<Point[][]>(
    (worlds, { at, quantity }, index) => {
      const isLooked = index === 0 || index === window.length - 1;
      const values = isLooked ? distinct(ends(pastValues(quantity, indicator, evidence))) : [quantity.nominal];
      return worlds.flatMap(world => values.map(value => [...world, { at, value }]));
    },
    [[]],
  );
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)];

function caseOf(
  target: Target,
  indicator: Indicator,
  { goal, by, path }: Reading,
  evidence: Evidence,
  options: AssessOptions,
  { baseline, history, wasMet }: Past,
): Case {
  const [first] = history;
  const isOlder = baseline !== null && (first === undefined || baseline.at < first.at) && baseline.at < evidence.at;
  return {
    goal,
    by,
    at: evidence.at,
    hasPassed: options.asOf >= by,
    baseline,
    milestones: path,
    history: isOlder ? [baseline, ...history] : history,
    isBinding: target.commitment === 'binding',
    isEvent: indicator.kind === 'event',
    isMonotone: indicator.monotone,
    wasMet,
    bands: options.bands,
  };
}

function valueRow({ figure, known }: Evidence): Assessment['value'] {
  if (!figure) return null;
  const { nominal, text, asOf, bound } = figure;
  return { low: finite(known.low), high: finite(known.high), nominal, text, asOf, bound };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
