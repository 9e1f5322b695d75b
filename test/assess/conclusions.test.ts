import { describe, expect, test } from 'vitest';
import { conclusionsOf, gapOf } from '../../src/assess/conclusions.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Comparator } from '../../src/model/goal.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';

/* What follows from a goal, a value and what is possible. */

type Goal = Assessment['goal'];
type Value = NonNullable<Assessment['value']>;

const goalOf = (comparator: Comparator, low: number | null, high: number | null): Goal => ({
  comparator,
  value: low !== null && high !== null ? null : (low ?? high),
  low,
  high,
  unit: 'km',
  unitTitle: null,
  by: '2025-12-31',
  against: null,
  over: null,
  share: null,
});
const known = (low: number | null, nominal: number | null, high: number | null, rest: Partial<Value> = {}): Value => ({
  low,
  nominal,
  high,
  text: '',
  asOf: '2025-12-31',
  bound: null,
  ...rest,
});

const atLeast = goalOf('at_least', 100, null);
const atMost = goalOf('at_most', null, 50);
const band = goalOf('between', 18, 22);

describe('the gap', () => {
  test.each<[string, Goal, Value | null, object | null]>([
    ['to a goal from below', atLeast, known(85, 90, 95), { low: 5, high: 15, nominal: 10, percent: 10 }],
    ['beyond a goal', atLeast, known(105, 110, 115), { low: -15, high: -5, nominal: -10, percent: -10 }],
    ['to a ceiling', atMost, known(55, 60, 65), { low: 5, high: 15, nominal: 10, percent: 20 }],
    ['of a lower bound', atLeast, known(90, 90, null), { low: null, high: 10, nominal: 10, percent: 10 }],
    ['of an upper bound', atLeast, known(null, 90, 90), { low: 10, high: null, nominal: 10, percent: 10 }],
    ['to a band from below', band, known(14, 15, 16), { low: 2, high: 4, nominal: 3 }],
    ['to a band from above', band, known(24, 25, 26), { low: 2, high: 4, nominal: 3 }],
    ['to a band that may be met', band, known(16, 17, 18), { low: 0, high: 2, nominal: 1 }],
    [
      'to a goal of zero, which is no share of it',
      goalOf('at_least', 0, null),
      known(-1, -1, -1),
      { low: 1, high: 1, nominal: 1, percent: null },
    ],
    ['to a goal below zero', goalOf('at_least', -10, null), known(-15, -15, -15), { nominal: 5, percent: 50 }],
    ['without a value', atLeast, null, null],
    ['without a number', atLeast, known(null, null, null), null],
    ['of a direction, which has no end', { ...goalOf('increase', null, null) }, known(5, 5, 5), null],
  ])('%s', (_, goal, value, gap) => {
    if (gap === null) expect(gapOf(goal, value)).toBeNull();
    else expect(gapOf(goal, value)).toMatchObject(gap);
  });
});

describe('what follows', () => {
  const follows = (
    readings: DecidedVerdict[][],
    value: Value | null = known(100, 100, 100),
    commitment: Assessment['commitment'] = 'anticipatory',
  ) =>
    conclusionsOf('p', {
      target: 't',
      region: 'r',
      commitment,
      goal: atLeast,
      readings: readings.map(possible => ({ possible })),
      value,
    });

  test('is what any reading leaves possible, the worst first', () => {
    expect(follows([['met'], ['behind', 'met']])).toMatchObject({
      possible: ['behind', 'met'],
      verdict: 'undecided',
      severity: 'undecided',
    });
    expect(follows([['behind'], ['missed']])).toMatchObject({
      possible: ['missed', 'behind'],
      verdict: 'undecided',
      severity: 'fail',
    });
    expect(follows([['behind']], null, 'aspirational')).toMatchObject({
      verdict: 'behind',
      severity: 'warn',
      gap: null,
    });
    expect(follows([['met']]).fingerprint).toBe('p/t@r');
  });

  test.each<[string, DecidedVerdict[][], Value | null, boolean]>([
    ['met before its day is early', [['met']], known(100, 100, 100, { asOf: '2025-12-30' }), true],
    ['met on its day is not', [['met']], known(100, 100, 100), false],
    ['on schedule is not', [['on-schedule']], known(90, 90, 90, { asOf: '2024-12-31' }), false],
    ['perhaps met is not', [['met'], ['behind']], known(100, 100, 100, { asOf: '2024-12-31' }), false],
    ['met by no value is not', [['met']], null, false],
  ])('%s', (_, readings, value, early) => {
    expect(follows(readings, value).early).toBe(early);
  });
});
