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
  const steps = parts.flatMap(part => Array<number>(countOf(part)).fill(stepIn(part)));
  if (knownBy !== undefined && rows.some(row => publishedAt(words, row) === null)) return parts;
  const series = seriesOf(words, rows, steps, knownBy);
  const dropped = needless(series, rule);
  if (dropped.length === 0) return parts;
  const isDropped = new Uint8Array(rows.length);
  for (const row of dropped) isDropped[rows[row] ?? 0] = 1;
  return without(parts, isDropped);
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

/** The positions of figures, oldest first: most tables are in that order already. */
function byDay(words: PlainWords): number[] {
  const rows: number[] = [];
  let isInOrder = true;
  for (let row = 0; row < words.length / 2; row++) {
    isInOrder &&= row === 0 || dayAt(words, row - 1) <= dayAt(words, row);
    rows.push(row);
  }
  return isInOrder ? rows : rows.sort((a, b) => dayAt(words, a) - dayAt(words, b));
}

function seriesOf(
  words: PlainWords,
  rows: readonly number[],
  steps: readonly number[],
  knownBy: number | undefined,
): Series {
  const intervals = rows.map(row => intervalAt(words, row, steps[row] ?? 0));
  return {
    days: rows.map(row => dayAt(words, row)),
    areKnown: rows.map(row => knownBy === undefined || (publishedAt(words, row) ?? Infinity) <= knownBy),
    low: intervals.map(({ low }) => low),
    high: intervals.map(({ high }) => high),
    nominal: intervals.map(({ nominal }) => nominal),
  };
}

/** The parts without some figures, which are counted through all of them. */
function without(parts: readonly Plain[], isDropped: Uint8Array): Plain[] {
  let before = 0;
  return parts.flatMap(part => {
    const length = part.words.length / 2;
    const kept: number[] = [];
    for (let row = 0; row < length; row++)
      if (isDropped[before + row] === 0) kept.push(part.words[2 * row] ?? 0, part.words[2 * row + 1] ?? 0);
    before += length;
    return kept.length === 0 ? [] : [{ ...part, words: new Int32Array(kept) }];
  });
}
