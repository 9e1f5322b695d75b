import path from 'node:path';

/** A path as any machine may read it: of an absolute one what lies below the working folder, or the name alone. */
export function shownPath(name: string, cwd: string): string {
  if (!path.isAbsolute(name)) return name;
  const below = path.relative(cwd, name);
  const isBelow = below !== '' && !path.isAbsolute(below) && below.split(path.sep)[0] !== '..';
  return isBelow ? below.split(path.sep).join('/') : path.basename(name);
}
