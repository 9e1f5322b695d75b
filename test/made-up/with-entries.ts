import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { packageRoot } from '../../src/cli/package-root.ts';
import type * as Entry from './entry.ts';

/**
 * The whole command line with an input format, an output format and a method more, each written into the places that
 * docs/architecture.md names and into no other.
 */
export async function withEntries(folder: string): Promise<typeof Entry> {
  const outfile = path.join(folder, 'entry.mjs');
  await build({
    entryPoints: [path.join(packageRoot, 'test/made-up/entry.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    define: { 'import.meta.dirname': JSON.stringify(path.join(packageRoot, 'src/cli')) },
    plugins: [entries],
    logLevel: 'silent',
  });
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
}

const words = `streak: { compares: 'Method “streak”', found: goal => goal },`;

/** The text before which something is written, in each file. */
const written: Readonly<Record<string, readonly [before: string, entry: string]>> = {
  'src/input/source/registry.ts': [
    '  csv: {',
    `  pairs: { extensions: ['.pairs'], records: 'lines', load: () => import('../../../test/made-up/pairs.ts').then(({ pairs }) => pairs) },`,
  ],
  'src/render/registry.ts': [
    '  csv: {',
    `  tally: { extension: 'tally', load: () => import('../../test/made-up/tally.ts').then(({ tally }) => tally) },`,
  ],
  'src/methods/registry.ts': ['  hold,', `  streak: (await import('../../test/methods/streak.ts')).streak,`],
  'src/model/target-choices.ts': [`'hold',`, `'streak', `],
  'src/render/words/judging-en.ts': ['  hold: {', words],
  'src/render/words/judging-zh.ts': ['  hold: {', words],
};

const entries: Plugin = {
  name: 'entries',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path: full }) => {
      const found = written[path.relative(packageRoot, full).split(path.sep).join('/')];
      if (!found) return undefined;
      const [before, entry] = found;
      const text = await readFile(full, 'utf8');
      if (!text.includes(before)) throw new Error(`${full} has no ${before}`);
      return { contents: text.replace(before, () => `${entry}${before}`), loader: 'ts' };
    });
  },
};
