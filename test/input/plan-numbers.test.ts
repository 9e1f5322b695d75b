import { expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { targetsOf } from '../../src/model/outline.ts';

/* Numbers of a plan as its source prints them, with the unit behind. */

const plan = (numbers: Readonly<Record<'goal' | 'start' | 'on' | 'most' | 'assumed' | 'north', string>>) => `plan: p
title: p
period: { from: 2021, to: 2025 }
region: whole
regions: [{ id: whole, title: Whole, parts: [{ id: north, title: North }] }]
units: { grain: { aliases: [粒] } }
indicators:
  i: { title: i, unit: { en: grain, zh: 颗 }, kind: stock, plausible: { max: ${numbers.most} } }
measures:
  - id: m
    title: m
    targets:
      - id: t
        indicator: i
        at_least: ${numbers.goal}
        by: 2025
        baseline: { value: ${numbers.start}, as_of: 2020 }
        path: [{ by: 2023, value: ${numbers.on} }]
        readings: { one: {}, other: { about: { value: ${numbers.goal}, tolerance: 5 } } }
        regions: { north: { at_least: ${numbers.north} } }
assumptions: [{ indicator: i, value: ${numbers.assumed}, from: 2021, to: 2025 }]
`;

const read = async (text: string) => readPlan({ path: 'plan.yaml', bytes: Buffer.from(text) });

const bare = { goal: '12万', start: '6.7万', on: '9万', most: '1亿', assumed: '约8万', north: '300' };

test('a unit of the indicator behind a number is left out, by any of its names, and a multiple counts', async () => {
  const expected = await read(plan(bare));
  const written = await read(
    plan({
      ...{ goal: '12万颗', start: '6.7万粒', on: '9 万 grain', most: '1亿颗', assumed: '约8万颗', north: '300 grain' },
    }),
  );
  expect([expected.problems, written.problems]).toEqual([[], []]);
  const of = ({ plan }: typeof expected) =>
    plan && JSON.stringify([plan.indicators, targetsOf(plan), plan.assumptions]).replaceAll(/"text":"[^"]*"/g, '');
  expect(of(written)).toBe(of(expected));
});

test.each([
  ['goal', '12万吨', '万吨'],
  ['start', '6.7 apples', 'apples'],
  ['on', '9万棵', '万棵'],
  ['most', '1亿棵', '亿棵'],
  ['assumed', '约8万棵', '万棵'],
  ['north', '300 km', 'km'],
] as const)('%s: %s is refused, not read as another number', async (key, written, unit) => {
  const { plan: none, problems } = await read(plan({ ...bare, [key]: written }));
  expect(none).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems)
    expect(problem).toMatchObject({ code: 'wrong-unit', args: { expected: { en: 'grain', zh: '颗' } } });
  expect(problems.some(({ code, args }) => code === 'wrong-unit' && args.found === unit)).toBe(true);
});
