import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { damaged } from '../../input/document/document.ts';
import { limitsFor } from '../../input/document/limits.ts';
import { formatOf, type InputFormat, isGzip, recordsOf } from '../../input/source/registry.ts';
import type { BareProblem, Problem } from '../../values/problem.ts';
import { isReportByName } from '../files.ts';
import { areBlank, canBeCut, countLines, endOfRecords, hasRows, type Piece, recordEnds } from './pieces.ts';
import { LARGE } from './size.ts';

/** Bytes of a piece: enough to keep a worker busy for a while, little enough to hold several. */
const PIECE = 4 * 2 ** 20;
/** A record that is longer than this is none: its quote was never closed. */
const LONGEST = 64 * 2 ** 20;

/** Whether a file is a table that is too large to be read at once, and can be cut between two rows. */
export async function isCut(name: string, cwd: string): Promise<boolean> {
  const format = formatOf(name);
  if (!hasRows(format) && recordsOf(format) !== 'lines') return false;
  const full = path.resolve(cwd, name);
  const stats = await stat(full).catch(() => undefined);
  if (!stats?.isFile() || stats.size <= (isGzip(name) ? LARGE / 8 : LARGE)) return false;
  return canBeCut({ path: name, format, bytes: hasRows(format) ? await beginningOf(full, isGzip(name)) : NOTHING });
}

const NOTHING = new Uint8Array();

async function beginningOf(full: string, isPacked: boolean): Promise<Uint8Array> {
  const raw = createReadStream(full, { end: 2 ** 20 });
  const stream = isPacked ? raw.pipe(createGunzip()) : raw;
  try {
    for await (const chunk of stream) return chunk as Buffer;
  } catch {
    // A damaged file is told by the ordinary reader.
  } finally {
    raw.destroy();
  }
  return NOTHING;
}

export interface Cut {
  readonly pieces: AsyncIterable<Piece>;
  /** Of the file as it is stored; known once all pieces were taken. */
  readonly sha256: () => string;
  /** Why there are no more pieces though the file is not at its end; known then, too. */
  readonly problem: () => Problem | undefined;
}

/** A large table piece by piece: each is whole records behind the header of the file. */
export function cut(name: string, cwd: string, size = PIECE): Cut {
  const hash = createHash('sha256');
  const format = formatOf(name);
  let problem: Problem | undefined;
  async function* pieces(): AsyncGenerator<Piece> {
    try {
      const full = path.resolve(cwd, name);
      const encoding = (await isWholeUtf8(chunksOf(full, size))) ? 'utf-8' : 'gb18030';
      const more = { encoding, isQuoted: isReportByName(full) } as const;
      const ofFile = (piece: Piece): Piece => ({
        ...piece,
        file: { ...piece.file, ...more, part: piece.linesBefore === piece.headerLines ? 'first' : 'later' },
      });
      for await (const piece of piecesOf(name, format, chunksOf(full, size, hash), size)) yield ofFile(piece);
    } catch (error) {
      problem = { ...unreadable(name, error), place: { file: name } };
    }
  }
  return { pieces: pieces(), sha256: () => hash.digest('hex'), problem: () => problem };
}

/** The file cannot be opened or read, or what it was packed into is damaged. */
function unreadable(name: string, error: unknown): BareProblem {
  const { code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return isGzip(name) && code.startsWith('Z_')
    ? damaged('gzip', error)
    : { code: 'file-unreadable', args: { reason: code || message, link: undefined } };
}

/** Looks at whole lines, because a letter takes several bytes and no line ends within one. */
async function isWholeUtf8(chunks: AsyncIterable<Buffer>): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = rest.lastIndexOf('\n') + 1;
    if (!isUtf8(rest.subarray(0, end))) return false;
    rest = rest.subarray(end);
  }
  return isUtf8(rest);
}

async function* chunksOf(full: string, size: number, hash?: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  const stored = createReadStream(full, { highWaterMark: size });
  if (hash) stored.on('data', chunk => hash.update(chunk));
  const isPacked = isGzip(full);
  const stream = isPacked ? stored.pipe(createGunzip({ chunkSize: 2 ** 20 })) : stored;
  if (isPacked) stored.on('error', error => stream.destroy(error));
  for await (const chunk of stream) yield chunk as Buffer;
}

/** Of records without content only some are handed over, and only where there are no others: the file has no figure. */
async function* piecesOf(
  name: string,
  format: InputFormat | undefined,
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Piece> {
  let blank: CutRecords | undefined;
  let isAnyFilled = false;
  for await (const some of cutRecords(format, chunks, size)) {
    const isFilled = !areBlank(some.records, some.header);
    if (isFilled) yield pieceOf(name, format, some);
    else blank ??= some;
    isAnyFilled ||= isFilled;
  }
  if (blank && !isAnyFilled) yield pieceOf(name, format, blank);
}

/** Whole records that follow each other, and the header of their file. */
interface CutRecords {
  readonly header: Buffer;
  readonly headerLines: number;
  readonly records: Buffer;
  readonly linesBefore: number;
}

async function* cutRecords(
  format: InputFormat | undefined,
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<CutRecords> {
  let rest: Buffer = Buffer.alloc(0);
  let header: Buffer | undefined = hasRows(format) ? undefined : Buffer.alloc(0);
  let headerLines = 0;
  let linesBefore = 0;
  for await (const chunk of batched(chunks, size)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!header) {
      const [end] = recordEnds(rest, format);
      if (end === undefined) continue;
      header = rest.subarray(0, end);
      headerLines = countLines(header);
      linesBefore = headerLines;
      rest = rest.subarray(end);
    }
    const end = rest.length > LONGEST ? rest.length : endOfRecords(rest, format);
    if (end === 0) continue;
    const records = rest.subarray(0, end);
    yield { header, headerLines, records, linesBefore };
    linesBefore += countLines(records);
    rest = rest.subarray(end);
  }
  if (rest.length > 0 || linesBefore === headerLines)
    yield { header: header ?? Buffer.alloc(0), headerLines, records: rest, linesBefore };
}

/** Small chunks of an unpacked stream put together to the size of a piece. */
async function* batched(chunks: AsyncIterable<Buffer>, least: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < least) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

const pieceOf = (
  path: string,
  format: InputFormat | undefined,
  { header, headerLines, records, linesBefore }: CutRecords,
): Piece => ({
  file: {
    path,
    format,
    bytes: header.length === 0 ? Uint8Array.from(records) : Buffer.concat([header, records]),
    limits: limitsFor({ bytes: 2 * LONGEST }),
  },
  linesBefore,
  headerLines,
});
