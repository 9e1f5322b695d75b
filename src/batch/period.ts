import type { PeriodLength } from '../model/batch.ts';
import { addMonths, type Day, parseDay } from '../values/day.ts';

/** A stretch of the calendar that is judged at its end. */
export interface Period {
  /** `2023-12`, `2023-Q4`, `2023`. */
  readonly label: string;
  readonly end: Day;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Every period from the one that holds `first` to the one that holds `last`, also those of which nothing is known. */
export function periodsBetween(first: Day, last: Day, length: PeriodLength): Period[] {
  const periods: Period[] = [];
  for (let end = endOf(first, length); ; end = endOf(addMonths(end, MONTHS[length]), length)) {
    periods.push({ label: labelOf(end, length), end });
    if (end >= last) return periods;
  }
}

/** The last day of the period that holds a day. */
function endOf(day: Day, length: PeriodLength): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const last = Math.ceil(month / MONTHS[length]) * MONTHS[length];
  const parsed = parseDay(`${year}-${String(last).padStart(2, '0')}`);
  if (!parsed.ok) throw new Error(`no period holds ${day}`);
  return parsed.value;
}

function labelOf(end: Day, length: PeriodLength): string {
  const [year = '', month = ''] = end.split('-');
  if (length === 'year') return year;
  return length === 'quarter' ? `${year}-Q${Number(month) / 3}` : `${year}-${month}`;
}
