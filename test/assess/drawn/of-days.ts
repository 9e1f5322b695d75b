import { besides, courseOf, type Fields, goalOf, type Lot, printed, seldom, toldOf, type World } from './world.ts';

/* Worlds of goals for a day: of one definition and of several, of one region and of parts. */

export const DAYS = ['2021-12-31', '2022-12-31', '2023-06-30', '2023-12-31', '2023-12-31', '2024-12-31', '2025-12-31'];

const STARTS: readonly Fields[] = [2, 4, 8, 12, 16].map(value => ({ baseline: { value, as_of: '2020-12-31' } }));
export const BREAKS: readonly Fields[] = [{ breaks: [{ on: '2022-06-30' }] }, { breaks: [{ on: '2024-01-01' }] }];
const COUNTS = { all: 'same', alike: 'same', built: 'part', drawn: 'whole', other: 'other' };
const WAYS: readonly Fields[] = [
  { path: [{ by: '2023-12-31', value: 10 }] },
  {
    path: [
      { by: '2022-12-31', value: 6 },
      { by: '2023-12-31', value: 12.5 },
    ],
  },
];

export const stockOf = (random: Lot): Fields => ({
  kind: random.one(['stock', 'stock', 'stock', 'level', 'share']),
  ...seldom(random, 2, [{ monotone: true }]),
  ...seldom(random, 3, [{ plausible: { min: 0, max: 40 } }, { plausible: { max: 25 } }]),
  ...seldom(random, 3, [{ fresh_for: '6 months' }, { fresh_for: '3 years' }]),
  ...seldom(random, 8, BREAKS),
});

export const targetOf = (random: Lot): Fields => ({
  ...goalOf(random),
  ...seldom(random, 6, [{ by: '2023-12-31' }, { by: '2024-06-30' }]),
  ...(random.once(3) ? {} : random.one(STARTS)),
  ...seldom(random, 4, WAYS),
  ...seldom(random, 6, [{ commitment: 'aspirational' }, { commitment: 'binding' }]),
  ...seldom(random, 6, [{ method: 'projection' }, { method: 'schedule' }, { method: 'direction' }]),
  ...seldom(random, 12, [{ in_force: { from: '2024-01-01' } }]),
});

const figuresOf = (random: Lot, most: number, more: () => Fields = () => ({})): Fields[] => {
  const on = courseOf(random);
  return toldOf(random, DAYS, ['i'], most).map(({ day }) => ({
    value: printed(random, on(day)),
    as_of: day,
    ...besides(random, day),
    ...more(),
  }));
};

export const authorities = (random: Lot): Fields => seldom(random, 3, [{ authorities: ['Bureau', 'Daily'] }]);

/** One region, one definition. */
export const plainly = (random: Lot): World => ({
  indicator: stockOf(random),
  target: targetOf(random),
  figures: figuresOf(random, 4),
  plan: { ...authorities(random), ...seldom(random, 6, [{ bands: 'statdev' }, { method: 'projection' }]) },
  settings: random.settings,
});

/** Several definitions, and readings that differ in what they mean. */
export const defined = (random: Lot): World => ({
  indicator: { ...stockOf(random), counts: { ...COUNTS, ...seldom(random, 3, [{ unstated: 'same' }]) } },
  target: {
    ...targetOf(random),
    ...seldom(random, 2, [
      { readings: { wide: { counts: { all: 'same', built: 'same' } }, narrow: { by: '2024-12-31' } } },
      { readings: { low: { at_least: 8 }, high: { at_least: 14, baseline: { value: 4, as_of: '2021-12-31' } } } },
    ]),
  },
  figures: figuresOf(random, 4, () => ({
    counts: random.isTidy ? 'all' : random.one(['all', 'all', 'alike', 'built', 'drawn', 'other']),
  })),
  settings: { ...random.settings, ...(random.once(6) && { readings: {} }) },
});

const NESTED = [
  {
    id: 'a',
    title: 'A',
    parts: [
      { id: 'aa', title: 'AA' },
      { id: 'ab', title: 'AB' },
    ],
  },
  { id: 'b', title: 'B' },
];
const TWO = ['a', 'b'].map(id => ({ id, title: id }));

/** Parts that add up to their whole, and rise with it. */
export const inParts = (random: Lot): World => {
  const parts = random.one([TWO, TWO, NESTED]);
  const regions = parts === TWO ? ['whole', 'a', 'b'] : ['whole', 'a', 'aa', 'ab', 'b'];
  const [own, part] = [courseOf(random, 40), courseOf(random, 16)];
  const days = random.one([['2023-12-31'], ['2022-12-31', '2023-12-31'], ['2021-12-31', '2023-12-31', '2025-12-31']]);
  return {
    indicator: {
      kind: random.one(['stock', 'stock', 'stock', 'flow', 'share']),
      ...seldom(random, 2, [{ monotone: true }]),
      ...seldom(random, 8, [{ additive: false }]),
    },
    target: { ...targetOf(random), ...seldom(random, 4, [{ regions: 'each' }]) },
    figures: toldOf(random, days, regions, 6).map(({ day, of }) => {
      const isWhole = of === 'whole' || random.once(8);
      const number = isWhole ? own(day) : part(day) + regions.indexOf(of);
      return {
        value: printed(random, number),
        as_of: day,
        ...(of !== 'whole' && { region: of }),
        ...besides(random, day),
      };
    }),
    plan: {
      regions: [{ id: 'whole', title: 'Whole', parts, ...seldom(random, 6, [{ complete: false }]) }],
      ...authorities(random),
    },
    settings: { ...random.settings, ...(random.once(10) && { region: 'a' }) },
  };
};
