import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Rendered } from '../../render/format.ts';
import { UserError } from '../user-error.ts';

/**
 * Writes a file whole or not at all: into the folder of the run first, then renamed. Whatever ends the program leaves
 * parts of files in that folder only, and the next run clears it.
 */
export async function writeStaged(workFolder: string, file: string, content: Rendered): Promise<void> {
  const temporary = path.join(workFolder, `${randomBytes(8).toString('hex')}.part`);
  try {
    await writeFile(temporary, content);
    await mkdir(path.dirname(file), { recursive: true });
    await rename(temporary, file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(
      `${file} cannot be written: ${reason}`,
      'what was written before it is whole; --resume goes on',
    );
  }
}
