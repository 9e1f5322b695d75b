import fc from 'fast-check';
import type { SchemaElement } from 'hyparquet';
import { describe, expect, it, test } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { type InputFormat, inputFormats } from '../../src/input/source/registry.ts';
import { planSchema } from '../../src/model/plan.ts';
import type { Interval } from '../../src/values/interval.ts';
import { runs } from '../support/properties.ts';
import { parquetOfValue, writings } from './writings.ts';

/*
 * Numbers of more digits than a spreadsheet shows, and than a double keeps. The interval holds the number that is shown
 * and the one that is kept, and is the same whatever format the number came in. A format is here because it is in the
 * registry.
 */

const plan = planSchema.parse({
  plan: 'plan',
  title: 'Plan',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { roads: { title: 'Roads', unit: 'km', kind: 'level' } },
});

const binary: readonly InputFormat[] = ['xlsx', 'parquet'];

const intervalIn = (format: InputFormat, digits: string): Promise<Interval> =>
  intervalOf(writings[format].ofNumber(digits), format);

async function intervalOf(bytes: Uint8Array, format: InputFormat): Promise<Interval> {
  const { report, problems } = await readReport({ path: '-', bytes, format }, plan);
  expect(problems).toStrictEqual([]);
  const { low = Number.NaN, high = Number.NaN } = report?.observations[0]?.quantity ?? {};
  return { low, high };
}

describe('a double', () => {
  it.each([
    ['below a whole number', 4999.999999999999, 4999.999999999999, 5000],
    ['above a whole number', 5000.000000000001, 5000, 5000.000000000001],
    ['below zero', -4999.999999999999, -5000, -4999.999999999999],
    ['a sum with noise', 0.1 + 0.2, 0.25, 0.35],
    ['a product with noise', 93307.00000000001, 93307, 93307.00000000001],
    ['sixteen digits', 0.1234567890123456, 0.123456789012345, 0.123456789012346],
    ['a whole number, of a level', 5000, 4999.5, 5000.5],
  ])('%s', async (_name, value, low, high) => {
    for (const format of inputFormats)
      expect(await intervalIn(format, String(value)), format).toStrictEqual({ low, high });
  });

  test('is read alike in every format, and the interval holds what is shown and what is kept', async () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter(each => !String(each).includes('e'));
    await fc.assert(
      fc.asyncProperty(value, async each => {
        const expected = await intervalIn('json', String(each));
        const shown = Number(each.toPrecision(15));
        expect(expected.low).toBeLessThanOrEqual(Math.min(each, shown));
        expect(expected.high).toBeGreaterThanOrEqual(Math.max(each, shown));
        for (const format of inputFormats)
          expect(await intervalIn(format, String(each)), format).toStrictEqual(expected);
      }),
      runs(0.05),
    );
  });
});

describe('digits that no double has', () => {
  const texts = inputFormats.filter(format => !binary.includes(format));

  it.each([
    ['below a whole number', '4999.99999999999999999', (low: number, high: number) => low < 5000 && high === 5000],
    ['above a whole number', '5000.00000000000000001', (low: number, high: number) => low === 5000 && high > 5000],
    [
      'below, by as many digits as a double has',
      '4999.9999999999999',
      (low: number, high: number) => low < 5000 && high === 5000,
    ],
    ['above, by as many', '5000.0000000000001', (low: number, high: number) => low === 5000 && high > 5000],
    ['below, followed by zeros', '4999.999999999999900', (low: number, high: number) => low < 5000 && high === 5000],
    ['below zero', '-4999.99999999999999999', (low: number, high: number) => low === -5000 && high > -5000],
    [
      'zeros behind a double',
      '4999.99999999999900000',
      (low: number, high: number) => low === 4999.999999999999 && high === 5000,
    ],
    ['zeros only', '5000.00000000000000000', (low: number, high: number) => low === 5000 && high === 5000],
  ])('%s', async (_name, digits, holds) => {
    const all = await Promise.all(texts.map(format => intervalIn(format, digits)));
    for (const each of all) expect(each).toStrictEqual(all[0]);
    expect(holds(all[0]?.low ?? 0, all[0]?.high ?? 0)).toBe(true);
  });

  it.each<[string, Omit<SchemaElement, 'name'>, bigint]>([
    [
      'of 38 digits',
      { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, precision: 38, scale: 20 },
      499_999_999_999_999_999_999_999n,
    ],
    ['of any length', { type: 'BYTE_ARRAY', precision: 38, scale: 20 }, 499_999_999_999_999_999_999_999n],
  ])('in a column of decimals %s', async (_name, type, value) => {
    const bytes = parquetOfValue({ ...type, converted_type: 'DECIMAL', data: [value] });
    expect(await intervalOf(bytes, 'parquet')).toStrictEqual(await intervalIn('json', '4999.99999999999999999999'));
  });
});

describe('a column of Parquet', () => {
  it.each<[string, Omit<SchemaElement, 'name'>, bigint | number, number, number]>([
    ['of decimals', { type: 'INT64', precision: 18, scale: 3, converted_type: 'DECIMAL' }, 96_500n, 96.45, 96.55],
    [
      'of decimals below zero',
      { type: 'INT32', precision: 9, scale: 2, converted_type: 'DECIMAL' },
      -57n,
      -0.575,
      -0.565,
    ],
    ['of single precision', { type: 'FLOAT' }, Math.fround(82.78), 82.775, 82.785],
    ['of single precision, beyond its whole numbers', { type: 'FLOAT' }, 123_456_792, 123_456_786, 123_456_794],
  ])('%s', async (_name, type, value, low, high) => {
    expect(await intervalOf(parquetOfValue({ ...type, data: [value] }), 'parquet')).toStrictEqual({ low, high });
  });

  it('of decimals that only its logical type names', async () => {
    const type = { type: 'INT64', logical_type: { type: 'DECIMAL', precision: 18, scale: 2 } } as const;
    const bytes = parquetOfValue({ ...type, data: [9650n] });
    expect(await intervalOf(bytes, 'parquet')).toStrictEqual({ low: 96.45, high: 96.55 });
  });
});
