/** How a number format of a spreadsheet shows a number. */
export interface NumberFormat {
  readonly isPercent: boolean;
  /** Decimals that it shows; below zero where it shows thousands; undefined where it shows what is there. */
  readonly decimals: number | undefined;
}

/** The format of a number; where conditions choose among several, the one that shows least. */
export function formatOfNumber(format: string | undefined, value: number): NumberFormat {
  const code = (format ?? '').replace(LITERAL, '');
  const sections = code.replace(BRACKETS, '').split(';');
  if (/\[\s*[<>=]/.test(code)) return coarsest(sections.map(section => read(section, value)));
  const [positive = '', negative = positive, zero = positive] = sections;
  return read(value > 0 ? positive : value < 0 ? negative : zero, value);
}

/** Texts, signs that are written out, and the width of a sign left free or filled. */
const LITERAL = /"[^"]*"|[\\!_*]./g;
/** Colours, currencies, conditions. */
const BRACKETS = /\[[^\]]*\]/g;

function coarsest(formats: readonly NumberFormat[]): NumberFormat {
  const rank = ({ decimals = Number.POSITIVE_INFINITY }: NumberFormat) => decimals;
  return formats.toSorted((a, b) => rank(a) - rank(b))[0] ?? { isPercent: false, decimals: undefined };
}

function read(section: string, value: number): NumberFormat {
  const isPercent = section.includes('%');
  const [number = '', power] = section.split(/E[+-]/i);
  if (!/[0#?]/.test(number)) return { isPercent, decimals: undefined };
  const [whole = '', fraction = ''] = number.split('.');
  const decimals = digitsIn(fraction) - 3 * scaleOf(whole, fraction);
  return { isPercent, decimals: power === undefined ? decimals : decimals - exponentOf(value, decimals, whole) };
}

const digitsIn = (text: string): number => text.replace(/[^0#?]/g, '').length;

/** A comma behind the last digit before the point, or behind all of them, leaves out three digits. */
function scaleOf(whole: string, fraction: string): number {
  const behind = /[0#?](,+)[^0#?]*$/;
  return (behind.exec(whole)?.[1]?.length ?? 0) + (behind.exec(fraction)?.[1]?.length ?? 0);
}

/** The power of ten that stands behind the E: a multiple of the digits before the point. */
function exponentOf(value: number, decimals: number, whole: string): number {
  if (value === 0) return 0;
  const rounded = Number(Math.abs(value).toExponential(Math.min(20, Math.max(0, decimals))));
  const step = Math.max(1, digitsIn(whole));
  return Math.floor(Math.floor(Math.log10(rounded)) / step) * step;
}
