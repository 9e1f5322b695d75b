import { isPoint, point } from './interval.ts';
import { holding, type Quantity, within } from './quantity.ts';

/* What is known of a quantity beside the text that it was printed as. */

/** The same quantity, known only to the nearest `unit` (a report's `rounded_to`). */
export function roundedTo(quantity: Quantity, unit: number): Quantity {
  if (!Number.isFinite(quantity.low) || !Number.isFinite(quantity.high)) return quantity;
  const half = Math.max(unit / 2, (quantity.high - quantity.low) / 2);
  return holding({ ...quantity, isPlain: false, ...within(quantity.nominal, half) }, quantity.kept);
}

/** The same number, printed to units of `step`. */
export const printedTo = (quantity: Quantity, step: number): Quantity =>
  holding({ ...quantity, step, ...within(quantity.nominal, step / 2) }, quantity.kept);

/** A number that a file shows, and what it keeps behind it: the interval holds both. */
export function withKept(quantity: Quantity, { value, step }: { value: number; step: number }): Quantity {
  const half = step < 1 ? step / 2 : 0;
  const isRounded = value !== quantity.nominal;
  const shown = isRounded && isPoint(quantity) && quantity.isPlain ? printedTo(quantity, quantity.step) : quantity;
  const { low, high } = within(value, half);
  return {
    ...shown,
    low: Math.min(shown.low, low),
    high: Math.max(shown.high, high),
    ...(isRounded && { kept: value }),
  };
}

/** The same number, of which somebody says that it is exactly this. */
export function asExact(quantity: Quantity): Quantity {
  if (!Number.isFinite(quantity.low) || !Number.isFinite(quantity.high)) return quantity;
  return holding({ ...quantity, step: 0, ...point(quantity.nominal) }, quantity.kept);
}
