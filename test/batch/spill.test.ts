import { appendFile, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clearSpills, openSpill, readSpill } from '../../src/cli/batch/spill.ts';
import { UserError } from '../../src/cli/user-error.ts';
import { inTemporaryFolder } from '../support/folder.ts';

const spilled = {
  group: 'east',
  input: { path: 'a.csv', sha256: '', title: null, invented: null },
  observations: [],
  problems: [],
};

const filled = async (folder: string) => {
  const spill = openSpill(folder, 'main', 1);
  spill.add(spilled);
  await spill.flush();
  spill.add({ ...spilled, group: 'west' });
  await spill.flush();
  return spill;
};

test('what was spilled comes back', () =>
  inTemporaryFolder({}, async folder => {
    const spill = await filled(folder);
    expect((await readSpill(folder, spill.written())).map(({ group }) => group)).toEqual(['east', 'west']);
    expect(await readSpill(folder, {})).toEqual([]);
  }));

describe('figures that are gone are none that were never reported:', () => {
  const FILE = '0.main.spill';

  test.each([
    ['a file', (file: string) => rm(file)],
    ['the folder', (file: string) => rm(path.dirname(file), { recursive: true })],
    ['a part of a file', (file: string) => truncate(file, 10)],
    ['or what nobody wrote', (file: string) => appendFile(file, 'x')],
  ])('%s', (_, takeAway) =>
    inTemporaryFolder({}, async folder => {
      const spill = await filled(folder);
      await takeAway(path.join(folder, FILE));
      await expect(readSpill(folder, spill.written())).rejects.toThrow(UserError);
      await expect(readSpill(folder, spill.written())).rejects.toThrow(`${FILE} cannot be read: `);
    }),
  );

  test('a folder before anything is written to it', () =>
    inTemporaryFolder({}, async folder => {
      const absent = path.join(folder, 'absent');
      await expect(clearSpills(absent)).rejects.toThrow('cannot be written: ENOENT');
      await expect(filled(absent)).rejects.toThrow('cannot be written: ENOENT');
    }));
});
