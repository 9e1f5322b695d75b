import type { Indicator } from '../model/plan.ts';
import { isOfStates, type JudgedSpan } from '../model/span.ts';
import { hull, type Interval, intersect, isSame, overlaps } from '../values/interval.ts';
import { aggregateOf } from './aggregate.ts';
import type { OneValue } from './judged-side.ts';
import type { SpanPeriod } from './periods.ts';
import { type SpanStretch, toldOf } from './stretches.ts';

/*
 * The values of a span are made up period by period. Up to the end of each there are as many ways as figures end there:
 * that of the period by itself, and those of stretches, each added to what is known of the periods before it. All of them
 * tell of one value; where two exclude each other, each is a side.
 */

/** With more sides of the first periods together, they are taken as all that their sides leave possible. */
const MOST_WAYS = 64;

/** A value of the first periods together, with those of the periods that make it. */
export interface SpanValue extends OneValue {
  readonly periods: readonly OneValue[];
  /** It is that of one figure, or of the parts of the region, for all of them. */
  readonly isWhole: boolean;
}

interface SpanValues {
  readonly values: readonly SpanValue[];
  readonly isContested: boolean;
}

interface SpanGiven {
  readonly span: JudgedSpan;
  readonly indicator: Indicator;
  readonly periods: readonly SpanPeriod[];
  readonly stretches: readonly SpanStretch[];
}

/** What the periods and what is told of several of them leave together. */
export function valuesOf({ span, indicator, periods, stretches }: SpanGiven): SpanValues {
  const upTo: (readonly SpanValue[])[] = [[madeOf(span, [], indicator)]];
  const after = (behind: number, own: readonly OneValue[]) =>
    (upTo[behind] ?? []).map(before => madeOf(span, [...before.periods, ...own], indicator));
  let isContested = false;
  for (const [index, { values }] of periods.entries()) {
    let found = values.flatMap(value => after(index, [value]));
    for (const stretch of stretches.filter(each => each.upTo === index + 1).toReversed()) {
      const told = ofStretch(stretch, span, indicator);
      const own = stretch.from === 0 ? told : told.flatMap(each => after(stretch.from, each.periods));
      isContested ||= found.some(each => own.some(other => !overlaps(each.interval, other.interval)));
      found = found.flatMap(each => own.flatMap(other => together(each, other, index + 1, span)));
    }
    upTo.push(fewOf(distinct(found, span), index + 1, span));
  }
  return { values: upTo.at(-1) ?? [], isContested };
}

const madeOf = (span: JudgedSpan, periods: readonly OneValue[], indicator: Indicator): SpanValue => {
  const values = periods.map(({ interval }) => interval);
  const [first] = values;
  // Before the last of two states is there, nothing is made of the first but itself.
  const isFirstState = isOfStates(span.form) && first && values.length === 1;
  const interval = isFirstState ? first : aggregateOf(span.form, values, indicator);
  return { interval, figure: null, periods, isWhole: false };
};

/** What is told of some periods together alone. */
export const ofStretch = (stretch: SpanStretch, span: JudgedSpan, indicator: Indicator): SpanValue[] =>
  toldOf(stretch, span, indicator).map(value => ({
    ...value,
    periods: periodsOf(value.interval, stretch.upTo - stretch.from, span),
    isWhole: true,
  }));

/** SpanValues of so many periods that make this one together: a mean is as if each were it. */
export const periodsOf = (interval: Interval, count: number, { form }: JudgedSpan): OneValue[] =>
  Array.from({ length: form === 'mean' || form === 'mean-rate' ? count : 1 }, () => ({ interval, figure: null }));

function together(each: SpanValue, other: SpanValue, count: number, span: JudgedSpan): SpanValue[] {
  if (!overlaps(each.interval, other.interval)) return [each, other];
  const interval = intersect(each.interval, other.interval);
  const same = [other, each].find(one => isSame(one.interval, interval));
  return [same ?? { interval, figure: null, periods: periodsOf(interval, count, span), isWhole: false }];
}

/** Two that leave the same are one; where the goal is for each period, only if they leave the same of each. */
function distinct(values: readonly SpanValue[], { aggregate }: JudgedSpan): SpanValue[] {
  const isOne = (a: SpanValue, b: SpanValue) =>
    isSameValue(a, b) && (aggregate !== 'each' || a.periods.every((value, at) => isSameValue(value, b.periods[at])));
  return values.filter((value, index) => values.findIndex(other => isOne(value, other)) === index);
}

const isSameValue = (a: OneValue, b: OneValue | undefined): boolean =>
  b !== undefined && a.figure === b.figure && isSame(a.interval, b.interval);

function fewOf(values: readonly SpanValue[], count: number, span: JudgedSpan): readonly SpanValue[] {
  if (values.length <= MOST_WAYS) return values;
  const interval = hull(values.map(value => value.interval));
  return [{ interval, figure: null, periods: periodsOf(interval, count, span), isWhole: false }];
}

/** The stretches without which less would be known, or something else; the shortest go first. */
export function neededOf(
  stretches: readonly SpanStretch[],
  valuesOf: (some: readonly SpanStretch[]) => SpanValues,
): SpanStretch[] {
  const all = valuesOf(stretches).values;
  return stretches.toReversed().reduce<SpanStretch[]>(
    (kept, each) => {
      const others = kept.filter(other => other !== each);
      return areSame(valuesOf(others).values, all) ? others : kept;
    },
    [...stretches],
  );
}

const areSame = (some: readonly SpanValue[], all: readonly SpanValue[]): boolean =>
  some.length === all.length &&
  some.every((value, index) => {
    const other = all[index];
    return other && value.isWhole === other.isWhole && isSame(value.interval, other.interval);
  });
