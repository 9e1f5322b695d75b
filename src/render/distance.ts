import type { Assessment } from '../model/analysis.ts';
import { boundOf, formatNumber, isWholeGoal } from './layout/numbers.ts';
import { endsShown } from './layout/whole.ts';
import type { Words } from './words/words.ts';

/** An amount and what it is an amount of; in a narrow column each has a line. */
export type Distance = readonly [string, string];

/** Ahead by at least so much is late by at most so much. */
const turned = { '≥': '≤', '≤': '≥', '': '' } as const;

const exactly = (low: number, high: number): string => [...new Set([low, high])].map(formatNumber).join('–');

const same = (text: string): string => text;

/** How much is missing, or how much there is beyond the goal; null where that is not known. */
export function gapDistance(
  { gap, value, goal, whole }: Pick<Assessment, 'gap' | 'value' | 'goal' | 'whole'>,
  { screen }: Words,
  inUnit = same,
): Distance | null {
  if (!gap || !value) return null;
  const isCounted = whole && isWholeGoal(goal);
  const { low, high } =
    value.bound === null || (gap.low === null && gap.high === null)
      ? { low: gap.nominal, high: gap.nominal }
      : endsShown(gap, isCounted);
  const short = (text: string) => screen.joined(inUnit(text), screen.short);
  const surplus = (text: string) => screen.joined(inUnit(text), screen.surplus);
  if (low === null) {
    const most = high ?? gap.nominal;
    return most > 0 ? short(`≤ ${formatNumber(most)}`) : surplus(`≥ ${formatNumber(0 - most)}`);
  }
  if (high === null) return low < 0 ? surplus(`≤ ${formatNumber(-low)}`) : short(`≥ ${formatNumber(low)}`);
  if (low === 0 && high === 0) return [inUnit(formatNumber(0)), ''];
  if (low >= 0) return short(exactly(low, high));
  if (high <= 0) return surplus(exactly(0 - high, 0 - low));
  return [screen.either(inUnit(formatNumber(-low)), inUnit(formatNumber(high))), ''];
}

/** How far ahead of schedule, or how late; of a value of which one end is known, at least or at most so much. A column has the unit in its heading. */
export function timeDistance(
  { monthsAhead, value, gap }: Pick<Assessment, 'monthsAhead' | 'value' | 'gap'>,
  { screen }: Words,
  months = formatNumber as (count: number) => string,
): Distance | null {
  if (monthsAhead === null) return null;
  const isLate = monthsAhead < 0;
  const bound = boundOf({ value, gap });
  if (bound === null) return null;
  const sign = isLate ? turned[bound] : bound;
  if (monthsAhead === 0) return [sign === '' ? screen.onTime : `${sign} ${screen.onTime}`, ''];
  return screen.joined(`${sign}${sign && ' '}${months(Math.abs(monthsAhead))}`, isLate ? screen.late : screen.ahead);
}
