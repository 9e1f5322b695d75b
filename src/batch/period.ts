import type { PeriodLength } from '../model/batch.ts';
import type { Day } from '../values/day.ts';
import { parseDay } from '../values/day-notation.ts';

/** A stretch of the calendar that is judged at its end. */
export interface Period {
  /** `2023-12`, `2023-Q4`, `2023`. */
  readonly label: string;
  readonly end: Day;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The period that holds a day. */
export function periodOf(day: Day, length: PeriodLength): Period {
  const [year = '', month = ''] = day.split('-');
  const last = Math.ceil(Number(month) / MONTHS[length]) * MONTHS[length];
  const end = parseDay(`${year}-${String(last).padStart(2, '0')}`);
  if (!end.ok) throw new Error(`no period holds ${day}`);
  return { label: labelOf(year, last, length), end: end.value };
}

/** How many periods there are from the one that holds a day to the one that holds another. */
export const periodsFrom = (first: Day, last: Day, length: PeriodLength): number =>
  Math.max(0, numberOf(last, length) - numberOf(first, length)) + 1;

function numberOf(day: Day, length: PeriodLength): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return Math.floor((year * MONTHS.year + month - 1) / MONTHS[length]);
}

function labelOf(year: string, last: number, length: PeriodLength): string {
  if (length === 'year') return year;
  return length === 'quarter' ? `${year}-Q${last / 3}` : `${year}-${String(last).padStart(2, '0')}`;
}
