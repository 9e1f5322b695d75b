// Builds the package a second time in a folder elsewhere, and holds that it comes out the same.
import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { root, runNode } from './node.mjs';

/** What the build reads. */
const SOURCES = ['src', 'scripts', 'plan', 'fixtures/shanxi', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Programs that build may lie anywhere; what they put into the package lies in the folder, as it would for somebody else. */
const PROGRAMS = ['esbuild', 'rolldown', 'typescript', '@types'];

export async function buildsTheSame(dist, folder) {
  const copy = name => cp(path.join(root, name), path.join(folder, name), { recursive: true });
  const notices = await readFile(path.join(dist, 'THIRD-PARTY.md'), 'utf8');
  const bundled = [...notices.matchAll(/^## (\S+) /gm)].map(([, name]) => `node_modules/${name}`);
  for (const name of [...SOURCES, ...bundled]) await copy(name);
  for (const name of PROGRAMS) {
    const link = path.join(folder, 'node_modules', name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(path.join(root, 'node_modules', name), link, 'junction');
  }
  const { status, stdout, stderr } = runNode(['scripts/build.mjs'], { cwd: folder });
  assert.equal(status, 0, `${stdout}${stderr}`);
  const [first, second] = await Promise.all([contentsOf(dist), contentsOf(path.join(folder, 'dist'))]);
  assert.deepEqual([...second.keys()], [...first.keys()], 'a second build has other files');
  const other = [...first].flatMap(([name, bytes]) => (bytes.equals(second.get(name)) ? [] : name));
  assert.deepEqual(other, [], 'a second build has other bytes');
  return `${first.size} files`;
}

async function contentsOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.flatMap(entry => (entry.isFile() ? path.join(entry.parentPath, entry.name) : [])).sort();
  const contents = files.map(async file => [path.relative(folder, file), await readFile(file)]);
  return new Map(await Promise.all(contents));
}
