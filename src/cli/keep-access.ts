import { fchmodSync, fchownSync, lstatSync, type Stats } from 'node:fs';

const OWNER_ONLY = 0o600;
const PERMISSIONS = 0o777;

/** The mode and owner of the file that is about to be replaced; undefined for a link, whose own mode means nothing. */
export function fileBefore(full: string): Stats | undefined {
  try {
    const stats = lstatSync(full);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/** For the temporary file: while it is written, nobody may read it who could not read what it replaces. */
export const firstMode = (before: Stats | undefined): number | undefined => (before ? OWNER_ONLY : undefined);

/** What takes the place of a file has its mode, and its owner where that can be. */
export function keepAccess(fd: number, before: Stats | undefined): void {
  if (!before) return;
  try {
    fchownSync(fd, before.uid, before.gid);
  } catch {
    // Only an administrator may change the owner of a file; then the new file keeps its own.
  }
  fchmodSync(fd, before.mode & PERMISSIONS);
}
