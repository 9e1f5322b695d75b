import { unicodePattern } from './unicode-pattern.ts';

/** A range in a file: lines and columns of a text, or rows and columns of a table. They count from 1, the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** A part of the text of a scalar that has `of` letters. */
export interface ScalarPiece {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** The piece of a text whose span is known, where the text stands in the file letter by letter; else all of it. */
export function spanOfPiece(span: Span, { from, to, of }: ScalarPiece): Span {
  const around = span.endCol - span.col - of;
  if (span.line !== span.endLine || (around !== 0 && around !== QUOTES)) return span;
  const start = span.col + around / 2;
  return { ...span, col: start + from, endCol: start + Math.max(to, from + 1) };
}

const QUOTES = 2;

/** Where something was read: the file as the user named it, and the range where one is known. */
export interface Place {
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly span?: Span;
  readonly excerpt?: Excerpt;
}

/** The lines of the file around a span, or the rows of the sheet, as far as a code frame shows them. */
export interface Excerpt {
  /** The number of the first one. */
  readonly firstLine: number;
  /** Of a long line a part, with … where more of it stands. */
  readonly lines: readonly string[];
  /** Where the span begins in its line, and where it or the line ends, as the line stands here. */
  readonly col: number;
  readonly endCol: number;
}

/** A line and a column of a text, or a row and a column of a sheet, as far as they are known. */
export interface Spot {
  readonly sheet?: string | null | undefined;
  readonly line: number | null;
  readonly col: number | null;
}

export const spotOf = ({ sheet, span }: Place): Spot => ({ sheet, line: span?.line ?? null, col: span?.col ?? null });

/** As people write it: `7:12` in a text, and `Sheet1!C7` in a workbook, as a spreadsheet calls it. */
export function spotText({ sheet, line, col }: Spot): string {
  if (sheet == null) return line === null ? '' : `${line}:${col ?? 1}`;
  return line === null ? sheetName(sheet) : `${sheetName(sheet)}!${columnLetters(col ?? 1)}${line}`;
}

/** The same with its file before it. */
export const placeText = (file: string, spot: Spot): string => [file, spotText(spot)].filter(Boolean).join(':');

/** In quotes where a spreadsheet writes them: around all that is not a plain name. */
const sheetName = (name: string): string => (plainNameFor(name).test(name) ? name : `'${name.replaceAll("'", "''")}'`);

const plainNameFor = unicodePattern(String.raw`^[\p{L}_][\p{L}\p{N}_.]*$`);

/** `A` for the first column, `AB` for the twenty-eighth. */
export function columnLetters(col: number): string {
  const last = String.fromCharCode(65 + ((col - 1) % 26));
  return col > 26 ? columnLetters(Math.floor((col - 1) / 26)) + last : last;
}
