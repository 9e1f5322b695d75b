import { stat } from 'node:fs/promises';
import path from 'node:path';
import { usageOfFiles } from '../render/words/usage-files.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** What somebody may have filled in is never overwritten. */
export async function refuseExisting(
  name: string,
  { cwd }: Io,
  what: 'exists' | 'folderExists' = 'exists',
): Promise<void> {
  const exists = await stat(path.resolve(cwd, name)).then(
    () => true,
    () => false,
  );
  if (exists) throw new UserError(usageOfFiles[what](name));
}
