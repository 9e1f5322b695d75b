import { describe, expect, test } from 'vitest';
import { besideOf, crossings, samplesOf } from '../../src/assess/samples.ts';

/* The values that have to be tried. */

const beside = (edge: number): number[] => [edge - besideOf(edge), edge, edge + besideOf(edge)];

describe('of an interval', () => {
  test('its ends, with what lies just inside, and each edge in it with what lies beside', () => {
    expect(samplesOf({ low: 1, high: 9 }, [4])).toEqual([1, 1 + besideOf(1), ...beside(4), 9 - besideOf(9), 9]);
  });

  test('an edge at its end, or outside, is nothing more', () => {
    const plain = samplesOf({ low: 1, high: 9 }, []);
    expect(samplesOf({ low: 1, high: 9 }, [1, 9, 0, 10])).toEqual(plain);
    expect(samplesOf({ low: 1, high: 9 }, [4, 4])).toEqual(samplesOf({ low: 1, high: 9 }, [4]));
  });

  test('an open end is left out', () => {
    const samples = samplesOf({ low: 1, high: 9, lowOpen: true, highOpen: true }, []);
    expect([samples[0], samples.at(-1)]).toEqual([1 + besideOf(1), 9 - besideOf(9)]);
  });

  test('one so narrow that nothing lies just inside has its middle', () => {
    const high = 1 + besideOf(1) / 2;
    const [first, ...rest] = samplesOf({ low: 1, high, lowOpen: true, highOpen: true }, []);
    expect(rest).toEqual([]);
    expect([Number(first) > 1, Number(first) < high]).toEqual([true, true]);
  });

  test('a point is itself', () => {
    expect(samplesOf({ low: 4, high: 4 }, [4])).toEqual([4]);
  });

  test('one without an end goes beyond all numbers that can be read', () => {
    const samples = samplesOf({ low: -Infinity, high: Infinity }, [0]);
    expect(samples[0]).toBeLessThan(-Number.MAX_SAFE_INTEGER / 2.1);
    expect(samples.at(-1)).toBeGreaterThan(Number.MAX_SAFE_INTEGER / 2.1);
    expect(samples).toEqual(expect.arrayContaining(beside(0)));
    expect(samples.toSorted((a, b) => a - b)).toEqual(samples);
  });
});

describe('where a quantity crosses zero', () => {
  test.each<[string, (at: number) => number[], number[], number[]]>([
    ['a straight line', at => [at - 3], [0, 10], [3]],
    ['a falling one', at => [12 - 4 * at], [0, 10], [3]],
    ['a curve', at => [at ** 3 - 8], [0, 10], [2]],
    ['a steep curve', at => [at ** 9 - 1e-9], [0, 1], [0.1]],
    ['one with a bend', at => [at < 5 ? at - 6 : (at - 6) * 100], [0, 10], [6]],
    ['two of them', at => [at - 3, at - 7], [0, 5, 10], [3, 7]],
    ['both in one gap', at => [at - 3, 4 - at], [0, 10], [3, 4]],
    ['one in the second gap', at => [at - 7], [0, 5, 10], [7]],
    ['one that only touches zero at a value tried', at => [at - 5], [0, 5, 10], []],
    ['one that never does', at => [at + 1], [0, 10], []],
  ])('%s', (_, quantities, values, found) => {
    const at = crossings(quantities, values);
    expect(at).toHaveLength(found.length);
    for (const [index, each] of at.entries()) expect(each).toBeCloseTo(found[index] ?? Number.NaN, 9);
  });

  test('few places are tried', () => {
    let tried = 0;
    crossings(
      at => {
        tried++;
        return [Math.atan(at - 3)];
      },
      [-1000, 1000],
    );
    expect(tried).toBeLessThan(40);
  });
});
