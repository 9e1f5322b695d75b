const UNSEEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * JSON, in which what a terminal obeys or a reader cannot see is written as its code: control characters beyond those
 * that JSON itself escapes, and marks of direction. Every parser gives the same text back. YAML 1.2 reads it too.
 */
export const toJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(
    UNSEEN,
    char => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** Whether all of a text can be seen, and none of it steers: then it may stand as it is. */
export const isSeen = (text: string): boolean => !/[\u0000-\u001f]/.test(text) && text.search(UNSEEN) < 0;

/** Values that are put into one piece, and letters from which on a piece is handed on. */
const TOGETHER = 1000;
const PIECE = 2 ** 16;

/** The same in pieces, each made when it is asked for: an analysis of many figures is longer than memory should hold. */
export function* jsonPieces(value: unknown, indent = 0): Generator<string> {
  let piece = '';
  for (const part of partsOf(value, indent, '\n')) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* partsOf(value: unknown, indent: number, line: string): Generator<string> {
  if (typeof value !== 'object' || value === null || valuesIn(value, TOGETHER) < TOGETHER) {
    const text = toJson(value, indent);
    yield indent === 0 ? text : text.replaceAll('\n', line);
    return;
  }
  const isList = Array.isArray(value);
  const inner = line + ' '.repeat(indent);
  let before = isList ? '[' : '{';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield before + (indent === 0 ? '' : inner) + (isList ? '' : `${toJson(key)}:${indent === 0 ? '' : ' '}`);
    yield* partsOf(item, indent, inner);
    before = ',';
  }
  yield (indent === 0 ? '' : line) + (isList ? ']' : '}');
}

/** How many values there are in one, as far as anybody wants to know. */
function valuesIn(value: object, most: number): number {
  let count = 0;
  for (const item of Object.values(value)) {
    if (++count >= most) break;
    if (typeof item === 'object' && item !== null) count += valuesIn(item, most - count);
  }
  return count;
}
