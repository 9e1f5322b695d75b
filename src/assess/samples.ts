import type { Interval } from '../values/interval.ts';
import { NOISE } from '../values/noise.ts';

/** Stands in for infinity: beyond the largest number that `parseQuantity` accepts. */
const FARTHEST = 2 ** 52;

/** How far beside an edge a value lies that is on one side of it for sure. */
export const besideOf = (edge: number): number => Math.max(Math.abs(edge), 1) * NOISE * 10;

/** Values of an interval: its ends, or what lies just inside of an open one, and each edge within it with what lies beside. */
export function samplesOf(interval: Interval, edges: readonly number[]): number[] {
  const low = Math.max(interval.low, -FARTHEST);
  const high = Math.max(low, Math.min(interval.high, FARTHEST));
  if (low === high) return [low];
  const first = interval.lowOpen ? Math.min(low + besideOf(low), (low + high) / 2) : low;
  const last = interval.highOpen ? Math.max(high - besideOf(high), (low + high) / 2) : high;
  const samples = [first];
  const put = (value: number): void => {
    if (value > first && value < last) samples.push(value);
  };
  for (const edge of [low, high, ...edges]) {
    const beside = besideOf(edge);
    put(edge - beside);
    put(edge);
    put(edge + beside);
  }
  samples.push(last);
  samples.sort((a, b) => a - b);
  return samples.filter((value, index) => index === 0 || value !== samples[index - 1]);
}

/** Where one of several quantities crosses zero between neighbouring values; each is monotone there. */
export function crossings(quantitiesAt: (at: number) => readonly number[], values: readonly number[]): number[] {
  const found: number[] = [];
  let before = quantitiesAt(values[0] ?? 0);
  for (let index = 1; index < values.length; index++) {
    const [from, to] = [values[index - 1] ?? 0, values[index] ?? 0];
    const after = quantitiesAt(to);
    for (const [which, start] of before.entries()) {
      const end = after[which] ?? 0;
      if (start * end < 0)
        found.push(zeroBetween(at => quantitiesAt(at)[which] ?? 0, { at: from, is: start }, { at: to, is: end }));
    }
    before = after;
  }
  return found;
}

interface HingeSample {
  readonly at: number;
  readonly is: number;
}

const MOST_STEPS = 200;

/** By false position with halving of the end that stays (Illinois): one step where the quantity is a straight line. */
function zeroBetween(quantityAt: (at: number) => number, first: HingeSample, second: HingeSample): number {
  let [a, b] = [first, second];
  for (let step = 0; step < MOST_STEPS; step++) {
    const at = (a.at * b.is - b.at * a.is) / (b.is - a.is);
    const is = quantityAt(at);
    if (is === 0 || Math.abs(b.at - a.at) <= Math.abs(at) * NOISE * 1e-3 || at === a.at || at === b.at) return at;
    if (is * b.is < 0) a = b;
    else a = { at: a.at, is: a.is / 2 };
    b = { at, is };
  }
  return b.at;
}
