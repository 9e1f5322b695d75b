import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { multipleOf } from '../../src/input/shape/units.ts';
import { planSchema } from '../../src/model/plan.ts';

const planIn = (unit: string) =>
  planSchema.parse({
    plan: 'p',
    title: 'p',
    period: { from: '2021-01-01', to: '2025-12-31' },
    indicators: { a: { title: 'A', unit, kind: 'stock' } },
  });

async function read(own: string, value: string, unit?: string) {
  const figure = { indicator: 'a', value, as_of: '2023-12-31', ...(unit !== undefined && { unit }) };
  const bytes = Buffer.from(JSON.stringify([figure]));
  const { report, problems } = await readReport({ path: 'a.json', bytes }, planIn(own));
  const { low, high } = report?.observations[0]?.quantity ?? {};
  return problems.length > 0 ? problems.map(({ code }) => code).join() : [low, high];
}

test.each<[own: string, value: string, unit: string | undefined, is: unknown]>([
  ['亿元', '2.57', '万亿元', [25_650, 25_750]],
  ['亿元', '2.57万亿元', undefined, [25_650, 25_750]],
  ['亿元', '25,698万元', undefined, [2.569_75, 2.569_85]],
  ['元', '2.57万亿元', undefined, [2_565_000_000_000, 2_575_000_000_000]],
  ['元', '2.57万亿', undefined, [2_565_000_000_000, 2_575_000_000_000]],
  ['万个', '93307个', undefined, [9.330_65, 9.330_75]],
  ['万个', '1.2–1.3亿个', undefined, 'bad-quantity'],
  ['亿元', '1.2万亿元–1.3万亿元', undefined, [12_000, 13_000]],
  ['亿元', '2.57万亿', undefined, 'multiplied-twice'],
  ['亿元', '2.57', '万亿', 'wrong-unit'],
  ['亿元', '25,700', '亿', 'wrong-unit'],
  ['亿元', '2.57万', '万亿元', 'multiplied-twice'],
  ['亿元', '2.57', '万亿美元', 'wrong-unit'],
  ['万个', '9.3万', undefined, 'multiplied-twice'],
  ['m²', '5', 'km²', 'wrong-unit'],
  ['m', '5', 'km', [4500, 5500]],
  ['m', '1.5e3', 'km', [1_450_000, 1_550_000]],
  ['km', '1.5e3', '千km', [1_450_000, 1_550_000]],
  ['亿元', '1.5e-3', '万亿元', [14.5, 15.5]],
  ['%', '5.4e1', '‰', [5.35, 5.45]],
  ['‰', '0.54%', undefined, [5.35, 5.45]],
  ['‰', '0.54', '%', [5.35, 5.45]],
  ['‰', '0.5%–0.6%', undefined, [5, 6]],
  ['%', '54‰', undefined, [5.35, 5.45]],
  ['个', '54%', undefined, 'wrong-unit'],
  ['%', '5.4个百分点', undefined, 'wrong-unit'],
  ['%', '5.4', '百分点', 'wrong-unit'],
  ['‰', '5.4', '百分点', 'wrong-unit'],
])('counted in %s, %s %s is %j', async (own, value, unit, is) => {
  expect(await read(own, value, unit)).toStrictEqual(is);
});

test('one multiple as another and back is the same number', () => {
  const words = ['', '千', '万', '百万', '亿', '万亿', 'k', 'million ', 'billion '];
  const powers = [0, 3, 4, 6, 8, 12, 3, 6, 9];
  const which = fc.nat(words.length - 1);
  fc.assert(
    fc.property(which, which, fc.constantFrom('元', 't', '个'), (from, to, counted) => {
      const [a, b] = [`${words[from]}${counted}`, `${words[to]}${counted}`];
      expect(multipleOf(a, new Set([b]))?.power).toBe((powers[from] ?? 0) - (powers[to] ?? 0));
      expect(multipleOf(`${a}x`, new Set([b]))).toBeUndefined();
    }),
  );
});
