import { expect, test } from 'vitest';
import type { BatchContext } from '../../src/cli/batch/context.ts';
import { inPeriods, type Whole } from '../../src/cli/batch/in-periods.ts';
import { daysOf } from '../../src/cli/batch/read-files.ts';
import { limitsFor } from '../../src/input/document/limits.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { regionPlan } from '../support/region-reports.ts';

const read = async (rows: string, limits = limitsFor()) => {
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(regionPlan) });
  if (!plan) throw new Error('the plan cannot be read');
  const bytes = Buffer.from(`indicator,value,region,as_of,status\n${rows}`);
  const { report } = await readReport({ path: 'r.csv', bytes }, plan);
  const observations = report?.observations ?? [];
  const groupedBy = { file: false, region: false, period: 'month' };
  const context = { plan, groupedBy, asOf: undefined, knownBy: undefined, limits } as unknown as BatchContext;
  const whole: Whole = {
    ...{ file: null, region: 'east', files: [], problems: [], unlisted: 0, errors: 0 },
    observations: observations.filter(({ region }) => region === 'east'),
  };
  const days = daysOf(observations, undefined);
  return (of = 1) => Array.from({ length: of }, (_, index) => inPeriods(context, whole, days, { index, of })).flat();
};

const months = (...all: number[]) => all.map(month => `lanes,5,east,2021-0${month}-15,\n`).join('');

test('only periods with a figure are made, and the last of the batch', async () => {
  const groups = (await read(`${months(1, 4)}lanes,5,north,2021-08-31,\n`))();
  expect(groups.map(({ key, asOf, observations }) => [key.period, asOf, observations.length])).toEqual([
    ['2021-01', '2021-01-31', 1],
    ['2021-04', '2021-04-30', 2],
    ['2021-08', '2021-08-31', 2],
  ]);
});

test('a region of which nothing is reported has the last one alone', async () => {
  const groups = (await read('lanes,5,north,2021-01-31,\nlanes,5,north,2021-03-31,\n'))();
  expect(groups.map(({ key }) => key.period)).toEqual(['2021-03']);
});

test('neither a goal nor what lies before the plan makes a period', async () => {
  const groups = (await read(`lanes,5,east,2019-05-31,\nlanes,900,east,2021-05-31,planned\n${months(3)}`))();
  expect(groups.map(({ key }) => key.period)).toEqual(['2021-03']);
});

test('workers that share the periods of a group judge each once', async () => {
  const groups = (await read(months(1, 2, 3, 4, 5, 6, 7)))(3);
  expect(groups.map(({ key }) => key.period).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map(month => `2021-0${month}`));
});

test('without a day there is one group, which one worker judges', async () => {
  expect((await read('lanes,900,east,2021-05-31,planned\n'))(3).map(({ key }) => key.period)).toEqual([null]);
});

test('more than so many are refused', async () => {
  const groups = await read(months(1, 2, 3), { ...limitsFor(), periods: 2 });
  expect(() => groups()).toThrow('there are more than 2 periods of a batch');
});
