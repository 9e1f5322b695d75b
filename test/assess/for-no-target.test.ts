import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { planOutlineOf } from '../../src/assess/plan-outline.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Day } from '../../src/values/day.ts';

const PLAN = `
plan: p
title: P
period: { from: 2021-01-01, to: 2025-12-31 }
indicators: { a: { title: A, unit: piece, kind: stock }, b: { title: B, unit: piece, kind: stock } }
tasks:
  - id: t
    title: T
    level: strategic
    tasks:
      - id: k
        title: K
        level: key
        measures:
          - { id: m, title: M, targets: [{ id: t1, indicator: a, at_least: 10, by: 2025-12-31 }] }
          - { id: n, title: N }
`;

const REPORT = `
as_of: 2023-12-31
observations:
  - { indicator: a, value: 5 }
  - { indicator: b, value: 6 }
  - { measure: n, says: work has begun }
`;

async function plan() {
  const { plan: read, problems } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(PLAN) });
  if (!read) throw new Error(JSON.stringify(problems));
  return read;
}

test('figures without a target are told, and so is what is said without a figure', async () => {
  const report = { path: 'r.yaml', bytes: Buffer.from(REPORT) };
  const { report: read, problems } = await readReport(report, await plan(), '2030-01-01' as Day);
  const inPlan = read?.observations ?? [];
  // What another version of the plan had.
  const gone = inPlan.flatMap(each => (each.measure === null ? [] : [{ ...each, measure: 'gone' }]));
  const { forNoTarget } = assess(await plan(), [...inPlan, ...gone], {});
  const told = forNoTarget.map(({ observation, reason }) => [observation.indicator ?? observation.measure, reason]);
  expect(told, JSON.stringify(problems)).toEqual([
    ['b', 'no-target'],
    ['gone', 'statement'],
  ]);
});

test('a plan is counted before any report', async () => {
  const { counts, coverage } = planOutlineOf(await plan());
  expect(counts).toEqual({ strategicTasks: 1, keyTasks: 1, measures: 2, targets: 1 });
  expect(coverage).toMatchObject({ quantified: { strategicTasks: 1, keyTasks: 1, measures: 1 } });
  expect(coverage).not.toHaveProperty('evidenced');
});
