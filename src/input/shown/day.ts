import { cellText } from './cell-text.ts';

/**
 * A day of which its cell shows only the month or the year is that month or year: spreadsheets keep `2023-12` as the
 * first of December, a month before the day that a reader takes it for. Where another day than the first is kept,
 * somebody entered it. Without a year nobody knows which one was meant, and formats that a file only numbers are another
 * one in each country: such texts are refused where a day is wanted.
 */
export function shownDay(date: Date, format: string | undefined): string {
  const text = cellText(date);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  if (format === undefined) return text.endsWith('-01') ? `${text} / ${text.slice(0, 7)}` : text;
  const shown = partsIn(format);
  if (!shown.year) return text.slice(5);
  if (shown.day || !text.endsWith('-01')) return text;
  return shown.month || !text.endsWith('-01-01') ? text.slice(0, 7) : text.slice(0, 4);
}

function partsIn(format: string) {
  const code = format.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/g, '').toLowerCase();
  // The era of a year (e, g) stands for the year as well. Of minutes and months a day without a time has the latter.
  return { year: /[yeg]/.test(code), month: code.includes('m'), day: code.includes('d') };
}
