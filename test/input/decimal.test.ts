import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { withPreset } from '../../src/model/preset.ts';
import type { GivenMapping } from '../../src/model/table-mapping.ts';

const plan = planSchema.parse({
  plan: 'p',
  title: 'p',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { roads: { title: 'Roads', unit: 'km', kind: 'stock' } },
});

/** The interval that a cell is read as, or the code of what is wrong with it. */
async function read(cell: string, decimal: GivenMapping['decimal'], delimiter = ';') {
  const rows = [
    ['indicator', 'value', 'as_of'],
    ['roads', `"${cell}"`, '2023-12-31'],
  ];
  const bytes = Buffer.from(rows.map(row => row.join(delimiter)).join('\n'));
  const mappings = decimal ? [withPreset({ decimal }, undefined)] : [];
  const { report, problems } = await readReport({ path: 'a.csv', bytes, mappings }, plan);
  const { low, high } = report?.observations[0]?.quantity ?? {};
  return problems.length > 0 ? problems.map(({ code }) => code).join() : [low, high];
}

test.each<[cell: string, none: unknown, comma: unknown, point: unknown]>([
  ['93.307', 'ambiguous-separator', [93_307, 93_307], [93.3065, 93.3075]],
  ['93,307', 'ambiguous-separator', [93.3065, 93.3075], [93_307, 93_307]],
  ['约 93．307', 'ambiguous-separator', [88_641.65, 97_972.35], [88.64165, 97.97235]],
  ['1.234.567', 'bad-quantity', [1_234_567, 1_234_567], 'bad-quantity'],
  ['1.234,5', 'bad-quantity', [1234.45, 1234.55], 'bad-quantity'],
  ['12,5', 'bad-quantity', [12.45, 12.55], 'bad-quantity'],
  ['12.5', [12.45, 12.55], 'bad-quantity', [12.45, 12.55]],
  ['1.5e3', [1450, 1550], 'bad-quantity', [1450, 1550]],
  ['93307', [93_307, 93_307], [93_307, 93_307], [93_307, 93_307]],
])('between semicolons, %s: %j; with a decimal comma %j, with a point %j', async (cell, none, comma, point) => {
  expect([await read(cell, undefined), await read(cell, 'comma'), await read(cell, 'point')]).toStrictEqual([
    none,
    comma,
    point,
  ]);
});

test('between commas and tabs a point is decimal, and a mapping may say otherwise', async () => {
  for (const delimiter of [',', '\t'])
    expect([await read('93.307', undefined, delimiter), await read('93.307', 'comma', delimiter)]).toStrictEqual([
      [93.3065, 93.3075],
      [93_307, 93_307],
    ]);
});

const written = (int: number, decimals: string, [group, sign]: readonly [string, string]): string =>
  `${String(int).replace(/\B(?=(\d{3})+$)/g, group)}${decimals && `${sign}${decimals}`}`;

test('a number with a decimal comma is read as the same with a point', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(9_999_999),
      fc.stringMatching(/^\d{0,3}$/),
      fc.constantFrom('', '%', '万', '以上', ' km'),
      async (int, decimals, behind) => {
        const ours = await read(`${written(int, decimals, [',', '.'])}${behind}`, 'point');
        expect(await read(`${written(int, decimals, ['.', ','])}${behind}`, 'comma')).toStrictEqual(ours);
      },
    ),
  );
});
