import { promises as fs, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { piecesOf, type Rendered } from '../render/format.ts';
import { usageOfFiles } from '../render/words/usage-files.ts';
import type { Io } from './io.ts';
import { fileBefore, firstMode, keepAccess } from './keep-access.ts';
import { realPath } from './real-path.ts';
import { UserError } from './user-error.ts';

/** Throws where a file may not be written, at the path that it has just then. */
export type MayWrite = (file: string, full: string) => void;

/**
 * Writes a file whole or not at all: into a temporary one beside it, flushed, then renamed. Missing folders are made;
 * an existing file is only ever replaced by a complete one, and what is no file, such as /dev/stdout or a named pipe,
 * is written to and stays what it is.
 * @param mayWrite Asked again once the temporary file is there: under its name nothing else can be renamed, whatever
 * becomes of the folders.
 */
export async function writeWhole(
  file: string,
  content: Rendered | Iterable<string>,
  { cwd, guard }: Io,
  mayWrite: MayWrite = () => {},
): Promise<void> {
  try {
    const full = realPath(file, cwd);
    mayWrite(file, full);
    if (isSpecial(full)) return await fs.writeFile(full, content);
    await makeFolder(path.dirname(full));
    // Loaded here, and `promises` once they are used: most runs write no file.
    const { randomBytes } = await import('node:crypto');
    const temporary = path.join(path.dirname(full), `.${path.basename(full)}.${randomBytes(4).toString('hex')}.tmp`);
    const work = () => replace(full, temporary, content, () => mayWrite(file, full));
    await (guard ? guard(work, () => rmSync(temporary, { force: true })) : work());
  } catch (error) {
    throw error instanceof UserError ? error : cannotWrite(file, error);
  }
}

export function cannotWrite(file: string, error: unknown): UserError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UserError(usageOfFiles.cannotWrite(file, reason));
}

/** A pipe or a device, which is written to and not replaced. */
export function isSpecial(full: string): boolean {
  try {
    const stats = statSync(full);
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    return false;
  }
}

/** Not by the recursion of `mkdir` itself, which never ends where a folder is refused with ENOENT, as in /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  if (parent === folder || (await exists(folder))) return;
  await makeFolder(parent);
  await fs.mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

const exists = (file: string): Promise<boolean> =>
  fs.stat(file).then(
    () => true,
    () => false,
  );

async function replace(
  full: string,
  temporary: string,
  content: Rendered | Iterable<string>,
  ask: () => void,
): Promise<void> {
  try {
    const before = fileBefore(full);
    const handle = await fs.open(temporary, 'wx', firstMode(before));
    try {
      for (const piece of piecesOf(content)) await handle.writeFile(piece);
      keepAccess(handle.fd, before);
      await handle.sync();
    } finally {
      await handle.close();
    }
    ask();
    await fs.rename(temporary, full);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}
