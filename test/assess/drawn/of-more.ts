import { authorities, BREAKS, DAYS, stockOf, targetOf } from './of-days.ts';
import { besides, courseOf, type Fields, type Lot, onGrid, printed, seldom, toldOf, type World } from './world.ts';

/* Worlds of goals that ask for more than one number: of spans, of identities, of other indicators, and of units that slip. */

const AGGREGATES: Readonly<Record<string, readonly string[]>> = {
  growth: ['mean', 'compound', 'each'],
  level: ['mean', 'each', 'change', 'compound'],
  flow: ['sum', 'sum', 'mean', 'each'],
  stock: ['change', 'each'],
};

/** Goals over several periods, which figures of one or of more of them tell. */
export const overSpans = (random: Lot): World => {
  const kind = random.one(['growth', 'level', 'flow', 'flow', 'stock']);
  const aggregate = random.one(AGGREGATES[kind] ?? []);
  const on = courseOf(random, 16);
  const isFew = aggregate === 'sum' ? onGrid(random, 20, 60) : onGrid(random, 5, 15);
  const comparator = random.one(['at_least', 'at_least', 'above', 'at_most', 'below']);
  const goal = aggregate === 'change' && random.once(2) ? { increase: onGrid(random, 1, 6) } : { [comparator]: isFew };
  return {
    indicator: {
      kind,
      ...(kind === 'growth' && { unit: '%', ...seldom(random, 3, [{ sense: 'fall' }]) }),
      ...(kind === 'flow' && seldom(random, 4, [{ signed: true }])),
      ...seldom(random, 8, BREAKS),
      ...seldom(random, 5, [{ counts: { all: 'same', alike: 'same' } }]),
    },
    target: { ...goal, over: { from: random.one(['2021', '2022']), to: '2025', aggregate } },
    figures: toldOf(random, DAYS, ['i'], 6).map(({ day: last }) => {
      const to = Number(last.slice(0, 4));
      const from = random.once(5) ? to - 1 - random.below(2) : to;
      const isFlow = kind === 'flow' || (to > from && kind === 'growth');
      return {
        value: printed(random, on(last)),
        ...(isFlow ? { flow: { from: String(from), to: String(to) } } : { as_of: `${to}-12-31` }),
        ...besides(random, `${to}-12-31`),
      };
    }),
    plan: authorities(random),
    settings: random.settings,
  };
};

const ASSUMED: readonly Fields[] = [
  { indicator: 'other', value: '约4', from: '2022', to: '2023' },
  { indicator: 'other', value: 3, from: '2024', to: '2026', note: 'as before' },
];

/** What follows from others: by identities that hold exactly or roughly, with assumptions. */
export const derived = (random: Lot): World => {
  const on = courseOf(random, 20);
  const named = {
    one: { kind: 'stock' },
    other: { kind: 'level', ...seldom(random, 3, [{ plausible: { min: 0, max: 30 } }]) },
  };
  const is = random.one(['one * other / 4', 'one / other * 10', 'one - other', '(one - 1) * 2 + other']);
  return {
    indicator: { ...stockOf(random), identity: random.once(3) ? { is, within: '10%' } : is },
    others: named,
    target: targetOf(random),
    figures: toldOf(random, DAYS, ['one', 'other', 'i'], 6).map(({ day, of }) => ({
      indicator: of,
      value: printed(random, on(day)),
      as_of: day,
      ...besides(random, day),
    })),
    plan: {
      ...authorities(random),
      ...seldom(random, 2, [{ assumptions: ASSUMED }, { assumptions: ASSUMED.slice(0, 1) }]),
    },
    settings: random.settings,
  };
};

/** Goals held against another indicator, on a day or over a span; shares that may be fractions; shares of a whole's goal. */
export const against = (random: Lot): World => {
  const over = random.once(2) && { over: { from: '2023', to: '2025', aggregate: random.one(['mean', 'each']) } };
  const led = { indicator: 'led', ...seldom(random, 3, [{ plus: 2 }]) };
  const goal = random.one<Fields>([
    { above: led },
    { at_least: led },
    { at_most: led },
    { about: { indicator: 'led', tolerance: 1 } },
    { about: { indicator: 'led', tolerance: 2, wanted: 'up' } },
  ]);
  return {
    indicator: { kind: 'growth', unit: '%' },
    others: { led: { kind: 'growth', unit: '%' } },
    target: { ...goal, ...over },
    figures: toldOf(random, ['2023-12-31', '2024-12-31', '2025-12-31'], ['i', 'led'], 6).map(({ day, of }) => ({
      indicator: of,
      value: printed(random, onGrid(random, 4, 9)),
      as_of: day,
      ...besides(random, day),
    })),
    settings: random.settings,
  };
};

const FRACTIONS = ['0.08', '0.082', '0.12', '0.3', '0.6', '0.95', '1', '3', '8', '12', '30', '60', '95'];

/** Numbers that may have slipped by their unit, and shares that may be kept as fractions. */
export const slipped = (random: Lot): World => {
  const isShare = random.once(2);
  const number = () => (isShare ? random.one(FRACTIONS) : String(onGrid(random, 1, 6) * 10 ** random.below(5)));
  return {
    indicator: {
      kind: isShare ? 'share' : 'stock',
      ...(isShare ? { unit: '%' } : seldom(random, 2, [{ monotone: true }])),
      ...seldom(random, 4, [{ plausible: { min: 0, max: 5000 } }]),
    },
    target: {
      ...(isShare
        ? { [random.one(['at_least', 'at_most'])]: random.one(['0.5', '7', '10', '60']) }
        : { [random.one(['at_least', 'at_least', 'at_most'])]: random.one([50, 500, 3000, 20_000]) }),
      ...(random.once(3) ? {} : { baseline: { value: number(), as_of: '2020-12-31' } }),
    },
    figures: toldOf(random, DAYS, ['i'], 5).map(({ day }) => ({
      value: number(),
      as_of: day,
      ...besides(random, day),
    })),
    settings: random.settings,
  };
};
