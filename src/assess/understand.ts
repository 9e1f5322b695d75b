import { type Evidence, type EvidenceRequest, gatherEvidence } from '../evidence/evidence.ts';
import type { JudgedSide } from '../evidence/judged-side.ts';
import { gatherLead } from '../evidence/lead.ts';
import { gatherSpan } from '../evidence/span.ts';
import { isDirectionOnly, isMet } from '../methods/goals.ts';
import { union } from '../methods/judge.ts';
import type { Case, Method } from '../methods/method.ts';
import { defaultMethod, type MethodId, methods } from '../methods/registry.ts';
import type { Bands } from '../model/bands.ts';
import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan, Reading, Target } from '../model/plan.ts';
import { regionTree } from '../model/regions.ts';
import { isCumulative, type JudgedSpan, ratesOf, spanOf } from '../model/span.ts';
import { floorOf } from '../model/summable.ts';
import type { GoalComparison } from '../model/target-choices.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { contains, EVERYTHING, type Interval } from '../values/interval.ts';
import { onTheLine, openIn } from './open-side.ts';
import { readingsMeant } from './readings.ts';
import { type OpenSide, verdictsIn, type WorldFrame } from './worlds.ts';

export interface AssessOptions {
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
  readonly region: string;
  /** Overrides the method of every target. */
  readonly method: MethodId | undefined;
  /** Overrides what every target says of the line. */
  readonly compare: GoalComparison | undefined;
  /** Readings fixed by the user: target id → name of the reading. */
  readonly readings: Readonly<Record<string, string>>;
  readonly bands: Bands;
  /** Use no identity between indicators. */
  readonly direct: boolean;
  /** Months after which a figure is stale, whatever the plan allows. */
  readonly maxAgeMonths: number | undefined;
}

/** One reading of the target with its evidence, and the verdicts of all its worlds. */
export interface Understanding {
  readonly indicatorId: string;
  readonly reading: Reading;
  readonly evidence: Evidence;
  readonly frame: WorldFrame;
  /** The case that is shown: start and history as they are printed. */
  readonly printed: Case;
  readonly method: MethodId;
  /** What each side leaves open, with what it ends in. */
  readonly worlds: readonly SideWorlds[];
  readonly possible: readonly DecidedVerdict[];
  /** What the exact value may be, where the verdict stands only because a figure counts as it is printed. */
  readonly onTheLine: Interval | null;
}

interface SideWorlds extends OpenSide {
  readonly possible: readonly DecidedVerdict[];
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
  observations: readonly Observation[],
  options: AssessOptions,
): Understanding[] {
  const region = regionTree(plan, options.region);
  return readingsFor(target, indicator, options).map(reading => {
    const counts = reading.counts ?? indicator.counts;
    const question = { indicator, counts, asOf: options.asOf, knownBy: options.knownBy };
    const anchor = plan.period.from;
    const request = { plan, indicatorId: target.indicator, question, region, isDirectOnly: options.direct, anchor };
    const evidence = evidenceOf(request, reading, spanIn(reading, indicator), observations, options);
    return understand({ plan, target, indicator, options }, reading, evidence);
  });
}

/** Every reading that the user has not ruled out, in each way in which it may be meant. */
export function readingsFor(target: Target, indicator: Indicator, options: AssessOptions): Reading[] {
  const fixed = options.readings[target.id];
  const readings = target.readings.filter(({ name }) => fixed === undefined || name === null || name === fixed);
  const compare = compareBy(target, options);
  return readings.flatMap(reading => readingsMeant(reading, compare, reading.counts ?? indicator.counts));
}

const compareBy = ({ compare }: Target, options: AssessOptions): GoalComparison => options.compare ?? compare;

const spanIn = (reading: Reading, indicator: Indicator): JudgedSpan | null =>
  reading.over ? (spanOf(reading.over, indicator, reading.goal) ?? null) : null;

/** What is the same in every reading of a target. */
export interface TargetGiven {
  readonly plan: Plan;
  readonly target: Target;
  readonly indicator: Indicator;
  readonly options: AssessOptions;
}

/** What a reading and its evidence leave possible. */
export function understand(
  { plan, target, indicator, options }: TargetGiven,
  reading: Reading,
  evidence: Evidence,
): Understanding {
  const span = spanIn(reading, indicator);
  const id = methodOf(reading, span, options.method ?? target.method ?? plan.method);
  const method = methods[id];
  const frame = frameOf(target, indicator, reading, evidence, span, options);
  const judged = (isExact: boolean): SideWorlds[] =>
    evidence.sides.map(side => {
      const open = openIn(side, frame, span ? undefined : reading.baseline, isExact);
      return { possible: verdictsIn(method, frame, open), ...open };
    });
  const worlds = judged(compareBy(target, options) === 'exact');
  const supported = union(worlds.map(each => each.possible));
  const isBare = evidence.used.length === 0 && supported.length === 1;
  const possible = isBare ? withoutEvidence(verdictsInAnyValue(method, frame, worlds), frame.hasPassed) : supported;
  return {
    indicatorId: target.indicator,
    reading,
    evidence,
    frame,
    printed: asPrintedCase(frame, reading, evidence),
    method: id,
    worlds,
    possible,
    onTheLine: onTheLine(evidence, worlds, () => union(judged(true).map(each => each.possible)), possible),
  };
}

/** Of one day or of a span, of the indicator alone or of its lead over the one against which the goal is held. */
function evidenceOf(
  request: EvidenceRequest,
  reading: Reading,
  span: JudgedSpan | null,
  observations: readonly Observation[],
  options: AssessOptions,
): Evidence {
  const { goal } = reading;
  const gather = (each: EvidenceRequest, of: Reading) =>
    span ? gatherSpan(each, of, span, observations) : gatherEvidence(each, of, observations);
  if (goal.against === undefined) return gather(request, reading);
  const indicatorId = goal.against;
  const indicator = judgedIndicator(request.plan, indicatorId, options);
  const other: EvidenceRequest = {
    ...request,
    indicatorId,
    question: { ...request.question, indicator, counts: indicator.counts },
  };
  return gatherLead(goal, options.asOf, (which, asOf) => {
    const each = which === 'own' ? request : other;
    // The other indicator is asked for the same day, whatever the day of its own newest figure.
    const by = which === 'own' || span || asOf > reading.by ? reading.by : asOf;
    return gather({ ...each, question: { ...each.question, asOf } }, { ...reading, by });
  });
}

/** What is plausible, or what a plan says of its own baseline, never decides a target of which nothing was reported. */
const withoutEvidence = (possible: readonly DecidedVerdict[], hasPassed: boolean): DecidedVerdict[] =>
  possible.length > 1 ? [...possible] : union([possible, hasPassed ? ['missed', 'met'] : ['open', 'met']]);

const verdictsInAnyValue = (method: Method, frame: WorldFrame, worlds: readonly OpenSide[]): DecidedVerdict[] =>
  union(worlds.map(open => verdictsIn(method, frame, { ...open, value: EVERYTHING, isMetAsPrinted: null })));

/** A span of which nothing has a start is judged by what the rest of it would have to be, whatever the method. */
function methodOf({ goal }: Reading, span: JudgedSpan | null, asked: MethodId | undefined): MethodId {
  if (!span) return asked ?? defaultMethod(goal);
  if (isDirectionOnly(goal)) return 'direction';
  return isCumulative(span.form) && asked ? asked : 'schedule';
}

function frameOf(
  target: Target,
  indicator: Indicator,
  { goal, by, path }: Reading,
  { at, span: ofSpan }: Evidence,
  span: JudgedSpan | null,
  { asOf, bands }: AssessOptions,
): WorldFrame {
  const { kind } = indicator;
  return {
    goal,
    by,
    at,
    hasPassed: asOf >= by,
    milestones: path,
    isBinding: target.commitment === 'binding',
    isEvent: kind === 'event',
    // A sum of periods that cannot be negative only rises.
    isMonotone: span ? span.form === 'sum' && floorOf(indicator) === 0 : indicator.monotone,
    bands,
    changeInterval: indicator.changeInterval,
    changePerYear: indicator.changePerYear,
    span: span && {
      aggregate: span.aggregate,
      periods: span.periods.length,
      done: ofSpan?.done ?? 0,
      rates: kind === 'growth' ? ratesOf(indicator) : null,
    },
  };
}

/** The case that is shown: start and history as they are printed. */
function asPrintedCase(frame: WorldFrame, { baseline }: Reading, { sides, history }: Evidence): Case {
  const first = sides[0]?.start ?? null;
  const isMeant = !frame.span && baseline && first && contains(baseline.value, first.interval);
  const start = isMeant ? { at: baseline.asOf, value: baseline.value.nominal } : frame.span && startOfSpan(first);
  const days = groupBy(history, ({ observation }) => observation.asOf);
  const earlier = [...days].map(([at, [figure]]) => ({ at, value: figure?.quantity.nominal ?? 0 }));
  return {
    baseline: start,
    history: start && start.at < frame.at ? [start, ...earlier] : earlier,
    isMetAsPrinted: null,
    wasMet: earlier.some(({ value }) => isMet(frame.goal, value)),
    ...frame,
  };
}

/** A value that adds up over a span starts at zero. */
const startOfSpan = (start: JudgedSide['start']): Case['baseline'] =>
  start && { at: start.at, value: start.interval.low };
