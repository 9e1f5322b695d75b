import type { Observation } from '../model/observation.ts';
import { asMeasured, type Measured } from '../model/width.ts';
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts';
import type { Place } from '../values/place.ts';
import type { Quantity } from '../values/quantity.ts';
import { plainInterval, plainQuantity } from './plain-quantity.ts';

/*
 * A plain figure is a word of 64 bits. From the lowest: days until it was published, its day, how many decimals it has,
 * and its digits without the point. DuckDB makes them (`wordSql`), so that a series takes eight bytes a figure.
 */

const LAG_BITS = 12;
const DAY_BITS = 15;
const DECIMAL_BITS = 2;
const [LAG, DAYS, DECIMALS] = [2 ** LAG_BITS, 2 ** DAY_BITS, 2 ** DECIMAL_BITS];
/** Bits of the lower half below those of the digits. */
const BELOW_DIGITS = LAG_BITS + DAY_BITS + DECIMAL_BITS;

/** Below this a number without its point is held. */
export const MOST_DIGITS = 2 ** 34;
export const LAST_DAY = DAYS - 1;
const NEVER = LAG - 1;
export const MOST_LAG = NEVER - 1;

/** Each argument is SQL; `lag` may be null. */
export const wordSql = (digits: string, decimals: string, day: string, lag: string): string =>
  `((${digits}::bigint * ${DECIMALS} + ${decimals}) * ${DAYS} + ${day}) * ${LAG} + coalesce(${lag}, ${NEVER})`;

/** The halves of words, the lower one first. */
export type PlainWords = Int32Array;

export const dayAt = (words: PlainWords, index: number): number => ((words[2 * index] ?? 0) >>> LAG_BITS) & (DAYS - 1);

const decimalsAt = (words: PlainWords, index: number): number =>
  ((words[2 * index] ?? 0) >>> (LAG_BITS + DAY_BITS)) & (DECIMALS - 1);

const digitsAt = (words: PlainWords, index: number): number =>
  (words[2 * index + 1] ?? 0) * 2 ** (32 - BELOW_DIGITS) + ((words[2 * index] ?? 0) >>> BELOW_DIGITS);

export const intervalAt = (words: PlainWords, index: number, whole: number): ReturnType<typeof plainInterval> =>
  plainInterval(digitsAt(words, index), decimalsAt(words, index), whole);

const quantityAt = (words: PlainWords, index: number): Quantity =>
  plainQuantity(digitsAt(words, index), decimalsAt(words, index));

export function publishedAt(words: PlainWords, index: number): number | null {
  const lag = (words[2 * index] ?? 0) & (LAG - 1);
  return lag === NEVER ? null : dayAt(words, index) + lag;
}

/** Plain figures that differ in nothing but their numbers and days. */
export interface Plain {
  readonly indicator: string;
  readonly region: string;
  readonly counts: string | null;
  readonly note: string | null;
  readonly source: Observation['source'];
  readonly file: string;
  readonly measured: Measured;
  readonly words: PlainWords;
}

export interface DigitsWritten {
  /** One unit of the fewest decimals that a figure has; 0 where none has any. */
  readonly step: number;
  /** Whether one is whole, and not zero. */
  readonly hasWhole: boolean;
}

export function writtenIn(words: PlainWords): DigitsWritten {
  let [fewest, hasWhole] = [Infinity, false];
  for (let index = 0; index < words.length / 2; index++) {
    const decimals = decimalsAt(words, index);
    if (decimals > 0) fewest = Math.min(fewest, decimals);
    else hasWhole ||= digitsAt(words, index) !== 0;
  }
  return { step: fewest === Infinity ? 0 : Number(`1e-${fewest}`), hasWhole };
}

export const countOf = ({ words }: Plain): number => words.length / 2;

/** The first and the latest day of figures that were published in time; null where there is none. */
export function spanOf(plain: readonly Plain[], knownBy: Day | undefined): { first: Day; latest: Day } | null {
  const until = knownBy === undefined ? null : dayNumber(knownBy);
  let [first, latest] = [Infinity, -Infinity];
  for (const { words } of plain) {
    for (let index = 0; index < words.length / 2; index++) {
      if (until !== null && (publishedAt(words, index) ?? Infinity) > until) continue;
      first = Math.min(first, dayAt(words, index));
      latest = Math.max(latest, dayAt(words, index));
    }
  }
  return first === Infinity ? null : { first: dayOf(first), latest: dayOf(latest) };
}

export function observationsOf(plain: Plain): Observation[] {
  const observations: Observation[] = [];
  const place = { file: plain.file };
  for (let index = 0; index < countOf(plain); index++) observations.push(observationAt(plain, index, place));
  return observations;
}

function observationAt(
  { indicator, region, counts, note, source, measured, words }: Plain,
  index: number,
  place: Place,
): Observation {
  const published = publishedAt(words, index);
  return {
    indicator,
    measure: null,
    region,
    quantity: asMeasured(quantityAt(words, index), measured),
    asOf: dayOf(dayAt(words, index)),
    dated: 'stated',
    published: published === null ? null : dayOf(published),
    counts,
    scope: 'whole',
    status: 'final',
    flow: null,
    says: null,
    against: null,
    startsSeries: null,
    unusable: null,
    note,
    source,
    place,
  };
}

/** The figures as lines of NDJSON, with all that they say. */
export const linesOf = (cells: Readonly<Record<string, string>>, words: PlainWords): string[] =>
  Array.from({ length: words.length / 2 }, (_, index) => {
    const published = publishedAt(words, index);
    const { text: value } = quantityAt(words, index);
    const days = { as_of: dayOf(dayAt(words, index)), ...(published !== null && { published: dayOf(published) }) };
    return JSON.stringify({ ...cells, value, ...days });
  });

/** Cached: a panel has few days and many figures. */
const days = new Map<number, Day>();

function dayOf(number: number): Day {
  const known = days.get(number) ?? dayFromNumber(number);
  days.set(number, known);
  return known;
}
