import { expect, test } from 'vitest';
import { canBeMet, canBeUnmet } from '../../src/methods/goals.ts';
import type { Goal } from '../../src/model/goal.ts';
import { between as from } from '../../src/values/interval.ts';
import { atLeast, atMost, between, towards } from './cases.ts';

test.each<[string, Goal, number, number, boolean, boolean]>([
  ['below a floor', atLeast(100), 90, 99, false, true],
  ['up to a floor', atLeast(100), 90, 100, true, true],
  ['from a floor on', atLeast(100), 100, 110, true, false],
  ['beyond what has to be less', atMost(100, 'below'), 100, 110, false, true],
  ['below what has to be less', atMost(100, 'below'), 90, 99, true, false],
  ['at what has to be more', atLeast(100, 'above'), 90, 100, false, true],
  ['within a band', between(80, 100), 80, 100, true, false],
  ['beside a band', between(80, 100), 101, 110, false, true],
  ['through a band', between(80, 100), 70, 110, true, true],
  ['a direction, of which a value alone says nothing', towards('increase'), 0, 10, false, true],
])('%s', (_name, goal, low, high, isPossible, isAvoidable) => {
  expect(canBeMet(goal, from(low, high))).toBe(isPossible);
  expect(canBeUnmet(goal, from(low, high))).toBe(isAvoidable);
});
