import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
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
