import { expect, test } from 'vitest';
import { answersOf } from '../../src/assess/answers.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { targetsOf } from '../../src/model/outline.ts';
import type { Day } from '../../src/values/day.ts';

/** What may stand many times in a plan or a report. */
interface Size {
  readonly figures?: number;
  readonly targets?: number;
  readonly readings?: number;
  readonly parts?: number;
  readonly milestones?: number;
  readonly periods?: number;
  readonly factors?: number;
  readonly letters?: number;
  readonly title?: number;
  readonly name?: number;
  readonly counts?: number;
}

const list = (count: number, item: (index: number) => unknown) => Array.from({ length: count }, (_, at) => item(at));
const named = (count: number, item: (index: number) => unknown) =>
  Object.fromEntries(list(count, index => [`n${index}`, item(index)]) as [string, unknown][]);
const fileOf = (path: string, data: unknown) => ({ path, bytes: Buffer.from(JSON.stringify(data)) });

async function countFor({ figures = 1, targets = 1, readings = 1, ...size }: Size): Promise<number> {
  const { parts = 0, milestones = 0, periods = 0, factors = 0, letters = 0, title = 1, name = 1, counts = 0 } = size;
  const stock = { title: 'I', unit: 'u', kind: 'stock' };
  const identity = factors > 0 && { identity: list(factors, index => `f${index}`).join(' * ') };
  const own = { ...stock, title: 'I'.repeat(title), counts: named(counts, () => 'same'), ...identity };
  const over = { from: '2021', to: `${2020 + periods}`, aggregate: 'each' };
  const goal = { indicator: 'i', at_least: 5, ...(periods > 0 ? { over } : { by: '2025-12-31' }) };
  const path = list(milestones, index => ({ by: `20${21 + (index % 4)}-06-30`, value: 1 + index }));
  const { plan } = await readPlan(
    fileOf('plan.json', {
      plan: 'p',
      title: 't',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: 'r',
      regions: [{ id: 'r', title: 'R', parts: list(parts, index => ({ id: `p${index}`, title: 'P' })) }],
      indicators: {
        i: own,
        ...Object.fromEntries(list(factors, index => [`f${index}`, stock]) as [string, unknown][]),
      },
      measures: [
        {
          id: `m${'x'.repeat(name)}`,
          title: 'M',
          targets: list(targets, index => ({
            ...goal,
            id: `t${index}`,
            ...(milestones > 0 && { path: path.slice(0, 4) }),
            readings: readings > 1 ? named(readings, at => ({ at_least: 5 + at })) : {},
          })),
        },
      ],
    }),
  );
  if (!plan) throw new Error('the plan cannot be read');
  const observations = list(figures, index => ({
    indicator: 'i',
    value: index,
    as_of: '2023',
    counts: counts > 0 ? 'n0' : undefined,
    note: letters > 0 ? 'x'.repeat(letters) : undefined,
  }));
  const { report } = await readReport(fileOf('report.json', { observations }), plan, '2030-01-01' as Day);
  return answersOf(plan, 'r', targetsOf(plan, 'r'), report?.observations ?? []);
}

test.each<[string, Size, number]>([
  ['one figure', {}, 17],
  ['figures', { figures: 100 }, 116],
  ['figures × targets', { figures: 100, targets: 50 }, 50 * 116],
  ['figures × readings', { figures: 100, readings: 50 }, 50 * 116],
  ['parts × targets', { parts: 100, targets: 50 }, 50 * 42],
  ['milestones × readings', { milestones: 4, readings: 50 }, 50 * 21],
  ['periods × readings', { periods: 4, readings: 50 }, 50 * 5 * 17],
  ['factors × targets', { factors: 10, targets: 50 }, 50 * (17 + 10 * 16)],
  ['long notes × targets', { letters: 100_000, targets: 50 }, 50 * (17 + 390)],
  ['long titles × targets', { title: 100_000, targets: 50 }, 50 * (17 + 200)],
  ['long names × targets', { name: 100_000, targets: 50 }, 50 * (17 + 390)],
  ['definitions × targets', { counts: 1000, targets: 50 }, 50 * (17 + 14)],
])('%s', async (_, size, count) => {
  expect(await countFor(size)).toBe(count);
});
