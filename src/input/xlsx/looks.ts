import { isOn } from './attribute-values.ts';
import { BLACK, colourOf, WHITE } from './colours.ts';
import { type Element, elements } from './xml.ts';

/** How a font shows its letters. */
export interface Font {
  isStruckOut: boolean;
  isTiny: boolean;
  colour: string;
}

/** Points. */
export const TINY = 2;

/** The rule of a font, which is handed over when it ends. */
export function fontElement(done: (font: Font) => void): Element {
  let font = plainFont();
  const strike: Element = {
    isOnce: true,
    open: attributes => {
      font.isStruckOut = isOn(attributes.get('val'));
    },
  };
  const sz: Element = {
    isOnce: true,
    open: attributes => {
      font.isTiny = Number(attributes.get('val') ?? Number.NaN) <= TINY;
    },
  };
  const color: Element = {
    isOnce: true,
    open: attributes => {
      font.colour = colourOf(attributes);
    },
  };
  return {
    children: elements({ strike, sz, color }),
    open: () => {
      font = plainFont();
    },
    close: () => done(font),
  };
}

export const plainFont = (): Font => ({ isStruckOut: false, isTiny: false, colour: BLACK });

/** The ground of a pattern, or of a gradient, on which letters of any colour are seen. */
const MIXED = 'mixed';

/** The rule of a fill; the colour of the ground that it gives to letters is handed over when it ends. */
export function fillElement(done: (ground: string) => void): Element {
  let ground = WHITE;
  const patternFill: Element = {
    open: attributes => {
      const pattern = attributes.get('patternType') ?? 'none';
      ground = pattern === 'none' ? WHITE : pattern === 'solid' ? BLACK : MIXED;
    },
    children: elements({
      fgColor: {
        open: attributes => {
          if (ground === BLACK) ground = colourOf(attributes);
        },
      },
    }),
  };
  const gradientFill: Element = {
    open: () => {
      ground = MIXED;
    },
  };
  return {
    children: elements({ patternFill, gradientFill }),
    open: () => {
      ground = WHITE;
    },
    close: () => done(ground),
  };
}
