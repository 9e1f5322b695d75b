import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Rendered } from '../render/format.ts';
import { UserError } from './user-error.ts';

/** Temporary files that a signal would leave behind; the entry point removes them when it is interrupted. */
export const unfinished = new Set<string>();

/**
 * Writes a file whole or not at all: into a temporary one beside it, flushed, then renamed. Missing folders are made;
 * an existing file is only ever replaced by a complete one.
 */
export async function writeWhole(file: string, content: Rendered, cwd: string): Promise<void> {
  const full = path.resolve(cwd, file);
  const temporary = path.join(path.dirname(full), `.${path.basename(full)}.${randomBytes(4).toString('hex')}.tmp`);
  unfinished.add(temporary);
  try {
    await mkdir(path.dirname(full), { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, full);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(
      `${file} cannot be written: ${reason}`,
      'nothing was left behind; an existing file is unchanged',
    );
  } finally {
    unfinished.delete(temporary);
  }
}
