import { expect, test } from 'vitest';
import { periodOf, periodsFrom } from '../../src/batch/period.ts';
import type { PeriodLength } from '../../src/model/batch.ts';
import type { Day } from '../../src/values/day.ts';

test.each<[string, PeriodLength, string, string]>([
  ['2023-11-30', 'month', '2023-11', '2023-11-30'],
  ['2024-02-01', 'month', '2024-02', '2024-02-29'],
  ['2023-03-31', 'quarter', '2023-Q1', '2023-03-31'],
  ['2023-04-01', 'quarter', '2023-Q2', '2023-06-30'],
  ['2023-12-31', 'quarter', '2023-Q4', '2023-12-31'],
  ['2023-01-01', 'year', '2023', '2023-12-31'],
  ['1800-01-01', 'year', '1800', '1800-12-31'],
  ['9999-12-31', 'month', '9999-12', '9999-12-31'],
])('%s is in the %s %s', (day, length, label, end) => {
  expect(periodOf(day as Day, length)).toEqual({ label, end });
});

test.each<[string, string, PeriodLength, number]>([
  ['2023-11-30', '2024-02-01', 'month', 4],
  ['2023-02-28', '2023-02-28', 'month', 1],
  ['2023-03-31', '2023-07-01', 'quarter', 3],
  ['2023-12-31', '2024-01-01', 'year', 2],
  ['1000-01-01', '9999-12-31', 'month', 108_000],
  ['2024-01-01', '2023-01-01', 'month', 1],
])('from %s to %s there are, by %s, %i', (first, last, length, count) => {
  expect(periodsFrom(first as Day, last as Day, length)).toBe(count);
});
