import type { Observation } from '../model/observation.ts';
import type { Indicator, Reading } from '../model/plan.ts';
import { relationOf } from '../model/relation.ts';
import { isOfStates, isOnePeriod, type JudgedSpan, stretchOf } from '../model/span.ts';
import { floorOf } from '../model/summable.ts';
import { addMonths, type Day } from '../values/day.ts';
import { atLeast } from '../values/interval.ts';
import { type Ask, type Evidence, gatherEvidence } from './evidence.ts';
import type { OneValue } from './judged-side.ts';
import { isStretch, mayBeKnown } from './screen.ts';
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
  readonly ask: Ask;
  readonly reading: Reading;
  readonly span: JudgedSpan;
  readonly observations: readonly Observation[];
}

function periodOn(at: Day, { ask, reading, span, observations }: SpanQuestion): SpanPeriod {
  const { indicator, asOf } = ask.question;
  const open: OneValue = { interval: atLeast(floorOf(indicator)), figure: null };
  if (at > asOf) return { at, values: [open], evidence: null, nominal: null, isAnswered: false };
  const evidence = gatherEvidence(
    { ...ask, anchor: span.periods[0] ?? ask.anchor },
    ofDay(reading, at, isOfStates(span.form)),
    observations,
  );
  const isAnswered = evidence.used.some(({ observation }) => observation.asOf === at);
  const start = !isAnswered && at === span.eve && isOfStates(span.form) ? reading.baseline : undefined;
  if (start) {
    const interval = startOf(start, ask.question.counts, floorOf(indicator));
    return { at, values: [{ interval, figure: null }], evidence, nominal: start.value.nominal, isAnswered: true };
  }
  const { figure, sides } = evidence;
  const nominal = figure?.bound === null ? figure.nominal : null;
  return { at, values: sides.map(({ value }) => value), evidence, nominal, isAnswered };
}

/** The same target, asked for the value of one day and nothing else. */
const ofDay = (reading: Reading, by: Day, isOfState: boolean): Reading => ({
  ...reading,
  by,
  baseline: undefined,
  path: [],
  over: undefined,
  // The number of a change is no yardstick for a state.
  goal: isOfState ? { ...reading.goal, value: null, low: null, high: null } : reading.goal,
});

/** What is said of the span up to a day by figures of just that time; null where there are none, or it says nothing. */
function wholeTo(to: Day, { ask, reading, span, observations }: SpanQuestion): Evidence | null {
  const { indicator } = ask.question;
  const stretch = stretchOf(span, to);
  const isOfOnePeriod = !isOfStates(span.form) && to === span.periods[0];
  if (isOfOnePeriod || !isTold(span, indicator)) return null;
  const isThere = observations.some(
    ({ indicator: id, flow }) => id === ask.indicatorId && flow !== null && isStretch(flow, stretch),
  );
  if (!isThere) return null;
  const question = { ...ask.question, indicator: asTotal(indicator, span), stretch };
  const evidence = gatherEvidence({ ...ask, question, anchor: to }, ofDay(reading, to, true), observations);
  return evidence.used.length > 0 ? evidence : null;
}

/** A total of years says nothing of each, and what stands in another unit than its figures is never one of them. */
const isTold = ({ form }: JudgedSpan, { unit }: Indicator): boolean =>
  form !== 'least' && form !== 'most' && (form !== 'ratio' || unit === '%');

/** What is plausible of one period is not of all, and only totals add up over regions. */
const asTotal = (indicator: Indicator, { form }: JudgedSpan): Indicator => ({
  ...indicator,
  monotone: false,
  identity: undefined,
  plausible: {},
  breaks: [],
  signed: form !== 'sum' || indicator.signed,
});

/** A figure of the first periods together, up to the end of one of them. */
export interface SoFar {
  readonly to: Day;
  readonly evidence: Evidence;
}

/** The newest figure of the first periods together that stops short of a day: what is added later adds to it. */
function soFarBefore(at: Day, question: SpanQuestion): SoFar | null {
  if (question.span.form !== 'sum') return null;
  for (const to of question.span.periods.filter(each => each < at).toReversed()) {
    const evidence = wholeTo(to, question);
    if (evidence) return { to, evidence };
  }
  return null;
}

export interface ChosenEnd {
  readonly at: Day;
  readonly periods: readonly SpanPeriod[];
  readonly whole: Evidence | null;
  /** Where no figure tells of the whole. */
  readonly soFar: SoFar | null;
  /** Null where a fresh figure tells of the judged day, or the span has ended. */
  readonly lack: 'stale' | 'no-report' | null;
}

/**
 * The day up to which a span is judged: its end once that has come; before, the newest one on which a fresh figure tells of
 * a period (or a state), or of all so far.
 */
export function chooseEnd(question: SpanQuestion): ChosenEnd {
  const { ask, span, observations } = question;
  const { asOf, indicator } = ask.question;
  const isState = isOfStates(span.form);
  const upTo = (at: Day, own: SpanPeriod, whole = wholeTo(at, question)): Omit<ChosenEnd, 'lack'> => {
    const earlier = isState ? [span.eve] : span.periods.filter(each => each < at);
    const periods = [...earlier.map(each => periodOn(each, question)), own];
    return { at, periods, whole, soFar: whole ? null : soFarBefore(at, question) };
  };
  if (asOf >= span.to) return { ...upTo(span.to, periodOn(span.to, question)), lack: null };
  const days = isState ? daysAfter(span.eve, ask, observations) : span.periods.filter(at => at <= asOf).toReversed();
  for (const at of days) {
    const own = periodOn(at, question);
    const whole = wholeTo(at, question);
    if (!own.isAnswered && !whole) continue;
    if (addMonths(at, indicator.freshForMonths) >= asOf) return { ...upTo(at, own, whole), lack: null };
    return { ...openOn(asOf, question), lack: 'stale' };
  }
  return { ...openOn(asOf, question), lack: 'no-report' };
}

const nothing = { whole: null, soFar: null };

/** Nothing answers for today: what is known of the periods that have ended, or of the first state. */
function openOn(asOf: Day, question: SpanQuestion): Omit<ChosenEnd, 'lack'> {
  const { span } = question;
  const due = span.periods.filter(at => at <= asOf).map(at => periodOn(at, question));
  if (!isOfStates(span.form)) return { at: asOf, periods: due, ...nothing };
  return { at: asOf, periods: [periodOn(span.eve, question), periodOn(dayAfterAll, question)], ...nothing };
}

/** A state that nobody can have told. */
const dayAfterAll = '9999-12-31' as Day;

/** The days after a state of which something is told, the newest first. */
const daysAfter = (eve: Day, { indicatorId, question }: Ask, observations: readonly Observation[]): Day[] => {
  const own = observations.filter(
    ({ indicator, asOf }) => indicator === indicatorId && asOf > eve && asOf <= question.asOf,
  );
  return [...new Set(own.map(({ asOf }) => asOf))].sort().reverse();
};

/**
 * The figures of the one definition of which most periods are told; an aggregate mixes none. Where several tell of as many,
 * nobody can say which, and all are left out. A figure of several periods at once is no part of an aggregate.
 */
export function oneDefinition({ ask, span, observations }: SpanQuestion): Observation[] {
  const isTold = (each: Observation) => isOfRegion(each, ask) && isOfPeriod(each, span, ask.question);
  const told = new Map<string | null, Set<Day>>();
  for (const each of observations.filter(isTold)) {
    told.set(each.counts, (told.get(each.counts) ?? new Set()).add(each.asOf));
  }
  if (told.size < 2) return [...observations];
  const most = Math.max(...[...told.values()].map(({ size }) => size));
  const [kept, other] = [...told].flatMap(([definition, { size }]) => (size === most ? [definition] : []));
  return observations.filter(each => !isTold(each) || (other === undefined && each.counts === kept));
}

const isOfRegion = (each: Observation, { indicatorId, question, region }: Ask): boolean =>
  each.indicator === indicatorId &&
  each.quantity !== null &&
  relationOf(question.counts, each.counts) === 'same' &&
  each.region === region.id;

/** It tells of one period or state of the span, and may have been known. */
function isOfPeriod(
  each: Observation,
  { periods, form, eve, to }: JudgedSpan,
  { indicator, asOf, knownBy }: Ask['question'],
): boolean {
  const { asOf: day, flow } = each;
  if (day > asOf || !mayBeKnown(each, knownBy)) return false;
  if (isOfStates(form)) return flow === null && day >= eve && day <= to;
  return periods.includes(day) && (flow === null || isOnePeriod(indicator.per, flow));
}
