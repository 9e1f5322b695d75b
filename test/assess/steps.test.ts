import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Explanation } from '../../src/model/explanation.ts';
import { runCli } from '../support/io.ts';

/* How the ends of a value follow from figures of other days and regions, step by step. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-steps-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

writeFileSync(
  path.join(tmp, 'plan.yaml'),
  `
plan: p
title: P
period: { from: 2021-01-01, to: 2023-12-31 }
region: whole
regions: [{ id: whole, title: Whole, parts: [{ id: north, title: North }, { id: south, title: South }] }]
indicators: { i: { title: I, unit: unit, kind: stock, monotone: true } }
measures: [{ id: m, title: M, targets: [{ id: t, indicator: i, at_least: 120, by: 2023-12-31 }] }]
`,
);

async function stepsFrom(...figures: readonly (readonly [region: string, as_of: string, value: string])[]) {
  const observations = figures.map(([region, as_of, value]) => ({ indicator: 'i', region, as_of, value }));
  const argv = ['explain', 't', '-', '--plan', 'plan.yaml', '--as-of', '2025-12-31', '--format', 'json'];
  const { stdout, stderr } = await runCli(argv, { cwd: tmp, stdin: JSON.stringify({ observations }) });
  expect(stdout, stderr).not.toBe('');
  const { readings } = JSON.parse(stdout) as Explanation;
  return readings[0]?.sides[0]?.steps.map(step => {
    if (step.code === 'start') return 'start';
    const more = 'end' in step ? ` ${step.end} ${step.value}` : '';
    return `${step.code} ${step.region} ${step.day}${more}`;
  });
}

test('at least what the whole had before, and what a part has risen by since', async () => {
  const steps = await stepsFrom(
    ['whole', '2022-12-31', '100'],
    ['south', '2022-12-31', '<40'],
    ['south', '2023-12-31', '50'],
  );
  // A hundred, and ten more in the south alone.
  expect(steps).toEqual([
    'says whole 2022-12-31',
    'says south 2023-12-31',
    'says south 2022-12-31',
    'change whole 2023-12-31 low 110',
  ]);
});

test('at most what the whole has later, less what a part has risen by till then', async () => {
  const steps = await stepsFrom(
    ['south', '2023-12-31', '41'],
    ['whole', '2024-12-31', '130'],
    ['south', '2024-12-31', '>45'],
  );
  expect(steps).toEqual([
    'says south 2023-12-31',
    'parts whole 2023-12-31 low 41',
    'says whole 2024-12-31',
    'says south 2024-12-31',
    'change whole 2023-12-31 high 126',
  ]);
});

test('a figure that says it itself needs none', async () => {
  expect(await stepsFrom(['whole', '2023-12-31', '110'])).toEqual([]);
});
