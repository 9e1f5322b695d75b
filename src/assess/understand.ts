import { union } from '../methods/judge.ts';
import type { Bands, Case } from '../methods/method.ts';
import { defaultMethod, type MethodId, methods } from '../methods/registry.ts';
import type { Indicator, Plan, Reading, Target } from '../model/plan.ts';
import type { Comparison } from '../model/target.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { EVERYTHING, type Interval } from '../values/interval.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { Numbered } from './order.ts';
import { type Past, pastsOf } from './past.ts';
import { regionTree } from './regions.ts';
import { verdictsIn } from './worlds.ts';

export interface AssessOptions {
  readonly asOf: Day;
  readonly knownBy: Day | null;
  readonly region: string;
  /** Overrides the method of every target. */
  readonly method: MethodId | undefined;
  /** Overrides what every target says of the line. */
  readonly compare?: Comparison | undefined;
  /** Readings fixed by the user: target id → name of the reading. */
  readonly readings: Readonly<Record<string, string>>;
  readonly bands: Bands;
  /** Use no identity between indicators. */
  readonly direct: boolean;
  /** Months after which a figure is stale, whatever the plan allows. */
  readonly maxAgeMonths?: number | undefined;
}

/** One reading of the target with its evidence, and the verdicts of all its worlds. */
export interface Understanding {
  readonly reading: Reading;
  readonly evidence: Evidence;
  readonly given: Case;
  readonly method: MethodId;
  readonly possible: readonly DecidedVerdict[];
  /** Sides of a contradiction end in different verdicts. */
  readonly isInConflict: boolean;
}

/** The indicator as it is judged: a limit that the user sets on the age of figures shortens the plan's own. */
export function judgedIndicator(plan: Plan, id: string, { maxAgeMonths }: AssessOptions): Indicator {
  const indicator = plan.indicators[id];
  if (!indicator) throw new Error(`the plan does not define the indicator ${id}`);
  if (maxAgeMonths === undefined || maxAgeMonths >= indicator.freshForMonths) return indicator;
  return { ...indicator, freshForMonths: maxAgeMonths };
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
  const readings = target.readings.filter(({ name }) => fixed === undefined || name === null || name === fixed);
  return readings.map(reading => understand(plan, target, indicator, reading, concerned, options));
}

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
  const { nominal, worlds } = pastsOf(reading, indicator, evidence);
  const caseIn = (past: Past): Case => caseOf(target, indicator, reading, evidence, options, past);
  const verdictsOf = (sides: readonly Interval[]) =>
    union(worlds.map(caseIn).map(given => union(sides.map(side => verdictsIn(methods[method], given, side)))));
  const supported = verdictsOf(evidence.sides);
  const isBare = evidence.used.length === 0 && supported.length === 1;
  const possible = isBare ? withoutEvidence(verdictsOf([EVERYTHING]), options.asOf >= reading.by) : supported;
  const isInConflict =
    evidence.sides.length > 1 && new Set(evidence.sides.map(side => verdictsOf([side]).join())).size > 1;
  return { reading, evidence, given: caseIn(nominal), method, possible, isInConflict };
}

/** What is plausible, or what a plan says of its own baseline, never decides a target of which nothing was reported. */
const withoutEvidence = (possible: readonly DecidedVerdict[], hasPassed: boolean): DecidedVerdict[] =>
  possible.length > 1 ? [...possible] : union([possible, hasPassed ? ['missed', 'met'] : ['open', 'met']]);

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
