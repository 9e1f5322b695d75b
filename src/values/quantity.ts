import { type Interval, point } from './interval.ts';
import { keptOf, longNumber } from './long-number.ts';
import { isMultiplied, LEADING_MULTIPLIER, MULTIPLIER, multipliers } from './multipliers.ts';
import { hintFor, type QuantityHint, unifyWidth } from './number-text.ts';
import { endsInDigit, stripWords, type WordBound } from './number-words.ts';
import { fail, type Outcome, ok } from './outcome.ts';
import { tidy } from './tidy.ts';
import { unicodePattern } from './unicode-pattern.ts';

/** A number as it was printed: the interval that it allows, and the number that it names. */
export interface Quantity extends Interval {
  /** The number named, before any widening; the finite end of a bound. */
  readonly nominal: number;
  readonly text: string;
  readonly percent: boolean;
  /** One unit of the last digit written: 0.1 of 5.4, 1,000 of 9.3万; 0 of what is said to be exact. */
  readonly step: number;
  /** What it allows comes from its digits alone: no word of a bound, no "about", no tolerance, no rounding told apart. */
  readonly isPlain: boolean;
  /** What a file keeps beyond the digits that it shows, where that differs; the interval then holds both. */
  readonly kept?: number;
  /** The unit written behind it, and the number without it. */
  readonly inUnit?: { readonly unit: string; readonly number: string };
  /** Half-width that "about" was taken to mean; absent where nothing was assumed. */
  readonly assumedTolerance?: number;
}

export interface QuantityError {
  readonly code: 'bad-quantity';
  readonly args: { readonly text: string; readonly hint: QuantityHint };
}

/** "About" without a declared tolerance: five per cent either way (docs/methods.md). */
const DEFAULT_TOLERANCE = 0.05;

/** No printed number is longer; a text of a megabyte must not be searched for one. */
const MAX_LENGTH = 100;

/** A group never starts with a zero: `0,123` is a decimal comma, not 123. */
const NUMBER = /^([+-]?)([1-9]\d{0,2}(?:([,_\u2009])\d{3})(?:\3\d{3})*|0|[1-9]\d*)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
/** What most figures are, and all of a table that a program wrote. */
const DIGITS = /^[1-9]\d{0,14}$/;
/** Nothing beside the number but what is no word of a bound, and no range. */
const BARE = /^\d[\d,.]*[万亿%]?$/;

/**
 * Reads one printed number as an interval. What is not in that notation is refused with a
 * hint, never guessed.
 *
 * @param tolerance half-width of "about" in the number's own unit; without it five per cent is assumed and said.
 */
export function parseQuantity(text: string, tolerance?: number): Outcome<Quantity, QuantityError> {
  const read = readNumber(text, tolerance);
  return read.ok ? read : fail({ code: 'bad-quantity', args: { text, hint: read.error } });
}

function readNumber(text: string, tolerance?: number): Outcome<Quantity, QuantityHint> {
  const plain = unifyWidth(text);
  if (plain === '') return fail('empty');
  if (plain.length > MAX_LENGTH) return fail('not-a-number');
  if (tolerance === undefined && DIGITS.test(plain)) return ok(exactly(Number(plain), text.trim()));
  const isBare = BARE.test(plain);
  const { rest, bounds } = isBare ? { rest: plain, bounds: [] } : stripWords(plain);
  if (bounds.length > 1) return fail('two-bounds');
  const range = isBare || bounds.length > 0 ? undefined : rangeIn(rest, text);
  if (range) return range;
  const percent = rest.endsWith('%');
  const scaled = percent ? rest.slice(0, -1).trimEnd() : rest;
  const [, digits = scaled, unit = ''] = (endsInDigit(scaled) ? undefined : MULTIPLIER.exec(scaled)) ?? [];
  if (percent && unit) return fail('unit-in-value');
  const match = NUMBER.exec(digits);
  const bound = bounds[0];
  if (!match)
    return percent ? fail(hintFor(digits)) : (withUnit(scaled, { bound, text, tolerance }) ?? fail(hintFor(digits)));
  const quantity = toQuantity({ match, multiplier: multipliers[unit] ?? 0, bound, percent, text, tolerance });
  return isRepresentable(quantity.nominal) ? ok(quantity) : fail('too-large');
}

const exactly = (nominal: number, text: string): Quantity => ({
  nominal,
  text,
  percent: false,
  step: 1,
  isPlain: true,
  low: nominal,
  high: nominal,
});

/** Beyond this an integer can no longer be told from its neighbour. */
const isRepresentable = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

const RANGE = /^(.*?\S)\s*(?:–|—|~|至|到|\bto\b)\s*(\S.*)$/;

/** The two ends of a range, as they are written. */
export function rangeEnds(text: string): [string, string] | undefined {
  const [, first, last] = RANGE.exec(text) ?? [];
  return first !== undefined && last !== undefined ? [first, last] : undefined;
}

/** A range by its two ends, each a plain number; a percent sign or a unit behind the second one is that of both. */
function rangeIn(rest: string, text: string): Outcome<Quantity, QuantityHint> | undefined {
  const [first, last] = rangeEnds(rest) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const high = readNumber(last);
  const unit = high.ok ? high.value.inUnit?.unit : undefined;
  const low = readNumber(unit === undefined || !endsAsNumber(first) ? first : `${first}${countedIn(unit)}`);
  if (!low.ok || !high.ok) return fail('range');
  const range = rangeOf(low.value, high.value, text);
  return range ? ok(range) : fail('range');
}

const endsAsNumber = (text: string): boolean => endsInDigit(text) || MULTIPLIER.test(text);
/** What is counted, of a unit such as 万个 that says how many at once: `8万–10万个`, but never `8–10万个`. */
const countedIn = (unit: string): string => unit.replace(LEADING_MULTIPLIER, '');

/** What lies between two plain numbers of one unit and one size, the smaller one first; undefined where it is none. */
export function rangeOf(low: Quantity, high: Quantity, text: string): Quantity | undefined {
  const isSameSize = isMultiplied(low.text) === isMultiplied(high.text) && low.inUnit?.unit === high.inUnit?.unit;
  const isPercent = low.percent === high.percent || high.percent;
  if (!low.isPlain || !high.isPlain || !isSameSize || !isPercent || low.nominal >= high.nominal) return undefined;
  const number = `${low.inUnit?.number}–${high.inUnit?.number}`;
  return {
    nominal: tidy((low.nominal + high.nominal) / 2),
    text: text.trim(),
    percent: high.percent,
    step: 0,
    isPlain: false,
    ...(high.inUnit && { inUnit: { unit: high.inUnit.unit, number } }),
    low: low.nominal,
    high: high.nominal,
  };
}

/** A unit begins with a letter, and no Chinese numeral. */
const withUnitFor = unicodePattern(
  String.raw`^([+-]?\d[\d.,_\u2009]*) ?((?![零〇一二三四五六七八九十几两]|百(?!分点))[\p{L}‰℃°][\p{L}/·.²³℃° -]{0,30})$`,
);

/** How a bound is written before a number, whatever word it was told by. */
const SIGNS: Readonly<Record<WordBound, string>> = {
  low: '≥',
  'low-open': '>',
  high: '≤',
  'high-open': '<',
  about: '约',
};

/** A number with its unit behind it; what it is in, its indicator says. Undefined where it is none. */
function withUnit(
  rest: string,
  { bound, text, tolerance }: Pick<WrittenNumber, 'bound' | 'text' | 'tolerance'>,
): Outcome<Quantity, QuantityHint> | undefined {
  const [, digits = '', written = ''] = withUnitFor(rest).exec(rest) ?? [];
  const match = NUMBER.exec(digits);
  if (!match) return undefined;
  const quantity = toQuantity({ match, multiplier: 0, bound, percent: false, text, tolerance });
  if (!isRepresentable(quantity.nominal)) return fail('too-large');
  return ok({ ...quantity, inUnit: { unit: written.trim(), number: `${bound ? SIGNS[bound] : ''}${digits}` } });
}

interface WrittenNumber {
  /** What `NUMBER` found. */
  readonly match: readonly string[];
  /** The power of ten of the word behind it. */
  readonly multiplier: number;
  readonly bound: WordBound | undefined;
  readonly percent: boolean;
  readonly text: string;
  readonly tolerance: number | undefined;
}

function toQuantity({ match, multiplier, bound, percent, text, tolerance }: WrittenNumber): Quantity {
  const { 1: sign = '', 2: int = '', 3: separator, 4: fraction = '', 5: exponent = '0' } = match;
  const power = multiplier + Number(exponent);
  const whole = separator === undefined ? int : int.replaceAll(separator, '');
  const written = `${sign === '-' ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
  const long = longNumber(written);
  const shown = long?.shown ?? written;
  const nominal = timesTen(shown, power) + 0; // never −0
  const decimals = (long ? (shown.split('.')[1] ?? '') : fraction).length;
  const step = timesTen('1', power - decimals);
  const halfDigit = timesTen('5', power - decimals - 1);
  const isRounded = decimals > 0 || power !== 0;
  const isPlain = bound === undefined && tolerance === undefined;
  const width = around({ nominal, halfDigit, isRounded, bound, tolerance });
  const quantity = { nominal, text: text.trim(), percent, step, isPlain, ...width };
  return holding(quantity, long && keptOf(long, timesTen(written, power)));
}

/** Digits beyond the fifteenth may be noise of a computer, or meant: the interval holds what is kept as well as what is shown. */
export const holding = (quantity: Quantity, kept: number | undefined): Quantity =>
  kept === undefined
    ? quantity
    : { ...quantity, kept, low: Math.min(quantity.low, kept), high: Math.max(quantity.high, kept) };

const timesTen = (digits: string, power: number): number => Number(power === 0 ? digits : `${digits}e${power}`);

interface NamedNumber {
  readonly nominal: number;
  /** Half a unit of the last digit written. */
  readonly halfDigit: number;
  readonly isRounded: boolean;
  readonly bound: WordBound | undefined;
  readonly tolerance: number | undefined;
}

function around({
  nominal,
  halfDigit,
  isRounded,
  bound,
  tolerance,
}: NamedNumber): Interval & Pick<Quantity, 'assumedTolerance'> {
  switch (bound) {
    case 'low':
      return { low: nominal, high: Infinity };
    case 'low-open':
      return { low: nominal, high: Infinity, lowOpen: true };
    case 'high':
      return { low: -Infinity, high: nominal };
    case 'high-open':
      return { low: -Infinity, high: nominal, highOpen: true };
    case 'about': {
      if (tolerance !== undefined) return within(nominal, Math.max(tolerance, isRounded ? halfDigit : 0));
      const assumed = Math.max(tidy(Math.abs(nominal) * DEFAULT_TOLERANCE), halfDigit);
      return { ...within(nominal, assumed), assumedTolerance: assumed };
    }
    default:
      return within(nominal, Math.max(tolerance ?? 0, isRounded ? halfDigit : 0));
  }
}

export function within(nominal: number, half: number): Interval {
  if (half === 0) return point(nominal);
  return { low: Math.min(nominal, tidy(nominal - half)), high: Math.max(nominal, tidy(nominal + half)) };
}
