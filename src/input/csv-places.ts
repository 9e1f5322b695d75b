import type { Span } from '../values/place.ts';
import { lineStarts, spanOf } from './lines.ts';

/** The way from a row, or from a cell of it, to its place; the text is searched when the first place is asked for. */
export function placesIn(text: string, delimiter: string): (row: number, col?: number) => Span {
  let searched: { readonly lines: readonly number[]; readonly records: readonly RecordSpan[] } | undefined;
  return (row, col) => {
    searched ??= { lines: lineStarts(text), records: recordStarts(text) };
    const { lines, records } = searched;
    const { from, to } = records[row] ?? records.at(-1) ?? { from: 0, to: 0 };
    return col === undefined ? spanOf(lines, from, to) : spanOf(lines, ...cellStart(text, from, to, delimiter, col));
  };
}

/** A record of a CSV text from its first character to its line end, which is not part of it. */
interface RecordSpan {
  readonly from: number;
  readonly to: number;
}

/** Where each record begins; a line end inside quotes ends none. */
function recordStarts(text: string): RecordSpan[] {
  const records: RecordSpan[] = [];
  let from = 0;
  let quotes = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) quotes++;
    if (char !== LINE_FEED || quotes % 2 === 1) continue;
    records.push({ from, to: text.charCodeAt(at - 1) === CARRIAGE_RETURN && at > from ? at - 1 : at });
    from = at + 1;
  }
  if (from < text.length) records.push({ from, to: text.length });
  return records;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where the cell of a record begins and ends, with its quotes; the end of the record where it has fewer cells. */
function cellStart(text: string, from: number, to: number, delimiter: string, col: number): [number, number] {
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
