import { describe, expect, test } from 'vitest';
import { fractionTest, type OfDay } from '../../src/evidence/fractions.ts';
import type { Day } from '../../src/values/day.ts';

/* Whether a share in per cent may have been kept as a fraction. */

const day = (year: number): Day => `${year}-12-31` as Day;
const told = (values: Readonly<Record<number, number | readonly [number, number]>>): OfDay[] =>
  Object.entries(values).map(([year, value]) => {
    const [least, most] = typeof value === 'number' ? [value, value] : value;
    return { day: day(Number(year)), least, most };
  });

type Row = [
  what: string,
  days: OfDay[],
  start: number | null,
  goal: number | null,
  value: number,
  year: number,
  may: boolean,
];

describe('a number of a day', () => {
  test.each<Row>([
    ['whose hundredfold is near to the goal', told({ 2023: 0.082 }), null, 8.5, 0.082, 2023, true],
    ['that is itself near to the goal', told({ 2023: 0.82 }), null, 0.9, 0.82, 2023, false],
    ['that nothing tells of', told({ 2023: 0.082 }), null, null, 0.082, 2023, false],
    ['whose hundredfold is near to the start', told({ 2023: 0.082 }), 8, null, 0.082, 2023, true],
    ['that is near to the start', told({ 2023: 0.3 }), 0.35, null, 0.3, 2023, false],
    ['that leaps from the figure before', told({ 2022: 8.1, 2023: 0.082 }), null, null, 0.082, 2023, true],
    ['that leaps from the figure behind', told({ 2023: 0.082, 2024: 8.3 }), null, null, 0.082, 2023, true],
    ['that falls step by step', told({ 2021: 1.2, 2022: 0.7, 2023: 0.4 }), null, null, 0.4, 2023, false],
    ['of a column of fractions', told({ 2021: 0.5, 2022: 0.6, 2023: 0.55 }), null, null, 0.55, 2023, false],
    ['of a column of fractions below its goal', told({ 2021: 0.5, 2022: 0.6, 2023: 0.55 }), null, 60, 0.55, 2023, true],
    ['above one', told({ 2023: 1.2 }), null, 100, 1.2, 2023, false],
    ['of one', told({ 2023: 1 }), null, 100, 1, 2023, true],
    ['of nothing', told({ 2023: 0 }), null, 50, 0, 2023, false],
    ['below nothing', told({ 2023: -0.5 }), null, -50, -0.5, 2023, false],
    ['whose hundredfold is far from the goal, too', told({ 2023: 0.9 }), null, 5, 0.9, 2023, false],
    ['that lies between what is told of its day', told({ 2022: 50, 2023: [0.5, 52] }), null, null, 0.5, 2023, true],
  ])('%s', (_what, days, start, goal, value, year, may) => {
    const trusted = { start: start === null ? null : { asOf: day(2020), nominal: start }, goal };
    expect(fractionTest(days, trusted)(value, day(year))).toBe(may);
  });
});
