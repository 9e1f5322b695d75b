import type { Attributes } from './xml-text.ts';

const said = (attributes: Attributes, name: string): string => attributes.get(name)?.trim() ?? '';

/** By its own value, by its number among the old colours, or as the background of most themes. */
export const isWhite = (attributes: Attributes): boolean =>
  /^(?:ff)?ffffff$/i.test(said(attributes, 'rgb')) ||
  ['1', '9', BACKGROUND].includes(said(attributes, 'indexed')) ||
  (said(attributes, 'theme') === '0' && !attributes.has('tint'));

/** That of letters where nothing is said, by its value, its number among the old colours, or as the first of most themes. */
const isBlack = (attributes: Attributes): boolean =>
  /^(?:ff)?000000$/i.test(said(attributes, 'rgb')) ||
  ['0', '8', FOREGROUND].includes(said(attributes, 'indexed')) ||
  (said(attributes, 'theme') === '1' && !attributes.has('tint')) ||
  attributes.has('auto');

/** Those of the window, among the old colours. */
const FOREGROUND = '64';
const BACKGROUND = '65';
export const WHITE = 'white';
export const BLACK = 'black';

export function colourOf(attributes: Attributes): string {
  if (isWhite(attributes)) return WHITE;
  if (isBlack(attributes)) return BLACK;
  const rgb = said(attributes, 'rgb').slice(-6).toLowerCase();
  return [rgb, ...['theme', 'tint', 'indexed'].map(name => said(attributes, name))].join(' ');
}

/**
 * The colours that a condition gives: those of the letters and of the ground, which is white where it gives none. Letters of
 * the colour of their ground show nothing.
 */
export function coloursGiven() {
  let [letters, ground] = ['', WHITE];
  return {
    begin: () => {
      [letters, ground] = ['', WHITE];
    },
    letters: (attributes: Attributes) => {
      letters = colourOf(attributes);
    },
    ground: (attributes: Attributes) => {
      ground = colourOf(attributes);
    },
    areAlike: () => letters === ground,
  };
}
