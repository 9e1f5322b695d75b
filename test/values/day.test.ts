import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  type Day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  earliest,
  isEndOfMonth,
  latest,
  monthsIn,
  yearsBetween,
} from '../../src/values/day.ts';
import { parseDay, parseDays } from '../../src/values/day-notation.ts';
import { anyText } from '../support/any-text.ts';

const day = (text: string) => text as Day;

describe('parseDay', () => {
  it.each([
    ['2023-12-31', '2023-12-31'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2023-02', '2023-02-28'],
    ['2024-02', '2024-02-29'],
    ['2023-11', '2023-11-30'],
    ['2023/12', '2023-12-31'],
    ['2023年1-12月', '2023-12-31'],
    ['2023年1-2月', '2023-02-28'],
    ['2020', '2020-12-31'],
    ['1800-01-01', '1800-01-01'],
    ['9999-12-31', '9999-12-31'],
    [' 2023-12-31\n', '2023-12-31'],
  ])('%j is %s', (text, expected) => {
    expect(parseDay(text)).toStrictEqual({ ok: true, value: expected });
  });

  it.each([
    ['2023-02-29', 'impossible-day'],
    ['1900-02-29', 'impossible-day'],
    ['2023-04-31', 'impossible-day'],
    ['2023-13-01', 'impossible-day'],
    ['2023-13', 'impossible-day'],
    ['2023-00', 'impossible-day'],
    ['2023-00-10', 'impossible-day'],
    ['2023-12-00', 'impossible-day'],
    ['2023-12-32', 'impossible-day'],
    ['2023年2月30日', 'impossible-day'],
    ['2023年1-13月', 'impossible-day'],
    ['2023年1-1月', 'impossible-day'],
    ['2023/13/01', 'impossible-day'],
    ['', 'bad-day'],
    ['2023-12/31', 'bad-day'],
    ['2023年', 'bad-day'].map(text => text.replace('年', '年年年')),
    ['2023-Q5', 'bad-day'],
    ['2023年五季度', 'bad-day'],
  ])('%j is refused: %s', (text = '', code = '') => {
    expect(parseDay(text)).toMatchObject({ ok: false, error: { code, args: { text } } });
  });

  /** Why it is no day, and what it may mean: nothing that stands behind such a form makes it one. */
  it.each<[text: string, hint: string, readings?: string[]]>([
    ['2023-12-31 09:30', 'time-of-day'],
    ['2023-12-31 9:30', 'time-of-day'],
    ['2023-12-31T23:59:59', 'time-of-day'],
    ['2010-12', 'none'],
    ['2010—12年', 'span', ['2010-12', '2010…2012']],
    ['2010～13', 'span', ['2010…2013']],
    ['2010~00', 'span', ['2010…2100']],
    ['2006年至2010年', 'span', ['2006…2010']],
    ['2023.1', 'lost-zero', ['2023-01', '2023-10']],
    ['NULL', 'no-value'],
    ['\\N', 'no-value'],
    ['n/a', 'no-value'],
    ['—', 'no-value'],
    ['20231231', 'without-signs', ['2023-12-31']],
    ['20231331', 'without-signs', []],
    ['202312', 'without-signs', ['2023-12']],
    ['45291', 'day-number', ['2023-12-31']],
    ['45291.0', 'day-number', ['2023-12-31']],
    ['9999', 'none'],
    ['10000', 'day-number', ['1927-05-18']],
    ['80000', 'day-number', ['2119-01-11']],
    ['80001', 'no-date'],
    ['45291.5', 'no-date'],
    ['145291', 'no-date'],
    ['x20231231', 'no-date'],
    ['12/31/2023', 'day-or-month-first', ['2023-12-31']],
    ['1.2.2023', 'day-or-month-first', ['2023-01-02', '2023-02-01']],
    ['5/5/2023', 'day-or-month-first', ['2023-05-05']],
    ['12-31-23', 'two-digit-year'],
    ["'23年12月", 'two-digit-year'],
    ['12-31-2x', 'no-date'],
    ['12-31-23x', 'no-date'],
    ['202312310', 'no-date'],
    ['20231231x', 'no-date'],
    ['2023.1x', 'no-date'],
    ['x45291', 'no-date'],
    ['soon', 'no-date'],
    ['31 December 2023', 'no-date', ['2023-12-31']],
    ['by the end of 2023', 'no-date', ['2023']],
    ['by the end of 1999', 'no-date', ['1999']],
    ['2023年12月31日'.padStart(40), 'none'],
    ['2023年12月31日'.padStart(41), 'no-date'],
    ['since 2023-12', 'no-date', ['2023-12']],
    ['from 2022 to 2023', 'no-date'],
    ['since 2023.12', 'no-date'],
    ['since 12-2023', 'no-date'],
    ['2023,5', 'no-date'],
    ['page 1799', 'no-date'],
    ['1703980800', 'day-number', ['2023-12-31']],
    ['1703980800000', 'day-number', ['2023-12-31']],
    ['1703980801', 'no-date'],
    ['17280000000', 'no-date'],
    ['31 December 2023 at noon', 'no-date'],
    ['last year', 'relative'],
    ['2023-12-31'.padEnd(41, 'x'), 'no-date'],
  ])('%j: %s %j', (text, hint, readings) => {
    const read = parseDays(text);
    if (hint === 'none') expect(read.ok).toBe(true);
    else expect(read).toMatchObject({ ok: false, error: { args: { hint, readings: readings ?? undefined } } });
  });

  it('a span is from its first day to its last one', () => {
    const spans = ['2023', '2023-02', '2023-Q2', '2023年下半年', '2023-12-31'].map(text => parseDays(text));
    expect(spans.map(each => each.ok && [each.value.from, each.value.to])).toEqual([
      ['2023-01-01', '2023-12-31'],
      ['2023-02-01', '2023-02-28'],
      ['2023-04-01', '2023-06-30'],
      ['2023-07-01', '2023-12-31'],
      ['2023-12-31', '2023-12-31'],
    ]);
  });

  it('never throws', () => {
    fc.assert(fc.property(anyText, text => void parseDay(text)));
  });
});

describe('the calendar', () => {
  it.each([
    ['2023-12-31', '2023-12-31', 0],
    ['2023-12-31', '2024-01-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2020-12-31', '2025-12-31', 1826],
    ['2024-01-01', '2023-12-31', -1],
  ])('from %s to %s are %d days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it('years and months are those of the mean year', () => {
    expect(yearsBetween(day('2020-12-31'), day('2025-12-31'))).toBeCloseTo(5, 2);
    expect(monthsIn(daysBetween(day('2020-12-31'), day('2025-12-31')))).toBeCloseTo(60, 1);
  });

  it.each([
    ['2023-12-31', 2, '2024-02-29'],
    ['2023-12-31', 12, '2024-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-06-15', 0, '2023-06-15'],
    ['2023-01-31', -13, '2021-12-31'],
  ])('%s and %d months are %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it('a day and its number are the same thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000, max: 2_900_000 }), number => {
        expect(dayNumber(dayFromNumber(number))).toBe(number);
        expect(parseDay(dayFromNumber(number))).toStrictEqual({ ok: true, value: dayFromNumber(number) });
      }),
    );
  });

  it('latest', () => {
    expect(latest([day('2023-12-31'), day('2024-01-31'), day('2021-01-01')])).toBe('2024-01-31');
    expect(latest([])).toBeUndefined();
  });

  it('earliest', () => {
    expect(earliest([day('2023-12-31'), day('2021-01-01'), day('2024-01-31')])).toBe('2021-01-01');
    expect(earliest([])).toBeUndefined();
  });
});

it('a month ends once, whatever its length', () => {
  const ends = ['2023-01-31', '2023-02-28', '2024-02-29', '2023-04-30'];
  const others = ['2023-01-30', '2024-02-28', '2023-04-29', '2023-12-01'];
  expect([...ends, ...others].filter(each => isEndOfMonth(day(each)))).toEqual(ends);
});
