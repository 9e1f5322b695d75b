import { isKeptWhole, type Reduction } from './reduction.ts';
import { needless, numberOf, type Series } from './series.ts';
import { countOf, dayAt, intervalAt, type Plain, type PlainWords, publishedAt } from './words.ts';

/**
 * The reduction (src/panel/reduce.ts) of one series of plain figures, whatever they say beside their numbers.
 *
 * @param stepIn one unit of the last digit that a whole number of these figures stands for
 */
export function thin(
  reduction: Reduction,
  parts: readonly Plain[],
  stepIn: (plain: Plain) => number,
): readonly Plain[] {
  const [first] = parts;
  const rule = first && reduction.indicators[first.indicator];
  if (!rule || isKeptWhole(reduction, rule, first.region)) return parts;
  if (!parts.every(({ counts }) => rule.meant.includes(counts))) return parts;
  const words = parts.length === 1 ? first.words : joined(parts);
  const knownBy = reduction.knownBy && numberOf(reduction.knownBy);
  const rows = byDay(words);
  const series = seriesOf(words, rows, stepsOf(parts, rows, stepIn), knownBy);
  if (!series) return parts;
  const dropped = needless(series, rule);
  if (dropped.length === 0) return parts;
  const isDropped = new Uint8Array(rows.length);
  for (const row of dropped) isDropped[rows[row] ?? 0] = 1;
  return without(parts, isDropped);
}

/** One unit of the last digit of a whole number, of the figure in each row. */
function stepsOf(
  parts: readonly Plain[],
  rows: readonly number[],
  stepIn: (plain: Plain) => number,
): (row: number) => number {
  const [first, another] = parts;
  if (first && !another) {
    const step = stepIn(first);
    return () => step;
  }
  const steps = new Float64Array(rows.length);
  let at = 0;
  for (const part of parts) {
    steps.fill(stepIn(part), at, at + countOf(part));
    at += countOf(part);
  }
  return row => steps[row] ?? 0;
}

function joined(parts: readonly Plain[]): PlainWords {
  const all = new Int32Array(parts.reduce((length, { words }) => length + words.length, 0));
  let at = 0;
  for (const { words } of parts) {
    all.set(words, at);
    at += words.length;
  }
  return all;
}

/** The positions of figures, oldest first; those of a day keep their order. Most tables consist of few runs in that order. */
function byDay(words: PlainWords): readonly number[] {
  let runs = runsOf(words);
  while (runs.length > 1) {
    const merged: number[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const [first = [], second] = [runs[index], runs[index + 1]];
      merged.push(second ? inOrder(words, first, second) : first);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function runsOf(words: PlainWords): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let before = Infinity;
  for (let row = 0; row < words.length / 2; row++) {
    const day = dayAt(words, row);
    if (day < before) {
      run = [];
      runs.push(run);
    }
    run.push(row);
    before = day;
  }
  return runs;
}

/** Two runs as one; all positions of the second come after those of the first. */
function inOrder(words: PlainWords, first: readonly number[], second: readonly number[]): number[] {
  const rows: number[] = [];
  let at = 0;
  for (const row of second) {
    const day = dayAt(words, row);
    for (let next = first[at]; next !== undefined && dayAt(words, next) <= day; next = first[++at]) rows.push(next);
    rows.push(row);
  }
  for (; at < first.length; at++) rows.push(first[at] ?? 0);
  return rows;
}

/** One pass over the words, since millions of them come by. Undefined where a figure may have been known or not. */
function seriesOf(
  words: PlainWords,
  rows: readonly number[],
  stepAt: (row: number) => number,
  knownBy: number | undefined,
): Series | undefined {
  const days: number[] = [];
  const areKnown: boolean[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const nominal: number[] = [];
  for (const row of rows) {
    const published = knownBy === undefined ? 0 : publishedAt(words, row);
    if (published === null) return undefined;
    const interval = intervalAt(words, row, stepAt(row));
    days.push(dayAt(words, row));
    areKnown.push(knownBy === undefined || published <= knownBy);
    low.push(interval.low);
    high.push(interval.high);
    nominal.push(interval.nominal);
  }
  return { days, areKnown, low, high, nominal };
}

/** The parts without some figures, which are counted through all of them. */
function without(parts: readonly Plain[], isDropped: Uint8Array): Plain[] {
  let before = 0;
  return parts.flatMap(part => {
    const length = countOf(part);
    const kept: number[] = [];
    for (let row = 0; row < length; row++)
      if (isDropped[before + row] === 0) kept.push(part.words[2 * row] ?? 0, part.words[2 * row + 1] ?? 0);
    before += length;
    return kept.length === 0 ? [] : [{ ...part, words: new Int32Array(kept) }];
  });
}
