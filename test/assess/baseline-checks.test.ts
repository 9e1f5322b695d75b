import { expect, test } from 'vitest';
import { assessedExample, type Example } from '../support/examples.ts';

/* Pace counts from the plan's own start; a figure of that very day that says another number is told. */

type Figures = Example['figures'];
const kinds = { counts: { built: 'same', planned: 'whole', leased: 'part', other: 'other' } };
const level = { kind: 'level', ...kinds };
const falling = { at_most: 80, baseline: { value: 100, as_of: '2020-12-31' } };
const later = { value: 87, as_of: '2023-12-31', counts: 'built' };
const ofStart = (more: object) => ({ value: 88, as_of: '2020-12-31', counts: 'built', ...more });

const checksOf = async (figures: Figures, more: Partial<Example> = {}) =>
  (await assessedExample({ indicator: level, target: falling, figures, parts: ['north'], ...more })).checks;

test('a report of the day of the baseline that says another number is told, with both numbers', async () => {
  expect(await checksOf([ofStart({}), later])).toEqual([
    {
      code: 'baseline-against-report',
      indicator: 'i',
      region: 'whole',
      day: '2020-12-31',
      expected: { low: 100, high: 100 },
      found: { low: 88, high: 88 },
      observations: [1],
    },
  ]);
});

test('several reports that do are told once, with all that they say', async () => {
  const checks = await checksOf([ofStart({}), ofStart({ value: 120 }), ofStart({ value: 100 })]);
  expect(checks.map(({ found, observations }) => [found, observations])).toEqual([[{ low: 88, high: 120 }, [2, 3]]]);
});

test.each<[string, Example['indicator'], number]>([
  ['a count', { kind: 'stock', ...kinds }, 1],
  ['a count that only rises', { kind: 'stock', monotone: true, ...kinds }, 1],
  ['a share', { kind: 'share', unit: '%', ...kinds }, 1],
])('of %s, too', async (_, indicator, count) => {
  expect(await checksOf([ofStart({}), later], { indicator })).toHaveLength(count);
});

test('what was added in the year of the baseline is held against it where the plan means what is added', async () => {
  const flow = { flow: { from: '2020-01-01', to: '2020-12-31' }, as_of: undefined };
  expect(await checksOf([ofStart(flow)], { indicator: { kind: 'flow', ...kinds } })).toHaveLength(1);
  expect(await checksOf([ofStart(flow)], { indicator: { kind: 'stock', ...kinds } })).toEqual([]);
});

test.each<[string, object]>([
  ['the number of the plan', { value: 100 }],
  ['a number that holds it', { value: '约 98' }],
  ['of another day', { as_of: '2020-06-30' }],
  ['of another definition', { counts: 'other' }],
  ['of a part by definition', { counts: 'leased' }],
  ['of another region', { region: 'north' }],
  ['what was planned', { status: 'planned' }],
  ['of a day up to that one', { dated: 'at-latest' }],
  ['published after the day of what is known', { published: '2025-02-01' }],
])('not told: %s', async (_, more) => {
  expect(await checksOf([ofStart({ published: '2021-02-01', ...more }), later], { knownBy: '2024-12-31' })).toEqual([]);
});

test('a start of another definition is held against no figure', async () => {
  const baseline = { ...falling.baseline, counts: 'leased' };
  expect(await checksOf([ofStart({})], { target: { ...falling, baseline } })).toEqual([]);
});
