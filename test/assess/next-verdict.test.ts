import { describe, expect, test } from 'vitest';
import { nextVerdictOf } from '../../src/assess/next-verdict.ts';
import type { Understanding } from '../../src/assess/understand.ts';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import { methods } from '../../src/methods/registry.ts';
import { atLeast, atMost, caseOf } from '../methods/cases.ts';

/* By how much a value could move before its verdict becomes another one. */

const understood = (printed: Case, low: number, high = low, name: string | null = null): Understanding =>
  ({
    printed,
    method: 'schedule',
    worlds: [{ value: { low, high } }],
    possible: judge(methods.schedule, printed, low),
    reading: { name },
  }) as unknown as Understanding;

const free = { monotone: false };
const rising = { monotone: true };

/** Of each side to where, how far and into what. */
function next(understandings: readonly Understanding[], indicator: { monotone: boolean }) {
  const found = nextVerdictOf(understandings, indicator);
  const told = (step: NonNullable<typeof found>['falls']) => step && [step.to, step.distance, step.becomes.join()];
  return found && { falls: told(found.falls), rises: told(found.rises) };
}

describe('after its day', () => {
  const given = caseOf(atLeast(100), { base: 0, hasPassed: true });

  test('what is met may fall below its goal, and cannot rise into another verdict', () => {
    expect(next([understood(given, 120)], free)).toEqual({ falls: [100, 20, 'missed'], rises: null });
    expect(nextVerdictOf([understood(given, 120)], free)?.falls).toMatchObject({ from: 120, isReachedAt: false });
  });

  test('what is missed may rise to its goal', () => {
    expect(next([understood(given, 90)], free)).toEqual({ falls: null, rises: [100, 10, 'met'] });
    expect(nextVerdictOf([understood(given, 90)], free)?.rises).toMatchObject({ from: 90, isReachedAt: true });
  });

  test('what stands on the goal may fall by nothing', () => {
    expect(next([understood(given, 100)], free)?.falls).toEqual([100, 0, 'missed']);
  });

  test('the end of its interval counts that is the nearer one', () => {
    expect(next([understood(given, 110, 130)], free)?.falls).toEqual([100, 10, 'missed']);
    expect(next([understood(given, 80, 95)], free)?.rises).toEqual([100, 5, 'met']);
    expect(next([understood(given, 110, Infinity)], free)).toEqual({ falls: [100, 10, 'missed'], rises: null });
    expect(next([understood(given, -Infinity, 90)], free)).toEqual({ falls: null, rises: [100, 10, 'met'] });
  });

  test('a ceiling is the other way round', () => {
    const ceiling = caseOf(atMost(50), { base: 100, hasPassed: true });
    expect(next([understood(ceiling, 40)], free)).toEqual({ falls: null, rises: [50, 10, 'missed'] });
  });
});

describe('what has hardly moved', () => {
  test.each([
    [0, 10, 100],
    [5, 10, 100],
    [-5, 1, 100],
    [0, 1000, 1_000_000],
    [90, 91, 100],
  ])('from %d to %d, on the way to %d, may fall back behind its start', (base, value, goal) => {
    const given = caseOf(atLeast(goal), { base });
    expect(next([understood(given, value)], free)?.falls).toEqual([base, value - base, 'reversing']);
    expect(next([understood(given, value)], rising)?.falls).toBeNull();
  });
});

describe('before its day', () => {
  const given = caseOf(atLeast(100), { base: 0 });

  test('what is on schedule may fall short of it, or be met', () => {
    expect(next([understood(given, 70)], free)).toMatchObject({
      falls: [expect.closeTo(59.967, 2), expect.closeTo(10.033, 2), 'nearly'],
      rises: [100, 30, 'met'],
    });
  });

  test('what is far behind may fall below its start, which a count that only rises cannot', () => {
    const from50 = caseOf(atLeast(100), { base: 50 });
    expect(next([understood(from50, 55)], free)?.falls).toEqual([50, 5, 'reversing']);
    expect(next([understood(from50, 55)], rising)?.falls).toBeNull();
    expect(next([understood(from50, 55)], rising)?.rises).toEqual([
      expect.closeTo(67.99, 2),
      expect.any(Number),
      'behind',
    ]);
  });

  test('of a count that only rises the start itself may be reached', () => {
    // Met from the start on: at the start it still is, and below it no such count can be.
    const met = caseOf(atLeast(80), { base: 80 });
    expect(next([understood(met, 90)], free)?.falls).toEqual([80, 10, 'lost']);
    expect(next([understood(met, 90)], rising)?.falls).toBeNull();
    const above = caseOf(atLeast(80, 'above'), { base: 80 });
    expect(next([understood(above, 90)], rising)?.falls).toEqual([80, 10, 'on-schedule']);
  });
});

describe('of several readings', () => {
  const low = caseOf(atLeast(100), { base: 0, hasPassed: true });
  const high = caseOf(atLeast(110), { base: 0, hasPassed: true });

  test('the one that turns first is told', () => {
    const both = [understood(low, 120, 120, 'low'), understood(high, 120, 120, 'high')];
    expect(next(both, free)?.falls).toEqual([110, 10, 'missed']);
    expect(nextVerdictOf(both, free)?.falls?.reading).toBe('high');
    expect(nextVerdictOf(both.toReversed(), free)?.falls?.reading).toBe('high');
  });

  test('nothing is, where they differ', () => {
    expect(nextVerdictOf([understood(low, 105), understood(high, 105)], free)).toBeNull();
  });
});
