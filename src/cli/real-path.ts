import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The file behind a name, through all links; the name itself, in full, where there is none yet. One after the other:
 * thousands asked for at once would fill the memory with questions.
 */
export function realPath(name: string, cwd: string): string {
  const full = path.resolve(cwd, name);
  try {
    return realpathSync.native(full);
  } catch {
    return full;
  }
}
