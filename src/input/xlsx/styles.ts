import { MAX_FORMAT_CODE, MAX_NUMBER_FORMATS, MAX_STYLES } from '../document/limits.ts';
import { isDayFormat } from '../shown/number-format.ts';
import { isOn } from './attribute-values.ts';
import { coloursGiven, WHITE } from './colours.ts';
import { type Font, fillElement, fontElement, plainFont } from './looks.ts';
import { readPart } from './parts.ts';
import { type Element, elements } from './xml.ts';
import type { Archive } from './zip.ts';

/** How a cell shows what it keeps. */
export interface Style {
  /** Undefined where a file only numbers a format that each country has its own of. */
  readonly format: string | undefined;
  /** A number under it is a day. */
  readonly isDay: boolean;
  readonly isStruckOut: boolean;
  /** Its letters are tiny, or have the colour of their ground. */
  readonly isUnseen: boolean;
  /** The colour of its ground, for a format that gives letters a colour. */
  readonly ground: string;
}

export interface Styles {
  /** By the number that a cell has; undefined where there is none of it. */
  readonly of: (index: number) => Style | undefined;
  /** Whether a style that a condition gives to cells strikes them out, hides them, or shows other numbers than they keep. */
  readonly mayMislead: (conditional: number) => boolean;
  /** The name of a style of tables that strikes out, or shows other numbers; undefined where none does. */
  readonly strikingTable: () => string | undefined;
}

const PLAIN: Style = { format: 'General', isDay: false, isStruckOut: false, isUnseen: false, ground: WHITE };

/** A workbook without styles has one, which changes nothing. */
export async function stylesOf(archive: Archive, part: string | undefined): Promise<Styles> {
  if (part === undefined)
    return {
      of: index => (index === 0 ? PLAIN : undefined),
      mayMislead: () => false,
      strikingTable: () => undefined,
    };
  const found: StylesFound = {
    codes: new Map(),
    fonts: [],
    grounds: [],
    conditional: [],
    cellStyles: [],
    ofTables: [],
  };
  await readPart(archive, part, { styleSheet: { children: elementsOf(found) } });
  const { conditional, cellStyles, ofTables } = found;
  const cached = new Map<number, Style | undefined>();
  const of = (index: number): Style | undefined => {
    if (cached.has(index)) return cached.get(index);
    const style = styleOf(cellStyles[index] ?? (index === 0 ? [0, 0, 0] : undefined), found);
    cached.set(index, style);
    return style;
  };
  const mayMislead = (index: number): boolean => conditional[index] !== undefined && conditional[index] !== 'shows';
  return {
    of,
    mayMislead,
    strikingTable: () => ofTables.find(each => conditional[each.conditional] === 'misleads')?.name,
  };
}

interface StylesFound {
  /** Formats by their numbers. */
  readonly codes: Map<number, string>;
  readonly fonts: Font[];
  /** The colour that each fill gives to the ground of letters. */
  readonly grounds: string[];
  /** What each style that a condition gives does with what a cell keeps. */
  readonly conditional: ('shows' | 'hides' | 'misleads')[];
  readonly cellStyles: (readonly [format: number, font: number, fill: number])[];
  /** What styles of tables give, and the name of the style. */
  readonly ofTables: { readonly name: string; readonly conditional: number }[];
}

function elementsOf({
  codes,
  fonts,
  grounds,
  conditional,
  cellStyles,
  ofTables,
}: StylesFound): ReadonlyMap<string, Element> {
  const numFmt: Element = {
    open: attributes => addCode(codes, numberIn(attributes.get('numFmtId')), attributes.get('formatCode') ?? ''),
  };
  const xf: Element = {
    open: attributes => {
      const [format, font, fill] = ['numFmtId', 'fontId', 'fillId'].map(name => numberIn(attributes.get(name) ?? '0'));
      addStyle(cellStyles, [format ?? 0, font ?? 0, fill ?? 0]);
    },
  };
  return elements({
    tableStyles: { isOnce: true, children: elements({ tableStyle: tableStyleIn(ofTables) }) },
    dxfs: { isOnce: true, children: elements({ dxf: conditionalIn(conditional) }) },
    numFmts: { isOnce: true, isStrict: true, children: elements({ numFmt }) },
    fonts: { isOnce: true, children: elements({ font: fontElement(font => addStyle(fonts, font)) }) },
    fills: { isOnce: true, children: elements({ fill: fillElement(ground => addStyle(grounds, ground)) }) },
    cellXfs: { isOnce: true, children: elements({ xf }) },
  });
}

function conditionalIn(conditional: StylesFound['conditional']): Element {
  const colours = coloursGiven();
  const misleads = (isSo: boolean) => {
    if (isSo) conditional[conditional.length - 1] = 'misleads';
  };
  const ground: Element = { open: colours.ground };
  const strike: Element = { open: attributes => misleads(isOn(attributes.get('val'))) };
  const children = elements({
    font: { children: elements({ strike, color: { open: colours.letters } }) },
    fill: { children: elements({ patternFill: { children: elements({ fgColor: ground, bgColor: ground }) } }) },
    numFmt: { open: () => misleads(true) },
  });
  return {
    open: () => {
      addStyle(conditional, 'shows');
      colours.begin();
    },
    close: () => {
      const last = conditional.length - 1;
      if (conditional[last] === 'shows' && colours.areAlike()) conditional[last] = 'hides';
    },
    children,
  };
}

function tableStyleIn(ofTables: StylesFound['ofTables']): Element {
  let name = '';
  const tableStyleElement: Element = {
    open: attributes => ofTables.push({ name, conditional: Number(attributes.get('dxfId') ?? Number.NaN) }),
  };
  return {
    open: attributes => {
      name = attributes.get('name') ?? '';
    },
    children: elements({ tableStyleElement }),
  };
}

function numberIn(text = ''): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is no number of a format or font`);
  return Number(text);
}

function addStyle<T>(styles: T[], style: T): void {
  if (styles.push(style) > MAX_STYLES) throw new Error(`it defines more than ${MAX_STYLES} styles`);
}

/** A format may be defined twice only where both say the same. */
function addCode(codes: Map<number, string>, id: number, code: string): void {
  if (codes.has(id) && codes.get(id) !== code) throw new Error(`the number format ${id} stands twice`);
  if (code.length > MAX_FORMAT_CODE) throw new Error(`a number format is longer than ${MAX_FORMAT_CODE} letters`);
  if (codes.set(id, code).size > MAX_NUMBER_FORMATS)
    throw new Error(`it defines more than ${MAX_NUMBER_FORMATS} number formats`);
}

function styleOf(
  numbers: readonly [format: number, font: number, fill: number] | undefined,
  { codes, fonts, grounds }: StylesFound,
): Style | undefined {
  if (!numbers) return undefined;
  const [id, fontId, fill] = numbers;
  const font = fonts[fontId] ?? (fontId === 0 ? plainFont() : undefined);
  if (font === undefined) return undefined;
  const ground = grounds[fill] ?? WHITE;
  const { isStruckOut } = font;
  const looks = { isStruckOut, isUnseen: font.isTiny || font.colour === ground, ground };
  const own = codes.get(id) ?? BUILT_IN[id];
  if (own === undefined && COUNTRY_DAYS.has(id)) return { format: undefined, isDay: true, ...looks };
  // A letter that no number format has: what such a cell shows, nobody knows.
  const format = own ?? `numFmtId=${id}`;
  return { format, isDay: own !== undefined && isDayFormat(own), ...looks };
}

/** Days in the way of East Asian countries, which a file only numbers. */
const COUNTRY_DAYS: ReadonlySet<number> = new Set([
  27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Formats that a file may name by their number alone (ISO/IEC 29500-1, 18.8.30; 5 to 8 as spreadsheets have them). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);\\($#,##0\\)',
  6: '$#,##0_);[Red]\\($#,##0\\)',
  7: '$#,##0.00_);\\($#,##0.00\\)',
  8: '$#,##0.00_);[Red]\\($#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};
