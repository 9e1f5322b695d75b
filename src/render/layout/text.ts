import stringWidth from 'string-width';

/** ASCII and the signs of our own output, all of them narrow: measured and broken without tables and dictionaries. */
const isPlain = (text: string): boolean => /^[ -~≥≤≈±×–−·✔✓✗✘○─→]*$/.test(text);

/** Columns that a text takes in a terminal; a Chinese character takes two. */
export const widthOf = (text: string): number => (isPlain(text) ? text.length : stringWidth(text));

let words: Intl.Segmenter | undefined;
let graphemes: Intl.Segmenter | undefined;

/** Words of a text; the dictionary behind it is loaded only once a text needs it. */
function wordsOf(text: string): string[] {
  if (isPlain(text)) return text.split(/(?<=[ –])|(?= )|(?<=-)(?=[A-Za-z])/);
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...words.segment(text)].map(({ segment }) => segment);
}

function charactersOf(text: string): string[] {
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Breaks a text into lines of at most `width` columns, between words where it can, never inside a character. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => wrapLine(line, Math.max(width, 2)));
}

function wrapLine(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  for (const segment of unbroken(text)) {
    const pieces = widthOf(segment) > width ? charactersOf(segment) : [segment];
    for (const piece of pieces) {
      if (widthOf(line + piece) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

/**
 * What a line break must not tear: a run of ASCII such as a date or a number with its sign, closing punctuation from
 * the word before it, opening punctuation from the word behind it, and a count from its ×.
 */
function unbroken(text: string): string[] {
  const pieces: string[] = [];
  for (const segment of wordsOf(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && isTogether(last, segment)) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** The width of the longest piece that a line break must not tear. */
export const longestPiece = (text: string): number =>
  Math.max(0, ...unbroken(text).map(piece => widthOf(piece.trim())));

const isTogether = (before: string, after: string): boolean =>
  (/[!-~−±]$/.test(before) && /^[!-~−–±]/.test(after) && !(before.endsWith('-') && /^[a-z]/i.test(after))) ||
  /^[，。、）；：”！？%]/.test(after) ||
  /[（“]$/.test(before) ||
  (/\d$/.test(before) && after === ' ') ||
  (/(?:^|\s)[≥≤<≈] $/.test(before) && /^\d/.test(after)) ||
  (/\d $/.test(before) && /^[×%]/.test(after));

/**
 * Control characters, ANSI codes and direction marks of a report are shown, never sent to the terminal. A line break
 * in a title is shown as one too.
 */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udfff]/gu,
    char => {
      const code = char.codePointAt(0) ?? 0;
      return code < 0x20 ? String.fromCodePoint(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
}

/** The same value with every text in it passed through `change`. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map(item => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as T;
}
