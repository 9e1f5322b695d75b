import { NOISE } from '../../values/noise.ts';
import { parseQuantity, type Quantity } from '../../values/quantity.ts';
import { roundedTo } from '../../values/widen.ts';
import type { ShownNumber } from '../table/shown.ts';
import { numberText } from './cell-text.ts';
import { digitsOf, type ShownDigits } from './digits.ts';
import type { Section } from './number-format.ts';
import { rounded, tidy } from './rounding.ts';
import type { NumberSection } from './section.ts';
import { numberInSection } from './text.ts';

/**
 * 9.33 shown as 9.33万 is 93,250 to 93,350, as that text is. Undefined where the text is no number, where its words do not
 * multiply the digits by a power of ten, where they do so although the format divides them, and where what the cell keeps
 * is not among what the text allows.
 */
export function numberInWords(chosen: NumberSection, value: number): ShownNumber | undefined {
  const digits = digitsOf(chosen.section, value);
  const number = rounded(value, digits);
  const power = number && powerOf(chosen, number.unit, digits);
  if (!number || power === undefined) return undefined;
  const text = numberInSection(chosen, value) ?? '';
  const quantity = quantityOf(text);
  if (!quantity || !isNear(quantity.nominal, Number(`${number.shown}e${power}`))) return undefined;
  const width = tidy(Number(`${numberText(2 * number.half)}e${power}`));
  const { low, high } = roundedTo(quantity, width);
  const kept = Number(`${number.stored}e${power}`);
  if (kept < low || kept > high) return undefined;
  if (width > tidy(quantity.high - quantity.low)) return { text, width: numberText(width) };
  return kept !== quantity.nominal ? { text, kept: numberText(kept) } : { text };
}

function quantityOf(text: string): Quantity | undefined {
  const parsed = parseQuantity(text);
  return parsed.ok ? parsed.value : undefined;
}

const powers = new WeakMap<Section, number | undefined>();

/** The power of ten that the words multiply the digits by: what they make of one of the last digit. */
function powerOf({ section }: NumberSection, unit: number, digits: ShownDigits): number | undefined {
  if (!powers.has(section)) powers.set(section, powerIn(section, unit, digits));
  return powers.get(section);
}

function powerIn(section: Section, unit: number, { isPercent, thousands }: ShownDigits): number | undefined {
  const text = numberInSection({ section, isBelowZero: true }, isPercent ? unit / 100 : unit) ?? '';
  const power = Math.log10(Math.abs(quantityOf(text)?.nominal ?? 0) / unit);
  const nearest = Math.round(power);
  return isNear(power, nearest) && (nearest === 0 || !(isPercent || thousands > 0)) ? nearest : undefined;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= NOISE * Math.max(1, Math.abs(a));
