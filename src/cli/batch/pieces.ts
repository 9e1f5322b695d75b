import { formatOf, type InputFormat, recordsOf } from '../../input/source/registry.ts';
import type { SourceFile } from '../../input/source/source-file.ts';
import { nameColumns } from '../../input/table/columns.ts';

/** A whole file, or some records of one behind its header. */
export interface Piece {
  readonly file: SourceFile;
  /** Lines of the file before the first record of the piece; 0 for a whole file. */
  readonly linesBefore: number;
  /** Lines of the header, which every piece of a CSV begins with. */
  readonly headerLines: number;
}

type MaybeFormat = InputFormat | undefined;

/** Rows stand below the names of their columns. */
export const hasRows = (format: MaybeFormat): boolean => recordsOf(format) === 'rows';

/** Whether a file can be cut between two records: between lines, and between rows where it begins with the names of its columns. */
export function canBeCut({ path, format = formatOf(path), bytes }: SourceFile): boolean {
  if (!hasRows(format)) return recordsOf(format) === 'lines';
  const [end = bytes.length] = recordEnds(bytes, format);
  const cells = Buffer.from(bytes.subarray(0, end))
    .toString()
    .split(/[,;\t]/);
  return cells.some(cell =>
    nameColumns.includes(
      cell
        .replace(/^\ufeff/, '')
        .replaceAll('"', '')
        .trim(),
    ),
  );
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** The offset behind the last record that ends within the bytes; 0 where none does. A quoted line break ends none. */
export function endOfRecords(bytes: Uint8Array, format: MaybeFormat): number {
  if (!hasRows(format) || !bytes.includes(QUOTE)) return bytes.lastIndexOf(NEWLINE) + 1;
  let end = 0;
  for (const at of recordEnds(bytes, format)) end = at;
  return end;
}

/** The offsets behind each record. */
export function* recordEnds(bytes: Uint8Array, format: MaybeFormat): Generator<number> {
  const keepsLineEnds = hasRows(format);
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === QUOTE && keepsLineEnds) isQuoted = !isQuoted;
    else if (bytes[at] === NEWLINE && !isQuoted) yield at + 1;
  }
}

const CARRIAGE_RETURN = 0x0d;
const BLANKS: readonly number[] = [NEWLINE, CARRIAGE_RETURN, ...Buffer.from(' \t')];
/** A longer line may have more cells than a table may have. */
const LONGEST_BLANK = 1000;

/** Whether records are nothing but blanks and the delimiters of their header: rows without content, which say nothing. */
export function areBlank(records: Uint8Array, header: Uint8Array): boolean {
  const blanks = new Set([...BLANKS, ...Buffer.from(',;\t').filter(delimiter => header.includes(delimiter))]);
  let start = 0;
  for (let at = 0; at < records.length; at++) {
    if (!blanks.has(records[at] ?? 0) || at - start > LONGEST_BLANK) return false;
    if (records[at] === NEWLINE) start = at + 1;
  }
  return true;
}

export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** A piece as two, each behind the same header; nothing where it holds one record. */
export function halvesOf({ file, linesBefore, headerLines }: Piece): readonly Piece[] {
  const { path, bytes, format = formatOf(path) } = file;
  const ends = [...endsOf(bytes, format)];
  const [first = 0] = ends;
  const from = hasRows(format) ? first : 0;
  const header = bytes.subarray(0, from);
  // Skip blank rows: a half with none but blank rows would be reported as an empty file.
  const records = ends.filter(
    (end, index) => end > from && !areBlank(bytes.subarray(ends[index - 1] ?? 0, end), header),
  );
  const middle = records[Math.floor(records.length / 2) - 1];
  if (middle === undefined) return [];
  const ownHeaderLines = headerLines || countLines(header);
  const before = linesBefore || ownHeaderLines;
  const half = (start: number, end: number, line: number): Piece => ({
    file: { ...file, part: 'half', format, bytes: Buffer.concat([header, bytes.subarray(start, end)]) },
    linesBefore: line,
    headerLines: ownHeaderLines,
  });
  const lines = countLines(bytes.subarray(from, middle));
  return [half(from, middle, before), half(middle, bytes.length, before + lines)];
}

/** The last record may lack its line end. */
function* endsOf(bytes: Uint8Array, format: MaybeFormat): Generator<number> {
  let last = 0;
  for (const end of recordEnds(bytes, format)) {
    yield end;
    last = end;
  }
  if (last < bytes.length) yield bytes.length;
}
