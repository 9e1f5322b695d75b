import { type Analysis, check, readPlan, readReport } from '../../src/index.ts';

const judged = new Map<string, Promise<Analysis>>();

/** An invented plan of many targets; of most of them each of three years is reported, unless none is asked for. */
export function manyTargets(count: number, isReported = true): Promise<Analysis> {
  const key = `${count} ${isReported}`;
  const analysis = judged.get(key) ?? judge(count, isReported);
  judged.set(key, analysis);
  return analysis;
}

async function judge(count: number, isReported: boolean): Promise<Analysis> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const { plan } = await readPlan({ path: 'plan.yaml', text: planOf(numbers) });
  if (!plan) throw new Error('the invented plan cannot be read');
  const years = isReported ? [2021, 2022, 2023] : [];
  const reports = await Promise.all(
    years.map(async year => {
      const { report, problems } = await readReport({ path: `${year}.yaml`, text: reportOf(numbers, year) }, plan);
      if (!report) throw new Error(JSON.stringify(problems));
      return report;
    }),
  );
  const { analysis, problems } = check({ plan, reports, settings: { as_of: '2023-12-31' } });
  if (!analysis) throw new Error(JSON.stringify(problems));
  return analysis;
}

const TASKS = 20;

const planOf = (numbers: readonly number[]): string => `
plan: many-invented
title: { en: Invented plan of many targets, zh: 虚构的多目标规划 }
period: { from: 2021-01-01, to: 2025-12-31 }
sources: {}
indicators:
${numbers.map(each => `  i${each}: { title: { en: Indicator number ${each} of the region, zh: 第${each}号指标 }, unit: piece, kind: stock, monotone: ${each % 2 === 0} }`).join('\n')}
tasks:
${numbers
  .slice(0, TASKS)
  .map(
    task => `  - id: task${task}
    level: strategic
    title: { en: Strategic task number ${task}, zh: 第${task}项任务 }
    measures:
${numbers
  .filter(each => each % TASKS === task)
  .map(
    each => `      - id: m${each}
        title: { en: Measure ${each}, zh: 举措${each} }
        targets:
          - { id: t${each}, indicator: i${each}, at_least: ${1000 + each * 7}, by: 2025-12-31, baseline: { value: ${100 + each}, as_of: 2020-12-31 } }`,
  )
  .join('\n')}`,
  )
  .join('\n')}
`;

/** From far too slow to far too fast. */
const valueIn = (each: number, year: number): number =>
  Math.round(100 + each + ((900 + each * 6) * (year - 2020) * (0.4 + ((each * 37) % 100) / 80)) / 5);

const reportOf = (numbers: readonly number[], year: number): string => `
report: Invented figures of ${year}
invented: for tests of size
as_of: ${year}-12-31
published: ${year + 1}-02-06
source: { publisher: Invented bureau of statistics, url: "https://stats.example/report/${year}.html" }
metrics:
${numbers
  .filter(each => each === 0 || each % 7 > 0)
  .map(each => `  i${each}: ${valueIn(each, year)}`)
  .join('\n')}
`;
