import { type Day, dayNumber } from '../../values/day.ts';

/** From a value to a place on the drawing. */
export type Scale = (value: number) => number;

export interface Domain {
  readonly low: number;
  readonly high: number;
}

export function scaleOf({ low, high }: Domain, from: number, to: number): Scale {
  const span = high - low || 1;
  return value => tenth(from + ((Math.min(Math.max(value, low), high) - low) / span) * (to - from));
}

/** A drawing needs no more, and the same number always has the same text. */
export const tenth = (place: number): number => Math.round(place * 10) / 10 + 0;

/** Above this share of the largest value the smallest one is far from zero, and a scale from there would show nothing. */
const FAR = 0.7;

/** From zero, or from below the smallest value where all are far from zero. */
export function domainOf(values: readonly number[]): Domain {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || (low === 0 && high === 0)) return { low: 0, high: 1 };
  const isFar = low < high && Math.min(Math.abs(low), Math.abs(high)) > FAR * Math.max(Math.abs(low), Math.abs(high));
  const room = (isFar ? high - low : Math.max(high, 0) - Math.min(low, 0)) * 0.08;
  if (low * high > 0 && isFar) return { low: low - room * 2, high: high + room };
  return { low: low < 0 ? low - room : 0, high: high > 0 ? high + room : 0 };
}

/** Round numbers within a domain, about as many as asked for. */
export function ticks({ low, high }: Domain, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(each => each * power).find(each => each >= rough) ?? rough;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The first days of the years between two days, each or each n-th so that no more stand there than there is room for. */
export function years(from: number, to: number, most: number): { readonly year: number; readonly at: number }[] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const first = yearOf(from);
  const all = Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
  const step = [1, 2, 5, 10, 20, 50, 100].find(each => all.length / each <= most) ?? 100;
  return all
    .filter(year => year % step === 0)
    .map(year => ({ year, at: dayNumber(`${year}-01-01` as Day) }))
    .filter(({ at }) => at >= from && at <= to);
}
