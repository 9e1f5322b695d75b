import type { Observation } from '../model/observation.ts';
import type { Indicator, Reading } from '../model/plan.ts';
import { isCumulative, type JudgedSpan, rateRange, ratesOf } from '../model/span.ts';
import { floorOf } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import {
  atLeast,
  between,
  clamp,
  EVERYTHING,
  hull,
  type Interval,
  intersect,
  isSame,
  overlaps,
  point,
} from '../values/interval.ts';
import { aggregateOf } from './aggregate.ts';
import { type Ask, boundIn, type Evidence, type JudgedFigure } from './evidence.ts';
import type { JudgedSide, OneValue } from './judged-side.ts';
import { chooseEnd, isBeyondBreak, oneDefinition, type SoFar, type SpanPeriod } from './periods.ts';
import { asidesOf, lackOf, usedOf } from './span-fates.ts';

/** With more sides of its periods together, all that are contested stay open (docs/plan-language.md). */
export const MOST_SIDES = 16;

/**
 * What figures leave of an aggregate: each period is asked for by itself, and a figure of all of them together answers
 * alone. Where the periods say more, both hold; where they exclude each other, each is a side.
 */
export function gatherSpan(
  ask: Ask,
  reading: Reading,
  span: JudgedSpan,
  observations: readonly Observation[],
): Evidence {
  const { indicator } = ask.question;
  const own = oneDefinition({ ask, reading, span, observations });
  const { at, periods, whole, soFar, lack } = chooseEnd({ ask, reading, span, observations: own });
  const isChanged = own.length < observations.length;
  const isBroken = isChanged || periods.some(isBeyondBreak);
  const kept = bounded(periods, indicator);
  const combined = combinations(kept.map(({ values }) => values)).map(each => aggregated(span, each, indicator));
  const first = isBroken ? null : soFar;
  const told = whole ?? first?.evidence ?? null;
  const wholes = whole ? ofWhole(whole) : first ? withRest(span, first, kept, indicator) : [];
  const values = wholes.length === 0 ? combined : distinct(isBroken ? wholes : bothOf(combined, wholes));
  const isWholeAlone = whole !== null && values.every(({ figure }) => figure !== null);
  const used = usedOf(isWholeAlone ? [] : periods, told);
  const isKnown =
    used.length > 0 || periods.some(({ evidence, isAnswered }) => isAnswered && evidence?.used.length === 0);
  const found = knownOf(values);
  const toldTo = first && isClosed(first.evidence.known) ? first : null;
  const open = kept.filter(({ values, at: day }) => !isClosed(knownOf(values)) && !isUpTo(toldTo, day));
  const missing = isWholeAlone ? [] : open.map(period => period.at);
  const known = !isKnown ? EVERYTHING : missing.length > 0 ? asTold(found, span, indicator) : found;
  const evidences = periods.flatMap(({ evidence }) => evidence ?? []);
  return {
    at,
    sides: values.map(value => sideOf(value, span)),
    known,
    figure: isWholeAlone ? whole.figure : figureOf(span, periods, known, at, indicator),
    used,
    setAside: asidesOf({ used, evidences, whole: told, ask, reading, own, observations }),
    isContested:
      [...evidences, ...(told ? [told] : [])].some(each => each.isContested) ||
      (!isBroken && doExclude(combined, wholes)),
    isStartContested: false,
    lack: isWholeAlone
      ? whole.lack
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
    span: { done: periods.length, known: knownOfEach(span, kept, indicator, toldTo), missing },
  };
}

const ofWhole = ({ sides }: Evidence): SpanValue[] => sides.map(({ value }) => ({ ...value, periods: [] }));

/** A figure of the first periods together, and what is known of the others. */
function withRest(
  span: JudgedSpan,
  { to, evidence: { sides } }: SoFar,
  periods: readonly SpanPeriod[],
  indicator: Indicator,
): SpanValue[] {
  const rest = periods.filter(({ at }) => at > to).map(({ values }) => values);
  const all = combinations([sides.map(({ value }) => value), ...rest]);
  return all.map(each => ({ ...aggregated(span, each, indicator), periods: [] }));
}

/** What is known of each period, also of those that are not judged yet; a figure of the first ones stands at the first of them. */
const knownOfEach = (
  span: JudgedSpan,
  kept: readonly Pick<SpanPeriod, 'values'>[],
  indicator: Indicator,
  toldTo: SoFar | null,
) =>
  span.periods.map((day, index) => {
    if (toldTo && isUpTo(toldTo, day)) return index === 0 ? toldTo.evidence.known : point(0);
    return knownOf(kept[index]?.values ?? [openIn(indicator)]);
  });

const isUpTo = (toldTo: SoFar | null, day: Day): boolean => toldTo !== null && day <= toldTo.to;

/** A value of the span, with those of its periods. */
interface SpanValue extends OneValue {
  readonly periods: readonly OneValue[];
}

const aggregated = (span: JudgedSpan, periods: readonly OneValue[], indicator: Indicator): SpanValue => {
  const values = periods.map(({ interval }) => interval);
  return { interval: aggregateOf(span.form, values, indicator), figure: null, periods };
};

const openIn = (indicator: Indicator): OneValue => ({ interval: atLeast(floorOf(indicator)), figure: null });

/** That nothing falls by more than it was is told by nobody: a rate of which no more is known is not known. */
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

/** Every way to take one of each. */
const combinations = (lists: readonly (readonly OneValue[])[]): OneValue[][] =>
  lists.reduce<OneValue[][]>((all, list) => all.flatMap(each => list.map(value => [...each, value])), [[]]);

/** What the periods and a figure of all of them leave together; where they exclude each other, either may be right. */
const bothOf = (combined: readonly SpanValue[], wholes: readonly SpanValue[]): SpanValue[] =>
  combined.flatMap(each => wholes.flatMap(whole => together(each, whole)));

function together(each: SpanValue, whole: SpanValue): SpanValue[] {
  if (!overlaps(each.interval, whole.interval)) return [each, whole];
  const interval = intersect(each.interval, whole.interval);
  return [isSame(interval, whole.interval) ? whole : { interval, figure: null, periods: [] }];
}

/** Whether a value of the periods and one of the whole cannot both be right. */
const doExclude = (combined: readonly SpanValue[], wholes: readonly SpanValue[]): boolean =>
  combined.some(each => wholes.some(({ interval }) => !overlaps(interval, each.interval)));

const distinct = (values: readonly SpanValue[]): SpanValue[] =>
  values.filter(
    (value, index) =>
      values.findIndex(other => other.figure === value.figure && isSame(other.interval, value.interval)) === index,
  );

const sideOf = (value: SpanValue, { form, eve, aggregate }: JudgedSpan): JudgedSide => ({
  isOfEach: aggregate === 'each',
  value,
  ends: null,
  periods: value.periods,
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
