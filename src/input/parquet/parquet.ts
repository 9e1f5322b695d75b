import { type FileMetaData, parquetMetadata, parquetRead, parquetSchema } from 'hyparquet';
import { decompressBrotli, decompressLz4, decompressLz4Raw, decompressZstd, gunzip } from 'hyparquet-compressors';
import type { Span } from '../../values/place.ts';
import { damaged, type HowRead, type Reader, type ReadResult, unreadable } from '../document/document.ts';
import { expansionProblem } from '../document/expansion.ts';
import type { Limits } from '../document/limits.ts';
import type { Grid } from '../table/grid.ts';
import { mappedTables } from '../table/mapped.ts';
import { pagesProblem } from './pages.ts';
import { columnsOf, type ParquetColumn, withRawDecimals } from './values.ts';

/** A table of figures, its columns under the names of a CSV. Rows are counted from 1, without a header. */
export const parquet: Reader = read;

/** Each fills a page of the size that its header states, which was checked before. */
const compressors = {
  GZIP: (input: Uint8Array, length: number) => gunzip(input, new Uint8Array(length)),
  ZSTD: (input: Uint8Array, length: number) => decompressZstd(input, new Uint8Array(length)),
  BROTLI: decompressBrotli,
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

async function read(bytes: Uint8Array, reading: HowRead): Promise<ReadResult> {
  if (bytes.length === 0) return unreadable({ code: 'empty-file', args: {} });
  const read = await readRows(bytes, reading.limits).catch((error: unknown) =>
    // Whatever a damaged file makes the library throw, the file is what is wrong.
    unreadable(damaged('Parquet', error)),
  );
  return 'rows' in read ? mappedTables(gridOf(read), reading) : read;
}

interface ParquetRows {
  readonly columns: readonly ParquetColumn[];
  readonly rows: readonly (readonly unknown[])[];
}

async function readRows(bytes: Uint8Array, limits: Limits): Promise<ParquetRows | ReadResult> {
  const metadata = parquetMetadata(bytes, { geoparquet: false });
  const columns = parquetSchema(metadata).children;
  const problem = pagesProblem(bytes, metadata, columns, compressors, limits);
  if (problem) return unreadable(problem);
  const rows = await readAll(bytes, withRawDecimals(metadata));
  const swollen = expansionProblem(lettersIn(rows), bytes.length, limits);
  return swollen ? unreadable(swollen) : { columns: columnsOf(columns), rows };
}

/** Rows may share one long text, which each of them would write out. */
function lettersIn(rows: ParquetRows['rows']): number {
  let letters = 0;
  for (const row of rows)
    for (const value of row) if (typeof value === 'string' || value instanceof Uint8Array) letters += value.length;
  return letters;
}

/**
 * The library starts to read all columns before it looks at the rest of the metadata. Should it give up on that, nobody
 * waits for those columns any more, and one that cannot be read would end the program: so none is handed out then.
 */
async function readAll(bytes: Uint8Array, metadata: FileMetaData): Promise<ParquetRows['rows']> {
  let rows: ParquetRows['rows'] = [];
  let isGivenUp = false;
  const slice = (start: number, end?: number) =>
    new Promise<ArrayBuffer>(resolve => {
      setTimeout(() => isGivenUp || resolve(new Uint8Array(bytes.subarray(start, end)).buffer), 0);
    });
  const onComplete = (read: readonly unknown[]) => {
    rows = read.filter(row => Array.isArray(row));
  };
  try {
    const file = { byteLength: bytes.byteLength, slice };
    await parquetRead({ file, metadata, compressors, parsers, utf8: false, onComplete });
  } catch (error) {
    isGivenUp = true;
    throw error;
  }
  return rows;
}

const noShapes = (): never => {
  throw new Error('a column holds shapes');
};

/** Texts of JSON stay texts: read, they would lose a key that stands twice. */
const parsers = {
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes),
  geometryFromBytes: noShapes,
  geographyFromBytes: noShapes,
};

function gridOf({ columns, rows }: ParquetRows): Grid {
  const names = columns.map(({ name }) => name);
  const textsOf = (row: readonly unknown[]) => columns.map(({ textOf }, col) => textOf(row[col]));
  return {
    count: rows.length + 1,
    rowAt: row => (row === 0 ? names : textsOf(rows[row - 1] ?? [])),
    shownAt: (row, col) => columns[col]?.shownOf?.(rows[row - 1]?.[col]),
    locate,
  };
}

/** The row of names is ours and has no number: what is wrong with a column is told at its first value. */
const locate = (row: number, col = 0): Span => {
  const line = Math.max(row, 1);
  return { line, col: col + 1, endLine: line, endCol: col + 2 };
};
