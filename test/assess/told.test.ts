import { describe, expect, test } from 'vitest';
import { assessExample, type Example } from '../support/examples.ts';

/* What stands beside a verdict. */

const on = (as_of: string, value: string | number, more: Example['target'] = {}) => ({ value, as_of, ...more });
const level = (
  figures: Example['figures'],
  target: Example['target'] = { at_least: 100 },
  more: Partial<Example> = {},
): Example => ({
  indicator: { kind: 'level' },
  target,
  figures,
  asOf: '2023-12-31',
  ...more,
});

describe('the outlook', () => {
  const figures = [on('2021-12-31', '10.0'), on('2022-12-31', '20.0'), on('2023-12-31', '30.0')];

  test('leads on from the first and the last of the figures, each to the last digit', async () => {
    const { outlook } = await assessExample(level(figures));
    // Two years on: 30 + 20, at least 29.95 + 19.9, at most 30.05 + 20.1; one of the years has a day more.
    expect(outlook?.value).toBeCloseTo(50, 0);
    expect(outlook?.low).toBeCloseTo(49.85, 1);
    expect(outlook?.high).toBeCloseTo(50.15, 1);
    expect([outlook?.points, outlook?.metOn?.slice(0, 4)]).toEqual([3, '2030']);
  });

  test('names no day that is farther off than fifty years, and none where it leads away', async () => {
    const metOn = async (goal: string) => (await assessExample(level(figures, { at_least: goal }))).outlook?.metOn;
    expect((await metOn('500'))?.slice(0, 4)).toBe('2070');
    expect(await metOn('600')).toBeNull();
    const falling = [on('2022-12-31', '30.0'), on('2023-12-31', '20.0')];
    const { outlook } = await assessExample(level(falling));
    expect([outlook?.metOn, outlook?.verdict]).toEqual([null, 'reversing']);
  });

  test('is none where the goal is met, or its day has passed, or nothing was before', async () => {
    const of = async (example: Example) => (await assessExample(example)).outlook;
    expect(await of(level(figures, { at_least: 30 }))).toBeNull();
    expect(await of(level(figures, { at_least: 100 }, { asOf: '2026-12-31' }))).toBeNull();
    expect(await of(level([on('2023-12-31', '30.0')]))).toBeNull();
    expect(await of(level([on('2022-12-31', '20.0'), on('2023-12-31', '>30')]))).toBeNull();
  });
});

test('a tolerance that nobody declared is told with the goal that was given it', async () => {
  const { verdict, reasons } = await assessExample(
    level([on('2025-12-31', 100)], { about: 100 }, { asOf: '2025-12-31' }),
  );
  expect([verdict, reasons]).toEqual(['met', [{ code: 'default-tolerance', args: { text: '≈ 100', tolerance: 5 } }]]);
});

describe('the course', () => {
  test('has the way that the plan sets, and what is known of the way gone', async () => {
    const { course } = await assessExample(
      level([on('2021-12-31', '40.0'), on('2021-12-31', '40.2'), on('2022-12-31', 50), on('2023-12-31', 60)], {
        at_least: 100,
        baseline: { value: 30, as_of: '2020-12-31' },
        path: [{ by: '2022-12-31', value: 55 }],
      }),
    );
    expect(course.path).toEqual([
      { at: '2020-12-31', value: 30 },
      { at: '2022-12-31', value: 55 },
      { at: '2025-12-31', value: 100 },
    ]);
    expect(course.history.map(({ at }) => at)).toEqual(['2020-12-31', '2021-12-31', '2022-12-31']);
    expect(course.history[0]).toEqual({ at: '2020-12-31', low: 29.5, high: 30.5 });
    expect(course.history[2]).toEqual({ at: '2022-12-31', low: 49.5, high: 50.5 });
    const second = course.history[1];
    expect(second?.low).toBeLessThanOrEqual(40);
    expect(second?.high).toBeGreaterThanOrEqual(40.2);
  });
});

describe('what would decide it', () => {
  test('is whether a figure that leaps is right', async () => {
    const { verdict, deciding, reasons } = await assessExample({
      indicator: { kind: 'stock' },
      target: { at_least: 500 },
      figures: [on('2023-12-31', 120), on('2024-12-31', 125), on('2025-12-31', 1300)],
    });
    expect([verdict, reasons.map(({ code }) => code)]).toEqual(['undecided', ['doubtful-figure']]);
    expect(deciding).toEqual({ code: 'doubt', args: { figures: '1300 (?, 2025-12-31)' } });
  });

  test('is by how much another indicator is led', async () => {
    const { deciding } = await assessExample({
      indicator: { kind: 'level' },
      others: { j: { kind: 'level' } },
      target: { above: { indicator: 'j' } },
      figures: [on('2025-12-31', '5.0')],
    });
    expect(deciding).toEqual({ code: 'lead', args: { indicator: 'i', other: 'j', day: '2025-12-31' } });
  });

  test('is which of two readings is meant', async () => {
    const { reasons, deciding } = await assessExample({
      indicator: { kind: 'level' },
      target: { at_least: 100, readings: { mean: { at_least: 100 }, deepest: { at_least: 200 } } },
      figures: [on('2025-12-31', '150.0')],
    });
    expect(reasons).toEqual([{ code: 'ambiguous-reading', args: { readings: 'mean, deepest' } }]);
    expect(deciding).toEqual({ code: 'reading', args: { readings: 'mean, deepest' } });
  });

  const counted = (counts: Example['target'], figure: Example['target']) => ({
    indicator: { kind: 'level', counts },
    target: { at_least: 100 },
    figures: [on('2025-12-31', 90, figure)],
  });

  test('is a figure of a definition that the plan means, each of them', async () => {
    const { verdict, deciding } = await assessExample(
      counted({ built: 'same', opened: 'same', drawn: 'other' }, { counts: 'drawn' }),
    );
    expect(verdict).toBe('undecided');
    expect(deciding).toEqual({ code: 'definition', args: { counts: 'built / opened', day: '2025-12-31' } });
  });

  test('is a month by its name, where the indicator is monthly, though a year ends with it', async () => {
    const months = (list: readonly string[]) => list.map(month => ({ value: '10', flow: { from: month, to: month } }));
    const year = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map(month => `2025-${month}`);
    const { deciding } = await assessExample({
      indicator: { kind: 'flow', per: 'month', unit: 'home' },
      target: { at_least: 120, over: { from: '2025-01', to: '2025-12', aggregate: 'sum' } },
      figures: months(year),
    });
    expect(deciding).toEqual({
      code: 'period',
      args: { comparator: 'at_least', value: 10, unit: 'home', period: '2025-12' },
    });
  });
});

describe('what the one period that is missing must be', () => {
  const years = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([year, value]) => ({ value, flow: { from: year, to: year } }));
  const sumOf = async (target: Example['target'], values: Readonly<Record<string, string>>) => {
    const { deciding } = await assessExample({
      indicator: { kind: 'flow', unit: 'home' },
      target: { ...target, over: { from: '2023', to: '2025', aggregate: 'sum' } },
      figures: years(values),
    });
    return deciding;
  };
  const period = (comparator: string, value: number) => ({
    code: 'period',
    args: { comparator, value, unit: 'home', period: '2024' },
  });

  test.each<[string, Example['target'], number]>([
    ['at_least', { at_least: 100 }, 40],
    ['at_most', { at_most: 100 }, 40],
    ['below', { below: 100 }, 40],
  ])('%s, by what its goal leaves', async (comparator, target, value) => {
    expect(await sumOf(target, { 2023: '30', 2025: '30' })).toEqual(period(comparator, value));
  });

  test('is rounded so that it is enough', async () => {
    expect(await sumOf({ at_least: 1_000_001 }, { 2023: '30', 2025: '30' })).toEqual(period('at_least', 1_000_000));
    expect(await sumOf({ at_most: 1_000_001 }, { 2023: '30', 2025: '30' })).toEqual(period('at_most', 999_900));
  });

  test('is of the first of two states the other way round', async () => {
    const { deciding } = await assessExample({
      indicator: { kind: 'level', unit: 'year' },
      target: { increase: 1, over: { from: '2019', to: '2025', aggregate: 'change' } },
      figures: [on('2025-12-31', '79.00')],
    });
    const args = { comparator: 'at_most', value: 77.99, unit: 'year', period: '2019-12-31' };
    expect(deciding).toEqual({ code: 'period', args });
  });

  test('is not said of a band, and of two periods', async () => {
    expect(await sumOf({ between: [90, 110] }, { 2023: '30', 2025: '30' })).toEqual({
      code: 'periods',
      args: { periods: ['2024'] },
    });
    expect(await sumOf({ at_least: 100 }, { 2023: '30' })).toEqual({
      code: 'periods',
      args: { periods: ['2024', '2025'] },
    });
  });
});

describe('that flows were not summed', () => {
  const flows = (...years: string[]) => ({
    indicator: { kind: 'flow' },
    target: { at_least: 1000 },
    figures: years.map(year => ({ value: 300, flow: { from: year, to: year } })),
  });
  const told = async (example: Example) =>
    (await assessExample(example)).reasons.filter(({ code }) => code === 'not-summed').map(({ args }) => args);

  test('is told of two years of the plan', async () => {
    expect(await told(flows('2024', '2025'))).toEqual([{ from: '2024', to: '2025' }]);
    expect(await told(flows('2025', '2022', '2023'))).toEqual([{ from: '2022', to: '2025' }]);
  });

  test('is not told of one year, or of years before the plan, or where the goal is met', async () => {
    expect(await told(flows('2025'))).toEqual([]);
    expect(await told(flows('2019', '2020', '2025'))).toEqual([]);
    expect(await told({ ...flows('2024', '2025'), target: { at_least: 300 } })).toEqual([]);
  });
});

test('the gap of a value is what is missing at least, at most and by its number', async () => {
  const gapOf = async (value: string, target: Example['target']) =>
    (await assessExample(level([on('2025-12-31', value)], target, { asOf: '2025-12-31' }))).gap;
  expect(await gapOf('90.0', { at_least: 100 })).toEqual({ low: 9.95, high: 10.05, nominal: 10, percent: 10 });
  expect(await gapOf('110', { at_most: 100 })).toEqual({ low: 9.5, high: 10.5, nominal: 10, percent: 10 });
  expect(await gapOf('110', { at_least: 100 })).toEqual({ low: -10.5, high: -9.5, nominal: -10, percent: -10 });
  expect(await gapOf('<90', { at_least: 100 })).toMatchObject({ low: 10, high: null });
  expect(await gapOf('90.0', { at_least: 0 })).toMatchObject({ nominal: -90, percent: null });
});

describe('a figure that stands on the edge of the goal as it is printed', () => {
  const told = async (value: string, target: Example['target'], more: Partial<Example> = {}) => {
    const { verdict, reasons } = await assessExample(
      level([on('2025-12-31', value)], target, { asOf: '2025-12-31', ...more }),
    );
    return [verdict, reasons.filter(({ code }) => code === 'on-the-line').map(({ args }) => args)];
  };
  const around = [{ low: 5.35, high: 5.45 }];

  test('counts as it is printed, and what it may be is told', async () => {
    expect(await told('5.4', { at_least: '5.4' })).toEqual(['met', around]);
    expect(await told('5.4', { at_most: '5.4' })).toEqual(['met', around]);
    expect(await told('5.4', { below: '5.4' })).toEqual(['missed', around]);
    expect(await told('5.4', { above: '5.4' })).toEqual(['missed', around]);
  });

  test('is nothing where the verdict stands whatever it is, or is exact', async () => {
    expect(await told('5.5', { at_least: '5.4' })).toEqual(['met', []]);
    expect(await told('5.3', { at_least: '5.4' })).toEqual(['missed', []]);
    expect(await told('5.4', { at_least: '5.3' })).toEqual(['met', []]);
    expect((await told('5.4', { at_least: '5.4' }, { compare: 'exact' }))[0]).toBe('undecided');
    expect((await told('5', { at_least: '5.4' }))[0]).toBe('undecided');
  });

  test('counts as it is printed unless what is kept behind it denies that', async () => {
    const kept = async (more: Example['target']) => {
      const example = level([on('2025-12-31', '5.4', more)], { at_least: '5.4' }, { asOf: '2025-12-31' });
      return (await assessExample(example)).verdict;
    };
    expect([await kept({ kept: '5.41' }), await kept({ kept: '5.38' })]).toEqual(['met', 'undecided']);
  });

  test('is one of the milestone of the day alone', async () => {
    const sideAt = async (by: string) => {
      const { readings } = await assessExample(
        level([on('2023-12-31', '55.0')], {
          at_least: 100,
          baseline: { value: 30, as_of: '2020-12-31' },
          path: [{ by, value: '55.0' }],
        }),
      );
      return readings[0]?.sides.map(({ low, high }) => [low, high]);
    };
    expect(await sideAt('2023-12-31')).toEqual([[55, 55]]);
    expect(await sideAt('2022-12-31')).toEqual([[54.95, 55.05]]);
  });

  test('is the same in each period of a ceiling, and of a floor', async () => {
    const years = (...values: readonly string[]) => values.map((value, at) => on(`${2023 + at}-12-31`, value));
    const each = async (target: Example['target'], figures: Example['figures']) => {
      const over = { from: '2023', to: '2025', aggregate: 'each' };
      const { verdict, reasons } = await assessExample(level(figures, { ...target, over }, { asOf: '2025-12-31' }));
      return [verdict, reasons.map(({ code }) => code)];
    };
    const ceiling = { hold_at_most: '5.4' };
    const floor = { hold_at_least: '5.4' };
    expect(await each(ceiling, years('5.2', '5.4', '5.3'))).toEqual(['met', ['on-the-line']]);
    expect(await each(ceiling, years('5.2', '5.5', '5.3'))).toEqual(['missed', []]);
    expect(await each(ceiling, years('5.2', '5.3', '5.3'))).toEqual(['met', []]);
    expect(await each(floor, years('5.6', '5.4', '5.5'))).toEqual(['met', ['on-the-line']]);
    expect(await each(floor, years('5.6', '5.3', '5.5'))).toEqual(['missed', []]);
  });
});
