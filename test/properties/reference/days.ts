/* Days as text; their numbers and months, without a time zone. */
export const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** Years of 365.2425 days (docs/methods.md), so that any two days can be compared. */
export const yearsBetween = (from: string, to: string): number => (dayNumber(to) - dayNumber(from)) / 365.2425;

/** The same day some months on, or the last one of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export const newest = (days: Iterable<string>): string | undefined => [...days].sort().at(-1);
