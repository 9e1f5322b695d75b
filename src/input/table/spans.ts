import { spanReadings } from '../../values/day-notation.ts';
import type { BareProblem } from '../../values/problem.ts';

/** `2006-08`: August, or the years from 2006 to 2008. */
const SHORT = /^([1-9]\d{3})-(\d\d)$/;

/** Looks at the days of a list one by one, and knows at its end whether they are spans of years that look like months. */
export interface SpanCheck {
  readonly see: (day: unknown, index: number) => void;
  readonly found: () => { readonly problem: BareProblem; readonly index: number } | undefined;
}

/**
 * Where every day of a list is written as a month, the year and the month count up together, and the month is that of a
 * year to come, they are spans: 2006-08, 2007-09, 2008-10.
 */
export function spanCheck(): SpanCheck {
  let apart: number | undefined;
  let first: { readonly index: number; readonly year: string; readonly month: string } | undefined;
  let isOther = false;
  const years = new Set<string>();
  return {
    see: (day, index) => {
      if (isOther || typeof day !== 'string') return;
      const [, year, month] = day.length === 7 ? (SHORT.exec(day) ?? []) : [];
      const ahead = year && month ? Number(month) - (Number(year) % 100) : 0;
      if (year === undefined || month === undefined || ahead < 1 || (apart !== undefined && ahead !== apart)) {
        isOther = true;
        return;
      }
      apart = ahead;
      first ??= { index, year, month };
      years.add(year);
    },
    found: () => {
      if (isOther || !first || years.size < 2) return undefined;
      const { index, year, month } = first;
      const args = { text: `${year}-${month}`, hint: 'span' as const, readings: spanReadings(year, month) };
      return { problem: { code: 'bad-day', args }, index };
    },
  };
}
