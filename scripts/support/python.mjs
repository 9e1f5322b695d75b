// Puts packages of Python that tests need into environments of their own, where Python and the packages can be had. Where
// not it says so, and the tests that need them are skipped. `node python.mjs chdb pre-commit`
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';

/** What is asked of pip, where it is not the name alone. ClickHouse needs none of what `chdb` can hand tables to. */
const asked = { chdb: ['--no-deps', 'chdb', 'chdb-core'] };

for (const name of process.argv.slice(2)) {
  const folder = path.join(root, 'node_modules', '.cache', 'shanxi-plan-python', name);
  const done = path.join(folder, 'done');
  if (existsSync(done)) continue;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const python = path.join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...(asked[name] ?? [name])];
  const load = ['-c', `import ${name.replaceAll('-', '_')}`];
  const missing = failureOf('python3', ['-m', 'venv', folder]) ?? failureOf(python, install) ?? failureOf(python, load);
  if (missing === undefined) writeFileSync(done, '');
  else console.log(`${name} is not here and cannot be installed, its tests are skipped: ${missing}`);
}

/** The last thing that it said before it failed. */
function failureOf(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? `${stdout}${stderr}`.trim().split('\n').at(-1);
}
