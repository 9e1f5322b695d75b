import { describe, expect, test } from 'vitest';
import { dueOn, type Path, pathTo, valueAlong, valueOn } from '../../src/methods/path.ts';
import { trendOf } from '../../src/methods/trend.ts';
import { dayNumber } from '../../src/values/day.ts';
import { atLeast, atMost, day, series, towards } from './cases.ts';

const straight: Path = [
  { at: day(2020), value: 0 },
  { at: day(2025), value: 100 },
];

test.each([
  [2017, 68],
  [2018, 68],
  [2021, 81.285714],
  [2025, 99],
  [2030, 99],
])('a line of years at %d', (at, value) => {
  expect(
    valueAlong(
      [
        { at: 2018, value: 68 },
        { at: 2025, value: 99 },
      ],
      at,
    ),
  ).toBeCloseTo(value, 6);
});

test('before the base and after the end, the nearest point', () => {
  expect(valueOn(straight, day(2019))).toBe(0);
  expect(valueOn(straight, day(2030))).toBe(100);
  expect(valueOn(straight, day('2023-07-02'))).toBeCloseTo(50, 1);
});

test('at a point its own value, to the last digit', () => {
  const back: Path = [
    { at: day(2020), value: 0.2 },
    { at: day(2022), value: 1 },
    { at: day(2025), value: 0.2 },
  ];
  expect(back.map(({ at }) => valueOn(back, at))).toEqual([0.2, 1, 0.2]);
});

describe('the way to a goal', () => {
  const baseline = { at: day(2020), value: 0 };

  test('has none where the goal names no number, or its day is not ahead', () => {
    expect(pathTo({ goal: towards('increase'), by: day(2025), baseline, milestones: [] })).toBeNull();
    expect(pathTo({ goal: atLeast(1), by: day(2020), baseline, milestones: [] })).toBeNull();
  });

  test('goes through its milestones in order', () => {
    const milestones = [
      { by: day(2024), value: 60 },
      { by: day(2022), value: 20 },
    ];
    const path = pathTo({ goal: atMost(100), by: day(2025), baseline, milestones });
    expect(path?.map(({ value }) => value)).toEqual([0, 20, 60, 100]);
  });
});

describe('earned schedule', () => {
  test.each([
    [50, '2023-07-02'],
    [0, '2020-12-31'],
    [100, '2025-12-31'],
    [120, '2026-12-31'],
    [-20, '2020-01-01'],
  ])('%d was due on %s', (value, due) => {
    expect(dueOn(straight, value)).toBe(dayNumber(day(due)));
  });

  test('a way that dips first is gone up behind the dip', () => {
    const dipping = [
      { at: day(2020), value: 100 },
      { at: day(2022), value: 90 },
      { at: day(2024), value: 130 },
    ] as const;
    expect(dueOn(dipping, 110)).toBe(dayNumber(day('2024-01-01')));
  });

  test('a level line is no line of days', () => {
    expect(
      dueOn(
        [
          { at: day(2020), value: 5 },
          { at: day(2025), value: 5 },
        ],
        5,
      ),
    ).toBeNull();
  });
});

describe('trend', () => {
  const history = series({ 2015: 1, 2016: 2, 2017: 4, 2018: 4, 2019: 5, 2020: 6 });

  test('is that of six points at most, by years', () => {
    const trend = trendOf(history, day(2022), 9);
    expect(trend?.points).toBe(6);
    expect(trend?.perYear).toBeCloseTo((9 - 2) / 6, 2);
  });

  test.each([
    [1, true],
    [2, true],
    [3, false],
    [5, false],
  ])('with %d points before it: low confidence %s', (count, isLowConfidence) => {
    expect(trendOf(history.slice(-count), day(2022), 9)).toMatchObject({ points: count + 1, isLowConfidence });
  });

  test('is none where nothing comes before', () => {
    expect(trendOf([], day(2022), 9)).toBeNull();
    expect(trendOf(history, day(2015), 9)).toBeNull();
  });
});
