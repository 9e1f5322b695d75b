const PLAIN = /^[!-~](?:[!-~]| (?! ))*$/;

/** A name without what differs between two ways to type it: the width of its letters, and the blanks in it. */
export const folded = (text: string): string =>
  PLAIN.test(text) ? text.trimEnd() : text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** The same whatever the case. */
export const foldedCase = (text: string): string => folded(text).toLowerCase();
