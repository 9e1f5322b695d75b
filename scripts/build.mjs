// Builds the command line (see scripts/support/command-line.mjs) and the library door, which keeps its packages outside
// and gets its types from tsc. Shipped plans are read once, here.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildCommandLine, compileAhead } from './support/command-line.mjs';
import { thirdPartyNotices } from './support/third-party.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
await rm('dist', { recursive: true, force: true });
await mkdir('dist/packages', { recursive: true });

await writeFile('dist/THIRD-PARTY.md', await thirdPartyNotices(await buildCommandLine(version)));
// Split: a program that reads YAML loads no package for workbooks.
await build({
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  splitting: true,
  chunkNames: 'library/[name]-[hash]',
  logLevel: 'warning',
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
compileAhead();
