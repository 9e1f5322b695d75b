import { aggregateSigns } from '../../model/aggregate.ts';
import type { Assessment } from '../../model/analysis.ts';
import { comparatorSigns } from '../../model/goal.ts';
import { spanName } from '../../model/period-name.ts';
import { endsShown, type NumberEnds } from './whole.ts';

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
export function formatValue({ value, whole }: Pick<Assessment, 'value' | 'whole'>): string | null {
  if (!value || value.nominal === null) return null;
  const { nominal } = value;
  const bound = value.bound === 'range' ? null : (value.bound ?? oneEnd(value));
  if (bound !== null) return `${boundSign(bound)} ${formatNumber(endAt(bound, nominal, whole))}`;
  const { low, high } = endsShown(value, whole);
  if (low === null || high === null) return formatNumber(nominal);
  if (low === high) return formatNumber(low);
  const below = nominal - low;
  const above = high - nominal;
  const isEven = Math.abs(below - above) <= Math.max(below, above) * 1e-6;
  return isEven ? `${formatNumber(nominal)} ±${formatNumber(above)}` : `${formatNumber(low)}–${formatNumber(high)}`;
}

/** The end that is known where the other is not. */
const oneEnd = ({ low, high }: NumberEnds): 'low' | 'high' | null =>
  low === null ? 'high' : high === null ? 'low' : null;

/** The number with which the rest was worked out, as it is printed. */
export const nominalShown = ({ nominal, bound }: NonNullable<Assessment['value']>, isWhole: boolean): number =>
  bound === 'low' || bound === 'high' ? endAt(bound, nominal ?? 0, isWhole) : (nominal ?? 0);

/** A bound as it is printed. */
function endAt(bound: 'low' | 'high', value: number, isWhole: boolean): number {
  const ends = endsShown({ low: null, high: null, [bound]: value }, isWhole);
  return ends[bound] ?? value;
}

type ValueBound = NonNullable<Assessment['value']>['bound'];

/** The sign before a number of which only one end is known. */
const boundSign = (bound: ValueBound): string => (bound === 'low' ? '≥' : bound === 'high' ? '≤' : '');

type WithValue = Pick<Assessment, 'value' | 'gap'>;

/**
 * What was worked out with one end of the value, said of all of it: where that is the end that lacks most, there is at
 * least so much done, and as many months. Null between the two sides of a band, where nothing can be said so.
 */
export function boundOf({ value, gap }: WithValue): '≥' | '≤' | '' | null {
  if (!value || value.bound === null) return '';
  if (gap && gap.nominal === gap.high) return '≥';
  return gap && gap.nominal === gap.low ? '≤' : null;
}

/** The share of the way that is done. */
export function formatDone(assessment: WithValue & Pick<Assessment, 'completion'>): string | null {
  const bound = boundOf(assessment);
  if (assessment.completion === null || bound === null) return null;
  return `${bound} ${formatShare(assessment.completion)}`.trimStart();
}

/** The goal as it was read: the span that it is for, its sign, its number and its unit. */
export function formatGoal(goal: GoalNumbers & Partial<Pick<Assessment['goal'], 'over' | 'against'>>): string {
  const { over, against } = goal;
  const own = against ? againstText(goal, against) : withoutSpan(goal);
  return over ? `${aggregateSigns[over.aggregate]} ${spanName(over)} ${own}` : own;
}

type GoalNumbers = Omit<Assessment['goal'], 'unitTitle' | 'by' | 'share' | 'over' | 'against'>;

/** The other indicator in the place of the number, with what is to be added to it. */
function againstText({ comparator, value, low, high, unit }: GoalNumbers, against: string): string {
  const sign = comparatorSigns[comparator];
  const plus = value ? ` ${value < 0 ? '−' : '+'} ${amountText(Math.abs(value), unit)}` : '';
  const band = comparator === 'about' ? ` (${bandText(low, high)})` : '';
  return `${sign} ${against}${plus}${band}`;
}

function withoutSpan({ comparator, value, low, high, unit }: GoalNumbers): string {
  const sign = comparatorSigns[comparator];
  if (comparator === 'about') return `${sign} ${amountText(value, unit)} (${bandText(low, high)})`;
  if (comparator === 'between') return `${number(low)}–${amountText(high, unit)}`;
  return value === null ? sign : `${sign} ${amountText(value, unit)}`;
}

/** A band whose one side is wished has no end there. */
function bandText(low: number | null, high: number | null): string {
  if (high === null) return `${comparatorSigns.at_least} ${number(low)}`;
  return low === null ? `${comparatorSigns.at_most} ${number(high)}` : `${number(low)}–${number(high)}`;
}

const number = (value: number | null): string => (value === null ? '' : formatNumber(value));

/** A number in its unit, as far as that is part of the number; empty where there is none. */
export function amountText(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return '';
  return isWritten(unit) ? `${formatNumber(value)} ${unit}` : formatNumber(value);
}

/** Per cent and its points stand behind each number. */
export const isWritten = (unit: string): boolean => unit === '%' || unit === 'pp';

/** Of such a goal what is missing is counted one by one as well. */
export const isWholeGoal = ({ low, high }: NumberEnds): boolean =>
  [low, high].every(end => end === null || Number.isInteger(end));

/** What is missing, with a minus where the target is exceeded; a range or a bound where the figure is one. */
export function formatGap({
  gap,
  value,
  goal,
  whole,
}: Pick<Assessment, 'gap' | 'value' | 'goal' | 'whole'>): string | null {
  if (!gap || !value) return null;
  const { nominal } = gap;
  const { low, high } = endsShown(gap, whole && isWholeGoal(goal));
  if (value.bound === null || (low === null && high === null)) return formatNumber(nominal);
  if (low === null) return `≤ ${formatNumber(high ?? nominal)}`;
  return high === null ? `≥ ${formatNumber(low)}` : [...new Set([low, high])].map(formatNumber).join('–');
}
