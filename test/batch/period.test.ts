import { expect, test } from 'vitest';
import { periodsBetween } from '../../src/batch/period.ts';
import type { PeriodLength } from '../../src/model/batch.ts';
import type { Day } from '../../src/values/day.ts';

const periods = (first: string, last: string, length: PeriodLength) =>
  periodsBetween(first as Day, last as Day, length).map(({ label, end }) => `${label} ${end}`);

test.each<[string, string, PeriodLength, string[]]>([
  [
    '2023-11-30',
    '2024-02-01',
    'month',
    ['2023-11 2023-11-30', '2023-12 2023-12-31', '2024-01 2024-01-31', '2024-02 2024-02-29'],
  ],
  ['2023-02-28', '2023-02-28', 'month', ['2023-02 2023-02-28']],
  ['2023-03-31', '2023-07-01', 'quarter', ['2023-Q1 2023-03-31', '2023-Q2 2023-06-30', '2023-Q3 2023-09-30']],
  ['2023-12-31', '2024-01-01', 'year', ['2023 2023-12-31', '2024 2024-12-31']],
])('from %s to %s by %s', (first, last, length, expected) => {
  expect(periods(first, last, length)).toEqual(expected);
});
