import type { ProblemArgs } from '../../values/problem.ts';
import { type CellText, unescaped } from './text.ts';

/** What a cell keeps; an error is no value, and neither is what is not there. */
export type CellValue = string | number | boolean | Date;

/** A cell as it is written: its type, its value, and its text where that stands in the cell itself. */
export interface WrittenCell {
  readonly type: string;
  readonly v: string | undefined;
  readonly is: CellText | undefined;
}

/** What there is besides the cell that its value may be in, or depend on. */
export interface Around {
  readonly strings: readonly (string | CellText)[];
  /** The cell shows its number as a day. */
  readonly isDay: boolean;
  readonly isFrom1904: boolean;
}

/** The part of a cell that no spreadsheet writes so. */
export type OddPart = Exclude<ProblemArgs['odd-cell']['what'], 'reference' | 'order'>;

export type Kept =
  | { readonly value?: CellValue; readonly isStruckOut?: boolean; readonly isUnseen?: boolean; readonly error?: string }
  | { readonly odd: OddPart; readonly text: string };

/** What a cell keeps; what no spreadsheet writes is odd, because nobody knows what is meant by it. */
export function keptIn({ type, v, is }: WrittenCell, around: Around): Kept {
  const read = types.get(type);
  if (!read) return { odd: 'type', text: type };
  if (is && type !== 'inlineStr') return { odd: 'type', text: type };
  if (is) return v === undefined ? textIn(is) : { odd: 'text', text: v };
  // An empty text is what a formula may come to; an empty number is none.
  return v === undefined || (v === '' && type !== 'str') ? {} : read(v, around);
}

const types: ReadonlyMap<string, (v: string, around: Around) => Kept> = new Map([
  ['n', numberIn],
  ['s', (v, { strings }) => sharedText(v, strings)],
  ['str', v => ({ value: unescaped(v).trim() })],
  ['inlineStr', v => ({ odd: 'text', text: v })],
  ['b', v => (TRUTHS.has(v) ? { value: TRUTHS.get(v) === true } : { odd: 'truth', text: v })],
  ['e', v => ({ error: v })],
  ['d', v => dayIn(v)],
]);

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['0', false],
  ['1', true],
  ['false', false],
  ['true', true],
]);

/** As every program writes one: digits without a sign or a zero before them, with or without a power of ten. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Digits that tell every number that a spreadsheet keeps from all others; it writes no more. */
const MOST_DIGITS = 17;
const LONGEST = 400;

function digitsIn(v: string): number {
  const [number = ''] = v.replace(/[-.]/g, '').split(/e/i);
  return number.replace(/^0+/, '').replace(/0+$/, '').length;
}

function numberIn(v: string, { isDay, isFrom1904 }: Around): Kept {
  const isWritten = v.length <= LONGEST && NUMBER.test(v) && digitsIn(v) <= MOST_DIGITS;
  const value = isWritten ? Number(v) : Number.NaN;
  if (!Number.isFinite(value)) return { odd: 'number', text: v };
  return { value: isDay ? dayOf(value, isFrom1904) : value };
}

function sharedText(v: string, strings: Around['strings']): Kept {
  const found = /^\d{1,9}$/.test(v) ? strings[Number(v)] : undefined;
  if (found === undefined) return { odd: 'text', text: v };
  return typeof found === 'string' ? { value: found } : textIn(found);
}

const textIn = ({ text, isStruckOut, isUnseen }: CellText): Kept => ({ value: text, isStruckOut, isUnseen });

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST = Date.UTC(9999, 11, 31);

/** The day of a number; up to number 60 spreadsheets count a 29 February 1900 that never was. No date out of their range. */
function dayOf(value: number, isFrom1904: boolean): Date {
  if (!isFrom1904 && Math.floor(value) === 60) return new Date(Number.NaN);
  const epoch = isFrom1904 ? EPOCH_1904 : value < 60 ? EPOCH_1900 + DAY : EPOCH_1900;
  const time = epoch + Math.round(value * DAY);
  return new Date(value < 0 || time >= LAST + DAY ? Number.NaN : time);
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?)?$/;

function dayIn(v: string): Kept {
  const date = new Date(ISO.test(v) ? (v.length === 10 || v.endsWith('Z') ? v : `${v}Z`) : Number.NaN);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(v.slice(0, 10));
  return isReal ? { value: date } : { odd: 'day', text: v };
}
