// Bundles the command line with code splitting, so that a run loads only what it needs; the library door keeps its
// packages outside and gets its types from tsc. Shipped plans are read once, here.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { thirdPartyNotices } from './support/third-party.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
await rm('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  platform: 'node',
  // The CommonJS face of jsonc-parser hides its `require` from bundlers; its module face can be bundled.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  format: 'esm',
  outdir: 'dist',
  logLevel: 'warning',
};

// The table package measures every cell; plain text is measured without loading the tables of wide characters.
const quickWidths = {
  name: 'quick-widths',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.endsWith('quick-width.cjs') ? undefined : { path: path.resolve('scripts/support/quick-width.cjs') },
    ),
};

const { metafile } = await build({
  ...shared,
  metafile: true,
  entryPoints: { cli: 'src/cli/run.ts', 'batch-worker': 'src/cli/batch/worker.ts' },
  splitting: true,
  minify: true,
  // Native and optional: whoever wants it installs it beside this package.
  external: ['@duckdb/node-api'],
  chunkNames: '[name]-[hash]',
  plugins: [quickWidths],
  define: { BUNDLED: 'true', VERSION: JSON.stringify(version) },
  // CommonJS packages inside an ESM bundle still call `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
await writeFile('dist/THIRD-PARTY.md', await thirdPartyNotices(metafile));
// Split too: a program that reads YAML loads no package for workbooks.
await build({
  ...shared,
  entryPoints: { index: 'src/index.ts' },
  packages: 'external',
  splitting: true,
  chunkNames: 'library/[name]-[hash]',
});
// By its script: the links in `.bin` differ by system.
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

// JSON has no infinity, and an open bound in a plan has one; src/cli/plans.ts reads it back.
const spellOutInfinity = (_key, value) => (value === Infinity ? '∞' : value === -Infinity ? '-∞' : value);

const { readPlan } = await import('../dist/index.js');
await mkdir('dist/plans');
for (const name of (await readdir('plan')).filter(file => file.endsWith('.yaml'))) {
  const bytes = await readFile(`plan/${name}`);
  const path = `plan/${name}`;
  const { plan, problems } = await readPlan({ path, bytes });
  if (!plan) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(
    `dist/plans/${name.replace(/\.yaml$/, '.json')}`,
    JSON.stringify({ plan, input: { path, sha256 } }, spellOutInfinity),
  );
}
