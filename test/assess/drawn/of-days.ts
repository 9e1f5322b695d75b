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

export const targetOf = (random: Lot, goal = goalOf(random)): Fields => ({
  ...goal,
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

/** A count in regions and on days that adds up and rises, of which about half is told: the rest follows, or does not. */
function figuresOfParts(random: Lot, leaves: readonly string[], within: Within): Fields[] {
  const [starts, rates] = [leaves, leaves].map(all => all.map(() => random.below(9)));
  const leafOn = (leaf: string, year: number) =>
    1 + (starts?.[leaves.indexOf(leaf)] ?? 0) + (rates?.[leaves.indexOf(leaf)] ?? 0) * (year - 2021);
  const regions = Object.entries(within).map(([id, parts]) => ({ id, parts }));
  const cells = [2022, 2023, 2024, 2025].flatMap(year => regions.map(region => ({ ...region, year })));
  return cells
    .filter(({ id }) => random.once(id === 'whole' ? 3 : 2))
    .map(({ id, parts, year }) => {
      const number = parts.reduce((sum, leaf) => sum + leafOn(leaf, year), 0);
      const beside = random.isTidy || !random.once(4) ? 0 : random.below(9) - 4;
      const value = random.once(8) ? `${random.one(['>', '≤', '约'])}${number}` : String(Math.max(0, number + beside));
      const as_of = `${year}-12-31`;
      const about = random.isTidy ? {} : besides(random, as_of);
      return { value, as_of, ...(id !== 'whole' && { region: id }), ...about };
    });
}

/** The regions with the smallest ones in each. */
type Within = Readonly<Record<string, readonly string[]>>;

/** Parts that add up to their whole, and rise with it. */
export const inParts = (random: Lot): World => {
  const isNested = random.once(3);
  const within: Within = isNested
    ? { whole: ['aa', 'ab', 'b'], a: ['aa', 'ab'], aa: ['aa'], ab: ['ab'], b: ['b'] }
    : { whole: ['a', 'b'], a: ['a'], b: ['b'] };
  const parts = isNested ? NESTED : TWO;
  return {
    indicator: {
      kind: random.one(['stock', 'stock', 'stock', 'stock', 'share']),
      ...(random.once(4) ? {} : { monotone: true }),
      ...seldom(random, 20, [{ additive: false }]),
    },
    // A start above what was reported would be told of and of nothing else.
    target: {
      ...targetOf(random, goalOf(random, 10 + random.below(40))),
      baseline: { value: 1, as_of: '2020-12-31' },
      regions: 'each',
    },
    figures: figuresOfParts(random, within['whole'] ?? [], within),
    plan: {
      regions: [{ id: 'whole', title: 'Whole', parts, ...seldom(random, 6, [{ complete: false }]) }],
      ...authorities(random),
    },
    settings: { ...random.settings, ...(random.once(6) && { region: 'a' }) },
  };
};
