import { expect, test } from 'vitest';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import { landingOf, projection, relativeMiss } from '../../src/methods/projection.ts';
import { trendOf } from '../../src/methods/trend.ts';
import { type DecidedVerdict, paceVerdicts } from '../../src/model/verdict.ts';
import { atLeast, atMost, between, caseOf, day, series, towards } from './cases.ts';

/* One point five years before, and five more years ahead: a value x from f lands at 2 x − f. */
const from = (first: number) => ({ history: series({ 2015: first }), at: day(2020), by: day(2025) });

const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['lands on the target', caseOf(atLeast(100), from(0)), 50, 'on-schedule'],
  ['leaves 4 % of the gap', caseOf(atLeast(100), from(0)), 49, 'on-schedule'],
  ['leaves 10 % of the gap', caseOf(atLeast(100), from(0)), 47.4, 'nearly'],
  ['leaves a third of the gap', caseOf(atLeast(100), from(0)), 40, 'behind'],
  ['stands still', caseOf(atLeast(100), from(40)), 40, 'far-behind'],
  ['moves away', caseOf(atLeast(100), from(41)), 40, 'reversing'],
  ['decreasing', caseOf(atMost(50), from(100)), 75, 'on-schedule'],
  ['decreasing, to zero', caseOf(atMost(0), from(10)), 5, 'on-schedule'],
  ['from below zero to above', caseOf(atLeast(5), from(-10)), -2, 'on-schedule'],
  ['a band, landing inside', caseOf(between(18, 22), from(8)), 14, 'on-schedule'],
  ['a band, shooting past it', caseOf(between(18, 22), from(0)), 14, 'behind'],
  ['a band, a little past it', caseOf(between(18, 22), from(5.4)), 14, 'nearly'],
  ['a band, coming from above', caseOf(between(18, 22), from(32)), 26, 'on-schedule'],
  ['a point, shooting past it', caseOf(between(20, 20, 'exactly'), from(0)), 14, 'behind'],
  ['met, and better than before', caseOf(atLeast(10), from(5)), 12, 'met'],
  ['met, and slipping', caseOf(atLeast(10), from(15)), 12, 'slipping'],
  ['met, and nothing to compare with', caseOf(atLeast(10)), 12, 'met'],
  ['the day has passed', caseOf(atLeast(100), { ...from(0), hasPassed: true }), 50, 'missed'],
];

test.each(rows)('%s', (_name, given, value, verdict) => {
  expect(judge(projection, given, value)).toEqual([verdict]);
});

test('needs no base, and looks at six points at most', () => {
  const history = series({ 2010: 1000, 2015: 0, 2016: 1, 2017: 2, 2018: 3, 2019: 4 });
  expect(judge(projection, caseOf(atLeast(10), { ...from(0), history }), 5)).toEqual(['on-schedule']);
});

test('a gap in the series counts by its years', () => {
  const given = caseOf(atLeast(30), {
    history: series({ 2007: 5.079, 2010: 5.5, 2012: 5.76 }),
    at: day(2015),
    by: day(2030),
  });
  expect(judge(projection, given, 6.34)).toEqual(['behind']);
  expect(trendOf(given.history, given.at, 6.34)?.perYear).toBeCloseTo(0.1576, 3);
});

test.each([
  ['nothing before', caseOf(atLeast(10)), 'too-few-points'],
  ['nothing before the judged day', caseOf(atLeast(10), { history: series({ 2024: 3 }) }), 'too-few-points'],
  ['no number to reach', caseOf(towards('increase'), from(1)), 'no-number'],
  ['one point before, of low confidence', caseOf(atLeast(10), from(1)), null],
])('refuses: %s', (_name, given, reason) => {
  expect(projection.refuses(given, 5)).toBe(reason);
});

test('a refusal leaves every pace possible', () => {
  expect(judge(projection, caseOf(atLeast(10)), 5)).toEqual(paceVerdicts);
});

test('the miss is a share of what remains, not of the whole way', () => {
  expect(relativeMiss(atLeast(80), 45.4, 73)).toBeCloseTo(0.2023, 4);
  expect(relativeMiss(atMost(10, 'below'), 10, 9)).toBe(0);
  expect(landingOf(atLeast(80), 45.4, 2.76, 10)).toBe('short');
});

test('exactly 20 % of the gap is nearly, and so is exactly 5 %', () => {
  expect(landingOf(atLeast(20), 10, 1.6, 5)).toBe('nearly');
  expect(landingOf(atLeast(20), 10, 1.9, 5)).toBe('nearly');
  expect(landingOf(atLeast(20), 10, 1.901, 5)).toBe('reached');
});
