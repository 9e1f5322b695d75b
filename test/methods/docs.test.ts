import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { edge } from '../../src/methods/goals.ts';
import { growthOf } from '../../src/methods/growth.ts';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import { relativeMiss } from '../../src/methods/projection.ts';
import { type MethodId, methodIds, methods } from '../../src/methods/registry.ts';
import { completionOf, paceOf } from '../../src/methods/schedule.ts';
import { projectedValue, trendOf } from '../../src/methods/trend.ts';
import { goalKeys, goalOf } from '../../src/model/goal-schema.ts';
import { yearsBetween } from '../../src/values/day.ts';
import { caseOf, day, expectedShare, series } from './cases.ts';

const text = readFileSync('docs/methods.md', 'utf8');
const headings = [...text.matchAll(/^## `([\w-]+)`$/gm)].map(([, name]) => name);
const blocks = [...text.matchAll(/^```yaml example\n([\s\S]*?)^```$/gm)].map(([, block = '']) =>
  parse(block, { schema: 'failsafe' }),
);

test('every method has its section, in the order of the registry, and each its example', () => {
  expect(headings).toEqual(methodIds);
  expect(blocks.map(({ method }) => method)).toEqual(methodIds);
});

const dated = z.object({ value: z.string().transform(Number), as_of: z.string().transform(day) });
const printed = z.string().optional();
const example = z.strictObject({
  method: z.string(),
  goal: z.object(goalKeys).transform(goalOf),
  by: z.string().transform(day),
  base: dated.optional(),
  history: z.record(z.string(), z.string().transform(Number)).optional(),
  figure: dated,
  verdict: z.string(),
  completion: printed,
  expected: printed,
  pace: printed,
  ratio: printed,
  perYear: printed,
  last: printed,
  landing: printed,
  miss: printed,
});

type Example = z.output<typeof example>;

function caseIn({ goal, by, base, history, figure }: Example) {
  if (!goal) throw new Error('no goal');
  const baseline = base ? { at: base.as_of, value: base.value } : null;
  return caseOf(goal, { by, at: figure.as_of, baseline, history: history ? series(history) : [] });
}

/** Every number that an example may print. */
function numbersOf(of: Example): Readonly<Record<string, number | null | undefined>> {
  const given = caseIn(of);
  const { value } = of.figure;
  const trend = trendOf(given.history, given.at, value);
  const start = given.baseline ?? given.history[0];
  const landing = trend && projectedValue(trend, value, given.at, given.by);
  return {
    completion: completionOf(given, value),
    expected: expectedShare(given),
    pace: paceOf(given, value),
    ratio:
      start &&
      growthOf({
        base: start.value,
        value,
        target: edge(given.goal, value),
        yearsSoFar: yearsBetween(start.at, given.at),
        yearsWhole: yearsBetween(start.at, given.by),
        direction: given.goal.low === null ? -1 : 1,
      }),
    perYear: trend?.perYear,
    last: trend && lastChange(given, value),
    landing,
    miss: landing === null ? null : relativeMiss(given.goal, value, landing),
  };
}

function lastChange({ history, at }: Case, value: number): number | null {
  const previous = history.at(-1);
  return previous ? (value - previous.value) / yearsBetween(previous.at, at) : null;
}

const places = (number: string): number => number.split('.')[1]?.length ?? 0;

describe.each(blocks.map(block => [block.method as string, example.parse(block)] as const))('%s', (id, of) => {
  test('the verdict of the example', () => {
    expect(judge(methods[id as MethodId], caseIn(of), of.figure.value)).toEqual([of.verdict]);
  });

  test('its numbers, to the digits printed', () => {
    const numbers = numbersOf(of);
    const shown = Object.entries(of).filter(([name]) => name in numbers) as [string, string][];
    expect(shown.length).toBeGreaterThan(0);
    const computed = shown.map(([name, number]) => [name, numbers[name]?.toFixed(places(number))]);
    expect(computed).toEqual(shown);
  });
});

test('the numbers of the prose', () => {
  const far = caseOf(
    { comparator: 'at_least', value: 60, low: 60, high: null, step: 1, wanted: null },
    { base: 0.37, at: day(2030), by: day(2035) },
  );
  expect(paceOf(far, 9.53)?.toFixed(2)).toBe('0.23');
  const growth = { base: 0.37, value: 9.53, target: 60, yearsSoFar: 10, yearsWhole: 15, direction: 1 } as const;
  expect(growthOf(growth)?.toFixed(2)).toBe('0.95');
});
