const PLAIN = /^[!-~](?:[!-~]| (?! ))*$/;

/** A name without what differs between two ways to type it: the width of its letters, and the blanks in it. */
export const folded = (text: string): string =>
  PLAIN.test(text) ? text.trimEnd() : text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/**
 * A unit, whatever the case of its words. In signs, which have no vowel, b and B differ, and so do m and M where they come
 * first: Mb is no MB, mW no MW; KM is km.
 */
export const foldedUnit = (text: string): string =>
  folded(text).replace(/[A-Za-z]+/g, word => word.replace(/[aeiou]/i.test(word) ? /./g : /(?<=.)M|[^BM]/g, lower));

const lower = (text: string): string => text.toLowerCase();

/** The same whatever the case. */
export const foldedCase = (text: string): string => folded(text).toLowerCase();
