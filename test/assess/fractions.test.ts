import { describe, expect, test } from 'vitest';
import { assessExample, type Example } from '../support/examples.ts';

type Figures = readonly (readonly [value: number | string, year: number])[];

const possible = async (target: object, figures: Figures, asOf?: string) =>
  (
    await assessExample({
      indicator: { kind: 'share', unit: '%' },
      target,
      figures: figures.map(([value, year]) => ({ value, as_of: `${year}-12-31` })),
      ...(asOf && { asOf }),
    } as unknown as Example)
  ).possible;

const from = (value: number) => ({ baseline: { value, as_of: '2020-12-31' } });

describe('a share that may be kept as a fraction is read both ways', () => {
  const poor = { at_most: 7, ...from(15) };
  const covered = { at_least: 60, ...from(30) };
  const cases: [string, object, Figures][] = [
    ['beside its start alone', poor, [[0.082, 2025]]],
    ['between the start and the goal', poor, [[0.09, 2025]]],
    ['worse than the start', poor, [[0.3, 2025]]],
    [
      'after another fraction',
      poor,
      [
        [0.1, 2024],
        [0.082, 2025],
      ],
    ],
    [
      'after several fractions',
      poor,
      [
        [0.13, 2022],
        [0.1, 2023],
        [0.09, 2024],
        [0.08, 2025],
      ],
    ],
    [
      'after a figure that is none',
      { at_most: 7 },
      [
        [15, 2024],
        [0.082, 2025],
      ],
    ],
    [
      'beside a milestone',
      { ...poor, path: [{ by: '2023-12-31', value: 11 }] },
      [
        [0.11, 2023],
        [0.082, 2025],
      ],
    ],
    ['of more than what is wanted', covered, [[0.65, 2025]]],
    ['of nearly all', covered, [[0.99, 2025]]],
    [
      'that rises as another does',
      covered,
      [
        [0.55, 2024],
        [0.65, 2025],
      ],
    ],
    [
      'after a figure in per cent',
      { at_least: 60 },
      [
        [30, 2022],
        [0.65, 2025],
      ],
    ],
    ['of all: 1 is 100 %', { at_least: 95, ...from(60) }, [[1, 2025]]],
    ['where nothing but the goal is known', { at_most: 7 }, [[0.12, 2025]]],
    [
      'between two in per cent',
      { at_most: 7 },
      [
        [12, 2023],
        [0.1, 2024],
        [0.09, 2025],
      ],
    ],
  ];

  test.each(cases)('%s', async (_what, target, figures) => {
    expect(await possible(target, figures)).toEqual(['missed', 'met']);
  });

  test.each([
    ['what is to be held', { hold_at_least: 60, ...from(62) }, [[0.65, 2025]]],
    ['what is to rise', { increase: true, ...from(15) }, [[0.2, 2025]]],
  ] satisfies [string, object, Figures][])('also %s', async (_what, target, figures) => {
    expect((await possible(target, figures)).length).toBeGreaterThan(1);
  });
});

describe('a share that is small stands as it is printed', () => {
  const cases: [string, object, Figures, string][] = [
    ['and so are its start and its goal', { at_least: 1.2, ...from(0.7) }, [[0.8, 2025]], 'missed'],
    [
      'and falls to a small goal',
      { at_most: 0.3, ...from(2) },
      [
        [1.2, 2023],
        [0.7, 2024],
        [0.29, 2025],
      ],
      'met',
    ],
    ['and falls there at once', { at_most: 0.3, ...from(1.8) }, [[0.29, 2025]], 'met'],
    ['below a goal of a few per cent', { at_most: 3, ...from(10.2) }, [[0.6, 2025]], 'met'],
    [
      'at the end of a fall by steps',
      { at_most: 7, ...from(15) },
      [
        [8, 2022],
        [3, 2023],
        [0.8, 2024],
        [0.2, 2025],
      ],
      'met',
    ],
    [
      'at the start of a rise by steps',
      { at_least: 5 },
      [
        [0.08, 2021],
        [0.3, 2022],
        [0.9, 2023],
        [2.5, 2024],
        [5.5, 2025],
      ],
      'met',
    ],
  ];

  test.each(cases)('%s', async (_what, target, figures, verdict) => {
    expect(await possible(target, figures)).toEqual([verdict]);
  });
});
