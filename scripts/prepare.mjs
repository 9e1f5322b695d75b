// What npm runs in a clone: of whoever works on it, and of whoever installs straight from git, as pre-commit does.
import { existsSync, lstatSync, mkdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { asNpm, root, run } from './support/node.mjs';

const { npm_config_global: isGlobal, npm_config_global_prefix: prefix = '' } = process.env;
const isMadeByNpm = path.basename(root).startsWith('git-clone');

// For `npm install --global` from git, npm first asks its clone for what builds it, and hands `global` on to that: so what
// builds is not brought, and the clone itself stands in the place of the package, as a link. It is told otherwise here,
// and comes a second time to pack it.
if (isGlobal === 'true' && isMadeByNpm && !existsSync(path.join(root, 'node_modules', 'esbuild'))) {
  const flags = ['--global=false', '--location=project', '--ignore-scripts', '--no-audit', '--no-fund'];
  process.exitCode = run(asNpm('npm', ['ci', ...flags, '--prefer-offline']), { stdio: 'inherit' }).status ?? 1;
} else {
  if (isGlobal === 'true' && isMadeByNpm) giveBackPlace();
  await import('./build.mjs');
}

function giveBackPlace() {
  const folder = process.platform === 'win32' ? 'node_modules' : path.join('lib', 'node_modules');
  const place = path.join(prefix, folder, process.env.npm_package_name);
  if (!lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  unlinkSync(place);
  mkdirSync(place);
}
