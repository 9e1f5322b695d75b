import { type Interval, isPoint, point } from './interval.ts';
import { fail, type Outcome, ok } from './outcome.ts';

/** A number as it was printed: the interval that it allows, and the number that it names. */
export interface Quantity extends Interval {
  /** The number named, before any widening; the finite end of a bound. */
  readonly nominal: number;
  readonly text: string;
  readonly percent: boolean;
  /** Half-width that "about" was taken to mean; absent where nothing was assumed. */
  readonly assumedTolerance?: number;
}

export interface QuantityError {
  readonly code: 'bad-quantity';
  readonly hint: QuantityHint;
}

export type QuantityHint =
  | 'not-a-number'
  | 'empty'
  | 'vague'
  | 'decimal-comma'
  | 'grouping'
  | 'leading-or-trailing-point'
  | 'range'
  | 'unit-in-value'
  | 'exponent'
  | 'two-bounds'
  | 'chinese-numeral';

/** "About" without a declared tolerance: five per cent either way (docs/methods.md). */
export const DEFAULT_TOLERANCE = 0.05;

/** As powers of ten, so that `82.78万` is read as 82.78e4 and no decimal is lost in a multiplication. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  k: 3,
  K: 3,
  million: 6,
  billion: 9,
};

type Bound = 'low' | 'low-open' | 'high' | 'high-open' | 'about';

/** Words before the number; the longer ones first, so that "no less than" is not read as "less than". */
const BEFORE: readonly (readonly [string, Bound])[] = [
  ['not less than', 'low'],
  ['no less than', 'low'],
  ['no fewer than', 'low'],
  ['not more than', 'high'],
  ['no more than', 'high'],
  ['more than', 'low-open'],
  ['less than', 'high-open'],
  ['fewer than', 'high-open'],
  ['at least', 'low'],
  ['at most', 'high'],
  ['up to', 'high'],
  ['exceeding', 'low-open'],
  ['over', 'low-open'],
  ['above', 'low-open'],
  ['under', 'high-open'],
  ['below', 'high-open'],
  ['approximately', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['circa', 'about'],
  ['不少于', 'low'],
  ['不低于', 'low'],
  ['不超过', 'high'],
  ['不高于', 'high'],
  ['至少', 'low'],
  ['至多', 'high'],
  ['最多', 'high'],
  ['超过', 'low-open'],
  ['大于', 'low-open'],
  ['高于', 'low-open'],
  ['多于', 'low-open'],
  ['小于', 'high-open'],
  ['低于', 'high-open'],
  ['少于', 'high-open'],
  ['不足', 'high-open'],
  ['不到', 'high-open'],
  ['大约', 'about'],
  ['超', 'low-open'],
  ['逾', 'low-open'],
  ['约', 'about'],
  ['>=', 'low'],
  ['≥', 'low'],
  ['<=', 'high'],
  ['≤', 'high'],
  ['>', 'low-open'],
  ['<', 'high-open'],
  ['~', 'about'],
  ['≈', 'about'],
];

/** Words after the number. In Chinese official use 以上 and 以下 include the number itself. */
const AFTER: readonly (readonly [string, Bound])[] = [
  ['or more', 'low'],
  ['or less', 'high'],
  ['及以上', 'low'],
  ['及以下', 'high'],
  ['以上', 'low'],
  ['以下', 'high'],
  ['以内', 'high'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['+', 'low'],
];

/** No printed number is longer; a text of a megabyte must not be searched for one. */
const MAX_LENGTH = 100;

/** A group never starts with a zero: `0,123` is a decimal comma, not 123. */
const NUMBER = /^([+-]?)([1-9]\d{0,2}(?:([,_\u2009])\d{3})(?:\3\d{3})*|\d+)(?:\.(\d+))?$/;
/** What most figures are, and all of a table that a program wrote. */
const DIGITS = /^[1-9]\d{0,14}$/;
const MULTIPLIER = new RegExp(`^(.*?)\\s*(${Object.keys(MULTIPLIERS).toSorted(longestFirst).join('|')})$`);

/**
 * Reads one printed number as an interval. What is not in that notation is refused with a
 * hint, never guessed.
 *
 * @param tolerance half-width of "about" in the number's own unit; without it five per cent is assumed and said.
 */
export function parseQuantity(text: string, tolerance?: number): Outcome<Quantity, QuantityError> {
  const plain = unifyWidth(text);
  if (plain === '') return refuse('empty');
  if (plain.length > MAX_LENGTH) return refuse('not-a-number');
  if (tolerance === undefined && DIGITS.test(plain)) return ok(exactly(Number(plain), text.trim()));
  const { rest, bounds } = stripWords(plain);
  if (bounds.length > 1) return refuse('two-bounds');
  const percent = rest.endsWith('%');
  const scaled = percent ? rest.slice(0, -1).trimEnd() : rest;
  const [, digits = scaled, unit = ''] = (endsInDigit(scaled) ? undefined : MULTIPLIER.exec(scaled)) ?? [];
  if (percent && unit) return refuse('unit-in-value');
  const parts = NUMBER.exec(digits);
  if (!parts) return refuse(hintFor(digits));
  const quantity = toQuantity({ parts, power: MULTIPLIERS[unit] ?? 0, bound: bounds[0], percent, text, tolerance });
  return isRepresentable(quantity.nominal) ? ok(quantity) : refuse('not-a-number');
}

const exactly = (nominal: number, text: string): Quantity => ({
  nominal,
  text,
  percent: false,
  low: nominal,
  high: nominal,
});

const refuse = (hint: QuantityHint) => fail<QuantityError>({ code: 'bad-quantity', hint });

/** Beyond this an integer can no longer be told from its neighbour. */
const isRepresentable = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Full-width digits, signs and letters become ASCII; a thin space stays apart from a plain one. Nothing else is
 * unified: a footnote mark as in `93307²` must not become a digit.
 */
function unifyWidth(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.trim();
  return text
    .replace(/[\u00a0\u3000\ufe50-\ufe6b\uff01-\uff5e]/g, char => char.normalize('NFKC'))
    .replace(/\u202f/g, '\u2009')
    .replace(/−/g, '-')
    .trim();
}

function stripWords(text: string): { rest: string; bounds: Bound[] } {
  const bounds: Bound[] = [];
  let rest = text;
  for (let found = wordBefore(rest); found; found = wordBefore(rest)) {
    bounds.push(found[1]);
    rest = rest.slice(found[0].length).trimStart();
  }
  for (let found = wordAfter(rest); found; found = wordAfter(rest)) {
    bounds.push(found[1]);
    rest = rest.slice(0, -found[0].length).trimEnd();
  }
  return { rest, bounds };
}

const wordBefore = (text: string) =>
  isDigit(text.charCodeAt(0)) ? undefined : BEFORE.find(([word]) => startsWithWord(text, word));
const wordAfter = (text: string) =>
  endsInDigit(text) ? undefined : AFTER.find(([word]) => text.endsWith(word) && text !== word);

const isDigit = (char: number): boolean => char >= 48 && char <= 57;
const endsInDigit = (text: string): boolean => isDigit(text.charCodeAt(text.length - 1));

const startsWithWord = (text: string, word: string): boolean =>
  text.slice(0, word.length).toLowerCase() === word &&
  !(/[a-z]$/.test(word) && /^[a-z]/i.test(text.slice(word.length)));

function hintFor(digits: string): QuantityHint {
  if (/^(?:近|将近|接近|nearly |almost )|[余多]$/.test(digits)) return 'vague';
  if (/^[+-]?[\d.]*\.\d{3},\d+$/.test(digits)) return 'decimal-comma';
  if (/^[+-]?(0,\d+|\d+,\d{1,2})$/.test(digits)) return 'decimal-comma';
  if (/^[+-]?(\.\d+|\d+\.)$/.test(digits)) return 'leading-or-trailing-point';
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(digits)) return 'exponent';
  if (/[\d%千万亿kK]\s*(-|–|—|~|至|to|到)\s*\d/.test(digits)) return 'range';
  if (/^[+-]?[\d.]*[一二三四五六七八九十百千万亿零两〇][\d.一二三四五六七八九十百千万亿零两〇]*$/.test(digits))
    return 'chinese-numeral';
  if (/^[+-]?\d[\d,_.\u2009 ]*$/.test(digits)) return 'grouping';
  if (/^[+-]?[\d.,_]+\s*\D+$/.test(digits)) return 'unit-in-value';
  return 'not-a-number';
}

interface Parts {
  readonly parts: readonly string[];
  readonly power: number;
  readonly bound: Bound | undefined;
  readonly percent: boolean;
  readonly text: string;
  readonly tolerance: number | undefined;
}

function toQuantity({ parts, power, bound, percent, text, tolerance }: Parts): Quantity {
  const { 1: sign = '', 2: int = '', 3: separator, 4: fraction = '' } = parts;
  const whole = separator === undefined ? int : int.replaceAll(separator, '');
  const written = `${sign === '-' ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
  const nominal = timesTen(written, power) + 0; // never −0
  const halfDigit = timesTen('5', power - fraction.length - 1);
  const isRounded = fraction !== '' || power > 0;
  return { nominal, text: text.trim(), percent, ...around({ nominal, halfDigit, isRounded, bound, tolerance }) };
}

const timesTen = (digits: string, power: number): number => Number(power === 0 ? digits : `${digits}e${power}`);

interface Named {
  readonly nominal: number;
  /** Half a unit of the last digit written. */
  readonly halfDigit: number;
  readonly isRounded: boolean;
  readonly bound: Bound | undefined;
  readonly tolerance: number | undefined;
}

function around({
  nominal,
  halfDigit,
  isRounded,
  bound,
  tolerance,
}: Named): Interval & Pick<Quantity, 'assumedTolerance'> {
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

function within(nominal: number, half: number): Interval {
  if (half === 0) return point(nominal);
  return { low: Math.min(nominal, tidy(nominal - half)), high: Math.max(nominal, tidy(nominal + half)) };
}

/** Without the noise of binary fractions: 1.3 − 0.05 is 1.25, not 1.2500000000000002. */
const tidy = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));

/** The same quantity, known only to the nearest `unit` (a report's `rounded_to`). */
export function roundedTo(quantity: Quantity, unit: number): Quantity {
  if (!Number.isFinite(quantity.low) || !Number.isFinite(quantity.high)) return quantity;
  const half = Math.max(unit / 2, (quantity.high - quantity.low) / 2);
  return { ...quantity, ...within(quantity.nominal, half) };
}

export const isExact = (quantity: Quantity): boolean => isPoint(quantity);
