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
  const boundsOf = (row: number): [from: number, to: number] => {
    const index = Math.min(row, count - 1);
    const from = starts[index] ?? 0;
    const next = starts[index + 1];
    return next === undefined ? [from, text.length] : [from, beforeLineEnd(text, from, next - 1)];
  };
  return {
    count,
    textOf: row => text.slice(...boundsOf(row)),
    locate: (row, col) => {
      const bounds = boundsOf(row);
      const [from, to] =
        col === undefined ? bounds : (isQuoted ? quotedCell : plainCell)(text, ...bounds, delimiter, col);
      return isQuoted ? spanOf(lines, from, to) : onLine(Math.min(row, count - 1), bounds[0], from, to);
    },
  };
}

const onLine = (index: number, start: number, from: number, to: number): Span => ({
  line: index + 1,
  col: from - start + 1,
  endLine: index + 1,
  endCol: to - start + 1,
});

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

/** The same in a text without a quote. */
function plainCell(text: string, from: number, to: number, delimiter: string, col: number): [number, number] {
  let start = from;
  for (let index = 0; index < col; index++) {
    const at = text.indexOf(delimiter, start);
    if (at === -1 || at >= to) return [to, to];
    start = at + 1;
  }
  const end = text.indexOf(delimiter, start);
  return [start, end === -1 || end > to ? to : end];
}
