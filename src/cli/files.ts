import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Limits, limitsFor } from '../input/limits.ts';
import { nearest } from '../input/nearest.ts';
import { formatOf, type InputFormat, isGzip, isText, knownExtensions } from '../input/registry.ts';
import type { SourceFile } from '../input/source-file.ts';
import { unreadAmong } from '../input/unread.ts';
import type { Problem } from '../values/problem.ts';
import { sha256 } from './digest.ts';
import type { Io } from './io.ts';
import { everything, isPattern, parsePattern, splitPattern } from './pattern.ts';
import { linkTarget, realPath } from './real-path.ts';
import { isGzipped, tooLarge, unpackGzip } from './unpack.ts';
import { type Walked, walk } from './walk.ts';

/** A file with the digest of what is stored, which may be compressed. */
export interface StoredFile extends SourceFile {
  readonly sha256: string;
}

export interface Found {
  readonly files: readonly StoredFile[];
  readonly problems: readonly Problem[];
}

/** Files, folders, patterns and `-` as the files that they name, each once by whatever names, in a stable order. */
export async function findFiles(
  args: readonly string[],
  io: Io,
  stdinFormat: InputFormat,
  maxSize?: number,
): Promise<Found> {
  const limits = limitsFor(maxSize);
  const found = await Promise.all(args.map(arg => expand(arg, io)));
  const paths = namesIn(found, io);
  const read = new Map(
    await Promise.all(paths.map(async each => [each, await readSource(each, io, stdinFormat, limits)] as const)),
  );
  return {
    files: [...read.values()].flatMap(({ file }) => (file ? [file] : [])),
    problems: found.flatMap(each => [...each.problems, ...each.paths.flatMap(name => read.get(name)?.problem ?? [])]),
  };
}

/** The names alone, for who reads the files one by one. */
export async function findNames(args: readonly string[], io: Io): Promise<Expanded> {
  const found = await Promise.all(args.map(arg => expand(arg, io)));
  return { paths: namesIn(found, io), problems: found.flatMap(({ problems }) => problems) };
}

/** Of several names of one file the first that is no link stands for it, else the first. */
function namesIn(found: readonly Expanded[], { cwd }: Io): string[] {
  const names = new Map<string, string>();
  for (const name of found.flatMap(({ paths }) => paths)) {
    const file = name === '-' ? name : realPath(name, cwd);
    const known = names.get(file);
    const isBetter = known !== undefined && path.resolve(cwd, known) !== file && path.resolve(cwd, name) === file;
    if (known === undefined || isBetter) names.set(file, name);
  }
  return [...names.values()];
}

interface Expanded {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

async function expand(arg: string, io: Io): Promise<Expanded> {
  if (arg === '-') return { paths: ['-'], problems: [] };
  const full = path.resolve(io.cwd, arg);
  const kind = await kindOf(full);
  if (typeof kind === 'object') return { paths: [], problems: [unreadable(shown(arg), kind.reason)] };
  if (kind === 'file') return { paths: [shown(arg)], problems: [] };
  if (kind === 'folder') return expandFolder(arg, io);
  if (isPattern(arg)) return expandPattern(arg, io);
  return { paths: [], problems: [await notFound(arg, full)] };
}

async function kindOf(full: string): Promise<'file' | 'folder' | 'none' | { readonly reason: string }> {
  try {
    return (await stat(full)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' || reason === 'ENOTDIR' ? 'none' : { reason };
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

const unreadable = (file: string, reason: string): Problem => ({
  code: 'file-unreadable',
  args: { reason },
  place: { file },
});

function expandFolder(arg: string, { cwd }: Io): Expanded {
  const { files, special, broken, closed } = walk(path.resolve(cwd, arg), everything);
  const own = files.filter(each => !isLockFile(each));
  const mayBeReports = (each: string) => path.extname(each) === '' && broken.has(each);
  const paths = own.filter(each => formatOf(each) !== undefined || mayBeReports(each));
  const unknown = closed.length > 0 && paths.length === 0;
  return {
    paths: paths.map(each => shown(path.join(arg, each))),
    problems: [
      ...(unknown ? [] : folderProblems(shown(arg), paths, unreadIn(own, special))),
      ...closedProblems(closed, arg),
    ],
  };
}

/** Nobody can say what lies in a folder that cannot be looked into. */
const closedProblems = (closed: Walked['closed'], above: string): Problem[] =>
  closed.map(({ folder, reason }) => unreadable(shown(path.join(above, folder)), reason));

/** Names of files that are told; of more the count. */
const MOST_NAMED = 5;

/** With what would be read if it were a file. */
const unreadIn = (files: readonly string[], special: Walked['special']): string[] =>
  [...unreadAmong(files), ...special.filter(each => formatOf(each) !== undefined)].toSorted();

function folderProblems(file: string, paths: readonly string[], unread: readonly string[]): Problem[] {
  const names = unread.slice(0, MOST_NAMED);
  const place = { file };
  if (paths.length === 0) {
    const args = { allowed: knownExtensions, ...(unread.length > 0 && { unread: names }) };
    return [{ code: 'folder-without-reports', args, place }];
  }
  return unread.length === 0 ? [] : [notRead(unread, place)];
}

const notRead = (files: readonly string[], place: Problem['place']): Problem => ({
  code: 'files-not-read',
  args: { names: files.slice(0, MOST_NAMED), count: files.length },
  place,
});

/** What a spreadsheet leaves beside a workbook while it is open. */
const isLockFile = (name: string): boolean => path.basename(name).startsWith('~$');

function expandPattern(arg: string, { cwd }: Io): Expanded {
  const { folder, rest } = splitPattern(arg);
  const { files, special, closed } = walk(path.resolve(cwd, folder), parsePattern(rest));
  const place = { file: arg };
  const told = special.length > 0 ? [notRead(special, place)] : [];
  const none: Problem = { code: 'pattern-without-match', args: {}, place };
  return {
    paths: files.map(each => shown(path.relative(cwd, path.resolve(cwd, folder, each)))),
    problems: [...(files.length === 0 ? [none] : []), ...told, ...closedProblems(closed, folder)],
  };
}

async function notFound(arg: string, full: string): Promise<Problem> {
  const link = linkTarget(full);
  if (link !== undefined)
    return { code: 'file-unreadable', args: { reason: 'ENOENT', link }, place: { file: shown(arg) } };
  const siblings = await readdir(path.dirname(full)).catch((): string[] => []);
  if (siblings.includes(path.basename(full))) return unreadable(shown(arg), 'ENOENT');
  const near = nearest(path.basename(arg), siblings);
  const args = near === undefined ? {} : { near: shown(path.join(path.dirname(arg), near)) };
  return { code: 'file-not-found', args, place: { file: shown(arg) } };
}

/** Paths are shown with `/` on every system, so that a report has the same bytes everywhere. */
const shown = (name: string): string => name.split(path.sep).join('/');

type Read = { readonly file?: StoredFile; readonly problem?: Problem };

async function readSource(name: string, io: Io, stdinFormat: InputFormat, limits: Limits): Promise<Read> {
  if (name !== '-') return readNamed(name, path.resolve(io.cwd, name), limits);
  try {
    return await opened({ path: '-', format: stdinFormat }, await readWithin(io.stdin, limits), limits);
  } catch (error) {
    return { problem: unreadable('-', reasonOf(error)) };
  }
}

/** At once: to hand a small file to another thread and wait for it takes ten times as long as to read it. */
export async function readNamed(name: string, full: string, limits = limitsFor()): Promise<Read> {
  try {
    const stats = statSync(full);
    const isTooLarge = stats.isFile() && stats.size > limits.bytes;
    const isSpecial = !stats.isFile() && !stats.isDirectory();
    const bytes = isTooLarge
      ? undefined
      : isSpecial
        ? await readWithin(createReadStream(full), limits)
        : readFileSync(full);
    return await opened({ path: name }, bytes, limits);
  } catch (error) {
    const reason = reasonOf(error);
    return { problem: reason === 'ENOENT' ? await notFound(name, full) : unreadable(name, reason) };
  }
}

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
  source: Pick<SourceFile, 'path' | 'format'>,
  stored: Uint8Array | undefined,
  limits: Limits,
): Promise<Read> {
  const place = { file: source.path };
  if (!stored) return { problem: { ...tooLarge(limits), place } };
  const isNamed = source.format === undefined;
  const isPacked = isNamed ? isGzip(source.path) : isText(source.format) && isGzipped(stored);
  const unpacked = isPacked && stored.length > 0 ? await unpackGzip(stored, limits) : { bytes: stored };
  if ('problem' in unpacked) return { problem: { ...unpacked.problem, place } };
  return { file: { ...source, bytes: unpacked.bytes, maxSize: limits.bytes, sha256: sha256(stored) } };
}
