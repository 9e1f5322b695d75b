import { expect, test } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import type { Quantity } from '../../src/values/quantity.ts';
import { sheet, xlsxOf } from '../support/tables.ts';

/* What a file keeps behind the number that it shows: a figure knows both. */

const plan = planSchema.parse({
  ...{ plan: 'p', title: 'p', period: { from: '2021', to: '2025' } },
  indicators: { i: { title: 'i', unit: '%', kind: 'share' }, n: { title: 'n', unit: 'thing', kind: 'stock' } },
});

async function quantityIn(path: string, bytes: Uint8Array): Promise<Quantity | null | undefined> {
  const { report, problems } = await readReport({ path, bytes }, plan);
  if (!report) throw new Error(JSON.stringify(problems));
  return report.observations[0]?.quantity;
}

const cell = (indicator: string, value: number, format: string) =>
  quantityIn(
    'a.xlsx',
    xlsxOf(
      sheet(
        [
          ['indicator', 'as_of', 'value'],
          [indicator, '2023', value],
        ],
        { formats: { C2: format } },
      ),
    ),
  );

test.each<[indicator: string, value: number, format: string, expected: Partial<Quantity>]>([
  ['i', 5.3612, '0.0', { nominal: 5.4, step: 0.1, kept: 5.3612, low: 5.35, high: 5.45 }],
  ['i', 0.053612, '0.0%', { nominal: 5.4, step: 0.1, kept: 5.3612, low: 5.35, high: 5.45 }],
  ['i', 5.35, '0.0', { nominal: 5.4, step: 0.1, kept: 5.35, low: 5.345, high: 5.45 }],
  ['n', 93306.7, '#,##0', { nominal: 93_307, step: 1, kept: 93_306.7, low: 93_306.5, high: 93_307.5 }],
  ['n', 9.3307, '0.00"万"', { nominal: 93_300, step: 100, kept: 93_307, low: 93_250, high: 93_350 }],
  ['i', 99.97, '0', { nominal: 100, step: 1, kept: 99.97, low: 99.5, high: 100 }],
])('%s, %d under %s', async (indicator, value, format, expected) => {
  expect(await cell(indicator, value, format)).toMatchObject({ ...expected, isPlain: true });
});

test.each<[indicator: string, value: number, format: string]>([
  ['n', 93307, '#,##0'],
  ['i', 9.3, '0.00'],
  ['i', 5.4, '0.0'],
])('where %s, %d under %s, is all that is kept, nothing is said of it', async (indicator, value, format) => {
  expect(await cell(indicator, value, format)).not.toHaveProperty('kept');
});

test('a row of any table may say so, and what it says of rounding holds as well', async () => {
  const quantity = (row: string) => quantityIn('a.csv', Buffer.from(`indicator,as_of,value,kept,rounded_to\n${row}\n`));
  expect(await quantity('i,2023,5.4,5.3612,')).toMatchObject({ kept: 5.3612, low: 5.35, high: 5.45, isPlain: true });
  expect(await quantity('i,2023,5.4,5.3612,1')).toMatchObject({ kept: 5.3612, low: 4.9, high: 5.9, isPlain: false });
});
