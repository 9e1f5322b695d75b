import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The file behind a name, through all links; of what is not there yet, where it would come to lie. One after the other:
 * thousands asked for at once would fill the memory with questions.
 */
export function realPath(name: string, cwd: string): string {
  const full = path.resolve(cwd, name);
  try {
    return realpathSync.native(full);
  } catch {
    const folder = path.dirname(full);
    return folder === full ? full : path.join(realPath(folder, cwd), path.basename(full));
  }
}

/** Whether a file or folder lies in a folder, or is it; both by their real paths. */
export const isInside = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(path.sep) ? outer : `${outer}${path.sep}`);

/** Where a link leads, as it is written; undefined for what is no link. */
export function linkTarget(full: string): string | undefined {
  try {
    return lstatSync(full).isSymbolicLink() ? readlinkSync(full) : undefined;
  } catch {
    return undefined;
  }
}
