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

/** How a script is run by this very node. */
export const asNode = args => ({ file: process.execPath, args, shell: false });

/** How `npm` and `npx` are run: by the script that runs us where npm does, else by name, which on Windows only a shell finds. */
export function asNpm(command, args) {
  const script = process.env.npm_execpath;
  return script && path.basename(script) === 'npm-cli.js'
    ? asNode([path.join(path.dirname(script), `${command}-cli.js`), ...args])
    : { file: command, args, shell: process.platform === 'win32' };
}

/** Runs it to its end; with `stdio: 'inherit'` the user sees what it says. */
export const run = ({ file, args, shell }, options = {}) =>
  spawnSync(file, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell, ...options });

export const runNode = (args, options) => run(asNode(args), options);
