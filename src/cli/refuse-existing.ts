import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** What somebody may have filled in is never overwritten. */
export async function refuseExisting(name: string, { cwd }: Io, what = 'file'): Promise<void> {
  const exists = await stat(path.resolve(cwd, name)).then(
    () => true,
    () => false,
  );
  if (exists) throw new UserError(`${name} exists already`, `name another ${what}`);
}
