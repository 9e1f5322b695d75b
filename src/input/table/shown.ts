import { parseQuantity } from '../../values/quantity.ts';
import type { Flat } from './columns.ts';

/** A number as its cell shows it: the text that a report would have there. */
export interface ShownNumber {
  readonly text: string;
  /** The width of what it allows, where its text says less. */
  readonly width?: string;
  /** The number that the cell keeps, where the text leaves some of it out. */
  readonly kept?: string;
}

/** A figure under the names of columns, with its value as it is shown; what its row says of rounding may be wider. */
export function asShown(figure: Flat, shown: ShownNumber | undefined): Flat {
  if (!shown || figure['value'] === undefined) return figure;
  const { text: value, width, kept } = shown;
  if (kept !== undefined) return { ...figure, value, kept };
  if (width === undefined) return { ...figure, value };
  const own = figure['rounded_to'];
  if (own === undefined) return { ...figure, value, rounded_to: width };
  const stated = parseQuantity(String(own));
  const isNarrower = stated.ok && stated.value.nominal >= 0 && stated.value.nominal < Number(width);
  return isNarrower ? { ...figure, value, rounded_to: width } : { ...figure, value };
}
