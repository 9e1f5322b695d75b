import type { Observation } from '../model/observation.ts';
import type { Reading } from '../model/plan.ts';
import { relationOf } from '../model/relation.ts';
import { isCumulative, isOfStates, isOnePeriod, type JudgedSpan, timeOf } from '../model/span.ts';
import { floorOf } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import { atLeast } from '../values/interval.ts';
import { type Evidence, type EvidenceRequest, gatherEvidence } from './evidence.ts';
import type { OneValue } from './judged-side.ts';
import { mayBePublished } from './screen.ts';
import { startOf } from './start.ts';

/** A period of a span, asked for on its last day like any other value; a state on its own day. */
export interface SpanPeriod {
  readonly at: Day;
  /** What it can be, on each side of a contradiction. */
  readonly values: readonly OneValue[];
  /** Null before it has ended. */
  readonly evidence: Evidence | null;
  /** The number that is printed of it. */
  readonly nominal: number | null;
  /** Some figure of that very day was used, or the start of the plan stands for it. */
  readonly isAnswered: boolean;
}

/** Something is told of it, but in a new series. */
export const isBeyondBreak = ({ at, evidence }: SpanPeriod): boolean =>
  evidence?.setAside.some(({ observation, reason }) => reason === 'across-break' && observation.asOf === at) ?? false;

export interface SpanQuestion {
  readonly request: EvidenceRequest;
  readonly reading: Reading;
  readonly span: JudgedSpan;
  readonly observations: readonly Observation[];
}

export function periodOn(at: Day, { request, reading, span, observations }: SpanQuestion): SpanPeriod {
  const { indicator, asOf } = request.question;
  const open: OneValue = { interval: atLeast(floorOf(indicator)), figure: null };
  if (at > asOf) return { at, values: [open], evidence: null, nominal: null, isAnswered: false };
  const evidence = gatherEvidence(
    { ...request, question: { ...request.question, isInSpan: true }, anchor: span.periods[0] ?? request.anchor },
    ofDay(reading, at, isCumulative(span.form)),
    observations,
  );
  const isOfThePeriod = ({ asOf: day, flow }: Observation) =>
    day === at && (flow === null || isOnePeriod(indicator.per, flow));
  const isAnswered = evidence.used.some(({ observation }) => isOfThePeriod(observation));
  const start = !isAnswered && at === span.eve && isOfStates(span.form) ? reading.baseline : undefined;
  if (start) {
    const interval = startOf(start, request.question.counts, floorOf(indicator));
    return { at, values: [{ interval, figure: null }], evidence, nominal: start.value.nominal, isAnswered: true };
  }
  const { figure, sides } = evidence;
  const nominal = figure?.bound === null ? figure.nominal : null;
  return { at, values: sides.map(({ value }) => value), evidence, nominal, isAnswered };
}

/** The same target, asked for the value of one day and nothing else. */
export const ofDay = (reading: Reading, by: Day, isOfMany: boolean): Reading => ({
  ...reading,
  by,
  baseline: undefined,
  path: [],
  over: undefined,
  // The number of a change, of a sum or of rates together is no yardstick for one state or period.
  goal: isOfMany ? { ...reading.goal, value: null, low: null, high: null } : reading.goal,
});

/**
 * The figures of the one definition of which most periods are told; an aggregate mixes none. Where several tell of as many,
 * nobody can say which, and all are left out. A figure of the whole span is no part of an aggregate.
 */
export function oneDefinition({ request, reading, span, observations }: SpanQuestion): Observation[] {
  const told = new Map<string | null, Set<Day>>();
  const { baseline } = reading;
  // The plan's own first state is of a definition, too.
  if (isOfStates(span.form) && baseline?.counts !== undefined) told.set(baseline.counts, new Set([span.eve]));
  const parts = new Set<Observation>();
  for (const each of observations.filter(each => isOfRegion(each, request))) {
    const days = daysTold(each, span, request.question);
    if (days.length === 0) continue;
    parts.add(each);
    told.set(each.counts, new Set([...(told.get(each.counts) ?? []), ...days]));
  }
  if (told.size < 2) return [...observations];
  const most = Math.max(...[...told.values()].map(({ size }) => size));
  const [kept, other] = [...told].flatMap(([definition, { size }]) => (size === most ? [definition] : []));
  return observations.filter(each => !parts.has(each) || (other === undefined && each.counts === kept));
}

const isOfRegion = (each: Observation, { indicatorId, question, region }: EvidenceRequest): boolean =>
  each.indicator === indicatorId &&
  each.quantity !== null &&
  relationOf(question.counts, each.counts) === 'same' &&
  each.region === region.id;

/** The periods or the state of the span of which a figure tells that may have been known; none where it tells of all. */
function daysTold(
  each: Observation,
  span: JudgedSpan,
  { indicator, asOf, knownBy }: EvidenceRequest['question'],
): readonly Day[] {
  const { asOf: day, flow } = each;
  if (day > asOf || !mayBePublished(each, knownBy)) return [];
  if (isOfStates(span.form)) return flow === null && day >= span.eve && day <= span.to ? [day] : [];
  if (flow === null || isOnePeriod(indicator.per, flow)) return span.periods.filter(at => at === day);
  const from = span.periods.findIndex((_, index) => timeOf(span, index, flow.to).from === flow.from);
  const upTo = span.periods.indexOf(flow.to) + 1;
  return from < 0 || upTo - from === span.periods.length ? [] : span.periods.slice(from, Math.max(from, upTo));
}
