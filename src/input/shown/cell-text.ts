/** The text of a typed cell, as a person would write it: digits without an exponent, a day as `YYYY-MM-DD`. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'object') return JSON.stringify(value, spelledOut);
  return String(value).trim();
}

const spelledOut = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** All digits that tell a number from its neighbours, written without a power of ten. */
export function numberText(value: number): string {
  const [digits = '', power] = String(value + 0).split('e');
  return power === undefined ? digits : timesTen(digits, Number(power));
}

/** The fifteen digits that a spreadsheet shows: 0.1 + 0.2 is 0.3 to whoever looks at the cell. */
export const fifteenDigits = (value: number): string => numberText(Number(value.toPrecision(15)));

/** A decimal number with its point moved; no digit is lost as it would be in a multiplication. */
export function timesTen(text: string, power: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length).split('.');
  const digits = `${'0'.repeat(Math.max(0, -power))}${whole}${fraction}${'0'.repeat(Math.max(0, power))}`;
  const point = digits.length - fraction.length - Math.max(0, power) + power;
  const behind = digits.slice(point).replace(/0+$/, '');
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${behind === '' ? '' : `.${behind}`}`;
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
export const percentText = (digits: string): string => `${timesTen(digits, 2)}%`;

/** A time of day other than midnight is kept, and so refused where a day is wanted: it belongs to a time zone. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'no date';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00.000') ? day : `${day} ${time.slice(0, 8)}`;
}
