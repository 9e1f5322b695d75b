import { type Day, isEndOfMonth } from '../values/day.ts';

/** A period by its last day, as people call it: 2024, 2024-06, 2024-06-15. */
export const periodName = (day: string, isYear = day.endsWith('-12-31')): string =>
  isYear ? day.slice(0, 4) : isEndOfMonth(day as Day) ? day.slice(0, 7) : day;

export function spanName({ from, to }: { readonly from: string; readonly to: string }): string {
  const isYears = from.endsWith('-12-31') && to.endsWith('-12-31');
  return `${periodName(from, isYears)}–${periodName(to, isYears)}`;
}
