import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isFailure, type Judged, judgeRow, runTable } from '../../scripts/oracles/run.ts';

const folder = 'fixtures/oracles';
const files = readdirSync(folder).filter(name => name.endsWith('.csv'));

/** Judged anew by each test that asks: what is judged while tests are collected belongs to none of them. */
function judgedIn(name: string): readonly Judged[] {
  const { judged, problems } = runTable(readFileSync(`${folder}/${name}`, 'utf8'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return judged;
}

/** rows, reproduced, not applicable, flagged by their own notes as not recomputing */
const expected: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'china-13fyp-env.csv': [11, 11, 0, 0],
  'china-fyp-final.csv': [23, 23, 0, 0],
  'china-shixu-2.csv': [7, 7, 0, 0],
  'china.csv': [20, 13, 7, 0],
  'closing-the-gap.csv': [10, 10, 0, 0],
  'destatis.csv': [156, 149, 2, 5],
  'eustat-edge-cases.csv': [20, 19, 1, 0],
  'eustat.csv': [19, 19, 0, 0],
  'ndrc-annual-plan.csv': [12, 4, 7, 0],
  'ni-pfg.csv': [25, 25, 0, 0],
  'other.csv': [11, 11, 0, 0],
  'sdsn-2020-sample.csv': [149, 121, 0, 28],
  'statcan-history.csv': [233, 233, 0, 0],
  'statcan.csv': [112, 112, 0, 0],
};

test('every table has its counts', () => {
  const counted = files.map(name => {
    const judged = judgedIn(name);
    const unflagged = judged.filter(({ isFlagged }) => !isFlagged);
    const count = (is: string) => unflagged.filter(({ finding }) => finding.is === is).length;
    return [
      name,
      [judged.length, count('reproduced'), count('not-applicable'), judged.length - unflagged.length],
    ] as const;
  });
  expect(Object.fromEntries(counted)).toEqual(expected);
});

describe.each(files)('%s', name => {
  const applicable = judgedIn(name).filter(
    ({ finding, isFlagged, explanation }) => !isFlagged && explanation === null && finding.is !== 'not-applicable',
  );

  test.each(applicable.map(({ row }) => [`row ${row.number}: ${row.indicator}, ${row.method}`, row] as const))(
    '%s',
    (_name, row) => {
      expect(judgeRow(row).finding).toEqual({ is: 'reproduced' });
    },
  );
});

/** What is not computed is named, so that no row slips away unseen. */
test.each([
  ['china.csv', [5, 6, 12, 14, 18, 20, 21]],
  ['destatis.csv', [128, 133]],
  ['eustat-edge-cases.csv', [21]],
  ['ndrc-annual-plan.csv', [3, 5, 8, 9, 10, 11, 12]],
])('the rows of %s that no method applies to', (name, rows) => {
  const without = judgedIn(name).filter(({ finding }) => finding.is === 'not-applicable');
  expect(without.map(({ row }) => row.number)).toEqual(rows);
  expect(without.every(({ finding }) => finding.is === 'not-applicable' && finding.why.length > 20)).toBe(true);
});

test('a flagged row is computed, and is no failure', () => {
  const flagged = judgedIn('destatis.csv').filter(({ isFlagged }) => isFlagged);
  expect(flagged.map(({ row }) => row.number)).toEqual([5, 6, 13, 34, 150]);
  expect(flagged.map(({ finding }) => finding.is)).toEqual(flagged.map(() => 'different'));
  expect(flagged.some(isFailure)).toBe(false);
});

test('what is not reproduced is explained, and nothing else is', () => {
  const all = files.flatMap(judgedIn);
  const unexplained = all.filter(({ finding, explanation }) => finding.is === 'different' && explanation === null);
  expect(unexplained.map(({ row, finding }) => [row.number, row.indicator, finding])).toEqual([]);
  const unflagged = all.filter(({ isFlagged, explanation }) => !isFlagged && explanation !== null);
  expect(unflagged.map(({ row }) => [row.method, row.indicator])).toEqual([
    ['ndrc-annual-plan', 'Retail sales growth, %'],
  ]);
});

test('of the rows that their collector could not recompute some do follow, because no bound clips the value', () => {
  const flagged = judgedIn('sdsn-2020-sample.csv').filter(({ isFlagged }) => isFlagged);
  expect(flagged.filter(({ finding }) => finding.is === 'reproduced')).toHaveLength(12);
});
