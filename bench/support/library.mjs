// The library door of a build, wherever its package says that it is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export function libraryOf(build) {
  const { exports } = JSON.parse(readFileSync(path.join(build, 'package.json'), 'utf8'));
  return import(pathToFileURL(path.join(build, exports['.'].default)).href);
}
