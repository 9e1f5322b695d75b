import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { InputFormat } from '../../src/input/source/registry.ts';
import type { Plan } from '../../src/model/plan.ts';
import { parquetOf, sheet, xlsxOf } from '../support/tables.ts';

/* How wide a number that is printed whole is: by what is measured, and in tables by the decimals beside it. */

const planOf = async (): Promise<Plan> => {
  const text = `
plan: p
title: p
period: { from: 2021, to: 2025 }
region: land
regions: [{ id: land, title: l }, { id: sea, title: s }]
indicators:
  share: { title: i, unit: '%', kind: share, counts: { all: same, some: part } }
  ratio: { title: i, unit: ratio, kind: share }
  level: { title: i, unit: points, kind: level }
  growth: { title: i, unit: '%', kind: growth }
  stock: { title: i, unit: thing, kind: stock }
  event: { title: i, unit: thing, kind: event }
  length: { title: i, unit: km, kind: level }
  rate: { title: i, unit: '‰', kind: level }
  money: { title: i, unit: 亿元, kind: level }
measures:
  - id: m
    title: m
    targets:
      - { id: t, indicator: share, by: 2025, at_least: 95, baseline: { value: 60, as_of: 2020 }, path: [{ by: 2023, value: 80 }] }
      - { id: u, indicator: stock, by: 2025, at_least: 95, baseline: { value: 60, as_of: 2020 } }
`;
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(text) });
  if (!plan) throw new Error('the plan of this test cannot be read');
  return plan;
};
const plan = await planOf();

async function widths(bytes: Uint8Array | string, format: InputFormat) {
  const { report, problems } = await readReport({ path: `report.${format}`, bytes: Buffer.from(bytes) }, plan);
  if (!report) throw new Error(JSON.stringify(problems));
  return report.observations.map(({ quantity }) => quantity && [quantity.low, quantity.high, quantity.step]);
}

describe('a whole number', () => {
  test.each<[indicator: string, value: string, low: number, high: number]>([
    ['stock', '95', 95, 95],
    ['event', '1', 1, 1],
    ['level', '95', 94.5, 95.5],
    ['level', '-3', -3.5, -2.5],
    ['growth', '-3%', -3.5, -2.5],
    ['growth', '54.5', 54.45, 54.55],
    ['growth', '0', 0, 0],
    ['level', '1,200', 1199.5, 1200.5],
    ['level', '0', 0, 0],
    ['level', '0.0', -0.05, 0.05],
    ['level', '约 20', 19, 21],
    ['level', '12万', 115_000, 125_000],
    ['share', '95%', 94.5, 95.5],
    ['share', '95', 94.5, 95.5],
    ['share', '９５％', 94.5, 95.5],
    ['share', '95.0', 94.95, 95.05],
    ['share', '100', 99.5, 100],
    ['share', '0', 0, 0],
    ['share', '0.0', 0, 0.05],
    ['share', '约 99', 94.05, 100],
    ['share', '98以上', 98, 100],
    ['share', '不足2', 0, 2],
    ['share', '104', 103.5, 104.5],
    ['ratio', '2', 1.5, 2.5],
    ['ratio', '100', 99.5, 100.5],
    ['stock', '95 thing', 95, 95],
    ['level', '95 points', 94.5, 95.5],
    ['level', '1,200points', 1199.5, 1200.5],
    ['level', '已达95 points', 94.5, 95.5],
    ['level', '0 points', 0, 0],
    ['level', '0.0095万', 94.5, 95.5],
    ['share', '95 percent', 94.5, 95.5],
    ['share', '95 per cent', 94.5, 95.5],
    ['ratio', '2 ratio', 1.5, 2.5],
    ['length', '5000 km', 4999.5, 5000.5],
    ['length', '5千km', 4500, 5500],
    ['rate', '5‰', 4.5, 5.5],
    ['money', '25698亿元', 25697.5, 25698.5],
  ])('of a %s, %s', async (indicator, value, low, high) => {
    const text = `as_of: 2023\nobservations: [{ indicator: ${indicator}, value: '${value}' }]`;
    expect((await widths(text, 'yaml'))[0]?.slice(0, 2)).toEqual([low, high]);
  });

  test.each([
    ['exact: true', [95, 95]],
    ['rounded_to: 10', [90, 100]],
    ['tolerance: 2', [93, 97]],
    ['tolerance: 0', [95, 95]],
  ])('%s says otherwise', async (said, [low = 0, high = 0]) => {
    const text = `as_of: 2023\nmetrics: { level: { value: 95, ${said} } }`;
    expect(await widths(text, 'yaml')).toMatchObject([[low, high, expect.any(Number)]]);
  });

  test('of a plan is as it is printed, but for a start that is measured', () => {
    const [measured, counted] = plan.measures[0]?.targets ?? [];
    expect(measured?.goal).toMatchObject({ low: 95, step: 1 });
    expect(measured?.readings[0]).toMatchObject({
      path: [{ value: 80, step: 1 }],
      baseline: { value: { low: 59.5, high: 60.5 } },
    });
    expect(counted?.readings[0]?.baseline?.value).toMatchObject({ low: 60, high: 60 });
  });
});

const rows = [
  { indicator: 'share', value: '97.2', as_of: '2020' },
  { indicator: 'share', value: '97.65', as_of: '2021' },
  { indicator: 'share', value: '98', as_of: '2022' },
  { indicator: 'stock', value: '98', as_of: '2022' },
];
type Row = Readonly<Record<string, string | undefined>>;

const csvOf = (all: readonly Row[]): string => {
  const columns = [...new Set(all.flatMap(row => Object.keys(row)))];
  return [columns, ...all.map(row => columns.map(column => row[column] ?? ''))]
    .map(cells => cells.join(','))
    .join('\n');
};
const numberOf = (text = ''): number | string => (Number.isNaN(Number(text)) ? text : Number(text));

/** Programs write all of these, and keep no zeros behind a point. */
const written: Readonly<Record<string, (all: readonly Row[]) => Promise<unknown[]>>> = {
  csv: all => widths(csvOf(all), 'csv'),
  tsv: all => widths(csvOf(all).replaceAll(',', '\t'), 'csv'),
  ndjson: all => widths(all.map(row => JSON.stringify({ ...row, value: numberOf(row['value']) })).join('\n'), 'ndjson'),
  xlsx: all => {
    const cells = all.map(({ indicator = '', value, as_of = '' }) => [indicator, numberOf(value), as_of]);
    return widths(xlsxOf(sheet([['indicator', 'value', 'as_of'], ...cells])), 'xlsx');
  },
  parquet: all => {
    const column = (name: string) => all.map(row => row[name] ?? '');
    const value = column('value').map(Number);
    return widths(parquetOf({ indicator: column('indicator'), value, as_of: column('as_of') }), 'parquet');
  },
};

describe('in a column with decimals', () => {
  test.each(Object.entries(written))('of %s it has as many as the fewest beside it', async (_, read) => {
    expect(await read(rows)).toEqual([
      [97.15, 97.25, 0.1],
      [97.645, 97.655, 0.01],
      [97.95, 98.05, 0.1],
      [98, 98, 1],
    ]);
  });

  test.each<[format: InputFormat, text: string]>([
    ['yaml', `observations:\n${rows.map(row => `  - ${JSON.stringify(row)}`).join('\n')}`],
    ['yaml', rows.map(row => `- ${JSON.stringify(row)}`).join('\n')],
    ['json', JSON.stringify(rows)],
    ['ndjson', JSON.stringify({ report: 'r', observations: rows })],
  ])('of a list in %s it is as it is printed', async (format, text) => {
    expect((await widths(text, format))[2]).toEqual([97.5, 98.5, 1]);
  });

  test.each<[what: string, row: Row, width: readonly number[]]>([
    ['of a count', { indicator: 'stock', value: '98' }, [98, 98, 1]],
    ['of another publisher', { indicator: 'share', value: '98', publisher: 'B' }, [97.5, 98.5, 1]],
    ['of another definition', { indicator: 'share', value: '98', counts: 'all' }, [97.5, 98.5, 1]],
    ['of another region', { indicator: 'share', value: '98', region: 'sea' }, [97.95, 98.05, 0.1]],
    ['that is zero', { indicator: 'share', value: '0' }, [0, 0, 1]],
    ['that is exact', { indicator: 'share', value: '98', exact: 'true' }, [98, 98, 0]],
    ['that is rounded', { indicator: 'share', value: '98', rounded_to: '2' }, [97, 99, 1]],
    ['that is a bound', { indicator: 'share', value: '>98' }, [98, 100, 1]],
    ['with a multiplier', { indicator: 'share', value: '0.01k' }, [5, 15, 10]],
    ['with its unit behind it', { indicator: 'share', value: '98 percent' }, [97.95, 98.05, 0.1]],
  ])('a number %s', async (_, row, width) => {
    const all = [...rows.slice(0, 2), { ...row, as_of: '2023' }];
    expect((await widths(csvOf(all), 'csv'))[2]).toEqual(width);
  });

  test.each<[what: string, row: Row]>([
    ['a bound', { value: '>97.2' }],
    ['about', { value: '约 97.2' }],
    ['rounded', { value: '97.2', rounded_to: '0.5' }],
  ])('%s says nothing of the others', async (_, row) => {
    const all = [
      { indicator: 'share', as_of: '2020', ...row },
      { indicator: 'share', as_of: '2021', value: '98' },
    ];
    expect((await widths(csvOf(all), 'csv'))[1]).toEqual([97.5, 98.5, 1]);
  });

  test('of counts, too: 93.3 and 98 of ten thousand', async () => {
    const all = [
      { indicator: 'stock', as_of: '2020', value: '93.3' },
      { indicator: 'stock', as_of: '2021', value: '98' },
    ];
    expect(await widths(csvOf(all), 'csv')).toMatchObject([
      [93.25, 93.35, 0.1],
      [97.95, 98.05, 0.1],
    ]);
  });

  test('of a sheet below a title and fields of its report', async () => {
    const above = [['Coverage'], ['publisher', 'A'], ['as_of', '2022'], ['indicator', 'value']];
    const cells = [
      ['share', 97.2],
      ['share', 98],
    ];
    expect(await widths(xlsxOf(sheet([...above, ...cells])), 'xlsx')).toMatchObject([
      [97.15, 97.25, 0.1],
      [97.95, 98.05, 0.1],
    ]);
  });

  test('in whatever order its rows stand', async () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 9999 }).map(each => each / 100),
    );
    const row = fc.record({
      indicator: fc.constantFrom('share', 'level', 'stock'),
      value: value.map(String),
      as_of: fc.constant('2022'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 8 }), fc.nat(), async (all, turn) => {
        const places = all.map((_, index) => index);
        const order = places.map((_, index) => (index + turn) % all.length).toReversed();
        const there = await widths(csvOf(all), 'csv');
        const turned = await widths(csvOf(order.map(index => all[index] ?? {})), 'csv');
        expect(places.map(index => turned[order.indexOf(index)])).toEqual(there);
      }),
    );
  });
});
