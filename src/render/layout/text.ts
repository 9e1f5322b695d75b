import stringWidth from 'string-width';
import { largest } from '../../values/largest.ts';

/** ASCII and the signs of our own output, all of them narrow: measured and broken without tables and dictionaries. */
const isPlain = (text: string): boolean => /^[ -~≥≤≈±×–−·✔✓✗✘○─→█▒│¦…]*$/.test(text);

/** These, Chinese characters and their punctuation: each is a character by itself. */
const isSimple = (text: string): boolean =>
  /^[ -~≥≤≈±×–−·✔✓✗✘○─→█▒│¦…\u3000-\u303e\u4e00-\u9fff\uff01-\uff60]*$/.test(text);

/** The first character that takes two columns. */
const WIDE = 0x3000;

/** Columns that a text takes in a terminal; a Chinese character takes two. */
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length;
  if (isSimple(text)) return widthOfSimple(text);
  if (text.length <= PART) return stringWidth(text);
  let width = 0;
  for (const part of partsOf(text)) width += stringWidth(part);
  return width;
}

function widthOfSimple(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= WIDE) width++;
  return width;
}

/** The dictionaries behind them are loaded only once a text needs them. */
let wordSegmenter: Intl.Segmenter | undefined;
let graphemeSegmenter: Intl.Segmenter | undefined;

function graphemesOf(text: string): Intl.Segments {
  graphemeSegmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return graphemeSegmenter.segment(text);
}

const PART = 1000;
/** Beyond it a text is broken between any two characters: nobody reads so far, and words are looked up in a dictionary. */
const LONG = 10_000;
/** Longer than any character. */
const EDGE = 64;

/** The first half of a character that takes two. */
const isHalf = (char: number): boolean => char >= 0xd800 && char <= 0xdbff;

/** A long text in parts, none of which ends inside a character: segmenters take the square of the length of a text. */
function* partsOf(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > PART) {
    const end = from + PART - (isHalf(text.charCodeAt(from + PART - 1)) ? 1 : 0);
    const [{ index } = { index: 0 }] = [...graphemesOf(text.slice(end - EDGE, end))].slice(-1);
    const to = index === 0 ? end : end - EDGE + index;
    yield text.slice(from, to);
    from = to;
  }
  yield text.slice(from);
}

function wordsOf(text: string): string[] {
  if (isPlain(text)) return text.split(/(?<=[ –])|(?= )|(?<=-)(?=[A-Za-z])/);
  if (text.length > LONG) return [...charactersOf(text)];
  wordSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  for (const part of partsOf(text)) for (const { segment } of wordSegmenter.segment(part)) words.push(segment);
  return words;
}

function* charactersOf(text: string): Generator<string> {
  if (isSimple(text)) return yield* text;
  for (const part of partsOf(text)) for (const { segment } of graphemesOf(part)) yield segment;
}

/** Breaks a text into lines of at most `width` columns, between words where it can, never inside a character. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => wrapLine(line, Math.max(width, 2)));
}

function wrapLine(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const segment of unbroken(text)) {
    const pieces = widthOf(segment) > width ? charactersOf(segment) : [segment];
    for (const piece of pieces) {
      const more = widthOf(piece);
      if (used + more > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
        used = widthOf(line);
      } else {
        line += piece;
        used += more;
      }
    }
  }
  return [...lines, line.trimEnd()];
}

/**
 * What a line break must not tear: a run of ASCII such as a date or a number with its sign, closing punctuation from
 * the word before it, opening punctuation from the word behind it, a number from its 万, and a count from its ×.
 */
function unbroken(text: string): string[] {
  const pieces: string[] = [];
  let end = '';
  for (const segment of wordsOf(text)) {
    if (pieces.length > 0 && isTogether(end, segment)) pieces[pieces.length - 1] += segment;
    else {
      pieces.push(segment);
      end = '';
    }
    end = (end + segment).slice(-LOOKED_AT);
  }
  return pieces;
}

/** Characters before a break that decide whether it may be made: to look at all of them each time would be quadratic. */
const LOOKED_AT = 3;

/** The width of the longest piece that a line break must not tear. */
export const longestPiece = (text: string): number =>
  largest(
    unbroken(text).map(piece => widthOf(piece.trim())),
    0,
  );

/** Between a word and the blank before or behind it: most of what is asked. */
const isBesideBlank = (before: string, after: string): boolean =>
  after === ' ' ? /[A-Za-z]$/.test(before) : before.endsWith(' ') && /^[A-Za-z]/.test(after);

const isTogether = (before: string, after: string): boolean => !isBesideBlank(before, after) && isTied(before, after);

const isTied = (before: string, after: string): boolean =>
  (/[!-~−±]$/.test(before) && /^[!-~−–±]/.test(after) && !(before.endsWith('-') && /^[a-z]/i.test(after))) ||
  /^[，。、）)；：”！？%]/.test(after) ||
  (/\d$/.test(before) && /^[万亿]/.test(after)) ||
  /[（(“]$/.test(before) ||
  (/(?:\d|(?:^|[\s(])[≥≤<≈])$/.test(before) && after === ' ') ||
  (/(?:^|[\s(])[≥≤<≈] $/.test(before) && /^\d/.test(after)) ||
  (/\d $/.test(before) && /^[×%]/.test(after));

/** No control character, no mark that is not seen, and no half of a character. */
const NOTHING_HIDDEN =
  /^[^\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]*$/;

/**
 * Control characters, ANSI codes and direction marks of a report are shown, never sent to the terminal. A line break
 * in a title is shown as one too.
 */
export function visible(text: string): string {
  if (NOTHING_HIDDEN.test(text)) return text;
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udfff]/gu,
    char => {
      const code = char.codePointAt(0) ?? 0;
      return code < 0x20 ? String.fromCodePoint(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
}

/** The same value with every text in it passed through `change`; what that leaves as it was is not copied. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  const data = value as Readonly<Record<string, unknown>>;
  let changed: Record<string, unknown> | undefined;
  for (const key in data) {
    const item = mapTexts(data[key], change);
    if (item === data[key]) continue;
    changed ??= (Array.isArray(value) ? [...value] : { ...data }) as Record<string, unknown>;
    changed[key] = item;
  }
  return (changed ?? value) as T;
}
