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
const TOGETHER = 5000;
const PIECE = 2 ** 16;

/** The same in pieces, each made when it is asked for: an analysis of many figures is longer than memory should hold. */
export function* jsonPieces(value: unknown, indent = 0): Generator<string> {
  let piece = '';
  for (const part of partsOf(value, indent, 0)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Only the outermost value may be small; a large one stands so many levels deep. */
function* partsOf(value: unknown, indent: number, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || sizeOf(value) < TOGETHER) {
    yield toJson(value, indent);
    return;
  }
  const isList = Array.isArray(value);
  const lineAt = (level: number) => (indent === 0 ? '' : `\n${' '.repeat(indent * level)}`);
  let before = isList ? '[' : '{';
  for (const { fields, size } of rowsIn(value)) {
    yield before;
    before = ',';
    if (size < TOGETHER) {
      yield rowText(isList ? fields.map(([, item]) => item) : Object.fromEntries(fields), indent, depth);
      continue;
    }
    for (const [key, item] of fields) {
      yield lineAt(depth + 1) + (isList ? '' : `${toJson(key)}:${indent === 0 ? '' : ' '}`);
      yield* partsOf(item, indent, depth + 1);
    }
  }
  yield lineAt(depth) + (isList ? ']' : '}');
}

/** The fields or items of a value, as many together as are put into one piece; a large one is alone. */
function* rowsIn(value: object): Generator<{ readonly fields: [string, unknown][]; readonly size: number }> {
  let fields: [string, unknown][] = [];
  let size = 0;
  for (const field of Object.entries(value)) {
    if (field[1] === undefined) continue;
    const own = sizeOf(field[1]);
    if (fields.length > 0 && size + own >= TOGETHER) {
      yield { fields, size };
      fields = [];
      size = 0;
    }
    fields.push(field);
    size += own;
  }
  if (fields.length > 0) yield { fields, size };
}

/** What stands between the brackets of a value, as deep as it stands: indented by lists around it, which are cut off. */
function rowText(row: unknown, indent: number, depth: number): string {
  let wrapped = row;
  let around = 1;
  for (let level = 1; indent > 0 && level <= depth; level++) {
    wrapped = [wrapped];
    around += 2 + indent * level;
  }
  return toJson(wrapped, indent).slice(around, -around - (indent > 0 ? 1 : 0));
}

/** How many values there are in one, itself counted, as far as anybody wants to know. */
function sizeOf(value: unknown, most = TOGETHER): number {
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    if (size >= most) break;
    size += typeof item === 'object' && item !== null ? sizeOf(item, most - size) : 1;
  }
  return size;
}
