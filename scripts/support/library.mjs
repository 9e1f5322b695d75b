// The library door: one module, and a chunk for each format that is loaded only when it is asked for. The packages that do
// the work are in it or beside it, so that nothing else is installed. Its types name no package: what a schema gives is written out.
import { execFileSync } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { toolPath } from './node.mjs';
import { apartFrom } from './packages.mjs';

const packagesApart = {
  name: 'packages-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^.]/ }, async ({ path: name, importer }) => {
      const file = await apartFrom('../packages', name, importer);
      return file ? { path: file, external: true } : undefined;
    }),
};

/** Writes `dist/index.js`, and what it leads to in `dist/library`; returns the names of the files that went into it. */
export async function buildLibrary({ version }) {
  const { metafile } = await build({
    entryPoints: { index: 'src/index.ts' },
    outdir: 'dist/library',
    bundle: true,
    metafile: true,
    plugins: [packagesApart],
    mainFields: ['module', 'main'],
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // Split: a program that reads YAML loads no package for workbooks.
    splitting: true,
    minify: true,
    define: { VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  });
  // The chunks lie beside the packages, and the door where programs that name the file look for it.
  await writeFile('dist/index.js', "export * from './library/index.js';\n");
  return Object.keys(metafile.inputs);
}

const SOURCES = 'dist/door-sources';
const TYPES = 'dist/types';
const WRITTEN = 'written$';

/** Writes the declarations that `dist/types/index.d.ts` leads to. */
export async function writeTypes() {
  await cp('src', SOURCES, { recursive: true, filter: file => !/^src[\\/]cli/.test(file) });
  for (const file of await filesIn(SOURCES)) await edit(path.join(SOURCES, file), askForTypes);
  await writeFile(path.join(SOURCES, 'tsconfig.json'), JSON.stringify(config));
  // By its script: the links in `.bin` differ by system.
  execFileSync(process.execPath, [toolPath('tsc'), '-p', SOURCES], { stdio: 'inherit' });
  await rm(SOURCES, { recursive: true });
  for (const file of await filesIn(TYPES)) await edit(path.join(TYPES, file), withoutSchemas);
  await dropImports();
  const reached = await reachedFrom('index.d.ts');
  for (const file of await filesIn(TYPES)) if (!reached.has(file)) await rm(path.join(TYPES, file));
}

const config = {
  extends: '../../tsconfig.json',
  compilerOptions: {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noErrorTruncation: true,
    noUnusedLocals: false,
    outDir: '../types',
    rootDir: '.',
    typeRoots: ['../../node_modules/@types'],
  },
  include: ['index.ts'],
};

const FROM_SCHEMA = /^(export )?type (\w+) = z\.output<.*?>;$/gm;

/** The compiler writes out the type of a constant that it has to infer, where it would only name an alias. */
function askForTypes(text) {
  const names = [...text.matchAll(FROM_SCHEMA)].map(([, , name]) => name);
  if (names.length === 0) return text;
  const constants = names.map(name => `export const ${name}${WRITTEN} = ${WRITTEN}({} as { it: ${name} });`);
  return [text, `const ${WRITTEN} = <T>(_: { it: T }): T => ({}) as T;`, ...constants].join('\n');
}

/** What was written out takes the place of what the schema gave, and no schema is left. */
function withoutSchemas(text) {
  const statements = text.split(/^(?=(?:export |declare |type |interface |import |\/\*\*))/m);
  const isWritten = statement => statement.includes(`${WRITTEN}:`);
  const written = new Map(
    statements.filter(isWritten).map(statement => {
      const [, name, type] = /const (\w+)written\$: ([\s\S]*)$/.exec(statement);
      return [name, type];
    }),
  );
  const kept = statements.flatMap(statement => {
    const [whole, start, name] = /^((?:export )?type (\w+) = )z\.output</.exec(statement) ?? [];
    if (whole) return `${start}${written.get(name)}`;
    if (/^(?:export )?interface .*\bz\./.test(statement))
      throw new Error(`a type of a schema has a name of its own before it is extended: ${statement}`);
    return isWritten(statement) ||
      statement.includes(WRITTEN) ||
      /\bz\./.test(statement) ||
      /from 'zod'/.test(statement)
      ? []
      : statement;
  });
  return kept.join('').replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1');
}

/** Schemas are imported for the types that they gave; of those names none is left. */
async function dropImports() {
  const texts = new Map();
  for (const file of await filesIn(TYPES)) texts.set(file, await readFile(path.join(TYPES, file), 'utf8'));
  for (const [file, text] of texts) {
    const isThere = (name, specifier) => {
      const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\.js$/, '.d.ts'));
      const plain = name.replace(/^\s*type /, '').trim();
      return new RegExp(`^export (?:declare )?(?:type|interface|const|function) ${plain}\\b`, 'm').test(
        texts.get(target),
      );
    };
    const changed = text.replaceAll(
      /^import (type )?\{([^}]*)\} from '(.*)';\n/gm,
      (_, type = '', names, specifier) => {
        const left = names.split(',').filter(name => isThere(name, specifier));
        return left.length > 0 ? `import ${type}{${left.join(',')}} from '${specifier}';\n` : '';
      },
    );
    await writeFile(path.join(TYPES, file), changed);
  }
}

async function reachedFrom(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = await readFile(path.join(TYPES, file), 'utf8');
  for (const [, specifier] of text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
    if (!specifier.startsWith('.')) throw new Error(`${file} names a type of ${specifier}`);
    await reachedFrom(path.posix.join(path.posix.dirname(file), specifier.replace(/\.js$/, '.d.ts')), seen);
  }
  return seen;
}

async function edit(file, change) {
  const text = await readFile(file, 'utf8');
  await writeFile(file, change(text));
}

/** Every TypeScript file below a folder, with `/` in its path. */
async function filesIn(folder) {
  const files = await readdir(folder, { recursive: true });
  return files.filter(file => file.endsWith('.ts')).map(file => file.split(path.sep).join('/'));
}
