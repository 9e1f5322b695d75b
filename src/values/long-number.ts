/** Digits that every double keeps. */
const SURE = 15;

/** A number with decimals and more than fifteen digits. */
export interface LongNumber {
  /** Its first fifteen digits, rounded and without the zeros that rounding leaves: what a spreadsheet shows of it. */
  readonly shown: string;
  /** On which side of these it lies. */
  readonly side: -1 | 1;
  /** No program writes the double that is nearest to it with these digits: it lies beside that one. */
  readonly isBesideDouble: boolean;
}

/** Undefined where a number such as `-12.50` has no decimals, or nothing but zeros beyond the digits that every double keeps. */
export function longNumber(written: string): LongNumber | undefined {
  if (written.length <= SURE) return undefined;
  const [whole = '', fraction = ''] = written.replace('-', '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits.length <= SURE || fraction === '') return undefined;
  const unit = 10n ** BigInt(digits.length - SURE);
  const kept = BigInt(digits);
  const rounded = ((kept + unit / 2n) / unit) * unit;
  if (kept === rounded) return undefined;
  const told = digits.replace(/0+$/, '');
  const sign = written.startsWith('-') ? -1 : 1;
  const side = kept > rounded === sign > 0 ? 1 : -1;
  const shown = `${sign < 0 ? '-' : ''}${pointed(String(rounded), fraction.length)}`;
  return { shown, side, isBesideDouble: told !== digitsOf(Number(written), told.length) };
}

/** The number itself, by the double that is nearest to it; for one beside all doubles the next one stands. */
export const keptOf = ({ side, isBesideDouble }: LongNumber, nearest: number): number =>
  isBesideDouble ? nearest + side * Math.max(Math.abs(nearest) * Number.EPSILON, Number.MIN_VALUE) : nearest;

const digitsOf = (double: number, count: number): string =>
  (double.toPrecision(count).replace('-', '').split('e')[0] ?? '').replace('.', '').replace(/^0+/, '');

function pointed(digits: string, decimals: number): string {
  const all = digits.padStart(decimals + 1, '0');
  return `${all.slice(0, -decimals)}.${all.slice(-decimals)}`.replace(/\.?0+$/, '');
}
