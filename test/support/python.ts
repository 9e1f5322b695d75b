import { existsSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/cli/package-root.ts';

/** The folder of programs of an environment that scripts/support/python.mjs made before the tests; undefined where it could not. */
export function pythonWith(name: string): string | undefined {
  const folder = path.join(packageRoot, 'node_modules', '.cache', 'shanxi-plan-python', name);
  return existsSync(path.join(folder, 'done')) ? path.join(folder, 'bin') : undefined;
}
