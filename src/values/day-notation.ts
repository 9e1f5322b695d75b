import { type Day, dayFromNumber, lastOfMonth, twoDigits } from './day.ts';
import { fail, type Outcome, ok } from './outcome.ts';

/** The first and the last day of what a text names. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** Why a text is no day, beyond that it is none; docs/notation.md has an example of each. */
export const dayHints = [
  'no-date',
  'relative',
  'time-of-day',
  'two-digit-year',
  'day-or-month-first',
  'day-number',
  'without-signs',
  'lost-zero',
  'no-value',
  'span',
] as const;

type DayHint = (typeof dayHints)[number];

/** A problem as the catalogue has it. */
export type DayError =
  | {
      readonly code: 'bad-day';
      /** With what it may mean, where that can be said. */
      readonly args: {
        readonly text: string;
        readonly hint: DayHint;
        readonly readings: readonly string[] | undefined;
      };
    }
  | { readonly code: 'impossible-day'; readonly args: { readonly text: string } };

/**
 * Reads a day, a month, a quarter, half a year or a year, as programs and offices write them, year first. What is longer
 * than a day stands for its last one: "at the end of 2023" is 31 December, and a base "2020" is the end of 2020 (methods of
 * the official bodies, year precision).
 */
export function parseDay(text: string): Outcome<Day, DayError> {
  const days = parseDays(text);
  return days.ok ? ok(days.value.to) : days;
}

/** The end of a time, or a time up to some day, is no time in which something was counted. */
const END_OF_TIME = /[底末终初]|截[至止]|(?:^|[^a-z])(?:end|as of|by)(?:[^a-z]|$)/i;
export const isEndOfTime = (text: string): boolean => END_OF_TIME.test(text);

/** Nobody reports of a time before 1800: such a number is none of a year. */
const YEAR = '(1[89]\\d\\d|[2-9]\\d{3})';
const ISO = new RegExp(`^${YEAR}(?:-(\\d{2})(?:-(\\d{2}))?)?$`);

/** No day that somebody writes is longer. */
const LONGEST = 40;

export function parseDays(given: string): Outcome<DaySpan, DayError> {
  const read = readDays(given);
  if ('to' in read) return ok(read);
  if (read.hint === 'impossible') return fail({ code: 'impossible-day', args: { text: given } });
  return fail({ code: 'bad-day', args: { text: given, hint: read.hint, readings: read.readings } });
}

/** Why a text is no day. */
interface NoDay {
  readonly hint: DayHint | 'impossible';
  readonly readings: readonly string[] | undefined;
}

function readDays(given: string): DaySpan | NoDay {
  const iso = ISO.exec(given.trim());
  if (iso) return daysOf(Number(iso[1]), iso[2], iso[3]);
  if (given.length > LONGEST) return refuse('no-date');
  const text = given.normalize('NFKC').trim().replace(/\s+/g, ' ').replace(UP_TO, '');
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (found) return read(...(found as unknown as [string, ...string[]]));
  }
  return refused(text);
}

/** Words before a day that say no more than that a figure is of it. */
const UP_TO = /^(?:截[至止]到?|至) ?| ?止$/g;

type ReadDays = (whole: string, ...parts: string[]) => DaySpan | NoDay;

const refuse = (hint: NoDay['hint'], readings?: readonly string[]): NoDay => ({ hint, readings });

/** From the first day of a month to the last one of another. */
const months = (year: number, from: number, to: number): DaySpan => ({
  from: `${year}-${twoDigits(from)}-01` as Day,
  to: `${year}-${twoDigits(to)}-${lastOfMonth(year, to)}` as Day,
});

function daysOf(year: number, month?: string, day?: string): DaySpan | NoDay {
  const [m, d] = [Number(month), Number(day)];
  if (month === undefined) return months(year, 1, 12);
  if (m < 1 || m > 12 || (day !== undefined && (d < 1 || d > lastOfMonth(year, m)))) return refuse('impossible');
  if (day === undefined) return months(year, m, m);
  const only = `${year}-${twoDigits(m)}-${twoDigits(d)}` as Day;
  return { from: only, to: only };
}

const CHINESE = '一二三四';
const quarter = (year: string, which: string) => {
  const number = Number(which) || CHINESE.indexOf(which) + 1;
  return months(Number(year), number * 3 - 2, number * 3);
};
const half = (year: string, which: string) => months(Number(year), which === '1' ? 1 : 7, which === '1' ? 6 : 12);

/** From the beginning of a year, as what is summed over it is reported: 1—9月. */
const upTo = (year: string, last: number): DaySpan | NoDay =>
  last < 2 || last > 12 ? refuse('impossible') : months(Number(year), 1, last);

/** What most programs write behind a day of which they know no time, whatever their zone. */
const MIDNIGHT = '(?:[ T]00?:00(?::00(?:\\.0+)?)?(?: ?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?)?';
const form = (text: string) => new RegExp(`^${text}$`, 'i');

const forms: readonly (readonly [RegExp, ReadDays])[] = [
  [
    form(`${YEAR}([-/.])(\\d\\d?)\\2(\\d\\d?)${MIDNIGHT}`),
    (_, year, _by, month, day) => daysOf(Number(year), month, day),
  ],
  [form(`${YEAR} ?年 ?(\\d\\d?) ?月 ?(\\d\\d?) ?[日号]?`), (_, year, month, day) => daysOf(Number(year), month, day)],
  [form(`${YEAR} ?年 ?(\\d\\d?) ?月[份底末]?`), (_, year, month) => daysOf(Number(year), month)],
  [
    form(`${YEAR} ?年 ?1 ?(?:[-–—~]|至|到) ?(\\d\\d?) ?月[份底末]?`),
    (_, year = '', last = '') => upTo(year, Number(last)),
  ],
  [form(`${YEAR} \\[YR\\1\\]`), (_, year) => daysOf(Number(year))],
  [form(`${YEAR} ?(?:年|年度|年?全年|年?年?[底末]|年终)`), (_, year) => daysOf(Number(year))],
  [form(`${YEAR} ?年?第?([一二三四1-4])季度[底末]?`), (_, year = '', which = '') => quarter(year, which)],
  [form(`${YEAR} ?年?前([二两三])个?季度[底末]?`), (_, year = '', which) => upTo(year, which === '三' ? 9 : 6)],
  [form(`${YEAR} ?年?前(\\d\\d?)个?月`), (_, year = '', last) => upTo(year, Number(last))],
  [form(`${YEAR}[- ]?年?Q([1-4])`), (_, year = '', which = '') => quarter(year, which)],
  [form(`Q([1-4])[-/ ]?${YEAR}`), (_, which = '', year = '') => quarter(year, which)],
  [form(`${YEAR} ?年?上半年`), (_, year = '') => half(year, '1')],
  [form(`${YEAR} ?年?下半年`), (_, year = '') => half(year, '2')],
  [form(`${YEAR}[- ]?[HS]([12])`), (_, year = '', which = '') => half(year, which)],
  [form(`${YEAR}[- ]?M(\\d\\d?)`), (_, year, month) => daysOf(Number(year), month)],
  [form(`${YEAR}\\.(\\d\\d)`), (_, year, month) => daysOf(Number(year), month)],
  [
    form(`${YEAR}/(\\d\\d)`),
    (_, year = '', month = '') =>
      isNextYear(year, month) || Number(month) > 12 ? spanOf(year, month) : daysOf(Number(year), month),
  ],
];

/** 2011/12 is a year that begins in 2011 as often as it is December. */
const isNextYear = (year: string, short: string): boolean => (Number(year) + 1) % 100 === Number(short);

/** Of a span of years written short, which as often is a month. */
export function spanReadings(year: string, short: string): string[] {
  const [from, to] = [Number(year), Number(`${year.slice(0, 4 - short.length)}${short}`)];
  const isMonth = short.length === 2 && Number(short) > 0 && Number(short) <= 12;
  return [...(isMonth ? [`${year}-${short}`] : []), `${from}…${to < from ? to + 100 : to}`];
}

const spanOf = (year: string, short: string) => refuse('span', spanReadings(year, short));

/** Day 1 of a spreadsheet is the first of January 1900, and it counts a 29 February that year. */
const FIRST_OF_SPREADSHEET = -25_569;
const [LEAST_NUMBER, MOST_NUMBER] = [10_000, 80_000];

/** What programs and offices write where there is nothing. */
const NO_VALUE = /^(?:\\N|null|none|nil|n\/?a|nan|[-–—]+|…+|\.\.+|:|无|暂无|不详)$/i;

function refused(text: string): NoDay {
  const [, year = '', to] = /^([1-9]\d{3}) ?年? ?(?:[-–—~/]|至|到|to) ?(\d{4}|\d\d)年?$/i.exec(text) ?? [];
  if (to !== undefined) return spanOf(year, to);
  if (/^[1-9]\d{3}\D.*[ T]\d\d?:\d\d/.test(text)) return refuse('time-of-day');
  if (/^[1-9]\d{3}\.\d$/.test(text))
    return refuse('lost-zero', [`${text.slice(0, 4)}-0${text.slice(5)}`, `${text.slice(0, 4)}-10`]);
  if (/^(?:19|20)\d{6}$/.test(text))
    return refuse('without-signs', daysIn(text.slice(0, 4), text.slice(4, 6), text.slice(6)));
  const [, inYear = '', month] = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (month !== undefined) return refuse('without-signs', [`${inYear}-${month}`]);
  const number = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : 0;
  if (number >= LEAST_NUMBER && number <= MOST_NUMBER)
    return refuse('day-number', [dayFromNumber(number + FIRST_OF_SPREADSHEET)]);
  const [, first = '', second = '', last] = /^(\d\d?)[-/.](\d\d?)[-/.]([1-9]\d{3})$/.exec(text) ?? [];
  if (last !== undefined)
    return refuse('day-or-month-first', [...new Set([...daysIn(last, first, second), ...daysIn(last, second, first)])]);
  if (NO_VALUE.test(text)) return refuse('no-value');
  if (TWO_DIGITS.test(text)) return refuse('two-digit-year');
  if (RELATIVE.test(text)) return refuse('relative');
  return sinceEpoch(text) ?? refuse('no-date', daysWithin(text));
}

/** `23-12-31`, `23年底`, `31-Dec-23`, `Dec-23`. */
const TWO_DIGITS = /^\d\d?[-/.]\d\d?[-/.]\d\d$|^['’]?\d\d年|^(?:\d\d?[- ])?[a-z]{3,9}[-. ]['’]?\d\d$/i;

/** What depends on the day on which it is read. */
const RELATIVE =
  /^(?:yesterday|today|tomorrow|now|(?:last|this|next|previous|current) (?:year|month|quarter|week)|[昨今明本]|[去上前当目]|年[初底末]|至今|同期)/i;

/** Seconds or milliseconds from 1970 on, as programs write a day of this century. */
function sinceEpoch(text: string): NoDay | undefined {
  const days = /^\d{9,10}$|^\d{12,13}$/.test(text)
    ? Number(text) / (text.length > 10 ? 86_400_000 : 86_400)
    : Number.NaN;
  return Number.isInteger(days) ? refuse('day-number', [dayFromNumber(days)]) : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The one day that a text names beside other words, so `31 December 2023` and `end of 2023`; none where it names several. */
function daysWithin(text: string): string[] | undefined {
  const [, day, name = '', , year] =
    /(?:^|\D)(?:(\d\d?)\W+)?\b([a-z]{3})[a-z]{0,6}\W+(?:(\d\d?),\W*)?([1-9]\d{3})$/i.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (year !== undefined && month > 0)
    return [[year, twoDigits(month), ...(day ? [twoDigits(Number(day))] : [])].join('-')];
  const found = text.match(/(?<![-\d.])(?:1[89]\d\d|[2-9]\d{3})(?:-\d\d){0,2}(?![\d.,])/g) ?? [];
  const [only, other] = found;
  return only !== undefined && other === undefined && !/\d/.test(text.replace(only, '')) ? [only] : undefined;
}

function daysIn(year: string, month: string, day: string): string[] {
  const days = daysOf(Number(year), month, day);
  return 'to' in days ? [days.to] : [];
}
