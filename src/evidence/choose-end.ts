import type { Observation } from '../model/observation.ts';
import { isOfStates, type JudgedSpan } from '../model/span.ts';
import { addMonths, type Day } from '../values/day.ts';
import type { EvidenceRequest } from './evidence.ts';
import { periodOn, type SpanPeriod, type SpanQuestion } from './periods.ts';
import { type SpanStretch, stretchesOf } from './stretches.ts';

export interface ChosenEnd {
  readonly at: Day;
  readonly periods: readonly SpanPeriod[];
  /** What is told of several of them together. */
  readonly stretches: readonly SpanStretch[];
  /** Null where a fresh figure tells of the judged day, or the span has ended. */
  readonly lack: 'stale' | 'no-report' | null;
}

/**
 * The day up to which a span is judged: its end once that has come; before, the newest one on which a fresh figure tells of
 * a period (or a state), or of several together.
 */
export function chooseEnd(question: SpanQuestion): ChosenEnd {
  const { request, span, observations } = question;
  const { asOf, indicator } = request.question;
  const isState = isOfStates(span.form);
  const hasEnded = asOf >= span.to;
  const days =
    hasEnded && isState ? [span.to] : isState ? daysAfter(span.eve, request, observations) : dueIn(span, asOf);
  const told = stretchesOf(question, days);
  const toldTo = (at: Day) => told.filter(({ to }) => (isState ? to === at : to <= at));
  const upTo = (at: Day, own: SpanPeriod): Omit<ChosenEnd, 'lack'> => {
    const earlier = isState ? [span.eve] : span.periods.filter(each => each < at);
    return { at, periods: [...earlier.map(each => periodOn(each, question)), own], stretches: toldTo(at) };
  };
  if (hasEnded) return { ...upTo(span.to, periodOn(span.to, question)), lack: null };
  for (const at of days.toReversed()) {
    const own = periodOn(at, question);
    if (!own.isAnswered && !told.some(({ to }) => to === at)) continue;
    if (addMonths(at, indicator.freshForMonths) >= asOf) return { ...upTo(at, own), lack: null };
    return { ...openOn(asOf, question), lack: 'stale' };
  }
  return { ...openOn(asOf, question), lack: 'no-report' };
}

const dueIn = ({ periods }: JudgedSpan, asOf: Day): Day[] => periods.filter(at => at <= asOf);

/** Nothing answers for today: what is known of the periods that have ended, or of the first state. */
function openOn(asOf: Day, question: SpanQuestion): Omit<ChosenEnd, 'lack'> {
  const { span } = question;
  const days = isOfStates(span.form) ? [span.eve, dayAfterAll] : dueIn(span, asOf);
  return { at: asOf, periods: days.map(at => periodOn(at, question)), stretches: [] };
}

/** A day after that of every figure. */
const dayAfterAll = '9999-12-31' as Day;

/** The days after a state of which something is told. */
const daysAfter = (
  eve: Day,
  { indicatorId, question }: EvidenceRequest,
  observations: readonly Observation[],
): Day[] => {
  const own = observations.filter(
    ({ indicator, asOf }) => indicator === indicatorId && asOf > eve && asOf <= question.asOf,
  );
  return [...new Set(own.map(({ asOf }) => asOf))].sort();
};
