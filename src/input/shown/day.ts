import { isOtherCalendar } from './calendar.ts';
import { cellText } from './cell-text.ts';
import { type PartKind, sectionsOf } from './number-format.ts';

/**
 * A day of which its cell shows only the month or the year is that month or year: spreadsheets keep `2023-12` as the
 * first of December, a month before the day that a reader takes it for. Where another day than the first is kept,
 * somebody entered it. Without a year nobody knows which one was meant, and formats that a file only numbers are another
 * one in each country: such texts are refused where a day is wanted. So is a day with words or numbers written beside it
 * (`yyyy"-06-30"`), under a condition, or in another calendar: then the format stands behind it.
 */
export function shownDay(date: Date, format: string | undefined): string {
  const text = cellText(date);
  if (format !== undefined && isGeneral(format)) return text;
  if (format !== undefined && !isPlain(format)) return `${text} (${format})`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  if (format === undefined) return text.endsWith('-01') ? `${text} / ${text.slice(0, 7)}` : text;
  const shown = partsIn(format);
  if (!shown.year) return text.slice(5);
  if (shown.day || !text.endsWith('-01')) return text;
  return shown.month || !text.endsWith('-01-01') ? text.slice(0, 7) : text.slice(0, 4);
}

/** Whether a format shows nothing of a day. */
export const isNoDay = (format: string): boolean =>
  !isGeneral(format) &&
  (sectionsOf(format)[0]?.parts ?? []).every(({ kind, text }) => kind === 'written' && text.trim() === '');

const isGeneral = (format: string): boolean => format === '' || format === 'General';

/** Signs and words that stand between the parts of a day, or of a time, and say nothing else. */
const BETWEEN =
  /^(?:[\s.,:/'–-]|[年月日号周时時分秒년월일시분초TZгr]|星期|[上下]午|午[前後]|오[전후]|de|ngày|tháng|năm)*$/;

/** Whether a format shows the day by its parts, and nothing that says otherwise. */
function isPlain(format: string): boolean {
  const [first, ...others] = sectionsOf(format);
  if (!first || [first, ...others].some(({ takes }) => takes) || isOtherCalendar(format)) return false;
  const order = first.parts
    .map(({ kind, text }) => (OF_DAYS.has(kind) ? text : kind === 'written' ? '' : '?'))
    .join('');
  const written = first.parts.flatMap(({ kind, text }) => (kind === 'written' ? [text] : []));
  return ORDER.test(order) && BETWEEN.test(written.join(''));
}

/** Fractions of a second have a point and zeros. */
const ORDER = /^(?=.*[ymdhsegba])(?:s\.0+|[ymdhsegbap./])*$/i;
const OF_DAYS: ReadonlySet<PartKind> = new Set(['letter', 'slash', 'point', 'digit']);

function partsIn(format: string) {
  const code = format.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/g, '').toLowerCase();
  // The era of a year (e, g) stands for the year as well. Of minutes and months a day without a time has the latter.
  return { year: /[yeg]/.test(code), month: code.includes('m'), day: code.includes('d') };
}
