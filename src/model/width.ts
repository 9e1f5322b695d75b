import { isMultiplied } from '../values/multipliers.ts';
import type { Quantity } from '../values/quantity.ts';
import { printedTo } from '../values/widen.ts';
import { type IndicatorKind, isCounted } from './kind.ts';

/** What of an indicator says how wide its numbers are. */
export interface Measured {
  readonly kind: IndicatorKind;
  readonly unit: string;
}

/**
 * What a number means of an indicator. Of a share or a level that is printed whole, half a unit is left open: 95% is 94.5
 * to 95.5. Whole numbers of a table that a program wrote have lost the decimals that others of their column show, `step`
 * for one unit of the last: 98 beside 97.2 is 97.95 to 98.05. No share leaves 0 to 100 per cent.
 */
export function asMeasured(quantity: Quantity, { kind, unit }: Measured, step = wholeStep(kind)): Quantity {
  const wide = step > 0 && isWhole(quantity) ? printedTo(quantity, step) : quantity;
  return kind === 'share' && unit === '%' ? withinAll(wide) : wide;
}

/** One unit of the last digit of a whole number, as far as it is rounded; 0 where it is exact. */
export const wholeStep = (kind: IndicatorKind): number => (isCounted(kind) ? 0 : 1);

/**
 * Nothing is nothing: a zero is exact. A multiplier says by itself that digits are left out; a unit or "per cent" behind the
 * number says nothing of them, so 5000 km is as wide as 5000.
 */
const isWhole = ({ isPlain, step, nominal, kept, text, inUnit }: Quantity): boolean =>
  isPlain && step === 1 && nominal !== 0 && kept === undefined && !isMultiplied(inUnit?.number ?? text);

function withinAll(quantity: Quantity): Quantity {
  const { nominal, low, high } = quantity;
  if ((low >= 0 && high <= 100) || nominal < 0 || nominal > 100) return quantity;
  return { ...quantity, low: Math.max(low, 0), high: Math.min(high, 100) };
}
