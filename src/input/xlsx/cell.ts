import type { Style, Styles } from './styles.ts';
import { type CellText, collector, textElement } from './text.ts';
import { type CellValue, keptIn, type OddPart } from './values.ts';
import { type Element, elements } from './xml.ts';
import type { Attributes } from './xml-text.ts';

/** What a cell holds; one without a value, an error and a formula is empty. */
export interface CellContent {
  readonly value: CellValue | undefined;
  readonly style: Style;
  readonly isStruckOut: boolean;
  readonly isUnseen: boolean;
  readonly error: string | undefined;
  readonly formula: string | undefined;
}

/** What all sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly (string | CellText)[];
  readonly styles: Styles;
  readonly isFrom1904: boolean;
}

export interface CellEvents {
  /** A cell begins, at the place that it names, if it names one. */
  readonly open: (reference: string | undefined) => void;
  readonly odd: (what: OddPart, text: string) => void;
  /** It ends, and is not empty. */
  readonly close: (content: CellContent) => void;
}

/** The rule of a cell: its value, the formula behind it, and its text where that stands in it. */
export function cellElement(shared: Shared, events: CellEvents): Element {
  let attributes: Attributes = new Map();
  let is: CellText | undefined;
  const value = collector();
  const behind = collector();
  const inside = textElement(text => {
    is = text;
  });
  return {
    isStrict: true,
    children: elements({ v: value.element, f: behind.element, is: { isOnce: true, ...inside }, extLst: {} }),
    open: found => {
      attributes = found;
      events.open(found.get('r'));
    },
    close: () => {
      const [v, formula, text] = [value.taken(), behind.taken(), is];
      is = undefined;
      if (v === undefined && formula === undefined && text === undefined) return;
      const number = attributes.get('s') ?? '0';
      const style = /^\d{1,9}$/.test(number) ? shared.styles.of(Number(number)) : undefined;
      if (!style) return events.odd('style', number);
      const around = { strings: shared.strings, isFrom1904: shared.isFrom1904, isDay: style.isDay };
      const kept = keptIn({ type: attributes.get('t') ?? 'n', v, is: text }, around);
      if ('odd' in kept) return events.odd(kept.odd, kept.text);
      const isEmpty = kept.value === undefined || kept.value === '';
      if (isEmpty && formula === undefined && kept.error === undefined) return;
      const isStruckOut = style.isStruckOut || kept.isStruckOut === true;
      const isUnseen = kept.isUnseen === true;
      events.close({ value: kept.value, style, isStruckOut, isUnseen, error: kept.error, formula });
    },
  };
}
