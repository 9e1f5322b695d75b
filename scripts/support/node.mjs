// Ways to run things that need no shell, so that they are the same on Linux, macOS and Windows.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The script behind a tool of this project, to be run by node itself: the links in `.bin` differ by system. */
const tools = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
};

export const toolPath = tool => path.join(root, 'node_modules', tools[tool]);

/** Runs a script with this very node; with `stdio: 'inherit'` the user sees what it says. */
export const runNode = (args, options = {}) =>
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });

/** `npm` and `npx`: by the script that runs us where npm does, else by name, which on Windows only a shell finds. */
export function runNpm(command, args, options = {}) {
  const script = process.env.npm_execpath;
  if (script && path.basename(script) === 'npm-cli.js') {
    return runNode([path.join(path.dirname(script), `${command}-cli.js`), ...args], options);
  }
  return spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32', ...options });
}
