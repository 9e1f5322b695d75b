import { NOISE } from '../../values/noise.ts';
import type { ShownNumber } from '../table/shown.ts';
import { numberText, percentText } from './cell-text.ts';
import { digitsOf, type ShownDigits } from './digits.ts';
import type { Section } from './number-format.ts';
import { type Rounded, rounded, tidy } from './rounding.ts';
import { type NumberSection, sectionOfNumber } from './section.ts';
import { numberInSection } from './text.ts';
import { numberInWords } from './words.ts';

/** A cell that does not show the number that it keeps; what it shows, unless programs show different things. */
export interface Otherwise {
  readonly shows: string | undefined;
}

export const isOtherwise = (shown: ShownNumber | Otherwise | undefined): shown is Otherwise =>
  shown !== undefined && 'shows' in shown;

/**
 * The digits as they are kept, before a format shortens them; with words around them, as they are shown, and where nobody
 * knows how, with the format behind them, so that no such number is taken for one.
 */
export function storedText(value: number, format = ''): string {
  if (isGeneral(format)) return numberText(value);
  const chosen = sectionOfNumber(format, value);
  if (!chosen) return `${numberText(value)} (${format})`;
  if (!isPlain(chosen.section, value)) return numberInSection(chosen, value) ?? `${numberText(value)} (${format})`;
  return digitsOf(chosen.section, value).isPercent ? percentText(numberText(value)) : numberText(value);
}

/** What is read of a number under a format; undefined where nothing is shortened and nothing written beside it. */
export function shownNumber(value: number, format = ''): ShownNumber | Otherwise | undefined {
  if (isGeneral(format)) return undefined;
  const chosen = sectionOfNumber(format, value);
  if (!chosen) return { shows: undefined };
  if (!isPlain(chosen.section, value)) return numberInWords(chosen, value) ?? { shows: numberInSection(chosen, value) };
  if (chosen.isBelowZero || !hasDigit(chosen, value)) return { shows: numberInSection(chosen, value) };
  const digits = digitsOf(chosen.section, value);
  const shown = inDigits(rounded(value, digits), digits);
  return shown && inThousands(shown, numberInSection(chosen, value), digits);
}

const THOUSANDS = [undefined, 'thousand', 'million', 'billion'];

/** 93307 shown as 93 is 93 thousand: in a unit of thousands it is multiplied by the one or by the other. */
function inThousands(shown: ShownNumber, text: string | undefined, { thousands, isPercent }: ShownDigits): ShownNumber {
  const word = isPercent ? undefined : THOUSANDS[thousands];
  return word === undefined || text === undefined ? shown : { ...shown, text: `${text.trim()} ${word}` };
}

/** Whether a cell shows nothing of the number that it keeps. */
export function isNothing(value: number, format = ''): boolean {
  const section = isGeneral(format) ? undefined : sectionOfNumber(format, value)?.section;
  if (!section || hasWords(section)) return false;
  const shown = shownNumber(value, format);
  return isOtherwise(shown) && shown.shows === '';
}

const isGeneral = (format: string): boolean => format === '' || format === 'General';

/** Digits with nothing but blanks and the sign of a percentage around them. */
function isPlain(section: Section, value: number): boolean {
  const { form } = digitsOf(section, value);
  if (form === 'none' || form === 'unknown') return false;
  return !hasWords(section);
}

const hasWords = ({ parts }: Section): boolean =>
  parts.some(({ kind, text }) => kind === 'written' && text.trim() !== '');

/** Whether any digit is seen: the format `#` shows nothing of a zero. */
function hasDigit(chosen: NumberSection, value: number): boolean {
  if (chosen.section.parts.some(({ kind, text }) => text === '0' && kind === 'digit')) return true;
  return /\d/.test(numberInSection(chosen, value) ?? '0');
}

function inDigits(number: Rounded | undefined, { isPercent, decimals }: ShownDigits): ShownNumber | undefined {
  if (!number || decimals === undefined) return undefined;
  const { stored, shown, half, unit } = number;
  const text = isPercent ? `${shown}%` : shown;
  if (decimals >= 0 && shown !== stored) return { text, kept: isPercent ? `${stored}%` : stored };
  const isSaid = half === 0 || (decimals > 0 && half <= unit / 2 + NOISE * unit);
  return isSaid ? { text } : { text, width: numberText(tidy(2 * half)) };
}
