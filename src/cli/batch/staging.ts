import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rendered } from '../../render/format.ts';
import { usageOfBatch } from '../../render/words/usage-files.ts';
import { fileBefore, firstMode, keepAccess } from '../keep-access.ts';
import { UserError } from '../user-error.ts';

/**
 * Writes a file whole or not at all: into the folder of the run first, then renamed. Whatever ends the program leaves
 * parts of files in that folder only, and the next run clears it. A thread that judges has nothing else to do meanwhile.
 */
export function writeStaged(workFolder: string, file: string, content: Rendered): void {
  const temporary = path.join(workFolder, `${randomBytes(8).toString('hex')}.part`);
  try {
    const before = fileBefore(file);
    const handle = openSync(temporary, 'wx', firstMode(before));
    try {
      writeFileSync(handle, content);
      keepAccess(handle, before);
    } finally {
      closeSync(handle);
    }
    mkdirSync(path.dirname(file), { recursive: true });
    renameSync(temporary, file);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** Also of a file in the folder of the run that was to be there and is not: nothing may go on without it. */
export function cannotWrite(file: string, error: unknown): UserError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UserError(usageOfBatch.cannotWrite(file, reason));
}
