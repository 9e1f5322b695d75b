// Packages that only some runs need: a file each in dist/packages, with what we use of it, for the command line and the
// library alike. CommonJS, which both can load.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const apart = ['csv-parse', 'hucre', 'hyparquet', 'hyparquet-compressors', 'jsonc-parser', 'workerpool', 'yaml'];

/** Of each module of theirs, the names that ours import. */
const used = new Map();

/** Where such a package lies for a bundle in a folder beside theirs; undefined for all others, which belong into it. */
export async function apartFrom(folder, name, importer) {
  const [owner] = name.split('/');
  if (!importer || !apart.includes(owner)) return undefined;
  await note(name, importer);
  return `${folder}/${owner}.cjs`;
}

const STATIC = /\bimport\s+(?:(?<whole>\w+)|\{(?<names>[^{}]*)\})\s+from\s+'(?<from>[^']+)'/g;
const DYNAMIC = /\{(?<names>[^{}]*)\}\s*=\s*await import\('(?<from>[^']+)'\)/g;

async function note(name, importer) {
  const text = await readFile(importer, 'utf8');
  const found = [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)].filter(({ groups }) => groups.from === name);
  const names = found.flatMap(({ groups }) => (groups.whole ? 'default' : namesIn(groups.names)));
  // Bundlers differ in what a CommonJS file gives by default.
  if (names.includes('default')) throw new Error(`${importer}: take what it needs of ${name} by its name`);
  if (names.length === 0) throw new Error(`${importer}: what it needs of ${name} cannot be told`);
  used.set(name, new Set([...(used.get(name) ?? []), ...names]));
}

const namesIn = list =>
  list.split(',').flatMap(each => {
    const [first] = each.trim().split(/\s+as\s+|\s*:\s*/);
    return first === '' || first.startsWith('type ') ? [] : first;
  });

/** Writes them, once all bundles that need them are made; returns the names of the files that went into them. */
export async function buildPackages() {
  const modules = [...used].map(([name, names]) => [
    name,
    `export { ${[...names].sort().join(', ')} } from '${name}';`,
  ]);
  const files = [];
  for (const owner of apart) {
    const contents = modules.flatMap(([name, line]) => (name.split('/')[0] === owner ? line : [])).sort();
    const { metafile, outputFiles } = await build({
      bundle: true,
      metafile: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20.19',
      // A native `import()` would start the loader of modules, which takes longer than what it loads.
      supported: { 'dynamic-import': false },
      // The CommonJS face of jsonc-parser hides its `require` from bundlers; its module face can be bundled.
      mainFields: ['module', 'main'],
      minify: true,
      logLevel: 'warning',
      stdin: { contents: contents.join('\n'), resolveDir: path.resolve('.') },
      // Its face for Node is CommonJS, of which nothing can be left out.
      alias: { yaml: './node_modules/yaml/browser/index.js' },
      define: { 'import.meta.url': '__filename' },
    });
    files.push(...Object.keys(metafile.inputs));
    await writeFile(`dist/packages/${owner}.cjs`, outputFiles[0].text);
  }
  return files;
}
