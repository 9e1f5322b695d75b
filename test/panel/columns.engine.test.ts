import { afterAll, describe, expect, test } from 'vitest';
import { describeReduction } from '../../src/panel/reduction.ts';
import { dialects } from '../../src/panel/sql/dialects.ts';
import { reductionSql } from '../../src/panel/sql/reduction-sql.ts';
import type { Day } from '../../src/values/day.ts';
import { planOf } from '../properties/arbitraries.ts';
import { duckdbEngine } from './engines/duckdb-engine.ts';
import { columnsOf, contents, csvOf, type Row, read, stepsOf } from './files.ts';

/*
 * Tables in which whole numbers stand beside decimals: 98 beside 97.2 was 98.0. The query leaves what says the same of
 * every whole number that is left, wherever the decimals stand.
 */

const engine = await duckdbEngine();
afterAll(() => engine.stop());

const plan = planOf({
  plan: 'plan',
  title: 'Invented',
  period: { from: '2021-01-01', to: '2025-12-31' },
  region: 'whole',
  regions: ['whole', 'north', 'south'].map(id => ({ id, title: id })),
  indicators: {
    loss: { title: 'Loss', unit: 'unit', kind: 'level' },
    homes: { title: 'Homes', unit: 'home', kind: 'stock', monotone: 'true' },
  },
  measures: [
    {
      id: 'all',
      title: 'All',
      targets: [
        { id: 'a', indicator: 'loss', at_most: '7', by: '2025-12-31', regions: 'each' },
        { id: 'b', indicator: 'homes', at_least: '900', by: '2025-12-31', regions: 'each' },
      ],
    },
  ],
});

const dayOf = (month: number): string => new Date(Date.UTC(2021, month + 1, 0)).toISOString().slice(0, 10);

/** Months of one series. */
const series = (region: string, values: readonly string[], more: Row = {}): Row[] =>
  values.map((value, month) => ({
    ...{ indicator: 'loss', value, as_of: dayOf(month), published: dayOf(month), region, publisher: '' },
    ...more,
  }));

const whole = Array.from({ length: 24 }, (_, month) => String(10 + (month % 3)));
/** The same with one number in the place of another, where the reduction would leave it out. */
const withOne = (value: string, others: readonly string[] = whole) => others.with(4, value);

async function left(rows: readonly Row[], knownBy?: Day) {
  const columns = columnsOf(rows);
  const reduction = describeReduction(plan, { knownBy });
  const cells = rows.map(row => columns.map(column => row[column] ?? ''));
  const csv = await engine.query(
    { columns, rows: cells },
    reductionSql(dialects.duckdb, reduction, { name: 'panel', columns }),
  );
  const [all, kept] = [await read(csvOf(rows), 'all.csv', plan), await read(csv, 'kept.csv', plan)];
  const said = new Set(contents(all));
  expect(contents(kept).filter(each => !said.has(each))).toEqual([]);
  expect(stepsOf(kept)).toEqual(stepsOf(all));
  return kept.map(({ region, quantity, source }) => `${region} ${source.publisher ?? '-'} ${quantity?.text}`);
}

describe('whole numbers beside decimals', () => {
  test('the only decimals stand in another region, in a row that says nothing else', async () => {
    const kept = await left([...series('north', whole), ...series('south', withOne('11.5'))]);
    expect(kept).toContain('south - 11.5');
    expect(kept).toHaveLength(15);
  });

  test('the fewest decimals stand in another region', async () => {
    const fine = whole.map((value, month) => (month % 4 === 0 ? value : `${value}.25`));
    const kept = await left([...series('north', fine), ...series('south', withOne('11.5', fine))]);
    expect(kept).toContain('south - 11.5');
    expect(kept.length).toBeLessThan(20);
  });

  test('another publisher has a column of its own', async () => {
    const [a, b] = [{ publisher: 'Daily' }, { publisher: 'Bureau' }];
    const kept = await left([...series('north', withOne('11.5'), a), ...series('south', whole, b)]);
    expect(kept).toContain('north Daily 11.5');
    expect(kept.filter(each => each.startsWith('south'))).toHaveLength(7);
  });

  test('publishers between blanks are one', async () => {
    const kept = await left([
      ...series('north', withOne('11.5'), { publisher: ' Daily\u3000' }),
      ...series('south', whole, { publisher: 'Daily' }),
    ]);
    expect(kept).toContain('north Daily 11.5');
    expect(kept.length).toBeLessThan(20);
  });

  test('what is published too late still says what a whole number means', async () => {
    const late = { published: '2026-06-30' };
    const rows = [...series('north', whole), ...series('south', withOne('11.5'), late)];
    const kept = await left(rows, '2023-06-30' as Day);
    expect(kept).toContain('south - 11.5');
    expect(kept.length).toBeLessThan(20);
  });

  test('a count that only rises is compared as wide as its column makes it', async () => {
    // 500 beside 500.5 is 499.95 to 500.05: surely less than 500.5, and the series is kept whole.
    const homes = { indicator: 'homes' };
    const rising = Array.from({ length: 24 }, (_, month) => String(500 + month));
    expect(await left(series('north', withOne('504.5', rising), homes))).toHaveLength(8);
    expect(await left(series('north', rising.with(4, '505.5'), homes))).toHaveLength(24);
    expect(await left(series('north', rising.with(4, '505.05'), homes))).toHaveLength(24);
  });

  test('a number that may lie on either side of the goal is kept', async () => {
    // The newest of them says most of the past; the others are there because 7 is 6.95 to 7.05.
    const near = whole.with(2, '7').with(3, '7').with(4, '11.5').with(6, '7');
    const sevens = async (values: readonly string[]) =>
      (await left(series('north', values))).filter(each => each === 'north - 7').length;
    expect(await sevens(near)).toBe(3);
    expect(await sevens(near.with(2, '7.1').with(3, '7.2'))).toBe(1);
  });
});

describe('all is left of a column whose decimals the query cannot be sure of', () => {
  const others = series('north', withOne('11.25'));
  const odd = (value: string, more: Row = {}) => [...series('south', whole), ...series('south', [value], more)];

  test.each<[string, string, Row]>([
    ['a number with its unit', '11.5 unit', {}],
    ['a number in words', '约11.5', {}],
    ['full-width digits', '１１．５', {}],
    ['blanks around it', ' 11.5', {}],
    ['a status', '11.5', { status: 'provisional' }],
    ['a part of the whole', '11.5', { scope: 'one operator' }],
    ['a rounded number', '11.5', { rounded_to: '1' }],
    ['a name between blanks', '11.5', { indicator: ' loss' }],
  ])('%s', async (_what, value, more) => {
    const rows = [...others, ...odd(value, { as_of: '2024-01-31', published: '2024-01-31', ...more })];
    expect(await left(rows)).toHaveLength(rows.length);
  });

  test('a number of more than three decimals is no matter beside one of fewer, and alone leaves all', async () => {
    const rows = [...others, ...odd('11.2345', { as_of: '2024-01-31', published: '2024-01-31' })];
    expect((await left(rows)).length).toBeLessThan(rows.length);
    const alone = series('north', withOne('11.2345'));
    expect(await left(alone)).toHaveLength(alone.length);
  });
});
