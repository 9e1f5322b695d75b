import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { lintPlan } from '../../src/lint/lint-plan.ts';
import { lintSeverityOf } from '../../src/model/lint.ts';
import { targetsOf } from '../../src/model/outline.ts';
import type { Plan } from '../../src/model/plan.ts';

/*
 * Rows of the table of facts that no shipped plan holds, each written as it is printed. Each must be one goal that is met
 * by just that number (strictly more where it says so), and missed a little below it.
 */
const FILE = 'fixtures/plan-language/other-goals.yaml';
const file = { path: FILE, bytes: readFileSync(FILE) };
const read = await readPlan(file);

async function verdicts(plan: Plan, share: number): Promise<Readonly<Record<string, string>>> {
  const all = targetsOf(plan).map(async ({ target }) => {
    const goal = target.goal?.low ?? 0;
    const { over } = target.readings[0] ?? {};
    // Of a change by this much in per cent: the last state, from a first of 1,000.
    const number = over ? 1000 * (1 + (goal * share) / 100) : goal * share;
    const value = Number(number.toPrecision(12));
    const figures = [{ value, as_of: target.by }, ...(over ? [{ value: 1000, as_of: over.from }] : [])];
    const ofFlow = plan.indicators[target.indicator]?.kind === 'flow';
    const observations = figures.map(figure => ({
      indicator: target.indicator,
      exact: true,
      ...(ofFlow ? { value: figure.value, flow: { from: '2022', to: '2022' } } : figure),
    }));
    const report = { path: 'r.json', bytes: Buffer.from(JSON.stringify({ observations })) };
    const { report: made, problems } = await readReport(report, plan);
    expect(problems).toEqual([]);
    const { assessments } = assess(plan, made?.observations ?? [], {
      asOf: target.by,
      isKept: each => each.target.id === target.id,
    });
    return [target.id, assessments[0]?.verdict ?? 'none'] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

const ids = ['R-5G-2023', 'R-5G-central', 'R-5G-central-per', 'R-NAT-PLATFORMS-2023', 'R-DOUBLE'];
const rows = [...ids, ...Array.from({ length: 17 }, (_, index) => `C${index + 1}`)];

test('every row is there, with nothing wrong in it', async () => {
  expect(read.problems).toEqual([]);
  const found = read.plan ? targetsOf(read.plan).map(({ target }) => target.id) : [];
  expect(rows.filter(row => !found.some(id => id === row || id.startsWith(`${row}-`)))).toEqual([]);
  const { findings } = await lintPlan(file);
  expect(findings.filter(({ code }) => lintSeverityOf({ code }) === 'error')).toEqual([]);
});

test('each is met by what it asks for, and missed below it', async () => {
  if (!read.plan) throw new Error(FILE);
  const [short, just, more] = await Promise.all([0.96, 1, 1.04].map(share => verdicts(read.plan as Plan, share)));
  const strict = ['C7', 'C12'];
  expect(new Set(Object.values(short ?? {}))).toEqual(new Set(['missed']));
  expect(new Set(Object.values(more ?? {}))).toEqual(new Set(['met']));
  const missed = Object.entries(just ?? {}).filter(([, verdict]) => verdict !== 'met');
  expect(missed).toEqual(strict.map(id => [id, 'missed']));
});
