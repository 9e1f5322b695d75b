import { expect, test } from 'vitest';
import { assessedExample, type Example } from '../support/examples.ts';

/* What the analysis tells of figures that do not add up; it decides nothing by itself. */

type Figures = Example['figures'];
const rising = { kind: 'stock', monotone: true, counts: { built: 'same', planned: 'whole' } };
const moving = { ...rising, monotone: false };

const total = (value: number | string, as_of: string, more = {}) => ({ value, as_of, counts: 'built', ...more });
const added = (value: number, from: string, to: string) => ({ value, flow: { from, to }, counts: 'built' });
const part = (region: string, value: number, as_of: string) => total(value, as_of, { region });

async function checksOf(indicator: object, figures: Figures, more: Partial<Example> = {}) {
  const example = {
    indicator: { ...indicator },
    target: { at_least: 500 },
    figures,
    parts: ['north', 'south'],
    ...more,
  };
  return (await assessedExample(example)).checks.map(({ code, region, day, expected, found }) => [
    code,
    region,
    day,
    [expected.low, expected.high],
    [found.low, found.high],
  ]);
}

const year = added(30, '2023-01-01', '2023-12-31');

test.each<[string, object, Figures]>([
  ['they do', moving, [total(100, '2022-12-31'), year, total(130, '2023-12-31')]],
  ['they may, by what about 100 means', moving, [total('约 100', '2022-12-31'), year, total(126, '2023-12-31')]],
  ['no total before', moving, [year, total(140, '2023-12-31')]],
  ['no total after', moving, [total(100, '2022-12-31'), year]],
  [
    'only one of a later day, of a count that may fall',
    moving,
    [total(100, '2022-12-31'), year, total(90, '2024-06-30')],
  ],
  ['a later total that is larger', rising, [total(100, '2022-12-31'), year, total(150, '2024-06-30')]],
  [
    'a total of another definition',
    moving,
    [total(100, '2022-12-31'), year, total(140, '2023-12-31', { counts: 'planned' })],
  ],
  [
    'a total that was a goal',
    moving,
    [total(100, '2022-12-31'), year, total(140, '2023-12-31', { status: 'planned' })],
  ],
  [
    'one of two totals fits',
    moving,
    [total(100, '2022-12-31'), year, total(140, '2023-12-31'), total(130, '2023-12-31')],
  ],
  [
    'they are no count',
    { ...moving, kind: 'level' },
    [total(100, '2023-12-31'), part('north', 90, '2023-12-31'), part('south', 80, '2023-12-31')],
  ],
  [
    'parts below their whole',
    moving,
    [total(100, '2023-12-31'), part('north', 60, '2023-12-31'), part('south', 40, '2023-12-31')],
  ],
  ['parts of another day, which may have fallen', moving, [total(100, '2023-12-31'), part('north', 160, '2022-12-31')]],
  ['parts of a later day', rising, [total(100, '2023-12-31'), part('north', 160, '2024-12-31')]],
  ['parts without their whole', rising, [part('north', 160, '2023-12-31'), part('south', 40, '2023-12-31')]],
])('figures that add up: %s', async (_name, indicator, figures) => {
  expect(await checksOf(indicator, figures, { asOf: '2024-12-31' })).toEqual([]);
});

const notTotal = (expected: [number, number], found: [number, number]) => [
  ['total-plus-added', 'whole', '2023-12-31', expected, found],
];
const tooMuch = (low: number, found: number) => [
  ['parts-exceed-whole', 'whole', '2023-12-31', [low, null], [found, found]],
];

test.each<[string, object, Figures, unknown]>([
  ['too much', moving, [total(100, '2022-12-31'), year, total(140, '2023-12-31')], notTotal([130, 130], [140, 140])],
  ['too little', moving, [total(100, '2022-12-31'), year, total(129, '2023-12-31')], notTotal([130, 130], [129, 129])],
  [
    'from the day itself',
    moving,
    [total(100, '2023-01-01'), year, total(140, '2023-12-31')],
    notTotal([130, 130], [140, 140]),
  ],
  [
    'a later total below the sum, of a count that only rises',
    rising,
    [total(100, '2022-12-31'), year, total(120, '2024-06-30')],
    notTotal([130, 130], [120, 120]),
  ],
  ['a part above its whole', moving, [total(100, '2023-12-31'), part('north', 101, '2023-12-31')], tooMuch(101, 100)],
  [
    'parts above their whole together',
    moving,
    [total(100, '2023-12-31'), part('north', 60, '2023-12-31'), part('south', 41, '2023-12-31')],
    tooMuch(101, 100),
  ],
  [
    'what a part that only rises had before',
    rising,
    [
      total(100, '2023-12-31'),
      part('north', 70, '2021-12-31'),
      part('north', 60, '2022-12-31'),
      part('south', 31, '2023-06-30'),
    ],
    tooMuch(101, 100),
  ],
])('figures that do not: %s', async (_name, indicator, figures, expected) => {
  expect(await checksOf(indicator, figures, { asOf: '2024-12-31' })).toEqual(expected);
});

test('what was not known, or comes after the day that is judged, is held against nothing', async () => {
  const known = (published: string) => ({ published });
  const figures = [
    total(100, '2023-12-31', known('2024-01-10')),
    total(101, '2023-12-31', { region: 'north', ...known('2024-03-10') }),
  ];
  expect(await checksOf(moving, figures, { asOf: '2024-12-31', knownBy: '2024-02-01' })).toEqual([]);
  expect(await checksOf(moving, figures, { asOf: '2022-12-31' })).toEqual([]);
  expect(await checksOf(moving, figures, { asOf: '2024-12-31', knownBy: '2024-04-01' })).toEqual(tooMuch(101, 100));
});
