import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { exitCodes } from '../model/exit-code.ts';
import { withModeline } from '../render/modeline.ts';
import { runWords } from '../render/words/run.ts';
import type { Lang } from '../render/words/words.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package-root.ts';
import { refuseExisting } from './refuse-existing.ts';
import { writeWhole } from './write-output.ts';

export const EXAMPLE_FOLDER = 'shanxi-reports';

const shipped = path.join(packageRoot, 'fixtures', 'shanxi');

/** Real reports, into a folder that is not there yet: every command of the README has something to work on. */
export async function writeExample(folder: string, lang: Lang, io: Io): Promise<number> {
  await refuseExisting(folder, io, 'folderExists');
  const names = (await readdir(shipped)).filter(name => name.endsWith('.yaml'));
  for (const name of names) {
    const text = await readFile(path.join(shipped, name), 'utf8');
    await writeWhole(path.join(folder, name), withModeline(text, 'report'), io);
  }
  const [what, next] = runWords[lang].wroteExample(names.length, folder);
  io.stderr.write(`shanxi-plan: ${what}\n  ${next}\n`);
  return exitCodes.ok;
}
