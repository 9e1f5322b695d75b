import { describe, expect, test } from 'vitest';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import { completionOf, paceFrom, paceOf, schedule } from '../../src/methods/schedule.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { atLeast, atMost, between, caseOf, day, expectedShare, series, towards } from './cases.ts';

/* At the end of 2023, 1,095 of 1,826 days have passed: a share of 0.59967. */
const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['base 0, on the line', caseOf(atLeast(100), { base: 0 }), 60, 'on-schedule'],
  ['base 0, at 0.96 of the line', caseOf(atLeast(100), { base: 0 }), 57.5, 'nearly'],
  ['the same, binding: no tolerance', caseOf(atLeast(100), { base: 0, isBinding: true }), 57.5, 'behind'],
  ['at 0.67 of the line', caseOf(atLeast(100), { base: 0 }), 40, 'behind'],
  ['at 0.33 of the line', caseOf(atLeast(100), { base: 0 }), 20, 'far-behind'],
  ['no change', caseOf(atLeast(100), { base: 0 }), 0, 'far-behind'],
  ['worse than the base', caseOf(atLeast(100), { base: 0 }), -1, 'reversing'],
  ['target 0', caseOf(atMost(0), { base: 100 }), 40, 'on-schedule'],
  ['from below zero to above', caseOf(atLeast(10), { base: -10 }), 2, 'on-schedule'],
  ['negative throughout', caseOf(atLeast(-10), { base: -20 }), -16, 'behind'],
  ['decreasing', caseOf(atMost(80), { base: 100 }), 88, 'on-schedule'],
  ['decreasing, the wrong way', caseOf(atMost(80), { base: 100 }), 101, 'reversing'],
  ['met before its day', caseOf(atLeast(100), { base: 0 }), 100, 'met'],
  ['met at base, and better', caseOf(atLeast(80), { base: 100 }), 101, 'met'],
  ['met at base, held and slipping', caseOf(atLeast(80), { base: 100 }), 90, 'slipping'],
  ['met since, and worse than between', caseOf(atLeast(80), { base: 50, history: series({ 2022: 99 }) }), 90, 'met'],
  ['met at base, and lost', caseOf(atLeast(80), { base: 100 }), 70, 'lost'],
  ['target = base, kept', caseOf(atLeast(80), { base: 80 }), 80, 'met'],
  ['target = base, lost', caseOf(atLeast(80), { base: 80 }), 79, 'lost'],
  ['met once since the base, and lost', caseOf(atLeast(80), { base: 50, wasMet: true }), 79, 'lost'],
  ['below its own base, kept', caseOf(atMost(10, 'below'), { base: 10 }), 10, 'on-schedule'],
  ['below its own base, and worse', caseOf(atMost(10, 'below'), { base: 10 }), 11, 'reversing'],
  ['below its own base, reached', caseOf(atMost(10, 'below'), { base: 10 }), 9, 'met'],
  ['above its own base, kept', caseOf(atLeast(10, 'above'), { base: 10 }), 10, 'on-schedule'],
  ['above its own base, and worse', caseOf(atLeast(10, 'above'), { base: 10 }), 9, 'reversing'],
  ['above its own base, reached', caseOf(atLeast(10, 'above'), { base: 10 }), 11, 'met'],
  [
    'strictly more: at the deadline the number itself',
    caseOf(atLeast(10, 'above'), { base: 0, hasPassed: true }),
    10,
    'missed',
  ],
  ['a band, from below', caseOf(between(18, 22), { base: 10 }), 14.8, 'on-schedule'],
  ['a band, from above', caseOf(between(18, 22), { base: 30 }), 25.2, 'on-schedule'],
  ['a band, inside', caseOf(between(18, 22), { base: 10 }), 18, 'met'],
  ['a band, far beyond', caseOf(between(18, 22), { base: 10 }), 40, 'reversing'],
  ['a point, hit', caseOf(between(20, 20, 'exactly'), { base: 10 }), 20, 'met'],
  ['no base', caseOf(atLeast(100)), 60, 'open'],
  ['the day of the base itself', caseOf(atLeast(100), { base: 0, at: day(2020) }), 0, 'open'],
  ['an event that has not happened', caseOf(atLeast(1), { base: 0, isEvent: true }), 0, 'open'],
  ['an event that has', caseOf(atLeast(1), { base: 0, isEvent: true }), 1, 'met'],
  ['the day has passed: met', caseOf(atLeast(100), { base: 0, hasPassed: true }), 100, 'met'],
  ['the day has passed: missed, however near', caseOf(atLeast(100), { base: 0, hasPassed: true }), 99, 'missed'],
  ['only upwards: up', caseOf(towards('increase'), { base: 10 }), 11, 'on-schedule'],
  ['only upwards: no change', caseOf(towards('increase'), { base: 10 }), 10, 'far-behind'],
  ['only downwards: up', caseOf(towards('decrease'), { base: 10 }), 11, 'reversing'],
  ['only upwards, the day has passed', caseOf(towards('increase'), { base: 10, hasPassed: true }), 11, 'met'],
  ['only upwards, without a base', caseOf(towards('increase')), 11, 'open'],
];

test.each(rows)('%s', (_name, given, value, verdict) => {
  expect(judge(schedule, given, value)).toEqual([verdict]);
});

describe('milestones', () => {
  const given = caseOf(atLeast(100), { base: 0, milestones: [{ by: day(2022), value: 10 }] });

  test('an adoption curve that begins slowly asks for less at first', () => {
    expect(judge(schedule, given, 40)).toEqual(['on-schedule']);
    expect(judge(schedule, { ...given, milestones: [] }, 40)).toEqual(['behind']);
    expect(expectedShare(given)).toBeCloseTo(0.1 + 0.9 * (365 / 1096), 10);
  });

  test('out of order, before the base or after the day they do no harm', () => {
    const milestones = [
      { by: day(2026), value: 500 },
      { by: day(2022), value: 10 },
      { by: day(2019), value: 90 },
    ];
    expect(expectedShare({ ...given, milestones })).toBe(expectedShare(given));
  });

  test('a dip on the way allows the dip, and no pace below it', () => {
    const dip = { ...given, milestones: [{ by: day(2023), value: -10 }] };
    expect(judge(schedule, dip, 1)).toEqual(['on-schedule']);
    expect(judge(schedule, dip, -1)).toEqual(['reversing']);
  });
});

test('irregular days: the share is by days, not by years', () => {
  const given = caseOf(atLeast(100), { base: 0, at: day('2021-07-01') });
  expect(expectedShare(given)).toBeCloseTo(182 / 1826, 10);
});

test('linear pace where a growth ratio misleads', () => {
  const zero = caseOf(atMost(0), { base: 103, by: day(2035), at: day(2028) });
  expect(paceOf(zero, 29)).toBeCloseTo(1.35, 2);
  const far = caseOf(atLeast(60), { base: 0.37, by: day(2035), at: day(2030) });
  expect(paceOf(far, 9.53)).toBeCloseTo(0.23, 2);
});

test('numbers that do not exist are null', () => {
  expect(completionOf(caseOf(atLeast(100)), 5)).toBeNull();
  expect(completionOf(caseOf(atLeast(80), { base: 100 }), 90)).toBeNull();
  expect(completionOf(caseOf(atLeast(80), { base: 80 }), 70)).toBeNull();
  expect(completionOf(caseOf(towards('increase'), { base: 1 }), 2)).toBeNull();
  expect(paceOf(caseOf(towards('increase'), { base: 1 }), 2)).toBeNull();
  expect(paceOf(caseOf(atLeast(100), { base: 0, by: day(2020), at: day(2021) }), 2)).toBeNull();
});

test('the share of the way that is done', () => {
  const shares = [50, 62.5, 75, 100, 37.5].map(value => completionOf(caseOf(atLeast(100), { base: 50 }), value));
  expect(shares).toEqual([0, 0.25, 0.5, 1, -0.25]);
  expect(completionOf(caseOf(atMost(10), { base: 20 }), 15)).toBe(0.5);
});

test('done over planned', () => {
  expect([paceFrom(85, 100), paceFrom(-1, 0), paceFrom(1, 0)]).toEqual([0.85, -Infinity, Infinity]);
});

test('the series does not matter, only the base', () => {
  const given = caseOf(atLeast(100), { base: 0, history: series({ 2020: 0, 2021: 90, 2022: 80 }) });
  expect(judge(schedule, given, 60)).toEqual(['on-schedule']);
  expect(schedule.refuses({ ...given, history: [] }, 60)).toBeNull();
});
