/** A calendar day as ISO text, `2025-12-31`: it sorts as it reads and carries no time zone. */
export type Day = string & { readonly __day: true };

const MS_PER_DAY = 86_400_000;
const DAYS_PER_YEAR = 365.2425;

export const twoDigits = (number: number): string => String(number).padStart(2, '0');

export function lastOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. Years begin with March here, so that the day that some have more is their last. */
export function dayNumber(day: Day): number {
  const month = twoDigitsAt(day, 5);
  const year = twoDigitsAt(day, 0) * 100 + twoDigitsAt(day, 2) - (month > 2 ? 0 : 1);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const daysOfMonths = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return year * 365 + leapDays + daysOfMonths + twoDigitsAt(day, 8) - FIRST_DAY;
}

/** 1970-01-01, counted from the first day of March in the year 0. */
const FIRST_DAY = 719_469;
const ZERO = '0'.charCodeAt(0);

const twoDigitsAt = (text: string, index: number): number =>
  (text.charCodeAt(index) - ZERO) * 10 + text.charCodeAt(index + 1) - ZERO;

/** Put together from its parts, which takes a quarter of the time of `toISOString`. */
export function dayFromNumber(number: number): Day {
  const date = new Date(Math.round(number) * MS_PER_DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as Day;
}

export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

export const yearsBetween = (from: Day, to: Day): number => daysBetween(from, to) / DAYS_PER_YEAR;

/** Months and years are mean Gregorian ones. */
export const monthsIn = (days: number): number => (days / DAYS_PER_YEAR) * 12;

export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const ahead = month - 1 + months;
  const inYear = year + Math.floor(ahead / 12);
  const inMonth = ((ahead % 12) + 12) % 12;
  const last = lastOfMonth(inYear, inMonth + 1);
  return `${inYear}-${twoDigits(inMonth + 1)}-${twoDigits(Math.min(date, last))}` as Day;
};

export const isEndOfMonth = (day: Day): boolean =>
  Number(day.slice(8)) === lastOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

export const latest = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>((found, day) => (found === undefined || day > found ? day : found), undefined);

export const earliest = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>((found, day) => (found === undefined || day < found ? day : found), undefined);
