import { expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';

/** The target of a plan of one, whose goal is written like this. */
async function targetOf(fields: string, ofPlan = '') {
  const text = `plan: p
title: p
period: { from: 2021, to: 2025 }
${ofPlan}
indicators: { i: { title: i, unit: '%', kind: level, additive: true } }
measures:
  - id: m
    title: m
    targets:
      - { id: t, indicator: i, by: 2025, ${fields} }
`;
  const { plan, problems } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(text) });
  const target = plan?.measures[0]?.targets[0];
  if (!plan || !target) throw new Error(JSON.stringify(problems));
  return { plan, target };
}

test.each([
  ['at_least: 120000', 1],
  ["at_least: '120,000'", 1],
  ['at_least: 12万', 10_000],
  ['at_most: 5.4%', 0.1],
  ['below: 5.40%', 0.01],
  ['hold_at_least: 9.3万', 1000],
  ['exactly: 7', 1],
  ['between: [90, 95.5]', 0.1],
  ['between: [95.50, 90]', 0.01],
  ['about: 20', 0],
  ['achieve: true', 0],
  ['increase: true', 0],
])('%s: one unit of the last digit of its edge is %d', async (fields, step) => {
  const { target } = await targetOf(fields);
  expect(target.goal).toMatchObject({ step, wanted: null });
});

test('a milestone keeps how it is written; a share of a goal is written nowhere', async () => {
  const { target } = await targetOf(
    'at_least: 50.0, path: [{ by: 2023, value: 40 }, { by: 2024, value: 45.5 }], regions: { north: { share: 10% } }',
  );
  expect(target.readings[0]?.path.map(({ step }) => step)).toEqual([1, 0.1]);
  expect(target.regions).toMatchObject({ north: { readings: [{ goal: { value: 5, step: 0 } }] } });
});

test('about says on which side more is as good', async () => {
  const { target } = await targetOf('about: { value: 20, tolerance: 1, wanted: up }');
  expect(target.goal).toMatchObject({ low: 19, high: 21, step: 0, wanted: 'up' });
});

test('what counts on the line is as the target says, else as the plan does, else as printed', async () => {
  const compareOf = async (fields: string, ofPlan = '') => (await targetOf(fields, ofPlan)).target.compare;
  expect(await compareOf('at_least: 5')).toBe('as_printed');
  expect(await compareOf('at_least: 5, compare: exact')).toBe('exact');
  expect(await compareOf('at_least: 5', 'compare: exact')).toBe('exact');
  expect(await compareOf('at_least: 5, compare: as_printed', 'compare: exact')).toBe('as_printed');
});

test('authorities are an order of publishers', async () => {
  const { plan } = await targetOf('at_least: 5', 'authorities: [Bureau of Statistics, Government]');
  expect(plan.authorities).toEqual(['Bureau of Statistics', 'Government']);
  expect((await targetOf('at_least: 5')).plan.authorities).toEqual([]);
});
