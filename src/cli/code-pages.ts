import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CodePage } from '../render/code-page.ts';
import { vocabularies } from '../render/words/code-page.ts';
import { packageRoot } from './package-root.ts';

/** The pages of codes: a folder for each vocabulary, a file for each code. Nothing but `explain` opens one. */
const FOLDER = path.join(packageRoot, 'docs', 'codes');
const EXTENSION = '.md';

/** Every code that has a page, with the vocabularies in which its name stands. */
export async function codesWithPages(): Promise<Map<string, CodePage['vocabulary'][]>> {
  const found = new Map<string, CodePage['vocabulary'][]>();
  for (const vocabulary of vocabularies) {
    for (const file of (await readdir(path.join(FOLDER, vocabulary))).toSorted()) {
      const code = file.slice(0, -EXTENSION.length);
      found.set(code, [...(found.get(code) ?? []), vocabulary]);
    }
  }
  return found;
}

/** A page for each vocabulary in which the name stands. */
export const readPages = (code: string, among: readonly CodePage['vocabulary'][]): Promise<CodePage[]> =>
  Promise.all(
    among.map(async vocabulary => ({
      vocabulary,
      code,
      text: await readFile(path.join(FOLDER, vocabulary, `${code}${EXTENSION}`), 'utf8'),
    })),
  );
