// The invented plan of the benchmarks: 65 indicators, each with one target that holds for every region by itself.
import { writeFileSync } from 'node:fs';
import { BASELINE_DAY, goalOf, indicators } from './indicators.mjs';

export const PLAN_ID = 'invented-benchmark-plan';

export function writePlan(file) {
  writeFileSync(file, planText());
}

function planText() {
  return [
    '# Made by bench/support/generate-plan.mjs. Every name and number in it is invented.',
    `plan: ${PLAN_ID}`,
    'title: Invented data for benchmarks',
    'period: { from: 2021-01-01, to: 2030-12-31 }',
    `announced: { measures: ${indicators.length} }`,
    'indicators:',
    ...indicators.flatMap(indicatorLines),
    'measures:',
    ...indicators.flatMap(measureLines),
    '',
  ].join('\n');
}

function indicatorLines({ id, sort, unit, kind, monotone }) {
  return [
    `  ${id}:`,
    `    title: Invented ${id}`,
    `    unit: '${unit}'`,
    `    kind: ${kind}`,
    `    monotone: ${monotone === true}`,
    ...(sort === 'built' ? ['    counts: { built: same, unstated: same, planned: whole }'] : []),
  ];
}

function measureLines(indicator) {
  const { id, comparator, start, by, method } = indicator;
  return [
    `  - id: measure-${id}`,
    `    title: Invented measure ${id}`,
    '    targets:',
    `      - id: ${id}-${by}`,
    `        indicator: ${id}`,
    '        regions: each',
    `        ${comparator}: ${goalOf(indicator)}`,
    `        by: ${by}-12-31`,
    ...(method ? [`        method: ${method}`] : []),
    ...(comparator === 'hold_at_least' ? [] : [`        baseline: { value: ${start}, as_of: ${BASELINE_DAY} }`]),
  ];
}
