import { MAX_CELL_TEXT } from '../document/limits.ts';
import { isOn } from './attribute-values.ts';
import { isWhite } from './colours.ts';
import { TINY } from './looks.ts';
import { type Element, elements } from './xml.ts';

/** A text as its cell shows it. */
export interface CellText {
  readonly text: string;
  readonly isStruckOut: boolean;
  /** A part of it is white or tiny, beside others that are not. */
  readonly isUnseen: boolean;
}

/**
 * The rule of an element of `t`, or of runs with fonts of their own. How a text is pronounced (`rPh`) is passed over. To
 * be made once and used for many: of a text only one is read at a time.
 */
export function textElement(done: (text: CellText) => void): Element {
  let runs: string | undefined;
  let isStruckOut = false;
  const seen = new Set<boolean>();
  const plain = collector();
  const r = runElement(run => {
    runs = (runs ?? '') + placed(run.text, run.align);
    if (run.text.trim() === '') return;
    isStruckOut ||= run.isStruckOut;
    seen.add(!run.isUnseen);
  });
  return {
    isStrict: true,
    children: elements({ t: plain.element, r, rPh: {}, phoneticPr: {}, extLst: {} }),
    close: () => {
      const whole = unescaped(plain.taken() ?? '');
      if (whole !== '' && runs !== undefined) throw new Error('a text stands twice, whole and in pieces');
      done({ text: (runs ?? whole).trim(), isStruckOut, isUnseen: seen.size > 1 });
      [runs, isStruckOut] = [undefined, false];
      seen.clear();
    },
  };
}

interface Run extends CellText {
  readonly align: string;
}

function runElement(done: (run: Run) => void): Element {
  let align = '';
  let isStruckOut = false;
  let isUnseen = false;
  const t = collector();
  const strike: Element = {
    open: attributes => {
      isStruckOut = isOn(attributes.get('val'));
    },
  };
  const vertAlign: Element = {
    open: attributes => {
      align = attributes.get('val')?.trim() ?? '';
    },
  };
  const sz: Element = {
    open: attributes => {
      isUnseen ||= Number(attributes.get('val') ?? Number.NaN) <= TINY;
    },
  };
  const color: Element = {
    open: attributes => {
      isUnseen ||= isWhite(attributes);
    },
  };
  const rPr: Element = { isOnce: true, children: elements({ strike, vertAlign, sz, color }) };
  return {
    isStrict: true,
    children: elements({ rPr, t: t.element }),
    close: () => {
      done({ text: unescaped(t.taken() ?? ''), align, isStruckOut, isUnseen });
      [align, isStruckOut, isUnseen] = ['', false, false];
    },
  };
}

/** The rule of an element of nothing but text, and the text of the last one; undefined where there was none. */
export function collector(): { readonly element: Element; readonly taken: () => string | undefined } {
  let whole: string | undefined;
  return {
    element: {
      isOnce: true,
      isStrict: true,
      open: () => {
        whole = '';
      },
      text: piece => {
        whole += piece;
        if (whole !== undefined && whole.length > MAX_CELL_TEXT)
          throw new Error(`a text is longer than ${MAX_CELL_TEXT} letters`);
      },
    },
    taken: () => {
      const text = whole;
      whole = undefined;
      return text;
    },
  };
}

/** Signs that XML cannot hold are written as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Digits above and below the line stay what they are: the mark of a footnote is no digit of the number before it. */
function placed(text: string, align: string): string {
  const digits = align === 'superscript' ? RAISED : align === 'subscript' ? LOWERED : undefined;
  return digits === undefined ? text : text.replace(/\d/g, digit => digits[Number(digit)] ?? digit);
}
