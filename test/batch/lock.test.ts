import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isJournal, takeWorkFolder } from '../../src/cli/batch/journal.ts';
import { confirmHeld, giveBack, type Lock, takeLock } from '../../src/cli/batch/lock.ts';
import { inTemporaryFolder } from '../support/folder.ts';

/** The number of a process that is no more. */
const gone = (): number => Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

const none = () => false;

const inFolder = (work: (folder: string) => Promise<void>) => inTemporaryFolder({}, cwd => work(path.join(cwd, 'own')));

const taken = async (folder: string, count: number): Promise<Lock[]> => {
  const all = await Promise.allSettled(Array.from({ length: count }, () => takeLock(folder)));
  return all.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
};

describe('of many that take a folder at once, one holds it', () => {
  test.each([
    ['a new one', async () => {}],
    [
      'one that a run left that is no more',
      async (folder: string) => {
        await mkdir(folder);
        await writeFile(path.join(folder, 'lock'), String(gone()));
      },
    ],
  ])('%s', (_, prepare) =>
    inFolder(async folder => {
      await prepare(folder);
      for (let round = 0; round < 20; round++) {
        const [lock, ...others] = await taken(folder, 8);
        expect(others).toEqual([]);
        if (!lock) throw new Error('nobody holds it');
        expect(await readdir(folder)).toEqual([lock.name]);
        confirmHeld(lock);
        giveBack(lock, none);
        expect(existsSync(folder)).toBe(false);
      }
    }),
  );
});

test('a lock of which nobody can say whose it is holds', () =>
  inFolder(async folder => {
    await mkdir(folder);
    await writeFile(path.join(folder, 'lock'), '');
    await expect(takeLock(folder)).rejects.toThrow('another batch writes there');
  }));

describe('a folder that was taken away', () => {
  test.each([
    ['with all that was in it', (folder: string) => rm(folder, { recursive: true })],
    ['by a run that could not see this one', (folder: string) => writeFile(path.join(folder, 'lock'), '1 other')],
  ])('%s is told, and left alone', (_, takeAway) =>
    inFolder(async folder => {
      const lock = await takeLock(folder);
      await takeAway(folder);
      const left = await readdir(folder).catch(() => []);
      expect(() => confirmHeld(lock)).toThrow('was taken away while the batch ran');
      giveBack(lock, none);
      expect(await readdir(folder).catch(() => [])).toEqual(left);
    }),
  );
});

test('of what an interrupted run left, all that it finished is kept to go on with, and nothing else', () =>
  inFolder(async folder => {
    await mkdir(folder);
    const left = {
      lock: `${gone()} x`,
      '0.main.spill': 'x',
      'ab.part': 'x',
      'main.journal': '{"a":1}\n{"half',
      'old.journal': '{"b":2}\n',
    };
    for (const [name, text] of Object.entries(left)) await writeFile(path.join(folder, name), text);
    const lock = await takeWorkFolder(folder, true);
    expect((await readdir(folder)).toSorted()).toEqual([lock.name, 'old.journal'].toSorted());
    expect(await readFile(path.join(folder, 'old.journal'), 'utf8')).toBe('{"a":1}\n{"b":2}\n');
    giveBack(lock, isJournal);
    expect(await readdir(folder)).toEqual(['old.journal']);
    const again = await takeWorkFolder(folder, false);
    expect(await readdir(folder)).toEqual([again.name]);
    giveBack(again, none);
  }));
