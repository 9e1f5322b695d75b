import { fifteenDigits, timesTen } from './cell-text.ts';
import { digitsOf, type NumberForm } from './digits.ts';
import type { FormatPart, Section } from './number-format.ts';
import { type NumberSection, sectionOfText } from './section.ts';

/**
 * A text as its cell shows it: `9.33` under `@"万"` is `9.33万`, and under `;;;` it is nothing. What fills the cell is as
 * long as there is room: it stands behind a `*`, so that no number is taken for one with it.
 */
export function textUnder(format: string | undefined, text: string): string {
  const section = text === '' || format === undefined ? undefined : sectionOfText(format);
  if (!section) return text;
  return section.parts
    .map(part => (part.kind === 'text' ? text : part.kind === 'fill' ? `*${part.text}` : part.text))
    .join('')
    .trim();
}

/**
 * A number as its cell shows it, with all that is written around its digits and between them, but without groups of
 * thousands. Undefined for fractions and powers of ten, and for what programs do not agree on.
 */
export function numberInSection({ section, isBelowZero }: NumberSection, value: number): string | undefined {
  const { parts } = section;
  if (!READ.has(digitsOf(section, value).form)) return undefined;
  const digits = digitTexts(section, Math.abs(value));
  if (!digits) return undefined;
  const shown = parts
    .map((part, index) => digits.get(index) ?? writtenOf(part, Math.abs(value)))
    .join('')
    .trim();
  const isZero = digits.size > 0 && ![...digits.values()].some(text => /[1-9]/.test(text));
  if (!isBelowZero) return value < 0 && !isZero ? `-${shown}` : shown;
  return shown.replace(/^\((.*)\)$/, '-$1'); // as accountants write it
}

const READ: ReadonlySet<NumberForm> = new Set(['general', 'digits', 'none']);

function writtenOf({ kind, text }: FormatPart, value: number): string {
  if (kind === 'general') return fifteenDigits(value);
  return kind === 'written' || kind === 'percent' ? text : '';
}

/** What stands at each place of a digit, and at the point. */
function digitTexts(section: Section, value: number): ReadonlyMap<number, string> | undefined {
  const { decimals, isPercent } = digitsOf(section, value);
  if (decimals === undefined) return new Map();
  const places = [...section.parts.entries()].filter(([, { kind }]) => kind === 'digit' || kind === 'point');
  const point = places.findIndex(([, { kind }]) => kind === 'point');
  const before = point === -1 ? places : places.slice(0, point);
  const behind = point === -1 ? [] : places.slice(point + 1).filter(([, { kind }]) => kind === 'digit');
  const kept = timesTen(fifteenDigits(value), isPercent ? 2 : 0);
  const digits = String(Math.round(Number(`${kept}e${decimals}`))).padStart(behind.length + 1, '0');
  if (!/^\d+$/.test(digits)) return undefined;
  const split = digits.length - behind.length;
  const shown = new Map([...wholeTexts(digits.slice(0, split), before), ...fractionTexts(digits.slice(split), behind)]);
  const index = places[point]?.[0];
  return index === undefined ? shown : shown.set(index, pointText(shown, before, behind, digits.slice(0, split)));
}

type PartAt = readonly [index: number, part: FormatPart];

/** From the right; the first place takes all that is left, and only a 0 shows a zero that counts for nothing. */
function wholeTexts(digits: string, places: readonly PartAt[]): [number, string][] {
  const whole = digits.replace(/^0+/, '').padStart(places.length, ' ');
  const rest = whole.length - places.length;
  return places.map(([index, { text }], at) => {
    const shown = at === 0 ? whole.slice(0, rest + 1) : whole.charAt(rest + at);
    return [index, shown === ' ' ? zeroOf(text) : shown];
  });
}

function fractionTexts(digits: string, places: readonly PartAt[]): [number, string][] {
  const end = digits.replace(/0+$/, '').length;
  return places.map(([index, { text }], at) => [index, at < end ? digits.charAt(at) : zeroOf(text)]);
}

const zeroOf = (place: string): string => (place === '0' ? '0' : '');

/** With a zero before it where no digit stands there; nothing where none stands behind it. */
function pointText(
  shown: Map<number, string>,
  before: readonly PartAt[],
  behind: readonly PartAt[],
  whole: string,
): string {
  const textOf = (places: readonly PartAt[]) => places.map(([index]) => shown.get(index)).join('');
  const isShown = textOf(behind) !== '';
  if (before.length === 0) return `${Number(whole) > 0 || isShown ? whole : ''}${isShown ? '.' : ''}`;
  return isShown ? `${textOf(before) === '' ? '0' : ''}.` : '';
}
