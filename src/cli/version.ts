import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './package-root.ts';

/** Set by the build, so that `--version` reads no file. */
declare const VERSION: string | undefined;

export const version: string =
  typeof VERSION === 'undefined'
    ? (JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version
    : VERSION;
