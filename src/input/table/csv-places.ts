import type { Span } from '../../values/place.ts';
import { lineStarts, spanOf } from '../document/lines.ts';

/** Where the records of a CSV text stand; a text without a quote has one on each line. */
export interface CsvRecords {
  readonly count: number;
  /** A record without its line end; the last one for a row beyond it. */
  readonly textOf: (row: number) => string;
  /** The place of a record, or of a cell of it. */
  readonly locate: (row: number, col?: number) => Span;
}

export function recordsIn(text: string, delimiter: string): CsvRecords {
  const lines = lineStarts(text);
  const isQuoted = text.includes('"');
  const starts = isQuoted ? recordStarts(text) : lines;
  const count = starts.at(-1) === text.length ? starts.length - 1 : starts.length;
  const indexOf = (row: number): number => Math.min(row, count - 1);
  const startOf = (index: number): number => starts[index] ?? 0;
  const endOf = (index: number): number => {
    const next = starts[index + 1];
    return next === undefined ? text.length : beforeLineEnd(text, startOf(index), next - 1);
  };
  const textOf = (row: number): string => text.slice(startOf(indexOf(row)), endOf(indexOf(row)));
  const quotedSpan = (index: number, col: number | undefined): Span => {
    const [start, end] = [startOf(index), endOf(index)];
    return spanOf(
      lines,
      ...(col === undefined ? ([start, end] as const) : quotedCell(text, start, end, delimiter, col)),
    );
  };
  return {
    count,
    textOf,
    locate: (row, col) =>
      isQuoted ? quotedSpan(indexOf(row), col) : spanInLine(textOf(row), delimiter, indexOf(row), col),
  };
}

/** Of every figure of most tables: nothing is made but the span. */
function spanInLine(record: string, delimiter: string, index: number, col: number | undefined): Span {
  const from = col === undefined ? 0 : cellStart(record, delimiter, col);
  const to = col === undefined ? record.length : cellEnd(record, delimiter, from);
  return { line: index + 1, col: from + 1, endLine: index + 1, endCol: to + 1 };
}

const beforeLineEnd = (text: string, from: number, end: number): number =>
  end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;

/** Where each record begins; a line end inside quotes ends none. */
function recordStarts(text: string): number[] {
  const starts = [0];
  let quotes = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) quotes++;
    if (char === LINE_FEED && quotes % 2 === 0) starts.push(at + 1);
  }
  return starts;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where the cell of a record begins and ends, with its quotes; the end of the record where it has fewer cells. */
function quotedCell(text: string, from: number, to: number, delimiter: string, col: number): [number, number] {
  let start = from;
  let index = 0;
  let isQuoted = false;
  for (let at = from; at < to; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (text[at] !== delimiter || isQuoted) continue;
    if (index === col) return [start, at];
    index++;
    start = at + 1;
  }
  return index === col ? [start, to] : [to, to];
}

/** Where a cell of a record without a quote begins; the end of the record where it has fewer cells. */
function cellStart(record: string, delimiter: string, col: number): number {
  let start = 0;
  for (let index = 0; index < col; index++) {
    const end = cellEnd(record, delimiter, start);
    if (end === record.length) return end;
    start = end + 1;
  }
  return start;
}

/** Where the cell ends that begins there. */
function cellEnd(record: string, delimiter: string, from: number): number {
  const end = record.indexOf(delimiter, from);
  return end === -1 ? record.length : end;
}
