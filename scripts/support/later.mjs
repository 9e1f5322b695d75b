// Words that few runs say stand in a script of their own, which is read when the first of them is asked for: those in Chinese,
// and of problems and mistakes. To whoever imports them they look as they are.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Whatever they alone import is with them. Only what is an object can be had later: what else they give is not found. */
const LATER = ['zh', 'formats-zh', 'problems-en', 'mistakes-en', 'usage-files', 'usage-flags', 'usage-commands'];
const files = new Map(LATER.map(name => [path.resolve(`src/render/words/${name}.ts`), `words-${name}`]));

/** By the names of their parts, to be made as such. The tables of wide characters are asked for by quick-width.cjs. */
export const laterInputs = {
  ...Object.fromEntries([...files].map(([file, part]) => [part, file])),
  'wide-characters': 'string-width',
};

const MARK = '\0later:';

export const wordsLater = {
  name: 'words-later',
  resolveId(name, importer) {
    if (/^\.\/(?:words-[\w-]+|wide-characters)\.js$/.test(name)) return { id: name, external: true };
    if (importer === undefined || !name.endsWith('.ts')) return undefined;
    const file = path.resolve(path.dirname(importer), name);
    return files.has(file) && !files.has(importer) ? `${MARK}${file}` : undefined;
  },
  async load(id) {
    if (!id.startsWith(MARK)) return undefined;
    const file = id.slice(MARK.length);
    const objects = (await readFile(file, 'utf8')).matchAll(/^export const (\w+)(?:: [^=]+)? = \{/gm);
    return [
      `const part = () => require('./${files.get(file)}.js');`,
      later,
      ...Array.from(objects, ([, name]) => `export const ${name} = later('${name}');`),
    ].join('\n');
  },
};

const later = `
const later = name =>
  new Proxy({}, {
    get: (_, key) => part()[name][key],
    has: (_, key) => key in part()[name],
    ownKeys: () => Reflect.ownKeys(part()[name]),
    getOwnPropertyDescriptor: (_, key) => {
      const own = Object.getOwnPropertyDescriptor(part()[name], key);
      return own && { ...own, configurable: true };
    },
  });`;
