import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { GroupRow } from '../../model/batch.ts';
import { formats } from '../../render/registry.ts';
import { realPath } from '../real-path.ts';

/** How many files in the output folder look like outputs and are none of this run: an earlier one may have left them. */
export async function countLeftOver(
  outputFolder: string,
  rows: readonly Pick<GroupRow, 'outputs'>[],
  indexes: readonly { readonly file: string | null }[],
  cwd: string,
): Promise<number> {
  const root = realPath(outputFolder, cwd);
  const written = new Set(rows.flatMap(({ outputs }) => outputs.map(({ file }) => file)));
  for (const { file } of indexes) if (file !== null) written.add(shown(path.relative(root, realPath(file, cwd))));
  const endings = Object.values(formats).map(({ extension }) => `.${extension}`);
  const names = await readdir(root, { recursive: true });
  return names
    .map(shown)
    .filter(name => !/(?:^|\/)\./.test(name) && endings.some(ending => name.endsWith(ending)) && !written.has(name))
    .length;
}

const shown = (name: string): string => name.split(path.sep).join('/');
