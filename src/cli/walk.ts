import fs from 'node:fs';
import path from 'node:path';
import type { Pattern, States } from './pattern.ts';
import { isInside, realPath } from './real-path.ts';

/** What a walk through folders came upon. */
export interface Walked {
  /** Below the folder where the walk began; in order. */
  readonly files: readonly string[];
  /** Pipes, sockets and devices: no walk can wait for what may come through one. */
  readonly special: readonly string[];
  /** Links to nowhere, which stand among the files, so that whoever reads them hears that they cannot be read. */
  readonly broken: ReadonlySet<string>;
  /** Folders that could not be looked into, and why. */
  readonly closed: readonly { readonly folder: string; readonly reason: string }[];
  /** Links that lead out of where the walk may go, to folders and to files. */
  readonly outside: { readonly folders: readonly string[]; readonly files: readonly string[] };
}

type EntryKind = 'file' | 'folder' | 'special' | 'broken';

interface Folder {
  /** Below the folder where the walk began, with a slash behind it. */
  readonly name: string;
  readonly real: string;
  readonly states: States;
}

/**
 * The files below a folder that a pattern names. Links are followed, but for one to a folder that holds the link: it would
 * lead out of what was named. A real folder is looked through once for each place in the pattern, by whatever links it is
 * reached, and by its own name before any of a link.
 */
export function walk(root: string, pattern: Pattern, mayEnter: (real: string) => boolean = () => true): Walked {
  const found = { file: [] as string[], special: [] as string[], broken: new Set<string>() };
  const closed: { folder: string; reason: string }[] = [];
  const outside = { folders: [] as string[], files: [] as string[] };
  const seen = new Map<string, Set<number>>();
  const folders: Folder[] = [{ name: '', real: realPath(root, '/'), states: pattern.start }];
  const links: Folder[] = [];
  for (let each = folders.pop(); each !== undefined; each = folders.pop() ?? links.pop()) {
    const { name: above, real: folder } = each;
    const states = unseen(each, seen);
    if (states.length === 0) continue;
    for (const entry of entriesIn(folder, reason => closed.push({ folder: above.slice(0, -1), reason }))) {
      const after = pattern.after(states, entry.name);
      if (after.length === 0) continue;
      const name = above + entry.name;
      const isLink = entry.isSymbolicLink();
      const { kind, real } = isLink ? behind(folder, entry.name) : itself(folder, entry);
      if (kind === 'folder' ? !pattern.goesOn(after) || isInside(folder, real) : !pattern.accepts(after)) continue;
      if (!mayEnter(real)) outside[kind === 'folder' ? 'folders' : 'files'].push(name);
      else if (kind === 'folder') (isLink ? links : folders).push({ name: `${name}/`, real, states: after });
      else {
        found[kind === 'special' ? 'special' : 'file'].push(name);
        if (kind === 'broken') found.broken.add(name);
      }
    }
  }
  return { files: found.file.toSorted(), special: found.special.toSorted(), broken: found.broken, closed, outside };
}

function unseen({ real, states }: Folder, seen: Map<string, Set<number>>): States {
  const before = seen.get(real) ?? new Set();
  const fresh = states.filter(state => !before.has(state));
  seen.set(real, new Set([...before, ...fresh]));
  return fresh;
}

function entriesIn(folder: string, failed: (reason: string) => void): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') failed(code);
    return [];
  }
}

interface Behind {
  readonly kind: EntryKind;
  readonly real: string;
}

const itself = (folder: string, entry: fs.Dirent): Behind => ({
  kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'special',
  real: path.join(folder, entry.name),
});

function behind(folder: string, name: string): Behind {
  const link = path.join(folder, name);
  try {
    const stats = fs.statSync(link);
    return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special', real: realPath(link, '/') };
  } catch {
    return { kind: 'broken', real: link };
  }
}
