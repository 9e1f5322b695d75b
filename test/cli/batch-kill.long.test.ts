import { spawn } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { binary, ensureBuilt, runBinary } from '../support/binary.ts';
import { filesIn, inRegionFolder, regionPlan } from '../support/region-reports.ts';

beforeAll(ensureBuilt);

const MONTHS = 24;
const MOMENTS = 10;

const argsFor = (by: string, out: string): string[] => {
  const outputs = ['--output-dir', out, '--format', 'json', '--format', 'junit', '--index', 'table', '-q'];
  return ['batch', 'reports', '--plan', 'plan.yaml', '--by', by, '--workers', '2', ...outputs];
};

/** Ends a run by a signal once it has written so many files; null where it was done before. */
async function endedAfter(count: number, args: readonly string[], cwd: string, out: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [binary, ...args], { cwd, stdio: 'ignore' });
  let isOver = false;
  const ended = new Promise<NodeJS.Signals | null>(resolve => {
    child.on('close', (_, by) => {
      isOver = true;
      resolve(by);
    });
  });
  while (!isOver && (await countOutputs(path.join(cwd, out))) < count) await new Promise(done => setTimeout(done, 1));
  child.kill(signal);
  return ended;
}

async function countOutputs(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter(name => /\.(json|xml)$/.test(name)).length;
}

const notedIn = (out: string): Promise<string[]> =>
  readdir(path.join(out, '.shanxi-plan-batch')).catch((): string[] => []);

const inodesOf = (folder: string, names: readonly string[]): Promise<number[]> =>
  Promise.all(names.map(async name => (await stat(path.join(folder, name))).ino));

/** What is made again: the index, and two files of the group that each worker was about to note down. */
const IN_HAND = 1 + 2 * 2;

describe.each(['file', 'region,period'])('a batch by %s', by => {
  test('ended at any moment leaves whole outputs only, and goes on to the same bytes', () =>
    inRegionFolder(MONTHS, async cwd => {
      const undisturbed = await runBinary(argsFor(by, 'whole'), { cwd });
      expect(undisturbed.code).toBe(1);
      const whole = await filesIn(path.join(cwd, 'whole'));
      const total = Object.keys(whole).length;
      expect(total).toBeGreaterThan(100);
      let interrupted = 0;
      for (let moment = 0; moment < MOMENTS; moment++) {
        const out = `out-${moment}`;
        const signal = moment % 2 === 0 ? 'SIGKILL' : 'SIGINT';
        const ended = await endedAfter((total * moment) / MOMENTS, argsFor(by, out), cwd, out, signal);
        if (ended === signal) interrupted++;
        const left = await filesIn(path.join(cwd, out));
        expect(whole).toMatchObject(left);
        const isUnfinished = !(await notedIn(path.join(cwd, out))).includes('finished');
        const inodes = await inodesOf(path.join(cwd, out), Object.keys(left));
        const resumed = await runBinary([...argsFor(by, out), '--resume'], { cwd });
        expect(resumed.code).toBe(1);
        expect(resumed.stdout.toString()).toBe(undisturbed.stdout.toString());
        expect(await filesIn(path.join(cwd, out))).toEqual(whole);
        const after = await inodesOf(path.join(cwd, out), Object.keys(left));
        const again = after.filter((inode, index) => inode !== inodes[index]).length;
        if (isUnfinished) expect(again).toBeLessThanOrEqual(IN_HAND);
        expect(await notedIn(path.join(cwd, out))).toEqual(['finished']);
      }
      expect(interrupted).toBeGreaterThan(MOMENTS / 2);
    }));
});

/** A hundred years of a region are one task: the program does nothing else from the first group to the last. */
test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends a batch while it computes', signal =>
  inRegionFolder(0, async cwd => {
    await writeFile(path.join(cwd, 'plan.yaml'), regionPlan.replace('2021-01-01', '1901-01-01'));
    const months = Array.from(
      { length: 1200 },
      (_, index) => `${1901 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, '0')}`,
    );
    await writeFile(
      path.join(cwd, 'reports', 'all.csv'),
      `indicator,value,region,as_of\n${months.map(month => `loss,9.5,east,${month}\n`).join('')}`,
    );
    const args = ['batch', 'reports', '--plan', 'plan.yaml', '--by', 'region,period', '--output-dir', 'out', '-q'];
    expect(await endedAfter(1, args, cwd, 'out', signal)).toBe(signal);
    expect(await countOutputs(path.join(cwd, 'out'))).toBeLessThan(1200);
    expect((await notedIn(path.join(cwd, 'out'))).filter(name => !name.endsWith('.journal'))).toEqual([]);
  }),
);
