// The invented indicators that plan, reports and panels of the benchmarks share: five sorts of figure in turn, so that
// counts that rise, counts that swing, shares, levels to lower and values to hold are all there.
import { seeded } from './random.mjs';

export const INDICATORS = 65;
const FIRST_YEAR = 2021;
export const BASELINE_DAY = '2020-12-31';

/** Some are due on the last day of a full panel, so that they are met or missed; the rest later, so that pace is judged. */
const sorts = [
  {
    sort: 'built',
    unit: 'station',
    kind: 'stock',
    monotone: true,
    comparator: 'at_least',
    by: 2025,
    growth: 0.8,
    swing: 0,
  },
  {
    sort: 'active',
    unit: 'user',
    kind: 'stock',
    comparator: 'at_least',
    by: 2030,
    method: 'projection',
    growth: 0.6,
    swing: 0.02,
  },
  { sort: 'coverage', unit: '%', kind: 'share', comparator: 'at_least', by: 2025, growth: 0.5, swing: 0.01 },
  {
    sort: 'intensity',
    unit: 'kWh',
    kind: 'level',
    comparator: 'at_most',
    by: 2030,
    method: 'projection',
    growth: -0.3,
    swing: 0.01,
  },
  { sort: 'speed', unit: 'Mbit/s', kind: 'level', comparator: 'hold_at_least', by: 2030, growth: 0.2, swing: 0.02 },
];

export const indicators = Array.from({ length: INDICATORS }, (_, index) => {
  const sort = sorts[index % sorts.length];
  const start = sort.kind === 'share' ? 40 : sort.kind === 'level' ? 200 + 10 * index : 20_000 + 1000 * index;
  return { ...sort, id: `${sort.sort}-${String(index + 1).padStart(2, '0')}`, index, start };
});

/** What the target of an indicator asks of every region: its growth until then, for holders the start itself. */
export function goalOf({ comparator, start, growth, by }) {
  return comparator === 'hold_at_least' ? start : rounded(start * (1 + (growth * (by - FIRST_YEAR + 1)) / 10));
}

/** One region's own course through all months: `valueAt(indicator, month)`, with months counted from 0. */
export function courseOf(region) {
  const random = seeded(region * 7919 + 1);
  const paces = indicators.map(() => 0.5 + random());
  const phases = indicators.map(() => Math.floor(random() * 12));
  return ({ index, start, growth, swing }, month) => {
    const trend = 1 + (growth * paces[index] * (month + 1)) / 120;
    const season = swing * Math.sin(((month + phases[index]) / 12) * 2 * Math.PI);
    return rounded(start * (trend + season));
  };
}

export const regionId = region => `c${String(region + 1).padStart(4, '0')}`;

/** The last day of a month, and a day in the middle of the next, on which its figures come out. */
export function daysOf(month) {
  const day = (offset, date) => new Date(Date.UTC(FIRST_YEAR, month + offset, date)).toISOString().slice(0, 10);
  return { asOf: day(1, 0), published: day(1, 15) };
}

/** Counts are whole, the rest has one decimal, as bulletins print them. */
function rounded(value) {
  return value >= 10_000 ? Math.round(value) : Math.round(value * 10) / 10;
}
