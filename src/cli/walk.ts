import fs, { type Dirent } from 'node:fs';
import path from 'node:path';
import { isInside, realPath } from './real-path.ts';

/** What a walk through folders came upon, beside the files. */
export interface Walked {
  /** Below the folder where the walk began, or as the pattern names them; in order. */
  readonly files: readonly string[];
  /** Links to nowhere, in full. */
  readonly broken: ReadonlySet<string>;
  /** Folders that could not be looked into, in full, and why. */
  readonly closed: readonly { readonly folder: string; readonly reason: string }[];
}

type Callback<T> = (error: NodeJS.ErrnoException | null, found: T) => void;
type ReadFolder = (folder: string, options: { withFileTypes: true }, done: Callback<Dirent[]>) => void;

/**
 * The files that a pattern names. Links are followed, but for one to a folder that holds the link: it would lead out of
 * what was named. A link to nowhere stands among the files, so that whoever reads it hears that it cannot be read.
 */
export async function walk(pattern: string, cwd: string, readFolder: ReadFolder = fs.readdir): Promise<Walked> {
  const { glob } = await import('tinyglobby');
  const broken = new Set<string>();
  const closed: { folder: string; reason: string }[] = [];
  const files = await glob([pattern], {
    cwd,
    expandDirectories: false,
    fs: {
      readdir: ((folder: string, options: { withFileTypes: true }, done: Callback<Dirent[]>) =>
        readFolder(folder, options, (error, entries) => {
          if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
            closed.push({ folder: path.resolve(folder), reason: error.code ?? error.message });
          done(error, entries);
        })) as unknown as typeof fs.readdir,
      realpath: followingLinks(broken) as typeof fs.realpath,
      stat: ((file: string, done: Callback<unknown>) =>
        broken.has(file) ? done(null, aFile) : fs.stat(file, done)) as typeof fs.stat,
    },
  });
  return { files: files.toSorted(), broken, closed };
}

const aFile: Pick<fs.Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'> = {
  isFile: () => true,
  isDirectory: () => false,
  isSymbolicLink: () => false,
};

const followingLinks =
  (broken: Set<string>) =>
  (link: string, done: Callback<string>): void =>
    fs.realpath(link, (error, target) => {
      if (error) {
        broken.add(path.resolve(link));
        done(null, path.resolve(link));
      } else if (isInside(realPath(path.dirname(link), '/'), target)) {
        done(Object.assign(new Error('leads out of what was named'), { code: 'ELOOP' }), target);
      } else done(null, target);
    });

/** Whether a walk would come upon a file in a folder that need not be there yet. */
export async function reaches(
  pattern: string,
  cwd: string,
  folder: string,
  names: readonly string[],
): Promise<boolean> {
  const there: ReadFolder = (read, options, done) =>
    fs.readdir(read, options, (error, found) => {
      const added = entriesOn(folder, names, realPath(read, cwd));
      const known = new Set(added.map(({ name }) => name));
      if (added.length > 0) done(null, [...(found ?? []).filter(({ name }) => !known.has(name)), ...added]);
      else done(error, found);
    });
  const wanted = new Set(names.map(name => path.join(folder, name)));
  const { files } = await walk(pattern, cwd, there);
  const own = new Set(names.map(name => path.basename(name)));
  return files.some(file => own.has(path.basename(file)) && wanted.has(realPath(file, cwd)));
}

/** What is to be found in a folder on the way to the names, or in one of their own. */
function entriesOn(folder: string, names: readonly string[], read: string): Dirent[] {
  const inside = names.map(name => path.join(folder, name)).filter(full => full !== read && isInside(full, read));
  const next = new Map(
    inside.map(full => {
      const [name = '', ...deeper] = path.relative(read, full).split(path.sep);
      return [name, deeper.length > 0] as const;
    }),
  );
  return [...next].map(([name, isFolder]) => entryOf(name, isFolder));
}

const entryOf = (name: string, isFolder: boolean): Dirent =>
  ({ name, isFile: () => !isFolder, isDirectory: () => isFolder, isSymbolicLink: () => false }) as Dirent;
