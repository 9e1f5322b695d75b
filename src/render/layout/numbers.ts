import type { Assessment } from '../../model/analysis.ts';
import { comparatorSigns } from '../../model/goal.ts';

const MAX_PLACES = 6;

/** As `Intl.NumberFormat('en-US')` writes it, whose tables take longer to load than a whole report to be checked. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(Number(value.toFixed(MAX_PLACES))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',').replace('-', '−');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A share of 1 as per cent. What is short of the whole never reads 100 %, and what is not nothing never reads 0 %. */
export function formatShare(share: number, places = 1): string {
  const percent = share * 100;
  const text = percent.toFixed(places);
  const isRoundedAway = Number(text) === 100 && share !== 1;
  return isRoundedAway && places < 6 ? formatShare(share, places + 1) : `${text.replace('-', '−')} %`;
}

/** A figure as it is known: exact, with its rounding, or as a bound. */
export function formatValue(value: Assessment['value']): string | null {
  if (!value || value.nominal === null) return null;
  const nominal = formatNumber(value.nominal);
  const { low, high, bound } = value;
  if (bound === 'low' || bound === 'high') return `${boundSign(bound)} ${nominal}`;
  if (low === null || high === null) return `${boundSign(low === null ? 'high' : 'low')} ${nominal}`;
  if (low === high) return nominal;
  const below = value.nominal - low;
  const above = high - value.nominal;
  const isEven = Math.abs(below - above) <= Math.max(below, above) * 1e-6;
  return isEven ? `${nominal} ±${formatNumber(above)}` : `${formatNumber(low)}–${formatNumber(high)}`;
}

type Bound = NonNullable<Assessment['value']>['bound'];

/** The sign before a number of which only one end is known. */
export const boundSign = (bound: Bound): string => (bound === 'low' ? '≥' : bound === 'high' ? '≤' : '');

/** The goal as it was read: its sign, its number and its unit. */
export function formatGoal({ comparator, value, low, high, unit }: Omit<Assessment['goal'], 'by' | 'share'>): string {
  const sign = comparatorSigns[comparator];
  if (comparator === 'about') return `${sign} ${amount(value, unit)} (${number(low)}–${number(high)})`;
  if (comparator === 'between') return `${number(low)}–${amount(high, unit)}`;
  return value === null ? sign : `${sign} ${amount(value, unit)}`;
}

const number = (value: number | null): string => (value === null ? '' : formatNumber(value));

const amount = (value: number | null, unit: string): string => (unit === '%' ? `${number(value)} %` : number(value));

/** What is missing, with a minus where the target is exceeded; a range or a bound where the figure is one. */
export function formatGap({ gap, value }: Pick<Assessment, 'gap' | 'value'>): string | null {
  if (!gap || !value) return null;
  const { low, high, nominal } = gap;
  if (value.bound === null || (low === null && high === null)) return formatNumber(nominal);
  if (low === null) return `≤ ${formatNumber(high ?? nominal)}`;
  return high === null ? `≥ ${formatNumber(low)}` : [...new Set([low, high])].map(formatNumber).join('–');
}
