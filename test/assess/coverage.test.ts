import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Day } from '../../src/values/day.ts';

const PLAN = `
plan: p
title: P
period: { from: 2021-01-01, to: 2025-12-31 }
announced: { strategic_tasks: 4, key_tasks: 5, measures: 9 }
sources: { bulletin: { publisher: X, title: T } }
indicators: { a: { title: A, unit: piece, kind: stock }, b: { title: B, unit: piece, kind: stock } }
tasks:
  - id: told
    title: Told
    level: strategic
    named: stated
    source: [bulletin]
    tasks:
      - id: told-key
        title: Told
        level: key
        named: stated
        source: [bulletin]
        measures:
          - id: reported
            title: Reported
            named: stated
            source: [bulletin]
            targets:
              - { id: t1, indicator: a, at_least: 10, by: 2025-12-31, certainty: stated, source: [bulletin] }
              - { id: t2, indicator: a, at_least: 20, by: 2025-12-31, certainty: inferred }
          - { id: concluded, title: Concluded, named: inferred }
      - { id: concluded-key, title: Concluded, level: key, named: inferred }
  - id: concluded-task
    title: Concluded
    level: strategic
    named: inferred
    measures:
      - id: unreported
        title: Unreported
        named: stated
        targets: [{ id: t3, indicator: b, at_least: 10, by: 2025-12-31, certainty: stated }]
  - { id: without-source, title: Without a source, level: strategic, named: stated }
`;

const row = (strategicTasks: number, keyTasks: number, measures: number) => ({ strategicTasks, keyTasks, measures });

test('coverage tells what is named by a source, concluded, neither, has a number, and has evidence', async () => {
  const { plan, problems } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(PLAN) });
  if (!plan) throw new Error(JSON.stringify(problems));
  const report = { path: 'r.yaml', bytes: Buffer.from('as_of: 2023-12-31\nmetrics: { a: 5 }') };
  const { report: read } = await readReport(report, plan, '2030-01-01' as Day);
  expect(assess(plan, read?.observations ?? [], {}).coverage).toEqual({
    announced: row(4, 5, 9),
    named: row(1, 1, 1),
    inferred: row(1, 1, 1),
    unstated: { ...row(1, 0, 1), targets: 1 },
    quantified: row(2, 1, 2),
    evidenced: row(1, 1, 1),
  });
});
