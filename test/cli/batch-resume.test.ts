import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../support/binary.ts';
import { type Ran, runCli, type World } from '../support/io.ts';
import { filesIn, inRegionFolder, regionCsv, regionReport } from '../support/region-reports.ts';

beforeAll(ensureBuilt);

const TAKEN = 'nothing has changed since a run finished here';
const ANEW = 'everything is judged again';

const argsFor = (by: string, ...more: string[]): string[] => [
  ...['batch', 'reports', '--plan', 'plan.yaml', '--by', by, '--output-dir', 'out', '--workers', '0'],
  ...more,
];

/** Outputs of groups that a run wrote again are other files than before. */
async function inodesIn(folder: string): Promise<Record<string, number>> {
  const names = Object.keys(await filesIn(folder)).filter(name => !name.startsWith('index.'));
  const inodes = names.map(async name => [name, (await stat(path.join(folder, name))).ino] as const);
  return Object.fromEntries(await Promise.all(inodes));
}

describe.each([
  ['file', []],
  ['region', []],
  ['region,period', ['--index', 'html=i.html', '--format', 'html']],
  ['period', ['--region', 'east']],
  ['region', ['--workers', '1']],
  ['file', ['--workers', '1']],
])('a finished batch by %s %j', (by, more) => {
  test('is taken as it is, with all that it says', () =>
    inRegionFolder(3, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'more.csv'), regionCsv(2));
      const first = await runCli(argsFor(by, ...more), { cwd });
      const [before, inodes] = [await filesIn(cwd), await inodesIn(path.join(cwd, 'out'))];
      await rm(path.join(cwd, 'out', 'index.json'));
      const again = await runCli(argsFor(by, ...more, '--resume'), { cwd });
      expect(again.stderr).toContain(TAKEN);
      expect(again.stderr.split('\n').slice(1).join('\n')).toBe(first.stderr);
      expect([again.code, again.stdout]).toEqual([first.code, first.stdout]);
      expect(await filesIn(cwd)).toEqual(before);
      expect(await inodesIn(path.join(cwd, 'out'))).toEqual(inodes);
      expect(await readdir(path.join(cwd, 'out', '.shanxi-plan-batch'))).toEqual(['finished']);
    }));
});

describe('a finished batch is none of this one, and that is said, where', () => {
  const RECORD = 'out/.shanxi-plan-batch/finished';
  const changed = (file: string, change: (text: string) => string) => async (cwd: string) => {
    await writeFile(path.join(cwd, file), change(await readFile(path.join(cwd, file), 'utf8')));
  };
  const nothing = async () => {};

  test.each<[string, string, (cwd: string) => Promise<unknown>, string[], World]>([
    ['a report', 'reports/east-1.yaml is new, gone', changed('reports/east-1.yaml', () => regionReport(0, 2)), [], {}],
    [
      'a report is new',
      'reports/new.yaml is new, gone',
      cwd => writeFile(path.join(cwd, 'reports/new.yaml'), regionReport(1, 5)),
      [],
      {},
    ],
    ['a report is gone', 'reports/west-0.yaml is new, gone', cwd => rm(path.join(cwd, 'reports/west-0.yaml')), [], {}],
    ['the plan', 'another plan or other settings', changed('plan.yaml', text => text.replace('900', '90')), [], {}],
    [
      'a comment of the plan',
      'another plan or other settings',
      changed('plan.yaml', text => `${text}# more\n`),
      [],
      {},
    ],
    ['a flag', 'another plan or other settings', nothing, ['--skip', 'target=loss-2025'], {}],
    ['a limit', 'another plan or other settings', nothing, ['--max-input-size', '50MB'], {}],
    ['the format', 'another plan or other settings', nothing, ['--format', 'csv'], {}],
    [
      'the config',
      'another plan or other settings',
      cwd => writeFile(path.join(cwd, 'shanxi-plan.yaml'), 'lang: zh\n'),
      ['--lang', 'en', '--fail-on', 'nearly'],
      {},
    ],
    ['an output', 'its east.json is gone or changed', changed('out/east.json', text => `${text} `), [], {}],
    ['an output is gone', 'its west.json is gone or changed', cwd => rm(path.join(cwd, 'out/west.json')), [], {}],
    ['the clock', 'the clock stands before its day', nothing, [], { today: '2025-01-01' }],
    ['what is noted', 'damaged', changed(RECORD, text => text.replace('"state":"judged"', '"state":"failed"')), [], {}],
    ['what is noted is cut', 'damaged', changed(RECORD, text => text.slice(0, 9)), [], {}],
    ['what is noted is empty', 'damaged', changed(RECORD, () => ''), [], {}],
    ['what is noted is null', 'damaged', changed(RECORD, () => 'null\n'), [], {}],
  ])('%s is no longer the same', (_, why, change, more, world) =>
    inRegionFolder(2, async cwd => {
      await runCli(argsFor('region'), { cwd });
      await change(cwd);
      const resumed = await runCli(argsFor('region', ...more, '--resume'), { cwd, ...world });
      expect(resumed.stderr).toContain(why);
      expect(resumed.stderr).toContain(ANEW);
      const left = await filesIn(path.join(cwd, 'out'));
      const fresh = await runCli(argsFor('region', ...more), { cwd, ...world });
      expect([resumed.code, resumed.stdout]).toEqual([fresh.code, fresh.stdout]);
      expect(await filesIn(path.join(cwd, 'out'))).toEqual(left);
      expect((await runCli(argsFor('region', ...more, '--resume'), { cwd, ...world })).stderr).toContain(TAKEN);
    }),
  );
});

describe('no finished batch is noted', () => {
  const resumedAfter = async (cwd: string): Promise<Ran> => {
    await runCli(argsFor('region', '--keep-going'), { cwd });
    return runCli(argsFor('region', '--keep-going', '--resume'), { cwd });
  };

  test('where something could not be read: it may be mended', () =>
    inRegionFolder(1, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'broken.yaml'), 'as_of: [2021-01\n');
      const { code, stderr } = await resumedAfter(cwd);
      expect([code, stderr.includes(TAKEN)]).toEqual([2, false]);
    }));

  test('where a figure is of a day to come: that day may have come', () =>
    inRegionFolder(1, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'late.yaml'), regionReport(0, 3).replace('2021-04', '2027-04'));
      await runCli(argsFor('region', '--keep-going'), { cwd });
      const later = await runCli(argsFor('region', '--keep-going', '--resume'), { cwd, today: '2027-05-01' });
      expect([later.code, later.stderr.includes(TAKEN)]).toEqual([1, false]);
      expect(later.stdout).toContain('2027-04-30');
    }));

  test('where nothing could be judged', () =>
    inRegionFolder(1, async cwd => {
      await mkdir(path.join(cwd, 'reports', 'sub'));
      await writeFile(path.join(cwd, 'reports', 'sub', 'broken.yaml'), 'as_of: [2021-01\n');
      expect((await runCli(argsFor('region'), { cwd })).code).toBe(2);
      expect(await readdir(cwd)).not.toContain('out');
    }));

  test('where a run without --resume begins: it takes nothing, and leaves what it finished', () =>
    inRegionFolder(1, async cwd => {
      const first = await runCli(argsFor('region'), { cwd });
      const inodes = await inodesIn(path.join(cwd, 'out'));
      const again = await runCli(argsFor('region'), { cwd });
      expect(again).toEqual(first);
      expect(await inodesIn(path.join(cwd, 'out'))).not.toEqual(inodes);
    }));
});
