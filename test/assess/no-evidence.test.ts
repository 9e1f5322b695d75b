import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Day } from '../../src/values/day.ts';

/** Nothing reported is never a verdict, whatever the plan itself makes likely. */
const planWith = async (indicator: string, target: string) => {
  const text = `plan: p
title: P
period: { from: 2021-01-01, to: 2025-12-31 }
indicators:
  a: { title: A, unit: piece, ${indicator} }
measures:
  - { id: m, title: M, targets: [{ id: t, indicator: a, by: 2025-12-31, ${target} }] }
`;
  const { plan, problems } = await readPlan({ path: 'plan.yaml', bytes: new TextEncoder().encode(text) });
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
};

describe('without a single report', () => {
  const cases: [string, string, string][] = [
    ['a goal as wide as what is plausible', 'kind: share, plausible: { min: 0, max: 100 }', 'at_most: 100'],
    [
      'a rising count whose baseline meets the goal',
      'kind: stock, monotone: true',
      "at_least: 100, baseline: { value: '120', as_of: 2020-12-31 }",
    ],
    ['a direction without a baseline', 'kind: level', 'increase: true'],
    ['an event', 'kind: event, monotone: true', 'at_least: 1'],
  ];

  test.each(cases)('%s is undecided, before and after its day', async (_name, indicator, target) => {
    const plan = await planWith(indicator, target);
    for (const asOf of ['2023-06-30', '2025-12-31', '2026-06-30'] as Day[]) {
      const [assessment] = assess(plan, [], { asOf }).assessments;
      expect(assessment?.verdict).toBe('undecided');
      expect(assessment?.severity).toBe('undecided');
      expect(assessment?.possible.length).toBeGreaterThan(1);
    }
  });
});

describe('what is counted is not below zero', () => {
  const flow = (from: string, to: string) => ({ flow: { from, to } });
  test.each([
    ['a stock', 'kind: stock', {}],
    ['a flow', 'kind: flow', flow('2025', '2025')],
    ['a part of its year', 'kind: flow', flow('2025-01', '2025-06')],
    ['more than its year', 'kind: flow', flow('2024-07', '2025-12')],
  ])('a figure of %s that is, is told and set aside as implausible', async (_name, indicator, fields) => {
    const plan = await planWith(indicator, 'at_most: 5');
    const report = { as_of: '2025-12-31', observations: [{ indicator: 'a', value: '-3', ...fields }] };
    const bytes = new TextEncoder().encode(JSON.stringify(report));
    const { report: read, problems } = await readReport({ path: 'report.json', bytes }, plan);
    expect(problems.map(({ code }) => code)).toEqual(['implausible']);
    const [assessment] = assess(plan, read?.observations ?? [], { asOf: '2025-12-31' as Day }).assessments;
    expect(assessment?.verdict).toBe('undecided');
    expect(assessment?.evidence.setAside.map(({ reason }) => reason)).toEqual(['implausible']);
  });

  test('what may be negative is no slip', async () => {
    const plan = await planWith('kind: flow, signed: true', 'at_most: 5');
    const figure = { indicator: 'a', value: '-3', ...flow('2025', '2025') };
    const bytes = new TextEncoder().encode(JSON.stringify({ observations: [figure] }));
    const { report, problems } = await readReport({ path: 'report.json', bytes }, plan);
    expect(problems).toEqual([]);
    const [assessment] = assess(plan, report?.observations ?? [], { asOf: '2025-12-31' as Day }).assessments;
    expect(assessment?.verdict).toBe('met');
  });
});
