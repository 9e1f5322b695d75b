// The command line as two scripts, what most runs need and all the rest. Few files, because every further one takes a
// millisecond to find and load; CommonJS, because node starts it sooner than a module. What most runs need is one scope:
// names that lead from part to part are looked up at each use.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { laterInputs, wordsLater } from './later.mjs';
import { apartFrom } from './packages.mjs';

/** What a check of a report in YAML loads, told as a table or as JSON; whatever these import at once is with them. */
const startFiles = JSON.parse(await readFile('scripts/support/start-files.json', 'utf8'));

const packagesApart = {
  name: 'packages-apart',
  async resolveId(name, importer) {
    const file = await apartFrom('./packages', name, importer);
    return file ? { id: file, external: true } : undefined;
  },
};

const NOTHING = '\0nothing';

/** What packages load at once and we never use: no command of ours is another program, chalk is told whether to colour. */
const unused = {
  name: 'unused',
  resolveId: (name, importer = '') =>
    /^(?:node:child_process|#supports-color)$/.test(name) && /node_modules[\\/](?:commander|chalk)[\\/]/.test(importer)
      ? NOTHING
      : undefined,
  load: id => (id === NOTHING ? 'export default {};' : undefined),
};

/** The table package measures every cell; plain text is measured without the tables of wide characters. */
const quickWidths = {
  name: 'quick-widths',
  resolveId: (name, importer) =>
    name === 'string-width' && importer !== undefined ? path.resolve('scripts/support/quick-width.cjs') : undefined,
};

/** Finds what the modules of the start import, and what that imports. */
const startModules = found => ({
  name: 'start-modules',
  buildEnd() {
    const add = id => {
      const module = found.has(id) ? null : this.getModuleInfo(id);
      if (!module || module.isExternal) return;
      found.add(id);
      for (const each of module.importedIds) add(each);
    };
    for (const file of startFiles) add(path.resolve(file));
  },
});

const EXPORTED =
  /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$.]+);\s*\}\s*\}\);\n?/g;
/** What the start itself gives. */
const GIVEN = ['run', 'work'];

/** Hundreds of names are wanted only by parts that most runs do not load: they are given away once one is. None changes. */
const givenLater = {
  name: 'given-later',
  renderChunk(code, { name, exports }) {
    if (name !== 'start') return undefined;
    const later = [...code.matchAll(EXPORTED)].filter(([, each]) => !GIVEN.includes(each));
    assert.equal(later.length, exports.length - GIVEN.length, 'the names that the start gives away');
    const without = code.replaceAll(EXPORTED, (whole, each) => (GIVEN.includes(each) ? whole : ''));
    const given = later.map(([, each, value]) => `${each}: ${value}`).join(', ');
    return `${without}\nexports.giveAll = () => Object.assign(exports, { ${given} });\n`;
  },
};

/** Writes the scripts of the command line and what belongs to them; returns the names of the files that went into it. */
export async function buildCommandLine(version) {
  const start = new Set();
  const bundle = await rolldown({
    input: { run: 'src/cli/run.ts', ...laterInputs },
    platform: 'node',
    // Native and optional: whoever wants it installs it beside this package.
    external: ['@duckdb/node-api'],
    plugins: [wordsLater, packagesApart, unused, quickWidths, startModules(start), givenLater],
    transform: {
      target: 'node20.19',
      define: { BUNDLED: 'true', VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
    },
    // What is loaded later may be in the script of the start already.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    // A native `import()` would start the loader of modules, which takes longer than what it loads.
    dynamicImportInCjs: false,
    minify: true,
    comments: false,
    // A constant is asked at each use whether it has its value.
    topLevelVar: true,
    // The names of what the start gives.
    minifyInternalExports: false,
    chunkFileNames: '[name].js',
    entryFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'start', test: id => start.has(id) }] },
  });
  await writeStart(output);
  await writeFile('dist/batch-worker.cjs', "require('./start.cjs').commandLine.work();\n");
  return output.flatMap(({ moduleIds }) => moduleIds.map(id => path.relative('', id)));
}

const FIRST = ['run.js', 'start.js', 'rolldown-runtime.js'];

/** Parts that every run needs stand in the script that is loaded at once, all others in a second one. */
async function writeStart(parts) {
  const scriptOf = chosen => `module.exports = {\n${chosen.map(asFunction).join(',\n')}\n};\n`;
  const isFirst = ({ fileName }) => FIRST.includes(fileName);
  const scripts = {
    'dist/cli.cjs': scriptOf(parts.filter(isFirst)),
    'dist/more.cjs': scriptOf(parts.filter(part => !isFirst(part))),
  };
  const digest = createHash('sha256').update(Object.values(scripts).join()).digest('hex').slice(0, 16);
  const start = await readFile('scripts/support/start.cjs', 'utf8');
  await writeFile('dist/start.cjs', start.replace('DIGEST', digest));
  for (const [file, text] of Object.entries(scripts)) await writeFile(file, text);
}

/** A module as a function of what CommonJS hands to one. */
const asFunction = ({ fileName, code }) =>
  `${JSON.stringify(fileName)}(exports, require, module, __dirname) {"use strict";${inAscii(code)}}`;

/** A text of ASCII alone is read, and kept by V8, in half the space. */
const inAscii = text => text.replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
