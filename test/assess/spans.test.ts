import { describe, expect, test } from 'vitest';
import { assessExample, type Example } from '../support/examples.ts';

/* What a target over a span says beside its verdict, and what it sets aside. */

const jobs = (fields: Partial<Example> & Pick<Example, 'figures'>): Example => ({
  indicator: { kind: 'flow', unit: 'job' },
  target: { at_least: 1000, over: { from: '2021', to: '2025', aggregate: 'sum' } },
  ...fields,
});

const ofYears = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([year, value]) => ({ value, flow: { from: year, to: year } }));

const FOUR = { 2021: '200', 2022: '210', 2023: '190', 2025: '205' };

describe('a span of which something is missing', () => {
  test('names the one period that would decide it, and what it has to be', async () => {
    const { deciding, reasons } = await assessExample(jobs({ figures: ofYears(FOUR) }));
    expect(reasons.map(({ code }) => code)).toEqual(['period-missing']);
    const args = { comparator: 'at_least', value: 195, unit: 'job', period: '2024' };
    expect(deciding).toEqual({ code: 'period', args });
  });

  test('names several without a number', async () => {
    const { deciding } = await assessExample(jobs({ figures: ofYears({ 2021: '200', 2023: '210', 2024: '190' }) }));
    expect(deciding).toEqual({ code: 'periods', args: { periods: ['2022', '2025'] } });
  });

  test('says how much a rate may fall, or a state of a change has to be', async () => {
    const rates = await assessExample({
      indicator: { kind: 'growth', unit: '%' },
      target: { at_least: 6, over: { from: '2024', to: '2025', aggregate: 'mean' } },
      figures: [{ value: '5.80', as_of: '2025-12-31' }],
    });
    // (1.06)² ÷ 1.05795, rounded up.
    expect(rates.deciding).toMatchObject({
      code: 'period',
      args: { comparator: 'at_least', value: 6.206, period: '2024' },
    });
    const change = await assessExample({
      indicator: { kind: 'level', unit: 'year' },
      target: {
        increase: 1,
        over: { from: '2019', to: '2025', aggregate: 'change' },
        baseline: { value: '77.30', as_of: '2019-12-31' },
      },
      figures: [{ value: '79.00', as_of: '2024-12-31' }],
    });
    expect(change.deciding).toMatchObject({ code: 'period', args: { value: 78.31, period: '2025-12-31' } });
  });
});

describe('flows of several periods', () => {
  const alone = { at_least: 1000, by: '2025-12-31' };

  test('are not summed for a target that does not say so, and it says what is missing', async () => {
    const figures = ofYears({ 2021: '300', 2022: '300', 2023: '300', 2024: '300', 2025: '300' });
    const { verdict, reasons } = await assessExample(jobs({ target: alone, figures }));
    expect(verdict).toBe('missed');
    expect(reasons).toEqual([{ code: 'not-summed', args: { from: '2021', to: '2025' } }]);
  });

  test('are no matter where the year is met by itself, or only one is told', async () => {
    const met = await assessExample(jobs({ target: alone, figures: ofYears({ 2024: '1100', 2025: '1200' }) }));
    const one = await assessExample(jobs({ target: alone, figures: ofYears({ 2025: '300' }) }));
    expect([met, one].map(({ reasons }) => reasons)).toEqual([[], []]);
  });
});

test('a new series inside the span breaks it, unless a figure of the whole answers', async () => {
  const parts = ofYears({ 2024: '600', 2025: '500' });
  const figures = [parts[0] ?? {}, { ...parts[1], new_series: 'census' }];
  const target = { at_least: 1000, over: { from: '2024', to: '2025', aggregate: 'sum' } };
  const broken = await assessExample(jobs({ target, figures }));
  expect([broken.verdict, broken.reasons]).toEqual(['undecided', [{ code: 'series-break', args: {} }]]);
  const whole = { value: '1100', flow: { from: '2024', to: '2025' } };
  expect((await assessExample(jobs({ target, figures: [...figures, whole] }))).verdict).toBe('met');
});

test('more sides than are told apart leave their periods open, and that is said', async () => {
  const twice = Object.entries(FOUR).flatMap(([year, value]) =>
    ['a', 'b', 'c'].map((publisher, index) => ({
      value: String(Number(value) + index),
      flow: { from: year, to: year },
      source: { publisher },
    })),
  );
  const { reasons } = await assessExample(jobs({ figures: [...twice, ...ofYears({ 2024: '200' })] }));
  expect(reasons.map(({ code }) => code)).toEqual(['too-contradictory']);
});

test('a stale period answers no longer, before the end', async () => {
  const figures = ofYears({ 2021: '200' });
  const { reasons, at } = await assessExample(jobs({ figures, asOf: '2023-12-31' }));
  expect([at, reasons.map(({ code }) => code)]).toEqual(['2023-12-31', ['stale']]);
});

test('of a change of which nothing is told yet, the first state and that of today are asked for', async () => {
  const { deciding } = await assessExample({
    indicator: { kind: 'level', unit: 'TWh' },
    target: { at_most: '-26.5%', over: { from: '2008', to: '2030', aggregate: 'compound' } },
    others: { other: { kind: 'level' } },
    figures: [{ indicator: 'other', value: '1', as_of: '2024-12-31' }],
    asOf: '2024-12-31',
  });
  expect(deciding).toEqual({ code: 'periods', args: { periods: ['2008-12-31', '2024-12-31'] } });
});

test('the first state that the plan gives is of a definition, too', async () => {
  const change = (counts: string): Example => ({
    indicator: { kind: 'share', unit: '%', counts: { a: 'same', b: 'same' } },
    target: {
      increase: '5pp',
      over: { from: '2020', to: '2025', aggregate: 'change' },
      baseline: { value: '60.0', as_of: '2020-12-31', counts: 'a' },
    },
    figures: [{ value: '70.0', as_of: '2025-12-31', counts }],
  });
  expect((await assessExample(change('a'))).verdict).toBe('met');
  const other = await assessExample(change('b'));
  expect(other.possible).toEqual(['missed', 'met']);
  expect(other.reasons.map(({ code }) => code)).toEqual(['definition-changed']);
});

test('of a change of which the first state alone is told, that of today lacks, and is asked for', async () => {
  const { reasons, deciding } = await assessExample({
    indicator: { kind: 'level', unit: 'TWh' },
    target: { at_most: '-50%', over: { from: '2008', to: '2030', aggregate: 'compound' } },
    figures: [{ value: '100.0', as_of: '2008-12-31' }],
    asOf: '2024-12-31',
  });
  expect(reasons.map(({ code }) => code)).toEqual(['period-missing']);
  expect(deciding).toEqual({ code: 'periods', args: { periods: ['2024-12-31'] } });
});

test('before the first period of a mean has ended it may yet be anything', async () => {
  const { possible, readings } = await assessExample({
    indicator: { kind: 'level', unit: 'pt' },
    target: { at_least: '50', over: { from: '2020', to: '2022', aggregate: 'mean' } },
    figures: [{ value: '1', as_of: '2019-06-30' }],
    asOf: '2019-06-30',
  });
  expect(possible).toEqual(expect.arrayContaining(readings[0]?.sides.flatMap(side => side.possible) ?? ['none']));
});

test('what a missing period has to be counts a figure of the first ones together', async () => {
  const { deciding } = await assessExample({
    indicator: { kind: 'flow', unit: 'home' },
    target: { at_least: '1000', over: { from: '2021', to: '2025', aggregate: 'sum' } },
    figures: [{ value: '194', flow: { from: '2021', to: '2024' } }],
  });
  expect(deciding).toMatchObject({ code: 'period', args: { comparator: 'at_least', value: 806, period: '2025' } });
});

describe('what contradicts itself at the first state is followed on each side', () => {
  const of = (year: string, value: number, publisher: string, indicator = 'i') => ({
    ...{ indicator, value: String(value), as_of: `${year}-12-31`, source: { publisher } },
  });
  const judged = async (target: object, figures: Example['figures'], rest: Partial<Example> = {}) => {
    const { possible, reasons } = await assessExample({
      ...{ indicator: { kind: 'stock' }, figures, asOf: '2025-12-31', ...rest },
      target: { over: { from: '2020', to: '2025', aggregate: 'change' }, ...target },
    });
    return [possible, reasons.map(({ code }) => code)];
  };
  const OPEN = [['missed', 'met'], ['conflict']];
  const fall = { decrease: '5%' };
  const two = [of('2020', 62000, 'A'), of('2020', 60000, 'B')];
  const end = of('2025', 58500, 'A');

  test.each([
    ['two sources', fall, [...two, end]],
    ['three sources', fall, [...two, of('2020', 61000, 'C'), end]],
    ['a rise', { increase: 1000 }, [...two, of('2025', 62000, 'A')]],
    ['a plan that has a start, too', { ...fall, baseline: { value: 62000, as_of: '2020-12-31' } }, [...two, end]],
    [
      'a start in the time of the plan',
      { ...fall, over: { from: '2022', to: '2025', aggregate: 'change' } },
      [of('2022', 62000, 'A'), of('2022', 60000, 'B'), end],
    ],
  ])('%s', async (_, target, figures) => {
    expect(await judged(target, figures)).toEqual(OPEN);
  });

  test('of levels compounded, of a chain that only rises, of a whole and its parts, of another indicator', async () => {
    const compound = { at_most: '-10%', over: { from: '2020', to: '2025', aggregate: 'compound' } };
    const levels = [of('2020', 2223, 'A'), of('2020', 2100, 'B'), of('2025', 1998, 'A')];
    expect(await judged(compound, levels, { indicator: { kind: 'level' } })).toEqual(OPEN);
    const chain = [of('2020', 60000, 'A'), of('2021', 59000, 'B'), of('2025', 60500, 'C')];
    expect(await judged({ increase: 1000 }, chain, { indicator: { kind: 'stock', monotone: 'true' } })).toEqual(OPEN);
    const parts = [{ ...of('2020', 60000, 'B'), region: 'north' }, of('2020', 62000, 'A'), end];
    const whole = { indicator: { kind: 'stock', additive: 'true' }, parts: ['north'] };
    expect(await judged(fall, parts, whole)).toEqual(OPEN);
    const others = [10000, 12000].map((value, index) => of('2020', value, `${index}`, 'other'));
    const against = [of('2020', 62000, 'A'), of('2025', 63500, 'A'), ...others, of('2025', 12500, 'A', 'other')];
    const lead = { at_least: { indicator: 'other' } };
    expect(await judged(lead, against, { others: { other: { kind: 'stock' } } })).toEqual(OPEN);
  });
});

test('the sides of a period count where each is held against another indicator, though another is less', async () => {
  const of = (indicator: string, year: string, value: string) => ({ indicator, value, as_of: `${year}-12-31` });
  const { possible } = await assessExample({
    indicator: { kind: 'level' },
    others: { other: { kind: 'level' } },
    target: { at_least: { indicator: 'other' }, over: { from: '2020', to: '2021', aggregate: 'each' } },
    figures: [
      ...[of('i', '2020', '20'), of('i', '2021', '90'), of('i', '2021', '50')],
      ...[of('other', '2020', '15'), of('other', '2021', '60')],
    ],
  });
  expect(possible).toEqual(['missed', 'met']);
});

test('too many sides of two indicators are still held against each other period by period', async () => {
  const of = (indicator: string, year: number, value: number) => ({
    ...{ indicator, value: String(value), as_of: `${year}-12-31` },
  });
  const years = [2020, 2021, 2022, 2023];
  const { possible } = await assessExample({
    indicator: { kind: 'level' },
    others: { other: { kind: 'level' } },
    target: { at_least: { indicator: 'other' }, over: { from: '2020', to: '2023', aggregate: 'each' } },
    // In each year but the first the own indicator is surely less, though its least value is the greater one.
    figures: years.flatMap((year, index) =>
      [0, 2].flatMap(more => [
        of('i', year, 20 + 10 * index + more),
        of('other', year, (index === 0 ? 12 : 30 + 10 * index) + more),
      ]),
    ),
  });
  expect(possible).toEqual(['missed']);
});

describe('several periods together', () => {
  const of = (from: string, to: string, value: string) => ({ value, flow: { from, to } });
  const judged = async (figures: Example['figures'], fields: Partial<Example> = {}) =>
    (await assessExample(jobs({ ...fields, figures }))).possible;

  test('may be the last ones, or stand beside others', async () => {
    expect(await judged([of('2022', '2025', '1000')])).toEqual(['met']);
    expect(await judged([of('2021', '2022', '500'), of('2023', '2025', '499')])).toEqual(['missed']);
    expect(await judged([of('2022', '2024', '700'), ...ofYears({ 2021: '100', 2025: '200' })])).toEqual(['met']);
  });

  test('that tell of more than a figure of the whole are a side of their own, whichever comes first', async () => {
    const target = { at_most: 650, over: { from: '2021', to: '2025', aggregate: 'sum' } };
    for (const longer of [of('2021', '2025', '600'), of('2021', '2024', '600')])
      expect(await judged([of('2021', '2023', '700'), longer, of('2025', '2025', '0')], { target })).toEqual([
        'missed',
        'met',
      ]);
    expect(await judged([of('2022', '2025', '700'), of('2021', '2025', '600')], { target })).toEqual(['missed', 'met']);
  });

  test('are of the one definition of the span, unless they are all of them', async () => {
    const indicator = { kind: 'flow', unit: 'job', counts: { surveyed: 'same', registered: 'same' } };
    const figures = [
      { ...of('2021', '2024', '900'), counts: 'registered' },
      { ...of('2025', '2025', '200'), counts: 'surveyed' },
    ];
    expect(await judged(figures, { indicator })).toEqual(['missed', 'met']);
  });

  test('are set aside where the others say as much', async () => {
    const { setAside } = (await assessExample(jobs({ figures: [of('2021', '2022', '410'), ...ofYears(ALL)] })))
      .evidence;
    expect(setAside.map(({ reason }) => reason)).toEqual(['not-needed']);
  });

  test('have the mean of each, from whichever figures', async () => {
    const target = { at_least: 5, over: { from: '2021', to: '2025', aggregate: 'mean' } };
    const indicator = { kind: 'growth', unit: '%' };
    const last = { value: '2.00', as_of: '2025-12-31' };
    expect(await judged([of('2021', '2024', '5.90'), last], { target, indicator })).toEqual(['met']);
    expect(await judged([of('2021', '2024', '5.70'), last], { target, indicator })).toEqual(['missed']);
  });
});

const ALL = { 2021: '200', 2022: '210', 2023: '190', 2024: '195', 2025: '205' };

test('a mean above its ceiling may still fall, though nothing of it can be negative', async () => {
  const asked = { figures: ofYears({ 2021: '20', 2022: '20' }), asOf: '2022-12-31', indicator: { kind: 'flow' } };
  const over = { from: '2021', to: '2025' };
  const mean = await assessExample({ target: { at_most: 10, over: { ...over, aggregate: 'mean' } }, ...asked });
  const sum = await assessExample({ target: { at_most: 30, over: { ...over, aggregate: 'sum' } }, ...asked });
  expect([mean.possible, sum.possible]).toEqual([['far-behind'], ['lost']]);
});
