/** Digits that every double keeps, and digits that are enough to tell one from all others. */
const SURE = 15;
const ENOUGH = 17;

/** A number with decimals and more than fifteen digits. */
export interface LongNumber {
  /** Its first fifteen digits, rounded and without the zeros that rounding leaves: what a spreadsheet shows of it. */
  readonly shown: string;
  /** On which side of these it lies. */
  readonly side: -1 | 1;
  /** It has more digits than any double, and so lies beside the one that is nearest to it. */
  readonly isBesideDouble: boolean;
}

/** Undefined where a number such as `-12.50` has no decimals, or nothing but zeros beyond the digits that every double keeps. */
export function longNumber(written: string): LongNumber | undefined {
  const [whole = '', fraction = ''] = written.replace('-', '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits.length <= SURE || fraction === '') return undefined;
  const unit = 10n ** BigInt(digits.length - SURE);
  const kept = BigInt(digits);
  const rounded = ((kept + unit / 2n) / unit) * unit;
  if (kept === rounded) return undefined;
  const sign = written.startsWith('-') ? -1 : 1;
  const side = kept > rounded === sign > 0 ? 1 : -1;
  const shown = `${sign < 0 ? '-' : ''}${pointed(String(rounded), fraction.length)}`;
  return { shown, side, isBesideDouble: digits.replace(/0+$/, '').length > ENOUGH };
}

/** The number itself, by the double that is nearest to it; for one beside all doubles the next one stands. */
export const keptOf = ({ side, isBesideDouble }: LongNumber, nearest: number): number =>
  isBesideDouble ? nearest + side * Math.max(Math.abs(nearest) * Number.EPSILON, Number.MIN_VALUE) : nearest;

function pointed(digits: string, decimals: number): string {
  const all = digits.padStart(decimals + 1, '0');
  return `${all.slice(0, -decimals)}.${all.slice(-decimals)}`.replace(/\.?0+$/, '');
}
