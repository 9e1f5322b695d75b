import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { limitsFor } from '../input/document/limits.ts';
import { formatOf, type InputFormat, inputExtensions } from '../input/source/registry.ts';
import { unreadAmong } from '../input/source/unread.ts';
import { usageOfFiles } from '../render/words/usage-files.ts';
import type { Problem } from '../values/problem.ts';
import { notFound, readFileOrStdin, reasonOf, type StoredFile, shown, unreadable } from './files.ts';
import type { Io } from './io.ts';
import { everything, isPattern, parsePattern, splitPattern } from './pattern.ts';
import { isWithin, noStandardInput, outside, type Reach, refusedInput } from './reach.ts';
import { realPath } from './real-path.ts';
import { UserError } from './user-error.ts';
import { type Walked, walk } from './walk.ts';

export interface FoundFiles {
  readonly files: readonly StoredFile[];
  readonly problems: readonly Problem[];
}

/** Files, folders, patterns and `-` as the files that they name, each once by whatever names, in a stable order. */
export async function findFiles(
  args: readonly string[],
  io: Io,
  stdinFormat: InputFormat,
  limits = limitsFor(),
  reach?: Reach,
): Promise<FoundFiles> {
  const found = await expandAll(args, io, reach);
  const paths = namesIn(found, io);
  const read = new Map(
    await Promise.all(paths.map(async each => [each, await readFileOrStdin(each, io, stdinFormat, limits)] as const)),
  );
  return {
    files: [...read.values()].flatMap(({ file }) => (file ? [file] : [])),
    problems: found.flatMap(each => [...each.problems, ...each.paths.flatMap(name => read.get(name)?.problem ?? [])]),
  };
}

/** More patterns than somebody writes down; each is a walk of its own. */
const MOST_PATTERNS = 1000;

async function expandAll(args: readonly string[], io: Io, reach?: Reach): Promise<readonly Expanded[]> {
  const patterns = args.filter(isPattern);
  const isMany = patterns.length > MOST_PATTERNS;
  const count = isMany ? patterns.filter(each => !existsSync(path.resolve(io.cwd, each))).length : 0;
  if (count > MOST_PATTERNS) throw new UserError(usageOfFiles.tooManyPatterns(count, MOST_PATTERNS));
  return Promise.all(args.map(arg => expand(arg, io, reach)));
}

/** The names alone, for who reads the files one by one. */
export async function findNames(args: readonly string[], io: Io, reach?: Reach): Promise<Expanded> {
  const found = await expandAll(args, io, reach);
  return { paths: namesIn(found, io), problems: found.flatMap(({ problems }) => problems) };
}

/** Of several names of one file the first that is no link stands for it, else the first. */
function namesIn(found: readonly Expanded[], { cwd }: Io): string[] {
  const names = new Map<string, string>();
  for (const name of found.flatMap(({ paths }) => paths)) {
    const file = name === '-' ? name : realPath(name, cwd);
    const before = names.get(file);
    const isBetter = before !== undefined && path.resolve(cwd, before) !== file && path.resolve(cwd, name) === file;
    if (before === undefined || isBetter) names.set(file, name);
  }
  return [...names.values()];
}

interface Expanded {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

async function expand(arg: string, io: Io, reach?: Reach): Promise<Expanded> {
  if (arg === '-') return reach ? { paths: [], problems: [noStandardInput(reach)] } : { paths: ['-'], problems: [] };
  if (!reach) return expandFreely(arg, io);
  const starts = isPattern(arg) ? [arg, splitPattern(arg).folder] : [arg];
  if (!starts.every(each => isWithin(realPath(each, io.cwd), reach)))
    return { paths: [], problems: [outside(arg, reach, io.cwd)] };
  const { paths, problems } = await expandFreely(arg, io, reach);
  const refused = paths.flatMap(each => refusedInput(each, reach, io.cwd) ?? []);
  return { paths: refused.length > 0 ? [] : paths, problems: [...problems, ...refused] };
}

async function expandFreely(arg: string, io: Io, reach?: Reach): Promise<Expanded> {
  const full = path.resolve(io.cwd, arg);
  const kind = kindOf(full);
  if (typeof kind === 'object') return { paths: [], problems: [unreadable(shown(arg), kind.reason)] };
  if (kind === 'file') return { paths: [shown(arg)], problems: [] };
  if (kind === 'folder') return expandFolder(arg, io, reach);
  if (isPattern(arg)) return expandPattern(arg, io, reach);
  return { paths: [], problems: [notFound(arg, full)] };
}

function kindOf(full: string): 'file' | 'folder' | 'none' | { readonly reason: string } {
  try {
    return statSync(full).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' || reason === 'ENOTDIR' ? 'none' : { reason };
  }
}

function expandFolder(arg: string, { cwd }: Io, reach?: Reach): Expanded {
  const { files, special, broken, closed, outside } = walk(path.resolve(cwd, arg), everything, mayEnter(reach));
  const left = [...outside.folders, ...outside.files.filter(each => formatOf(each) !== undefined)];
  const own = files.filter(each => !isLockFile(each));
  const mayBeReports = (each: string) => path.extname(each) === '' && broken.has(each);
  const paths = own.filter(each => formatOf(each) !== undefined || mayBeReports(each));
  const isUnknown = paths.length === 0 && closed.length + left.length > 0;
  return {
    paths: paths.map(each => shown(path.join(arg, each))),
    problems: [
      ...(isUnknown ? [] : folderProblems(shown(arg), paths, unreadIn(own, special))),
      ...closedProblems(closed, arg),
      ...leftProblems(left, arg, cwd, reach),
    ],
  };
}

const mayEnter = (reach: Reach | undefined) => (reach ? (real: string) => isWithin(real, reach) : undefined);

/** A link that leads too far may lead to reports. */
const leftProblems = (links: readonly string[], above: string, cwd: string, reach?: Reach): Problem[] =>
  reach ? links.map(each => outside(shown(path.join(above, each)), reach, cwd)) : [];

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
    const args = { allowed: inputExtensions, unread: unread.length > 0 ? names : undefined };
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

function expandPattern(arg: string, { cwd }: Io, reach?: Reach): Expanded {
  const { folder, rest } = splitPattern(arg);
  const { files, special, closed, outside } = walk(path.resolve(cwd, folder), parsePattern(rest), mayEnter(reach));
  const left = leftProblems([...outside.folders, ...outside.files], folder, cwd, reach);
  const place = { file: arg };
  const told = special.length > 0 ? [notRead(special, place)] : [];
  const none: Problem = { code: 'pattern-without-match', args: {}, place };
  return {
    paths: files.map(each => shown(path.relative(cwd, path.resolve(cwd, folder, each)))),
    problems: [
      ...(files.length + left.length === 0 ? [none] : []),
      ...told,
      ...closedProblems(closed, folder),
      ...left,
    ],
  };
}
