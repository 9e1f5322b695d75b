import { describe, expect, it } from 'vitest';
import { assessExample, assessedExample, type Example } from '../support/examples.ts';

/* Whether a target will be met if the change goes on: asked only where that is still open and something changed. */

const figures = [
  { value: 40, as_of: '2021-12-31' },
  { value: 60, as_of: '2023-12-31' },
];
const indicator = { kind: 'level' };
const target = { at_least: 100, baseline: { value: 20, as_of: '2020-12-31' } };

const outlookOf = async (more: Partial<Example>) =>
  (await assessExample({ indicator, target, figures, asOf: '2023-12-31', ...more })).outlook;

describe('an outlook', () => {
  it('follows the change of the last points to the day of the target', async () => {
    const outlook = await outlookOf({});
    expect(outlook?.value).toBeCloseTo(86.67, 1);
    expect(outlook?.points).toBe(3);
  });

  it.each<[string, Partial<Example>]>([
    ['the day has passed', { asOf: '2026-12-31' }],
    ['the goal is met', { target: { ...target, at_least: 50 } }],
    ['nothing is known', { figures: [{ says: 'not published', as_of: '2023-12-31' }] }],
    ['nothing was known before', { target: { at_least: 100 }, figures: figures.slice(1) }],
    [
      'an event has no pace',
      {
        indicator: { kind: 'event' },
        target: { at_least: 1 },
        figures: [
          { value: 0, as_of: '2022-12-31' },
          { value: 0, as_of: '2023-12-31' },
        ],
      },
    ],
  ])('is none where %s', async (_, more) => {
    expect(await outlookOf(more)).toBeNull();
  });
});

describe('what would decide a target', () => {
  const decidingOf = async (counts: object) =>
    (
      await assessExample({
        indicator: { kind: 'stock', counts },
        target: { at_least: 100 },
        figures: [{ value: 90, as_of: '2025-12-31', counts: 'leased' }],
      })
    ).deciding?.code;

  it('is the count that the plan means, where one is named', async () => {
    expect(await decidingOf({ built: 'same', leased: 'other' })).toBe('definition');
  });

  it('is no count where the plan means none by name', async () => {
    expect(await decidingOf({ leased: 'other' })).not.toBe('definition');
  });
});

it('a region of which no day was told before is compared with no other', async () => {
  const part = (region: string, value: number, as_of: string) => ({ region, value, as_of });
  const { checks } = await assessedExample({
    indicator: { kind: 'stock' },
    target: { at_least: 100 },
    parts: ['north', 'south'],
    figures: [part('north', 90, '2022-12-31'), part('north', 40, '2023-12-31'), { value: 50, as_of: '2023-12-31' }],
  });
  expect(checks).toEqual([]);
});
