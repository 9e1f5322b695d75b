import { addMonths, type Day, dayFromNumber, dayNumber, daysBetween, isEndOfMonth } from '../values/day.ts';
import type { Interval } from '../values/interval.ts';
import type { Aggregate } from './aggregate.ts';
import type { Goal } from './goal.ts';
import { type IndicatorKind, rateUnits } from './kind.ts';
import type { Over } from './over.ts';
import type { Indicator } from './plan.ts';

/** What is worked out of the periods' values; of `change` and `compound` it depends on what they are. */
export type Form = 'sum' | 'mean' | 'mean-rate' | 'rates' | 'difference' | 'ratio' | 'least' | 'most';

export interface JudgedSpan {
  readonly aggregate: Aggregate;
  readonly form: Form;
  /** The last days of its periods; of two states, their days. */
  readonly periods: readonly Day[];
  /** The day before the first period, on which a sum is nothing; the day of the first state. */
  readonly eve: Day;
  readonly to: Day;
}

/** More periods than these are no span of a plan: ten years of months. */
const MOST_PERIODS = 120;

const MONTHS: Readonly<Record<Indicator['per'], number>> = { year: 12, 'half-year': 6, quarter: 3, month: 1 };

/** A span as it is judged; undefined where its ends are no whole number of periods apart. */
export function spanOf(
  { from, to, aggregate, isPercent }: Over,
  { kind, per }: Periodic,
  goal: Goal,
): JudgedSpan | undefined {
  const form = formOf(aggregate, kind, isPercent, goal);
  if (isOfStates(form)) return { aggregate, form, periods: [from, to], eve: from, to };
  const periods = periodsIn(from, to, MONTHS[per]);
  return periods && { aggregate, form, periods, eve: after(from, -MONTHS[per]), to };
}

type Periodic = Pick<Indicator, 'kind' | 'per'>;

/** What is worked out of two states alone, whatever lay between. */
export const isOfStates = (form: Form): boolean => form === 'difference' || form === 'ratio';

/** What begins at nothing and grows period by period, so that it has a share done of its goal. */
export const isCumulative = (form: Form): boolean => isOfStates(form) || form === 'sum' || form === 'rates';

function formOf(aggregate: Aggregate, kind: IndicatorKind, isPercent: boolean, { low }: Goal): Form {
  switch (aggregate) {
    case 'sum':
      return 'sum';
    case 'mean':
      return kind === 'growth' ? 'mean-rate' : 'mean';
    case 'compound':
      return kind === 'growth' ? 'rates' : 'ratio';
    case 'change':
      return isPercent ? 'ratio' : 'difference';
    case 'each':
      return low === null ? 'most' : 'least';
  }
}

function periodsIn(from: Day, to: Day, months: number): Day[] | undefined {
  const periods: Day[] = [];
  for (let count = 0; count < MOST_PERIODS; count++) {
    const end = after(from, count * months);
    periods.push(end);
    if (end === to) return periods;
    if (end > to) return undefined;
  }
  return undefined;
}

/** A number of months later; the end of a month stays one. */
function after(day: Day, months: number): Day {
  const later = addMonths(day, months);
  return isEndOfMonth(day) ? addMonths(`${later.slice(0, 8)}31` as Day, 0) : later;
}

/** The first day that counts in what happened after another. */
const dayAfter = (day: Day): Day => dayFromNumber(dayNumber(day) + 1);

/** Whether a time is one period of an indicator, whichever; both days count: a year goes from 1 January to 31 December. */
export const isOnePeriod = (per: Indicator['per'], time: Time): boolean => monthsOf(time) === MONTHS[per];

/** Whether a time is shorter than another, or than one period of an indicator. */
export const isShorter = (time: Time, than: Time | Indicator['per']): boolean =>
  monthsOf(time) < (typeof than === 'string' ? MONTHS[than] : monthsOf(than));

interface Time {
  readonly from: Day;
  readonly to: Day;
}

/** To a quarter of one. */
const monthsOf = ({ from, to }: Time): number => Math.round(((daysBetween(from, to) + 1) / 365.2425) * 12 * 4) / 4;

/** The period of an indicator that ends with a day. */
export const periodEnding = (per: Indicator['per'], to: Day): Time => ({ from: dayAfter(after(to, -MONTHS[per])), to });

export const isWithin = (inner: Time, outer: Time): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** The time from behind some periods of a span (of two states, from behind the first) to a day. */
export const timeOf = ({ eve, periods }: JudgedSpan, behind: number, to: Day): Time => ({
  from: dayAfter(behind === 0 ? eve : (periods[behind - 1] ?? eve)),
  to,
});

/** In what the value that is judged is counted. */
export function goalUnit(
  { over, goal }: { readonly over: Over | undefined; readonly goal: Pick<Goal, 'against'> },
  { kind, unit }: Pick<Indicator, 'kind' | 'unit'>,
): string {
  if (goal.against !== undefined) return unit === '%' ? 'pp' : unit;
  if (over?.aggregate === 'compound') return kind === 'growth' ? unit : '%';
  if (over?.aggregate !== 'change') return unit;
  return over.isPercent ? '%' : unit === '%' ? 'pp' : unit;
}

/** How a rate that is printed changes what it is a rate of. */
export interface Rates {
  /** 100 of per cent. */
  readonly whole: number;
  /** −1 where a positive figure is a fall. */
  readonly sense: 1 | -1;
}

export const ratesOf = ({ unit, sense }: Pick<Indicator, 'unit' | 'sense'>): Rates => ({
  whole: rateUnits[unit] ?? 100,
  sense: sense === 'fall' ? -1 : 1,
});

/** What a rate of change can be at all: nothing falls by more than it was. */
export const rateRange = ({ whole, sense }: Rates): Interval =>
  sense === -1 ? { low: -Infinity, high: whole } : { low: -whole, high: Infinity };
