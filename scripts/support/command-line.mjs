// The command line as one script, and the packages that only some runs need as a file each. One file, because every
// further one takes a millisecond to find and load; CommonJS, because node starts it sooner than a module.
import { execFileSync } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const apart = [
  'csv-parse/sync',
  'hucre/xlsx',
  'hyparquet',
  'hyparquet-compressors',
  'jsonc-parser',
  'workerpool',
  'yaml',
];
const fileOf = name => name.replaceAll('/', '-');

const packagesApart = {
  name: 'packages-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^.]/ }, ({ path: name, kind }) =>
      kind !== 'entry-point' && apart.includes(name)
        ? { path: `./packages/${fileOf(name)}.cjs`, external: true }
        : undefined,
    ),
};

/** What packages load at once and we never use: no command of ours is another program, chalk is told whether to colour. */
const unused = {
  name: 'unused',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:node:child_process|#supports-color)$/ }, ({ path: name, importer }) =>
      /node_modules[\\/](?:commander|chalk)[\\/]/.test(importer) ? { path: name, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export default {};' }));
  },
};

/** The table package measures every cell; plain text is measured without the tables of wide characters. */
const quickWidths = {
  name: 'quick-widths',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.endsWith('quick-width.cjs') ? undefined : { path: path.resolve('scripts/support/quick-width.cjs') },
    ),
};

const shared = {
  bundle: true,
  metafile: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // The CommonJS face of jsonc-parser hides its `require` from bundlers; its module face can be bundled.
  mainFields: ['module', 'main'],
  minify: true,
  // A native `import()` would start the loader of modules, which takes longer than what it loads.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
};

/** Writes `dist/cli.cjs` and what belongs to it; returns the files that went into it. */
export async function buildCommandLine(version) {
  const cli = await build({
    ...shared,
    entryPoints: ['src/cli/run.ts'],
    outfile: 'dist/cli.cjs',
    // Native and optional: whoever wants it installs it beside this package.
    external: ['@duckdb/node-api'],
    plugins: [packagesApart, unused, quickWidths],
    define: { BUNDLED: 'true', VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
  });
  const packages = await build({
    ...shared,
    entryPoints: Object.fromEntries(apart.map(name => [fileOf(name), name])),
    outdir: 'dist/packages',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': '__filename' },
  });
  const [script] = cli.outputFiles;
  await writeFile('dist/cli.cjs', asFunction(inAscii(script.text)));
  await Promise.all(packages.outputFiles.map(({ path: file, text }) => writeFile(file, text)));
  await copyFile('scripts/support/start.cjs', 'dist/start.cjs');
  await writeFile('dist/batch-worker.cjs', "require('./start.cjs').commandLine.work();\n");
  return { ...cli.metafile.inputs, ...packages.metafile.inputs };
}

/** As node itself wraps a CommonJS file, and strict, as the modules are from which it is made. */
const asFunction = text => `(function (exports, require, module, __filename, __dirname) { "use strict"; ${text}\n})`;

/** esbuild leaves regular expressions as they are. A text of ASCII alone is read, and kept by V8, in half the space. */
const inAscii = text => text.replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Needs the plans, which a check reads. */
export const compileAhead = () =>
  execFileSync(process.execPath, ['scripts/support/warm-up.mjs'], { stdio: ['ignore', 'ignore', 'pipe'] });
