import type { Indicator } from '../model/plan.ts';
import { type Form, type Rates, rateRange, ratesOf } from '../model/span.ts';
import { between, clamp, EVERYTHING, type Interval } from '../values/interval.ts';

/*
 * An aggregate is a function of the values of the periods that never falls where one of them rises (the first of two
 * states excepted, of which it never rises). What it can be over intervals is therefore what it is at their ends.
 */

/** One aggregate of numbers; an unknown one is infinite. */
type Combine = (values: readonly number[], ofRates: Rates) => number;

const sum: Combine = values => values.reduce((total, value) => total + value, 0);

/** The product of what each period leaves of the one before; nothing of something without a bound is nothing. */
function leftOf(values: readonly number[], { whole, sense }: Rates): number {
  const factors = values.map(value => 1 + (sense * value) / whole);
  return factors.includes(0) ? 0 : factors.reduce((product, factor) => product * factor, 1);
}

/** The n-th root of the product of what n periods leave, as a rate. */
const meanRate: Combine = (values, rates) =>
  rates.sense * rates.whole * (leftOf(values, rates) ** (1 / values.length) - 1);

const combine: Readonly<Record<Exclude<Form, 'difference' | 'ratio' | 'least' | 'most'>, Combine>> = {
  sum,
  mean: (values, rates) => sum(values, rates) / values.length,
  'mean-rate': meanRate,
  rates: (values, rates) => rates.sense * rates.whole * (leftOf(values, rates) - 1),
};

/** What the aggregate of some values can be, each of which lies in its interval. */
export function aggregateOf(form: Form, values: readonly Interval[], indicator: Indicator): Interval {
  // Of no periods a sum and a compound rate are zero; any other aggregate may be anything.
  if (values.length === 0 && form !== 'sum' && form !== 'rates') return EVERYTHING;
  if (form === 'difference') return difference(values);
  if (form === 'ratio') return ratio(values);
  if (form === 'least' || form === 'most') return extremeOf(form, values);
  const rates = ratesOf(indicator);
  const isOfRates = form === 'rates' || form === 'mean-rate';
  const all = isOfRates ? values.map(value => within(value, rateRange(rates))) : values;
  const low = tidy(combine[form](ends(all, 'low'), rates));
  const high = tidy(combine[form](ends(all, 'high'), rates));
  return between(low, high, isOpen(form, all, 'low', low), isOpen(form, all, 'high', high));
}

/** The least, or the most, of some values. */
export function extremeOf(form: 'least' | 'most', values: readonly Interval[]): Interval {
  const pick = form === 'least' ? Math.min : Math.max;
  const [low, high] = [pick(...ends(values, 'low')), pick(...ends(values, 'high'))];
  return between(low, high, isOpen(form, values, 'low', low), isOpen(form, values, 'high', high));
}

/** A rate that is printed beyond the range that rates can have counts as the end of the range. */
const within = ({ low, high, lowOpen, highOpen }: Interval, range: Interval): Interval =>
  between(clamp(low, range), clamp(high, range), lowOpen && low > range.low, highOpen && high < range.high);

const ends = (values: readonly Interval[], end: 'low' | 'high'): number[] => values.map(value => value[end]);

/** The least of several is reached where one of those that reach it does; anything else only where all do. */
function isOpen(form: Form, values: readonly Interval[], end: 'low' | 'high', at: number): boolean {
  const isOpenAt = (value: Interval) => Boolean(end === 'low' ? value.lowOpen : value.highOpen);
  if (form !== 'least' && form !== 'most') return values.some(isOpenAt);
  const reaching = values.filter(value => value[end] === at);
  const isNearest = (form === 'least') === (end === 'low');
  return isNearest ? reaching.every(isOpenAt) : reaching.some(isOpenAt);
}

function difference([first = EVERYTHING, last = EVERYTHING]: readonly Interval[]): Interval {
  const lowOpen = last.lowOpen || first.highOpen;
  const highOpen = last.highOpen || first.lowOpen;
  return between(tidy(last.low - first.high), tidy(last.high - first.low), lowOpen, highOpen);
}

/** In per cent of the first; of what may have been nothing, or less, nobody can say it. */
function ratio([first = EVERYTHING, last = EVERYTHING]: readonly Interval[]): Interval {
  if (!(first.low > 0)) return EVERYTHING;
  const of = (value: number, by: number) => tidy(value === Infinity ? value : (value / by - 1) * 100);
  const low = of(last.low, last.low < 0 ? first.low : first.high);
  const high = of(last.high, last.high < 0 ? first.high : first.low);
  const [lower, upper] = [
    last.low < 0 ? first.lowOpen : first.highOpen,
    last.high < 0 ? first.highOpen : first.lowOpen,
  ];
  return between(low, high, last.lowOpen || lower, last.highOpen || upper);
}

/** Without the noise of floats: 0.1 and 0.7 are 0.8. */
const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : value);
