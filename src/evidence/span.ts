import type { Observation } from '../model/observation.ts';
import type { Indicator, Reading } from '../model/plan.ts';
import { isCumulative, type JudgedSpan, rateRange, ratesOf } from '../model/span.ts';
import { floorOf } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import { atLeast, between, clamp, EVERYTHING, hull, type Interval, point } from '../values/interval.ts';
import { aggregateOf } from './aggregate.ts';
import { chooseEnd } from './choose-end.ts';
import { boundIn, type Evidence, type EvidenceRequest, type JudgedFigure } from './evidence.ts';
import type { JudgedSide, OneValue } from './judged-side.ts';
import { isBeyondBreak, oneDefinition, type SpanPeriod } from './periods.ts';
import { asidesOf, lackOf, usedOf } from './span-fates.ts';
import type { SpanStretch } from './stretches.ts';
import { neededOf, ofStretch, periodsOf, type SpanValue, valuesOf } from './ways.ts';

/** With more sides of its periods together, all that are contested stay open (docs/plan-language.md). */
export const MOST_SIDES = 16;

/**
 * What figures leave of an aggregate: each period is asked for by itself, and a figure of all of them together answers
 * alone. Where the periods say more, both hold; where they exclude each other, each is a side.
 */
export function gatherSpan(
  request: EvidenceRequest,
  reading: Reading,
  span: JudgedSpan,
  observations: readonly Observation[],
): Evidence {
  const { indicator } = request.question;
  const own = oneDefinition({ request, reading, span, observations });
  const { at, periods, stretches, lack } = chooseEnd({ request, reading, span, observations: own });
  const isChanged = own.length < observations.length;
  const isBroken = isChanged || periods.some(isBeyondBreak);
  const kept = bounded(periods, indicator);
  const { whole, told, values, isContested } = answersOf(span, indicator, kept, stretches, isBroken);
  const isWholeAlone = values.every(({ isWhole }) => isWhole);
  const isOneFigure = values.every(({ figure }) => figure !== null);
  const used = usedOf(isWholeAlone ? [] : periods, told);
  const isKnown =
    used.length > 0 || periods.some(({ evidence, isAnswered }) => isAnswered && evidence?.used.length === 0);
  const found = knownOf(values);
  const closed = apart(told.filter(({ evidence }) => isClosed(evidence.known)));
  const isToldOf = (index: number) => closed.some(({ from, upTo }) => from <= index && index < upTo);
  const open = kept.filter(({ values }, index) => !isClosed(knownOf(values)) && !isToldOf(index));
  const missing = isWholeAlone ? [] : open.map(period => period.at);
  const known = !isKnown ? EVERYTHING : missing.length > 0 ? asTold(found, span, indicator) : found;
  const evidences = periods.flatMap(({ evidence }) => evidence ?? []);
  return {
    at,
    sides: values.map(value => sideOf(value, span)),
    known,
    figure: isOneFigure && whole ? whole.evidence.figure : figureOf(span, periods, known, at, indicator),
    used,
    setAside: asidesOf({ used, evidences, stretches, request, reading, own, observations }),
    isContested: isContested || [...evidences, ...told.map(({ evidence }) => evidence)].some(each => each.isContested),
    isStartContested: false,
    lack: isWholeAlone
      ? (whole?.evidence.lack ?? null)
      : lackOf({
          lack,
          periods,
          isDropped: kept.some((period, index) => period !== periods[index]),
          isChanged,
          isMissing: missing.length > 0,
          isSilent: used.length === 0,
        }),
    isDerived: !isWholeAlone && evidences.some(({ isDerived }) => isDerived),
    history: [],
    span: { done: periods.length, known: knownOfEach(span, kept, indicator, whole ? [] : closed), missing },
  };
}

/** What the periods and the figures of several of them make together; of a span that is broken only a figure of it all tells. */
function answersOf(
  span: JudgedSpan,
  indicator: Indicator,
  periods: readonly SpanPeriod[],
  stretches: readonly SpanStretch[],
  isBroken: boolean,
) {
  const whole = stretches.find(({ from, upTo }) => upTo - from === periods.length) ?? null;
  if (isBroken && whole) return { whole, told: [whole], values: ofStretch(whole, span, indicator), isContested: false };
  const ways = (some: readonly SpanStretch[]) => valuesOf({ span, indicator, periods, stretches: some });
  const told = isBroken ? [] : neededOf(stretches, ways);
  return { whole, told, ...ways(told) };
}

/** The first of these that tell of no period together. */
function apart(stretches: readonly SpanStretch[]): SpanStretch[] {
  const kept: SpanStretch[] = [];
  for (const each of stretches)
    if (kept.every(({ from, upTo }) => each.upTo <= from || upTo <= each.from)) kept.push(each);
  return kept;
}

/** What is known of each period, also of those that are not judged yet; what is told of several stands at the first of them. */
function knownOfEach(
  span: JudgedSpan,
  kept: readonly Pick<SpanPeriod, 'values'>[],
  indicator: Indicator,
  closed: readonly SpanStretch[],
): Interval[] {
  const known = span.periods.map((_, index) => knownOf(kept[index]?.values ?? [openIn(indicator)]));
  for (const stretch of closed) {
    const count = stretch.upTo - stretch.from;
    const values = periodsOf(knownOf(ofStretch(stretch, span, indicator)), count, span);
    for (let index = 0; index < count; index++) known[stretch.from + index] = values[index]?.interval ?? point(0);
  }
  return known;
}

const openIn = (indicator: Indicator): OneValue => ({ interval: atLeast(floorOf(indicator)), figure: null });

/** An end that only says how far rates can go at all, such as −100 %, is no end that is known. */
function asTold({ low, high, lowOpen, highOpen }: Interval, { form }: JudgedSpan, indicator: Indicator): Interval {
  const range = form === 'rates' || form === 'mean-rate' ? rateRange(ratesOf(indicator)) : EVERYTHING;
  return between(low === range.low ? -Infinity : low, high === range.high ? Infinity : high, lowOpen, highOpen);
}

/** What all values together leave possible. */
const knownOf = (values: readonly OneValue[]): Interval => hull(values.map(({ interval }) => interval));

const isClosed = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high);

/** The periods, or, where their sides are too many together, those of which one value is told and the others open. */
function bounded(periods: readonly SpanPeriod[], indicator: Indicator): readonly SpanPeriod[] {
  const count = periods.reduce((product, { values }) => product * values.length, 1);
  if (count <= MOST_SIDES) return periods;
  return periods.map(period => (period.values.length === 1 ? period : { ...period, values: [openIn(indicator)] }));
}

const sideOf = (value: SpanValue, { form, eve, aggregate }: JudgedSpan): JudgedSide => ({
  isOfEach: aggregate === 'each',
  value,
  ends: null,
  periods: aggregate === 'each' ? value.periods : [],
  start: isCumulative(form) ? { at: eve, interval: point(0), rise: null } : null,
  history: [],
});

/** The number to show: what the printed numbers make together, else the finite end of what is known. */
function figureOf(
  span: JudgedSpan,
  periods: readonly SpanPeriod[],
  known: Interval,
  asOf: Day,
  indicator: Indicator,
): JudgedFigure | null {
  const printed = periods.flatMap(({ nominal }) => (nominal === null ? [] : [point(nominal)]));
  if (printed.length < periods.length || printed.length === 0) return boundIn(known, asOf);
  const { low } = aggregateOf(span.form, printed, indicator);
  return { nominal: clamp(low, known), text: null, asOf, bound: null };
}
