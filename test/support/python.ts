import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/cli/package-root.ts';

/** The folder of programs of a Python environment, or why there is none. */
export type Environment =
  | { readonly bin: string; readonly missing?: never }
  | { readonly bin?: never; readonly missing: string };

const KEPT = path.join(packageRoot, 'node_modules', '.cache', 'shanxi-plan-python');

/** An environment with one package and what that needs, made where it is first asked for. */
export function pythonWith(name: string): Environment {
  const folder = path.join(KEPT, name);
  const bin = path.join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const done = path.join(folder, 'done');
  if (existsSync(done)) return { bin };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  const missing =
    saidBy('python3', ['-m', 'venv', folder]) ??
    saidBy(path.join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', name]);
  if (missing !== undefined) return { missing: `${name}: ${missing}` };
  writeFileSync(done, '');
  return { bin };
}

/** The last thing that it said before it failed. */
function saidBy(program: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? `${stdout}${stderr}`.trim().split('\n').at(-1) ?? `exit ${status}`;
}
