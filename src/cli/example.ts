import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { exitCodes } from '../model/exit-code.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package-root.ts';
import { UserError } from './user-error.ts';
import { writeWhole } from './write-output.ts';

export const EXAMPLE_FOLDER = 'shanxi-reports';

const shipped = path.join(packageRoot, 'fixtures', 'shanxi');

/** Real reports, into a folder that is not there yet: every command of the README has something to work on. */
export async function writeExample(folder: string, io: Io): Promise<number> {
  const isThere = await stat(path.resolve(io.cwd, folder)).then(
    () => true,
    () => false,
  );
  if (isThere) throw new UserError(`${folder} exists already`, 'name another folder');
  const names = (await readdir(shipped)).filter(name => name.endsWith('.yaml'));
  for (const name of names) await writeWhole(path.join(folder, name), await readFile(path.join(shipped, name)), io);
  io.stderr.write(
    `shanxi-plan: wrote ${names.length} reports to ${folder}/, figures as they were really published\n` +
      `  next: shanxi-plan check ${folder} --summary\n`,
  );
  return exitCodes.ok;
}
