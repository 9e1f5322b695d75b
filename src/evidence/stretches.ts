import type { Flow } from '../model/observation.ts';
import type { Indicator } from '../model/plan.ts';
import { type Form, isOfStates, isOnePeriod, type JudgedSpan, timeOf } from '../model/span.ts';
import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { point } from '../values/interval.ts';
import { aggregateOf } from './aggregate.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { OneValue } from './judged-side.ts';
import { ofDay, type SpanQuestion } from './periods.ts';

/** Several periods of a span together, of which figures of just their time tell; or all the time between two states. */
export interface SpanStretch {
  /** How many periods are before it, and how many up to its end. */
  readonly from: number;
  readonly upTo: number;
  readonly to: Day;
  readonly evidence: Evidence;
}

/** What is told of several periods together, the longest first, the newest of those before the others. */
export function stretchesOf(question: SpanQuestion, ends: readonly Day[]): SpanStretch[] {
  const { request, span, observations } = question;
  if (!isTold(span, request.question.indicator)) return [];
  const isState = isOfStates(span.form);
  const own = observations.filter(({ indicator, flow }) => indicator === request.indicatorId && flow !== null);
  const others = observations.filter(({ indicator }) => indicator !== request.indicatorId);
  const ofTimes = groupBy(
    own.flatMap(each => timesOf(each.flow as Flow, question).map(time => ({ each, time }))),
    ({ time }) => keyOf(time),
  );
  const found = ends.flatMap((to, index) => {
    const starts = isState ? [0] : Array.from({ length: index }, (_, from) => from);
    return starts.flatMap((from): SpanStretch[] => {
      const time = timeOf(span, from, to);
      const told = ofTimes.get(keyOf(time))?.map(({ each }) => each);
      if (!told) return [];
      const indicator = asTotal(request.question.indicator, span);
      const of = { ...request, question: { ...request.question, indicator, stretch: time }, anchor: to };
      const evidence = gatherEvidence(of, ofDay(question.reading, to, true), [...told, ...others]);
      return evidence.used.length > 0 ? [{ from, upTo: isState ? 2 : index + 1, to, evidence }] : [];
    });
  });
  return found.sort((a, b) => b.upTo - b.from - (a.upTo - a.from) || b.upTo - a.upTo);
}

const keyOf = ({ from, to }: Flow): string => `${from}/${to}`;

/**
 * The times of the span for which a figure speaks: its own, where that is a stretch of periods; else the shortest around it
 * and the longest within it, of which it is a bound.
 */
function timesOf(flow: Flow, { request, span }: SpanQuestion): Flow[] {
  const { periods, form } = span;
  const isPeriod = periods.includes(flow.to) && isOnePeriod(request.question.indicator.per, flow);
  if (isOfStates(form) || isPeriod) return [flow];
  const begins = periods.map((to, index) => timeOf(span, index, to).from);
  const around = [begins.findLast(from => from <= flow.from), periods.find(to => to >= flow.to)];
  const within = [begins.find(from => from >= flow.from), periods.findLast(to => to <= flow.to)];
  const times = [around, within].flatMap(([from, to]) => (from && to && from < to ? [{ from, to }] : []));
  return times.length > 1 && keyOf(times[0] as Flow) === keyOf(times[1] as Flow) ? times.slice(1) : times;
}

/** Whether a figure of several periods can answer: a total says nothing of the least or the most, and only a share is in the unit of a ratio. */
const isTold = ({ form }: JudgedSpan, { unit }: Indicator): boolean =>
  form !== 'least' && form !== 'most' && (form !== 'ratio' || unit === '%');

/** What is plausible of one period is not of all, and only totals add up over regions. */
const asTotal = (indicator: Indicator, { form }: JudgedSpan): Indicator => ({
  ...indicator,
  monotone: false,
  identity: undefined,
  plausible: {},
  breaks: [],
  signed: !isTotal(form, indicator) || indicator.signed,
});

/** Of a flow in a time together: what was added in it, also where the mean of its periods is asked for. */
const isTotal = (form: Form, { kind }: Indicator): boolean => form === 'sum' || (form === 'mean' && kind === 'flow');

/** What is told of a stretch, as its span counts. */
export function toldOf({ evidence, from, upTo }: SpanStretch, { form }: JudgedSpan, indicator: Indicator): OneValue[] {
  const values = evidence.sides.map(({ value }) => value);
  if (form === 'sum' || !isTotal(form, indicator)) return values;
  const others = Array.from({ length: upTo - from - 1 }, () => point(0));
  return values.map(({ interval }) => ({
    interval: aggregateOf(form, [interval, ...others], indicator),
    figure: null,
  }));
}
