// Generated data are kept below node_modules/.cache, where no check of the project looks, until a generator changes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const generators = [
  'random',
  'indicators',
  'generate-plan',
  'generate-reports',
  'generate-figures',
  'generate-panel',
  'duckdb',
];

const README = '# Invented data for benchmarks\n\nMade by `npm run bench`; may be deleted at any time.\n';

export function openData(root) {
  const cache = path.join(root, 'node_modules', '.cache', 'shanxi-plan-bench');
  const folder = path.join(cache, versionOfGenerators());
  for (const other of existsSync(cache) ? readdirSync(cache) : []) {
    if (path.join(cache, other) !== folder) rmSync(path.join(cache, other), { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'README.md'), README);
  return {
    folder,
    /** The path of `name`, which `make(path)` fills the first time; half-made data never take the name. */
    async made(name, make) {
      const target = path.join(folder, name);
      if (existsSync(target)) return target;
      // The extension stays, because the tools that fill the file go by it.
      const partial = path.join(folder, `partial-${name}`);
      rmSync(partial, { recursive: true, force: true });
      await make(partial);
      renameSync(partial, target);
      return target;
    },
    pathOf: name => path.join(folder, name),
  };
}

function versionOfGenerators() {
  const hash = createHash('sha256');
  for (const name of generators) hash.update(readFileSync(path.join(here, `${name}.mjs`)));
  return hash.digest('hex').slice(0, 12);
}
