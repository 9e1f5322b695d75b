import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/methods/judge.ts';
import type { Case, Method } from '../../src/methods/method.ts';
import { methods } from '../../src/methods/registry.ts';
import type { Goal } from '../../src/model/goal.ts';
import { dayFromNumber } from '../../src/values/day.ts';
import { atLeast, atMost, between, caseOf, day, towards } from './cases.ts';

/* Every case is one step of a figure from baseline to goal; the numbers are small so that edges meet often. */
const number = fc.oneof(
  fc.integer({ min: -20, max: 120 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map(value => Number(value.toFixed(3))),
);

const goal: fc.Arbitrary<Goal> = fc.oneof(
  number.map(value => atLeast(value)),
  number.map(value => atMost(value)),
  number.map(value => atMost(value, 'below')),
  number.map(value => atLeast(value, 'hold_at_least')),
  number.map(value => atMost(value, 'hold_at_most')),
  number.map(value => between(value, value, 'exactly')),
  fc.tuple(number, number).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
  fc.constantFrom(towards('increase'), towards('decrease')),
);

const START = Math.round(Date.UTC(2020, 11, 31) / 86_400_000);
const dayAfter = (days: number) => dayFromNumber(START + days);

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    goal,
    at: fc.integer({ min: 1, max: 2500 }),
    left: fc.integer({ min: 1, max: 2500 }),
    base: fc.option(number, { nil: undefined }),
    milestones: fc.array(fc.record({ at: fc.integer({ min: 1, max: 4000 }), value: number }), { maxLength: 2 }),
    history: fc.array(fc.record({ before: fc.integer({ min: 1, max: 3000 }), value: number }), { maxLength: 7 }),
    isBinding: fc.boolean(),
    hasPassed: fc.integer({ min: 0, max: 9 }).map(each => each === 0),
    wasMet: fc.integer({ min: 0, max: 9 }).map(each => each === 0),
  })
  .map(({ at, left, base, milestones, history, ...rest }) =>
    caseOf(rest.goal, {
      ...rest,
      ...(base !== undefined && { base }),
      at: dayAfter(at),
      by: dayAfter(at + left),
      milestones: milestones.map(milestone => ({ by: dayAfter(milestone.at), value: milestone.value })),
      history: history
        .map(point => ({ at: dayAfter(at - point.before), value: point.value }))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    }),
  );

/** The stretches between neighbouring edges, less a hundredth at each end, where float noise decides. */
function stretches(method: Method, given: Case): [number, number][] {
  const own = [given.goal.low, given.goal.high, given.baseline?.value ?? null].filter(edge => edge !== null);
  const edges = [...new Set([...own, ...method.edges(given)])].filter(Number.isFinite).toSorted((a, b) => a - b);
  const [first = 0] = edges;
  const last = edges.at(-1) ?? 0;
  const reach = 10 * Math.max(1, Math.abs(first), Math.abs(last));
  const all = [first - reach, ...edges, last + reach];
  return all.slice(1).flatMap((high, index): [number, number][] => {
    const low = all[index] ?? high;
    const margin = (high - low) / 100;
    return margin > reach * 1e-7 ? [[low + margin, high - margin]] : [];
  });
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('between two neighbouring edges the verdict never changes', () => {
  test.each(Object.values(methods).map(method => [method.id, method] as const))('%s', (_id, method) => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.tuple(share, share), { minLength: 3, maxLength: 3 }), (given, shares) => {
        for (const [low, high] of stretches(method, given)) {
          for (const [one, other] of shares) {
            const [a, b] = [low + one * (high - low), low + other * (high - low)];
            expect([b, judge(method, given, b)]).toEqual([b, judge(method, given, a)]);
          }
        }
      }),
      { numRuns: 4000 },
    );
  });
});

test('the stretches hold something to test: of many cases most have several', () => {
  const sample = fc.sample(anyCase, { numRuns: 500, seed: 1 });
  const found = sample.map(given => stretches(methods.schedule, given).length);
  expect(found.filter(count => count >= 3).length).toBeGreaterThan(200);
  expect(sample.every(({ at, by }) => at < by && at > day(2020))).toBe(true);
});
