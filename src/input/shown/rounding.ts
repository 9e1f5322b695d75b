import { fifteenDigits, numberText, timesTen } from './cell-text.ts';
import type { ShownDigits } from './digits.ts';

/** A number beside the digits that its format leaves of it, both in per cent where it shows a percentage. */
export interface Rounded {
  readonly stored: string;
  readonly shown: string;
  /** Half the width of what is allowed; 0 where nothing is shortened, and no digit is kept that no spreadsheet shows. */
  readonly half: number;
  /** One of the last digit shown. */
  readonly unit: number;
}

/**
 * The digits that a format shows allow all that they say, and all that the digits kept in the cell say: 9.3307 shown as
 * 9.33 is 9.325 to 9.335, 160 shown as 160.0 is 159.95 to 160.05, and 9.3 shown as 9.30 is 9.25 to 9.35, because a
 * spreadsheet forgets whether a zero was written. Undefined beyond the digits that a spreadsheet keeps.
 */
export function rounded(value: number, { isPercent, decimals }: ShownDigits): Rounded | undefined {
  const stored = timesTen(fifteenDigits(value), isPercent ? 2 : 0);
  if (!(Math.abs(Number(stored)) < MOST)) return undefined;
  const noise = fifteenDigits(value) === numberText(value) ? 0 : lastDigitOf(Number(stored));
  if (decimals === undefined) return { stored, shown: stored, half: noise, unit: 1 };
  const shown = roundedText(stored, decimals);
  const unit = Number(`1e${-decimals}`);
  if (decimals === 0 && shown === stored) return { stored, shown, half: noise, unit };
  const half = Math.max(unit / 2, Math.abs(Number(shown) - Number(stored)) + halfDigitOf(stored));
  return { stored, shown, half, unit };
}

const MOST = 1e15;

/** One of the fifteenth digit: no less than what a number keeps beyond it. */
const lastDigitOf = (value: number): number => Number(`1e${Math.floor(Math.log10(Math.abs(value))) - 14}`);

/** A width without what binary fractions add to it. */
export const tidy = (width: number): number => Number(width.toPrecision(12));

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
