import type { Quantity } from '../values/quantity.ts';

/** Units of a number in which half a unit of its last decimal is whole, for at most three decimals. */
export const SCALE = 10_000;
const HALVES = [0, 500, 50, 5];

/** What `parseQuantity` makes of a plain decimal number: given in units of `SCALE`, with its count of decimals. */
export function plainQuantity(scaled: number, decimals: number): Quantity {
  const nominal = scaled / SCALE;
  const half = HALVES[decimals] ?? 0;
  return {
    low: (scaled - half) / SCALE,
    high: (scaled + half) / SCALE,
    nominal,
    percent: false,
    text: nominal.toFixed(decimals),
  };
}
