import { expect, test } from 'vitest';
import type { BatchContext } from '../../src/cli/batch/context.ts';
import { inPeriods, type Whole } from '../../src/cli/batch/in-periods.ts';
import { readPlan } from '../../src/input/read-plan.ts';
import type { Day } from '../../src/values/day.ts';
import { regionPlan } from '../support/region-reports.ts';

test('workers that share the periods of a group judge each once', async () => {
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(regionPlan) });
  const context = { plan, by: { file: false, region: false, period: 'month' }, asOf: null } as unknown as BatchContext;
  const whole: Whole = {
    ...{ file: null, region: 'east', files: [], observations: [], problems: [] },
    ...{ unlisted: 0, errors: 0 },
  };
  const days = { first: '2021-01-31' as Day, latest: '2021-07-31' as Day };
  const labels = (found: typeof days | null, of: number) =>
    Array.from({ length: of }, (_, index) => inPeriods(context, whole, found, { index, of }))
      .flat()
      .map(({ key }) => key.period);
  expect(labels(days, 3).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map(month => `2021-0${month}`));
  expect(labels(null, 3)).toEqual([null]);
});
