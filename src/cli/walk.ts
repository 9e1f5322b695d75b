import fs from 'node:fs';
import path from 'node:path';
import { isInside, realPath } from './real-path.ts';

/** What a walk through folders came upon, beside the files. */
export interface Walked {
  /** Below the folder where the walk began, or as the pattern names them; in order. */
  readonly files: readonly string[];
  /** Pipes, sockets and devices among them: no walk can wait for what may come through one. */
  readonly special: readonly string[];
  /** Links to nowhere, in full. */
  readonly broken: ReadonlySet<string>;
  /** Folders that could not be looked into, in full, and why. */
  readonly closed: readonly { readonly folder: string; readonly reason: string }[];
}

type Callback<T> = (error: NodeJS.ErrnoException | null, found: T) => void;

/**
 * The files that a pattern names. Links are followed, but for one to a folder that holds the link: it would lead out of
 * what was named. A link to nowhere stands among the files, so that whoever reads it hears that it cannot be read.
 */
export async function walk(pattern: string, cwd: string): Promise<Walked> {
  const { glob } = await import('tinyglobby');
  const broken = new Set<string>();
  const closed: { folder: string; reason: string }[] = [];
  const special = new Set<string>();
  const found = await glob([pattern], {
    cwd,
    expandDirectories: false,
    fs: {
      readdir: ((folder: string, options: { withFileTypes: true }, done: Callback<fs.Dirent[]>) =>
        fs.readdir(folder, options, (error, entries) => {
          if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
            closed.push({ folder: path.resolve(folder), reason: error.code ?? error.message });
          for (const entry of error ? [] : entries) {
            if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) continue;
            special.add(realPath(entry.name, path.resolve(folder)));
            entry.isFile = () => true;
          }
          done(error, entries);
        })) as unknown as typeof fs.readdir,
      realpath: followingLinks(broken) as typeof fs.realpath,
      stat: ((file: string, done: Callback<unknown>) =>
        broken.has(file) ? done(null, aFile) : statOf(file, special, done)) as typeof fs.stat,
    },
  });
  const isSpecial = (file: string) => special.size > 0 && special.has(realPath(file, cwd));
  const files = found.filter(file => !isSpecial(file)).toSorted();
  return { files, special: found.filter(isSpecial).toSorted(), broken, closed };
}

/** Of a link to a pipe as if it were a file, so that the walk comes upon it. */
function statOf(file: string, special: Set<string>, done: Callback<unknown>): void {
  fs.stat(file, (error, stats) => {
    if (error || stats.isFile() || stats.isDirectory()) return done(error, stats);
    special.add(file);
    return done(null, aFile);
  });
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
