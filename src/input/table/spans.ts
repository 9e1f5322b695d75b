import { spanReadings } from '../../values/day-notation.ts';
import type { BareProblem } from '../../values/problem.ts';

/** `2006-08`: August, or the years from 2006 to 2008. */
const SHORT = /^([1-9]\d{3})[-/](\d\d)$/;

/** Looks at the days of a list one by one, and knows at its end whether they are spans of years that look like months. */
export interface SpanCheck {
  readonly see: (day: unknown, index: number) => void;
  readonly found: () => { readonly problem: BareProblem; readonly index: number } | undefined;
}

interface Month {
  readonly index: number;
  readonly text: string;
}

/**
 * Where no year of a list has more than one month, each month is that of a year to come, and in at least half of them year
 * and month count up together, they are spans: 2006-08, 2007-09, 2008-10. What is written as a whole year or a day says nothing.
 */
export function spanCheck(): SpanCheck {
  let isOther = false;
  const months = new Map<string, Month>();
  return {
    see: (text, index) => {
      if (isOther || typeof text !== 'string' || text.length !== 7) return;
      const [, year, month] = SHORT.exec(text) ?? [];
      if (year === undefined) return;
      const before = months.get(year);
      isOther = aheadIn(text) < 1 || (before !== undefined && !before.text.endsWith(month ?? ''));
      if (!before) months.set(year, { index, text });
    },
    found: () => {
      const first = isOther ? undefined : countingUp([...months.values()]);
      if (!first) return undefined;
      const readings = spanReadings(first.text.slice(0, 4), first.text.slice(5));
      return {
        problem: { code: 'bad-day', args: { text: first.text, hint: 'span', readings } },
        index: first.index,
      };
    },
  };
}

/** Years from that of a text to the one that its month would be the last two digits of. */
const aheadIn = (text: string): number => Number(text.slice(5)) - Number(text.slice(2, 4));

/** The first of those that are apart alike, where they are two or more and half of all. */
function countingUp(months: readonly Month[]): Month | undefined {
  for (const first of months) {
    const alike = months.filter(({ text }) => aheadIn(text) === aheadIn(first.text)).length;
    if (alike > 1 && 2 * alike >= months.length) return first;
  }
  return undefined;
}
