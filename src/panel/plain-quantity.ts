import type { Interval } from '../values/interval.ts';
import { type Quantity, within } from '../values/quantity.ts';

const UNITS = [1, 10, 100, 1000];

/**
 * What a plain decimal number names and allows, given by its digits without the point: at most three are decimals.
 *
 * @param whole one unit of the last digit that a whole number stands for; 0 where it is exact
 */
export function plainInterval(digits: number, decimals: number, whole = 0): Interval & { readonly nominal: number } {
  const unit = UNITS[decimals] ?? 1;
  if (decimals === 0 && digits !== 0 && whole > 0) {
    const { low, high } = within(digits, whole / 2);
    return { low, high, nominal: digits };
  }
  const half = decimals === 0 ? 0 : 5;
  return { low: (digits * 10 - half) / (unit * 10), high: (digits * 10 + half) / (unit * 10), nominal: digits / unit };
}

/** What `parseQuantity` makes of it. */
export function plainQuantity(digits: number, decimals: number): Quantity {
  const { low, high, nominal } = plainInterval(digits, decimals);
  const text = decimals === 0 ? String(digits) : pointed(digits, decimals);
  return { low, high, nominal, percent: false, step: 1 / (UNITS[decimals] ?? 1), isPlain: true, text };
}

function pointed(digits: number, decimals: number): string {
  const all = String(Math.abs(digits)).padStart(decimals + 1, '0');
  return `${digits < 0 ? '-' : ''}${all.slice(0, -decimals)}.${all.slice(-decimals)}`;
}
