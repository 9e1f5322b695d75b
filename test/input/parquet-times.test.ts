import type { SchemaElement } from 'hyparquet';
import { expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { parquetOf, withMetadata } from '../support/tables.ts';

/* Parquet keeps a time of day as a number of its smallest unit. */

const HOUR = 3_600_000_000n;
const file = parquetOf({ indicator: ['roads', 'roads'], value: [HOUR, HOUR + 62_000_000n], as_of: ['2023', '2024'] });
const timed = (as: Partial<SchemaElement>) =>
  withMetadata(file, ({ schema, ...rest }) => ({
    ...rest,
    schema: schema.map(element => (element.name === 'value' ? { ...element, ...as } : element)),
  }));

async function readOf(bytes: Uint8Array) {
  const text = `
plan: p
title: p
period: { from: 2021, to: 2025 }
region: land
indicators: { roads: { title: Roads, unit: road, kind: stock } }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: roads, by: 2025, at_least: 95 }] }]
`;
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(text) });
  if (!plan) throw new Error('the plan of this test cannot be read');
  return readReport({ path: 'report.parquet', bytes }, plan);
}

test('a number is a figure', async () => {
  const { report } = await readOf(file);
  expect(report?.observations.map(({ quantity }) => quantity?.nominal)).toEqual([3_600_000_000, 3_662_000_000]);
});

test.each<[name: string, as: Partial<SchemaElement>]>([
  ['of now', { logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' } }],
  ['of old', { converted_type: 'TIME_MICROS' }],
])('a time of day is none, in a file %s', async (_, as) => {
  const { report, problems } = await readOf(timed(as));
  expect(report).toBeUndefined();
  expect(problems).toMatchObject([
    { code: 'bad-quantity', args: { text: '01:00:00' } },
    { code: 'bad-quantity', args: { text: '01:01:02' } },
  ]);
});
