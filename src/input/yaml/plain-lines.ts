import { COLON, DASH, SPACE } from '../document/chars.ts';
import { FIRST_HASH, nextHash } from './known-pieces.ts';
import { BEYOND } from './quick.ts';
import { readInline, readKey } from './quick-inline.ts';
import type { QuickNode } from './quick-node.ts';

/*
 * Line by line through YAML in which every line is a key with what belongs to it: a scalar on the same line, or a block
 * below it, further in. What a key or a scalar is, the quick reader says.
 */

const NEW_LINE = 10;

/** A line that holds something, the pieces of its key and of what stands behind that, and where the block above it ended. */
export interface PlainLine {
  readonly text: string;
  /** The offset of its first letter and of its end, its number from 1, its indentation; −1 after the last line. */
  from: number;
  to: number;
  number: number;
  indent: number;
  /** The key ends at its colon. */
  keyEnd: number;
  keyHash: number;
  /** Where it ends when nothing stands behind the key. */
  valueFrom: number;
  valueHash: number;
  /** Where the line before it ended that held something, and its number. */
  lastEnd: number;
  lastNumber: number;
}

/** Before the first line that starts at an offset. */
export const beforeLine = (text: string, start: number, number: number): PlainLine => ({
  text,
  from: start,
  to: start - 1,
  number: number - 1,
  indent: 0,
  keyEnd: start,
  keyHash: 0,
  valueFrom: start,
  valueHash: 0,
  lastEnd: start,
  lastNumber: number,
});

/** Goes on to the next line that is not blank; of its pieces none is read yet. */
export function toNextLine(line: PlainLine): void {
  const { text } = line;
  line.lastEnd = line.to;
  line.lastNumber = line.number;
  let start = line.to + 1;
  for (;;) {
    let from = start;
    while (text.charCodeAt(from) === SPACE) from++;
    line.number++;
    line.from = from;
    line.indent = from - start;
    if (from >= text.length) {
      line.indent = -1;
      return;
    }
    if (text.charCodeAt(from) !== NEW_LINE) return;
    start = from + 1;
  }
}

/** Finds the end of a line of which nothing else is asked. */
export function skipLine(line: PlainLine): void {
  const end = line.text.indexOf('\n', line.from);
  line.to = end === -1 ? line.text.length : end;
}

/** Splits a line behind its first colon that ends a key; false where there is none. */
export function splitLine(line: PlainLine): boolean {
  const { text } = line;
  let at = line.from;
  let hash = FIRST_HASH;
  for (;;) {
    const letter = text.charCodeAt(at);
    if (letter === COLON && (text.charCodeAt(at + 1) === SPACE || endsLine(text, at + 1))) break;
    if (letter === NEW_LINE || at >= text.length) return false;
    hash = nextHash(hash, letter);
    at++;
  }
  line.keyEnd = at;
  line.keyHash = hash;
  at++;
  while (text.charCodeAt(at) === SPACE) at++;
  line.valueFrom = at;
  hash = FIRST_HASH;
  while (!endsLine(text, at)) hash = nextHash(hash, text.charCodeAt(at++));
  line.valueHash = hash;
  line.to = at;
  return true;
}

const endsLine = (text: string, at: number): boolean => text.charCodeAt(at) === NEW_LINE || at >= text.length;

/** The name that the piece before a colon is as a key; undefined where the quick reader takes it for none. */
export function plainKey(piece: string): string | undefined {
  const key = BEYOND.test(piece) ? undefined : readKey(`${piece}:`, 0, piece.length + 1);
  return key?.to === piece.length && key.data !== '__proto__' ? key.data : undefined;
}

/** What stands behind a key, up to the end of the line or its comment; undefined where the quick reader gives up. */
export const plainValue = (piece: string): QuickNode | undefined =>
  BEYOND.test(piece) ? undefined : readInline(piece, 0, piece.length);

/** Moves from the dash of an item of a list to its first key; false where there is none. */
export function enterItem(line: PlainLine): boolean {
  const { text } = line;
  if (text.charCodeAt(line.from) !== DASH || text.charCodeAt(line.from + 1) !== SPACE) return false;
  const dash = line.from;
  while (text.charCodeAt(++line.from) === SPACE);
  line.indent += line.from - dash;
  return true;
}
