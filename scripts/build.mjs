// Builds the command line (see scripts/support/command-line.mjs) and the library door (scripts/support/library.mjs).
// Shipped plans are read once, here.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { buildCommandLine } from './support/command-line.mjs';
import { buildLibrary, writeTypes } from './support/library.mjs';
import { buildPackages } from './support/packages.mjs';
import { billOfMaterials, packagesOf, thirdPartyNotices } from './support/third-party.mjs';

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
await rm('dist', { recursive: true, force: true });
await mkdir('dist/packages', { recursive: true });

const files = [...(await buildCommandLine(manifest.version)), ...(await buildLibrary(manifest))];
const packages = await packagesOf([...files, ...(await buildPackages())]);
await writeFile('dist/THIRD-PARTY.md', thirdPartyNotices(packages));
await writeFile('dist/sbom.cdx.json', billOfMaterials(manifest, packages));
await writeTypes();

// JSON has no infinity, which an open bound in a plan has, but a number that is too large is read as one.
const spellOut = (_key, value) => (Math.abs(value) === Infinity ? `${value}` : value);
const asJson = plan => JSON.stringify(plan, spellOut).replaceAll(/"(-?)Infinity"/g, '$11e999');

const { readPlan } = await import('../dist/index.js');
await mkdir('dist/plans');
for (const name of (await readdir('plan')).filter(file => file.endsWith('.yaml'))) {
  const bytes = await readFile(`plan/${name}`);
  const path = `plan/${name}`;
  const { plan: read, problems } = await readPlan({ path, bytes });
  if (!read) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`);
  await writeFile(
    `dist/plans/${name.replace(/\.yaml$/, '.json')}`,
    asJson({ plan: read.plan, input: { path, sha256: read.sha256 } }),
  );
}
