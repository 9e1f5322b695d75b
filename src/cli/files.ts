import { createReadStream, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { tooLarge } from '../input/document/expansion.ts';
import { type Limits, limitsFor } from '../input/document/limits.ts';
import { nearest } from '../input/document/nearest.ts';
import { formatOf, type InputFormat, isGzip, isText } from '../input/source/registry.ts';
import type { SourceFile } from '../input/source/source-file.ts';
import type { Problem } from '../values/problem.ts';
import { sha256 } from './digest.ts';
import type { Io } from './io.ts';
import { linkTarget, realPath } from './real-path.ts';
import { isGzipped, unpackGzip } from './unpack.ts';

/** A file with the digest of what is stored, which may be compressed. */
export interface StoredFile extends SourceFile {
  readonly sha256: string;
  /** Bytes, as it lies. */
  readonly size: number;
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

export const unreadable = (file: string, reason: string): Problem => ({
  code: 'file-unreadable',
  args: { reason, link: undefined },
  place: { file },
});

export function notFound(arg: string, full: string): Problem {
  const link = linkTarget(full);
  if (link !== undefined)
    return { code: 'file-unreadable', args: { reason: 'ENOENT', link }, place: { file: shown(arg) } };
  const siblings = namesBeside(full);
  if (siblings.includes(path.basename(full))) return unreadable(shown(arg), 'ENOENT');
  const name = nearest(path.basename(arg), siblings);
  const near = name === undefined ? undefined : shown(path.join(path.dirname(arg), name));
  return { code: 'file-not-found', args: { near }, place: { file: shown(arg) } };
}

function namesBeside(full: string): string[] {
  try {
    return readdirSync(path.dirname(full));
  } catch {
    return [];
  }
}

/** Paths are shown with `/` on every system, so that a report has the same bytes everywhere. */
export const shown = (name: string): string => name.split(path.sep).join('/');

export type FileOrProblem = { readonly file?: StoredFile; readonly problem?: Problem };

/** A file, or standard input as one. */
export async function readFileOrStdin(
  name: string,
  io: Io,
  stdinFormat: InputFormat,
  limits: Limits,
): Promise<FileOrProblem> {
  if (name !== '-') return readNamed(name, path.resolve(io.cwd, name), limits);
  try {
    return await opened({ path: '-', format: stdinFormat }, await readWithin(io.stdin, limits), limits);
  } catch (error) {
    return { problem: unreadable('-', reasonOf(error)) };
  }
}

/** Reads synchronously: for a small file an asynchronous read takes ten times as long. */
export async function readNamed(name: string, full: string, limits = limitsFor()): Promise<FileOrProblem> {
  try {
    const own = lstatSync(full);
    const stats = own.isSymbolicLink() ? statSync(full) : own;
    const isTooLarge = stats.isFile() && stats.size > limits.bytes;
    const isSpecial = !stats.isFile() && !stats.isDirectory();
    const bytes = isTooLarge
      ? undefined
      : isSpecial
        ? await readWithin(createReadStream(full), limits)
        : readFileSync(full);
    return await opened({ path: name, isQuoted: stats === own || isReportByName(full) }, bytes, limits);
  } catch (error) {
    const reason = reasonOf(error);
    return { problem: reason === 'ENOENT' ? notFound(name, full) : unreadable(name, reason) };
  }
}

/** What a link leads to may be no report whatever the link is called, but a file of secrets: it is read, and not shown. */
export const isReportByName = (full: string): boolean =>
  linkTarget(full) === undefined || formatOf(realPath(full, '/')) !== undefined;

/** Reads one file by the name that the user gave it. */
export const readNamedFile = (name: string, { cwd }: Io) => readNamed(name, path.resolve(cwd, name));

/** A pipe may never end; undefined once it has brought more than it may. */
async function readWithin(stream: AsyncIterable<Uint8Array>, limits: Limits): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limits.bytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The file with its bytes, unpacked where it is compressed: by its name, or by its first bytes where it has none. */
async function opened(
  source: Pick<SourceFile, 'path' | 'format' | 'isQuoted'>,
  stored: Uint8Array | undefined,
  limits: Limits,
): Promise<FileOrProblem> {
  const place = { file: source.path };
  if (!stored) return { problem: { ...tooLarge(limits), place } };
  const isNamed = source.format === undefined;
  const isPacked = isNamed ? isGzip(source.path) : isText(source.format) && isGzipped(stored);
  const unpacked = isPacked && stored.length > 0 ? await unpackGzip(stored, limits) : { bytes: stored };
  if ('problem' in unpacked) return { problem: { ...unpacked.problem, place } };
  return { file: { ...source, bytes: unpacked.bytes, limits, sha256: sha256(stored), size: stored.length } };
}
