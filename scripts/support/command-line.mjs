// The command line as two scripts, what most runs need and all the rest. Few files, because every further one takes a millisecond to find and load; CommonJS, because node starts it
// sooner than a module.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { packagesApart } from './packages.mjs';

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

export const shared = {
  bundle: true,
  metafile: true,
  write: false,
  platform: 'node',
  target: 'node20.19',
  // The CommonJS face of jsonc-parser hides its `require` from bundlers; its module face can be bundled.
  mainFields: ['module', 'main'],
  minify: true,
  logLevel: 'warning',
};

/** A native `import()` would start the loader of modules, which takes longer than what it loads. */
export const commonjs = { platform: 'node', format: 'cjs', supported: { 'dynamic-import': false } };

/** Writes the scripts of the command line and what belongs to them; returns the files that went into it. */
export async function buildCommandLine(version) {
  const cli = await build({
    ...shared,
    entryPoints: ['src/cli/run.ts'],
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    // Native and optional: whoever wants it installs it beside this package.
    external: ['@duckdb/node-api'],
    plugins: [packagesApart('./packages'), unused, quickWidths],
    define: { BUNDLED: 'true', VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
  });
  const parts = await Promise.all(cli.outputFiles.map(asPart));
  await writeStart(parts, () => true);
  await writeFile('dist/batch-worker.cjs', "require('./start.cjs').commandLine.work();\n");
  return { inputs: cli.metafile.inputs, parts };
}

/** A module as a function of what CommonJS hands to one. */
async function asPart({ path: file, text }) {
  const { code } = await transform(text, { ...commonjs, minify: true, target: shared.target });
  const name = path.basename(file);
  return { name, text: `${JSON.stringify(name)}(exports, require, module, __dirname) {"use strict";${inAscii(code)}}` };
}

/** Parts that every run needs stand in the script that is loaded at once, all others in a second one. */
async function writeStart(parts, isNeeded) {
  const scriptOf = chosen => `module.exports = {\n${chosen.map(({ text }) => text).join(',\n')}\n};\n`;
  const scripts = {
    'dist/cli.cjs': scriptOf(parts.filter(({ name }) => isNeeded(name))),
    'dist/more.cjs': scriptOf(parts.filter(({ name }) => !isNeeded(name))),
  };
  const digest = createHash('sha256').update(Object.values(scripts).join()).digest('hex').slice(0, 16);
  const start = await readFile('scripts/support/start.cjs', 'utf8');
  await writeFile('dist/start.cjs', start.replace('DIGEST', digest));
  for (const [file, text] of Object.entries(scripts)) await writeFile(file, text);
}

/** Checks one report in the two forms that most runs print, and parts what that needs from the rest; needs the plans. */
export async function partByUse(parts) {
  const names = ['table', 'json'].flatMap(format => {
    const args = ['scripts/support/parts-used.cjs', 'check', REPORT, '--format', format];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== UNDECIDED) throw new Error(`the check at build time ended with ${status}: ${stderr}`);
    return stderr.trimEnd().split('\n').at(-1).split(' ');
  });
  await writeStart(parts, name => names.includes(name));
}

const REPORT = 'fixtures/shanxi/2023-12-08-shanxi-daily.yaml';
const UNDECIDED = 3;

/** esbuild leaves regular expressions as they are. A text of ASCII alone is read, and kept by V8, in half the space. */
const inAscii = text => text.replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
