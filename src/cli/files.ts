import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { nearest } from '../input/nearest.ts';
import { formatOf, type InputFormat, knownExtensions } from '../input/registry.ts';
import type { SourceFile } from '../input/source-file.ts';
import type { Problem } from '../values/problem.ts';
import type { Io } from './io.ts';

export interface Found {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** Files, folders, patterns and `-` as the files that they name, each once, in a stable order. */
export async function findFiles(args: readonly string[], io: Io, stdinFormat: InputFormat): Promise<Found> {
  const found = await Promise.all(args.map(arg => expand(arg, io)));
  const paths = [...new Set(found.flatMap(each => each.paths))];
  const read = new Map(
    await Promise.all(paths.map(async each => [each, await readSource(each, io, stdinFormat)] as const)),
  );
  return {
    files: [...read.values()].flatMap(({ file }) => (file ? [file] : [])),
    problems: found.flatMap(each => [...each.problems, ...each.paths.flatMap(name => read.get(name)?.problem ?? [])]),
  };
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

const isPattern = (arg: string): boolean => /[*?[\]{}!]/.test(arg);

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

async function expandFolder(arg: string, io: Io): Promise<Expanded> {
  const { glob } = await import('tinyglobby');
  const inside = await glob(['**/*'], { cwd: path.resolve(io.cwd, arg), expandDirectories: false });
  const paths = inside.filter(each => formatOf(each) !== undefined).toSorted();
  const problem: Problem = {
    code: 'folder-without-reports',
    args: { allowed: knownExtensions },
    place: { file: shown(arg) },
  };
  return { paths: paths.map(each => shown(path.join(arg, each))), problems: paths.length === 0 ? [problem] : [] };
}

async function expandPattern(arg: string, io: Io): Promise<Expanded> {
  const { glob } = await import('tinyglobby');
  const paths = (await glob([shown(arg)], { cwd: io.cwd, expandDirectories: false })).toSorted();
  const problem: Problem = { code: 'pattern-without-match', args: {}, place: { file: arg } };
  return { paths: paths.map(shown), problems: paths.length === 0 ? [problem] : [] };
}

async function notFound(arg: string, full: string): Promise<Problem> {
  const siblings = await readdir(path.dirname(full)).catch(() => []);
  const near = nearest(path.basename(arg), siblings);
  const args = near === undefined ? {} : { near: shown(path.join(path.dirname(arg), near)) };
  return { code: 'file-not-found', args, place: { file: shown(arg) } };
}

/** Paths are shown with `/` on every system, so that a report has the same bytes everywhere. */
const shown = (name: string): string => name.split(path.sep).join('/');

async function readSource(
  name: string,
  io: Io,
  stdinFormat: InputFormat,
): Promise<{ file?: SourceFile; problem?: Problem }> {
  if (name === '-') {
    try {
      return { file: { path: '-', bytes: await readStdin(io), format: stdinFormat } };
    } catch (error) {
      return { problem: unreadable('-', reasonOf(error)) };
    }
  }
  return readNamed(name, path.resolve(io.cwd, name));
}

export async function readNamed(name: string, full: string): Promise<{ file?: SourceFile; problem?: Problem }> {
  try {
    return { file: { path: name, bytes: await readFile(full) } };
  } catch (error) {
    const reason = reasonOf(error);
    return { problem: reason === 'ENOENT' ? await notFound(name, full) : unreadable(name, reason) };
  }
}

/** Reads one file by the name that the user gave it. */
export const readNamedFile = (name: string, { cwd }: Io) => readNamed(name, path.resolve(cwd, name));

async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
