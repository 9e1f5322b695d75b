import { parseQuantity } from '../values/quantity.ts';
import { numberText, percentText } from './cell-text.ts';
import type { Flat } from './columns.ts';
import { formatOfNumber } from './number-format.ts';

/** A number as its cell shows it. */
export interface Shown {
  readonly text: string;
  /** The width of what it allows, where its text says less. */
  readonly width?: string;
}

/** The digits as they are kept, before any format shortens them. */
export function storedText(value: number, format: string | undefined): string {
  return formatOfNumber(format, value).isPercent ? percentText(value) : numberText(value);
}

/**
 * A number with the digits that its format shows. It allows all that these digits allow, and all that the digits kept
 * in the cell do: 9.3307 shown as 9.33 is 9.325 to 9.335, 160 shown as 160.0 is 159.95 to 160.05, and 9.3 shown as 9.30
 * is 9.25 to 9.35, because a spreadsheet forgets whether a zero was written. Undefined where nothing is shortened.
 */
export function shownNumber(value: number, format: string | undefined): Shown | undefined {
  const { isPercent, decimals } = formatOfNumber(format, value);
  const stored = (isPercent ? percentText(value) : numberText(value)).replace('%', '');
  if (decimals === undefined || Math.abs(Number(stored)) >= MOST) return undefined;
  const shown = roundedText(stored, decimals);
  const text = isPercent ? `${shown}%` : shown;
  if (decimals === 0 && shown === stored) return { text };
  const unit = Number(`1e${-decimals}`);
  const half = Math.max(unit / 2, Math.abs(Number(shown) - Number(stored)) + halfDigitOf(stored));
  return decimals > 0 && half <= unit / 2 + NOISE * unit ? { text } : { text, width: numberText(tidy(2 * half)) };
}

/** More digits than a spreadsheet keeps. */
const MOST = 1e15;
/** What the binary fractions of a difference may add to it. */
const NOISE = 1e-9;

const tidy = (width: number): number => Number(width.toPrecision(12));

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Half a unit of the last digit kept; a whole number is what it is. */
const halfDigitOf = (text: string): number => (decimalsOf(text) === 0 ? 0 : Number(`5e${-decimalsOf(text) - 1}`));

/** Rounded as a spreadsheet does, by its decimal digits and half away from zero. */
function roundedText(text: string, decimals: number): string {
  const kept = decimalsOf(text);
  if (decimals > kept) return `${kept === 0 ? `${text}.` : text}${'0'.repeat(decimals - kept)}`;
  if (decimals === kept) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const digits = String(Math.round(Number(`${text.replace('-', '')}e${decimals}`)));
  if (decimals <= 0) return digits === '0' ? '0' : `${sign}${digits}${'0'.repeat(-decimals)}`;
  const padded = digits.padStart(decimals + 1, '0');
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** A figure under the names of columns, with its value as it is shown; what its row says of rounding may be wider. */
export function asShown(figure: Flat, shown: Shown | undefined): Flat {
  if (!shown || figure['value'] === undefined) return figure;
  const { text: value, width } = shown;
  if (width === undefined) return { ...figure, value };
  const own = figure['rounded_to'];
  if (own === undefined) return { ...figure, value, rounded_to: width };
  const stated = parseQuantity(String(own));
  const isNarrower = stated.ok && stated.value.nominal >= 0 && stated.value.nominal < Number(width);
  return isNarrower ? { ...figure, value, rounded_to: width } : { ...figure, value };
}
