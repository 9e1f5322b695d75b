/** The text of a typed cell, as a person would write it: digits without an exponent, a day as `YYYY-MM-DD`. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'object') return JSON.stringify(value, spelledOut);
  return String(value).trim();
}

const spelledOut = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** The fifteen digits that a spreadsheet shows: 0.1 + 0.2 is 0.3 to whoever looks at the cell. */
export function numberText(value: number): string {
  const tidy = Number(value.toPrecision(15));
  const text = String(tidy + 0);
  if (!text.includes('e')) return text;
  if (Math.abs(tidy) >= 1) return BigInt(tidy).toString();
  const [digits = '', power = ''] = text.split('e-');
  return tidy.toFixed(Math.min(100, Number(power) + digits.replace(/^-?\d\.?/, '').length));
}

/** The shortest decimal that a number of single precision stands for: 82.78, not 82.77999877929688. */
export function singleText(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberText(short);
  }
  return numberText(value);
}

/** A share as its cell shows it: 0.054 under a percent format is 5.4%. */
export const percentText = (value: number): string => `${numberText(Number((value * 100).toPrecision(15)))}%`;

/** A time of day other than midnight is kept, and so refused where a day is wanted: it belongs to a time zone. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'no date';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00.000') ? day : `${day} ${time.slice(0, 8)}`;
}
