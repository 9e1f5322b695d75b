import { describe, expect, test } from 'vitest';
import { type HoldStanding, hold, standingOf } from '../../src/methods/hold.ts';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import type { Goal } from '../../src/model/goal.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { atLeast, atMost, between, caseOf, series, towards } from './cases.ts';

const floor = atLeast(90, 'hold_at_least');
const ceiling = atMost(1.3, 'hold_at_most');
const from = (first: number) => ({ history: series({ 2020: first }) });

const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['a floor, held and rising', caseOf(floor, from(91)), 92, 'on-schedule'],
  ['a floor, held and level', caseOf(floor, from(92)), 92, 'on-schedule'],
  ['a floor, held and falling', caseOf(floor, from(95)), 92, 'slipping'],
  ['a floor, missed and rising', caseOf(floor, from(80)), 85, 'behind'],
  ['a floor, missed and level', caseOf(floor, from(85)), 85, 'far-behind'],
  ['a floor, missed and falling', caseOf(floor, from(88)), 85, 'reversing'],
  ['a floor, held once and lost', caseOf(floor, { ...from(88), wasMet: true }), 85, 'lost'],
  ['a ceiling, held and falling', caseOf(ceiling, from(1.4)), 1.25, 'on-schedule'],
  ['a ceiling, held and rising', caseOf(ceiling, from(1.2)), 1.25, 'slipping'],
  ['a ceiling, missed and falling', caseOf(ceiling, from(1.5)), 1.4, 'behind'],
  ['a ceiling, missed and rising', caseOf(ceiling, from(1.35)), 1.4, 'reversing'],
  ['a ceiling of zero, held', caseOf(atMost(0, 'hold_at_most'), from(0)), 0, 'on-schedule'],
  ['below zero', caseOf(atLeast(-3, 'hold_at_least'), from(-2)), -2.5, 'slipping'],
  ['a band: either way is as good', caseOf(between(10, 20), from(19)), 12, 'met'],
  ['to be reached, not held: met', caseOf(atLeast(90), from(91)), 92, 'met'],
  ['to be reached, not held: slipping', caseOf(atLeast(90), from(95)), 92, 'slipping'],
  ['nothing before: held is held', caseOf(floor), 92, 'on-schedule'],
  ['the day has passed', caseOf(floor, { ...from(95), hasPassed: true }), 92, 'met'],
  ['the day has passed, missed', caseOf(floor, { ...from(80), hasPassed: true }), 85, 'missed'],
];

test.each(rows)('%s', (_name, given, value, verdict) => {
  expect(judge(hold, given, value)).toEqual([verdict]);
});

test.each([
  ['missed, and nothing before', caseOf(floor), 'too-few-points'],
  ['no number to hold', caseOf(towards('decrease'), from(1)), 'no-number'],
  ['one point before', caseOf(floor, from(1)), null],
])('refuses: %s', (_name, given, reason) => {
  expect(hold.refuses(given, 85)).toBe(reason);
});

describe('standing', () => {
  const standings: readonly (readonly [Goal, number, number, HoldStanding])[] = [
    [floor, 92, 0, 'held'],
    [floor, 92, -0.1, 'slipping'],
    [floor, 85, 0.1, 'approaching'],
    [floor, 85, 0, 'standing-still'],
    [floor, 85, -0.1, 'receding'],
    [between(10, 20), 12, -3, 'held'],
    [between(10, 20), 25, 3, 'receding'],
  ];

  test.each(standings)('%o at %d, changing by %d: %s', (goal, value, perYear, standing) => {
    expect(standingOf(goal, value, perYear)).toBe(standing);
  });
});
