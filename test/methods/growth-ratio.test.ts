import { describe, expect, test } from 'vitest';
import {
  EUSTAT,
  growthBy,
  judgeGrowth,
  labelOn,
  limitFactor,
  STATISTICS_CANADA,
} from '../../scripts/oracles/growth-variants.ts';
import { compounded, growthOf, growthRate } from '../../src/methods/growth.ts';
import { growthRatio } from '../../src/methods/growth-ratio.ts';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { paceVerdicts } from '../../src/model/verdict.ts';
import { atLeast, atMost, between, caseOf, day, towards } from './cases.ts';

/* Fifteen years, judged after ten. */
const long = { by: day(2035), at: day(2030) };
const at = (share: number, base: number, target: number): number =>
  compounded(base, share * growthRate(base, target, 15), 10);

const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['at 0.96 of the growth needed', caseOf(atLeast(60), { base: 10, ...long }), at(0.96, 10, 60), 'on-schedule'],
  ['at 0.94', caseOf(atLeast(60), { base: 10, ...long }), at(0.94, 10, 60), 'behind'],
  ['at 0.59', caseOf(atLeast(60), { base: 10, ...long }), at(0.59, 10, 60), 'far-behind'],
  ['no change', caseOf(atLeast(60), { base: 10, ...long }), 10, 'far-behind'],
  ['shrinking', caseOf(atLeast(60), { base: 10, ...long }), 9.99, 'reversing'],
  ['shrunk to nothing', caseOf(atLeast(60), { base: 10, ...long }), 0, 'reversing'],
  ['decreasing, at 0.96', caseOf(atMost(50), { base: 100, ...long }), at(0.96, 100, 50), 'on-schedule'],
  ['decreasing, rising', caseOf(atMost(50), { base: 100, ...long }), 101, 'reversing'],
  ['a target far from its base is on track early', caseOf(atLeast(60), { base: 0.37, ...long }), 9.53, 'on-schedule'],
  ['near a ceiling little is much', caseOf(atLeast(99.9), { base: 99.6, ...long }), 99.8, 'on-schedule'],
  ['met', caseOf(atLeast(60), { base: 10, ...long }), 60, 'met'],
  ['met at base, and slipping', caseOf(atMost(10), { base: 7.8, ...long }), 9, 'slipping'],
  ['met at base, and better', caseOf(atMost(10), { base: 7.8, ...long }), 7, 'met'],
  ['met at base, and lost', caseOf(atMost(10), { base: 7.8, ...long }), 13.5, 'lost'],
  ['a band, from below', caseOf(between(50, 60), { base: 10, ...long }), at(0.96, 10, 50), 'on-schedule'],
  ['a band, shot past', caseOf(between(50, 60), { base: 10, ...long }), 70, 'reversing'],
  ['a line of no length', caseOf(atMost(10, 'below'), { base: 10, ...long }), 10, 'open'],
  ['the day of the base itself', caseOf(atLeast(60), { base: 10, at: day(2020) }), 10, 'open'],
  ['no base', caseOf(atLeast(60)), 10, 'open'],
  ['the day has passed', caseOf(atLeast(60), { base: 10, hasPassed: true }), 59, 'missed'],
];

test.each(rows)('%s', (_name, given, value, verdict) => {
  expect(judge(growthRatio, given, value)).toEqual([verdict]);
});

describe('refuses, and puts nothing in the gap', () => {
  test.each([
    ['base 0', caseOf(atLeast(60), { base: 0 }), 10, 'no-growth-rate'],
    ['base below zero', caseOf(atLeast(60), { base: -5 }), 10, 'no-growth-rate'],
    ['negative throughout', caseOf(atLeast(-10), { base: -20 }), -15, 'no-growth-rate'],
    ['target 0', caseOf(atMost(0), { base: 103 }), 29, 'no-growth-rate'],
    ['target below zero', caseOf(atMost(-1), { base: 103 }), 29, 'no-growth-rate'],
    ['the value has changed its sign', caseOf(atLeast(60), { base: 10 }), -1, 'no-growth-rate'],
    ['no number to reach', caseOf(towards('increase'), { base: 10 }), 11, 'no-number'],
    ['no base', caseOf(atLeast(60)), 10, 'no-baseline'],
    ['a base near zero', caseOf(atLeast(60), { base: 0.001 }), 10, null],
    ['a value of zero', caseOf(atLeast(60), { base: 10 }), 0, null],
  ])('%s', (_name, given, value, reason) => {
    expect(growthRatio.refuses(given, value)).toBe(reason);
  });

  test('every pace stays possible', () => {
    expect(judge(growthRatio, caseOf(atMost(0), { base: 103 }), 29)).toEqual(paceVerdicts);
  });
});

describe('growth', () => {
  const given = { base: 14.5, value: 10.4, target: 7.25, yearsSoFar: 8, yearsWhole: 15, direction: -1 } as const;

  test('is the ratio of two rates, from the same base', () => {
    expect(growthOf(given)).toBeCloseTo(0.9010899546976208, 12);
    expect(growthOf({ ...given, target: null })).toBeCloseTo(-growthRate(14.5, 10.4, 8), 12);
  });

  test.each([
    ['no time has passed', { ...given, yearsSoFar: 0 }],
    ['there is no time', { ...given, yearsWhole: 0 }],
    ['nothing is needed', { ...given, target: 14.5 }],
  ])('there is none where %s', (_name, growth) => {
    expect(growthOf(growth)).toBeNull();
  });

  test('keeps its sign where more is needed than a number holds', () => {
    const needed = { ...given, base: 1e-300, target: 1e300, yearsWhole: 0.001, direction: 1 } as const;
    expect(growthOf({ ...needed, value: 2e-300 })).toBeGreaterThan(0);
    expect(growthOf({ ...needed, value: 5e-301 })).toBeLessThan(0);
  });

  test('publishers wait a year; the program does not', () => {
    const early = { ...given, yearsSoFar: 0.5 };
    expect(growthBy(STATISTICS_CANADA, early)).toBeNull();
    expect(growthOf(early)).not.toBeNull();
  });
});

describe('near a natural limit less is asked', () => {
  test.each([
    [100, 100, 0],
    [50, 100, 1 - 0.5 ** 4.44],
    [150, 100, 1 - 0.5 ** 4.44],
    [200, 100, 1],
    [-90, -100, 1 - 0.9 ** 4.44],
    [0, 0, 1],
    [3, 0, 1],
    [0, 100, 1],
  ])('base %d, limit %d', (base, limit, factor) => {
    expect(limitFactor(base, limit)).toBeCloseTo(factor, 12);
  });
});

test('one value, two offices', () => {
  const given = { base: 3, value: 2.8, target: 2, yearsSoFar: 9, yearsWhole: 15, direction: -1 } as const;
  expect(judgeGrowth(STATISTICS_CANADA, given).label).toBe('limited_progress');
  expect(judgeGrowth(EUSTAT, given).label).toBe('moderate_deterioration');
});

test('a band begins at its number, or above it', () => {
  expect(labelOn(STATISTICS_CANADA.withTarget, 0.95)).toBe('substantial_progress');
  expect(labelOn(EUSTAT.withTarget, 0.95)).toBe('moderate_progress');
  expect(labelOn(EUSTAT.withTarget, -0)).toBe('moderate_deterioration');
  expect(labelOn(EUSTAT.withoutTarget, -0.001)).toBe('no_progress');
  expect(labelOn(EUSTAT.withoutTarget, -0.01)).toBe('moderate_deterioration');
});
