import { MAX_NUMBER_FORMATS } from '../document/limits.ts';

/** A number format of a spreadsheet, taken apart: up to four sections, of which a cell shows its value by one. */

/**
 * `digit` is the place of a digit; `written` is shown as it stands, whatever the value is. A letter without quotes is a
 * part of a day, or of what not all programs know. A `fill` is shown as often as the cell has room for it.
 */
export type PartKind =
  | 'digit'
  | 'point'
  | 'comma'
  | 'percent'
  | 'exponent'
  | 'slash'
  | 'general'
  | 'text'
  | 'letter'
  | 'fill'
  | 'written';

export interface FormatPart {
  readonly kind: PartKind;
  readonly text: string;
}

export interface Section {
  readonly parts: readonly FormatPart[];
  /** The numbers that it is for, where it says so itself. */
  readonly takes?: (value: number) => boolean;
  /** The colour of its letters, where it gives them one: black and white by these names. */
  readonly colour?: string;
}

/** Formats that show a number as it is kept; some programs write the Chinese name of the format into the file. */
const GENERAL = /General|G\/通用格式/.source;
const PART = new RegExp(
  String.raw`"([^"]*)"?|[\\!]([^])|_[^]?|\*([^]?)|\[([^\]]*)\]?|(${GENERAL})|(E[+-])|([0#?])|([^])`,
  'giu',
);
const SIGNS: Readonly<Record<string, PartKind>> = {
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'slash',
  '@': 'text',
};

/** A sheet has many cells and few formats; one that has many is not kept in full. */
const formats = new Map<string, readonly Section[]>();

/** Whether a number under it is shown as a day or a time. */
export const isDayFormat = (format: string): boolean =>
  /\[(?:h+|m+|s+)\]/i.test(format) ||
  sectionsOf(format).some(({ parts }) =>
    parts.some(({ kind, text }) => kind === 'letter' && /[ymdhsegba]/i.test(text)),
  );

export function sectionsOf(format: string): readonly Section[] {
  const before = formats.get(format);
  if (before) return before;
  if (formats.size === MAX_NUMBER_FORMATS) formats.clear();
  const sections = takeApart(format);
  formats.set(format, sections);
  return sections;
}

function takeApart(format: string): Section[] {
  const sections: { parts: FormatPart[]; takes?: (value: number) => boolean; colour?: string }[] = [{ parts: [] }];
  for (const [all, quoted, escaped, filler, bracketed, general, exponent, digit, sign] of format.matchAll(PART)) {
    const section = sections.at(-1) ?? { parts: [] };
    const add = (kind: PartKind, text: string) => text !== '' && section.parts.push({ kind, text });
    if (sign === ';') sections.push({ parts: [] });
    else if (bracketed !== undefined) {
      const takes = conditionOf(bracketed);
      if (takes) section.takes = takes;
      const colour = colourIn(bracketed);
      if (colour) section.colour = colour;
      add('written', writtenIn(bracketed));
    } else if (general) add('general', all);
    else if (exponent) add('exponent', all);
    else if (digit) add('digit', digit);
    else if (sign) add(kindOf(sign, section.parts.at(-1)), sign);
    else if (filler?.trim()) add('fill', filler);
    else add('written', quoted ?? escaped ?? filler ?? '');
  }
  return sections;
}

/** A comma groups or leaves out digits only behind one; elsewhere it is shown. */
function kindOf(sign: string, before: FormatPart | undefined): PartKind {
  if (sign === ',' && before?.kind !== 'digit' && before?.kind !== 'comma') return 'written';
  return SIGNS[sign] ?? (/[a-z]/i.test(sign) ? 'letter' : 'written');
}

/** A currency, or the hours of a time that go beyond a day; a colour, a country or the shape of its digits is no word. */
function writtenIn(bracketed: string): string {
  return /^\$([^-]*)/.exec(bracketed)?.[1] ?? /^(?:h+|m+|s+)$/i.exec(bracketed)?.[0] ?? '';
}

/** `[White]`, `[Color 2]`, and as spreadsheets in Chinese write it. Other colours than white and black are seen on any paper. */
function colourIn(bracketed: string): string | undefined {
  const name = bracketed.replace(/\s/g, '').toLowerCase();
  if (/^(?:white|白色?|(?:colou?r|颜色)2)$/.test(name)) return 'white';
  return /^(?:black|黑色?|(?:colou?r|颜色)1)$/.test(name) ? 'black' : undefined;
}

const CONDITION = /^\s*(<=|>=|<>|=|<|>)\s*([+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?)\s*$/i;

function conditionOf(bracketed: string): ((value: number) => boolean) | undefined {
  const [, sign = '', text = ''] = CONDITION.exec(bracketed) ?? [];
  const bound = Number(text);
  return compare[sign] && (value => compare[sign]?.(value, bound) ?? false);
}

const compare: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
  '<>': (value, bound) => value !== bound,
};
