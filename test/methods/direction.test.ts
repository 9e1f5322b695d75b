import { expect, test } from 'vitest';
import { courseOf, direction } from '../../src/methods/direction.ts';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { atLeast, caseOf, series, towards } from './cases.ts';

const after = (first: number, last: number) => ({ base: first, history: series({ 2020: first, 2022: last }) });
const up = towards('increase');
const down = towards('decrease');

const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['mean and last right', caseOf(up, after(1, 2)), 3, 'on-schedule'],
  ['mean right, last wrong', caseOf(up, after(1, 3)), 2, 'nearly'],
  ['mean right, last level', caseOf(up, after(1, 3)), 3, 'nearly'],
  ['mean wrong, last right', caseOf(up, after(3, 1)), 2, 'behind'],
  ['mean level, last right', caseOf(up, after(2, 1)), 2, 'behind'],
  ['mean level, last wrong', caseOf(up, after(2, 3)), 2, 'far-behind'],
  ['both level', caseOf(up, after(2, 2)), 2, 'far-behind'],
  ['both wrong', caseOf(up, after(3, 2)), 1, 'reversing'],
  ['downwards, both right', caseOf(down, after(3, 2)), 1, 'on-schedule'],
  ['downwards, through zero', caseOf(down, after(1, 0)), -1, 'on-schedule'],
  ['downwards, last wrong', caseOf(down, after(3, 1)), 2, 'nearly'],
  ['the day has passed: above the base', caseOf(up, { ...after(1, 3), hasPassed: true }), 2, 'met'],
  ['the day has passed: no change', caseOf(up, { ...after(2, 3), hasPassed: true }), 2, 'missed'],
  ['no base', caseOf(up), 2, 'open'],
  ['a goal with a number, met', caseOf(atLeast(5), after(1, 2)), 6, 'met'],
  ['a goal with a number, met and slipping', caseOf(atLeast(5), after(8, 7)), 6, 'slipping'],
  ['a goal with a number, on its way', caseOf(atLeast(9), after(1, 2)), 6, 'on-schedule'],
];

test.each(rows)('%s', (_name, given, value, verdict) => {
  expect(judge(direction, given, value)).toEqual([verdict]);
});

test('refuses without a point before', () => {
  expect(direction.refuses(caseOf(up, { base: 1, history: [] }), 2)).toBe('too-few-points');
  expect(direction.refuses(caseOf(up, after(1, 1)), 2)).toBeNull();
});

test('course', () => {
  expect([courseOf(1, 1), courseOf(1, 0), courseOf(0, 1), courseOf(-1, 1)]).toEqual([
    'right',
    'faltering',
    'turning',
    'turning',
  ]);
  expect([courseOf(0, 0), courseOf(-1, 0), courseOf(-1, -1)]).toEqual(['standing-still', 'wrong', 'wrong']);
});
