// Spectral and ajv-cli bring some 250 packages: they live in a folder of their own, and only a full run installs them.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asNpm, run } from '../../scripts/support/node.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

export function isInstalled(log) {
  if (existsSync(path.join(folder, 'node_modules'))) return true;
  log('installing Spectral and ajv-cli');
  const options = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
  return run(asNpm('npm', ['install', '--prefix', folder, ...options]), { cwd: folder }).status === 0;
}

/** The script that a package runs as a command, for node itself: the links in `.bin` differ by system. */
export function scriptOf(name, command) {
  const own = path.join(folder, 'node_modules', name);
  const { bin, version } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8'));
  return { script: path.join(own, bin[command]), version };
}
