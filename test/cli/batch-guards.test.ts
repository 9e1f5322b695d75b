import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { batchIndexSchema } from '../../src/model/batch.ts';
import { runCli } from '../support/io.ts';
import { filesIn, inRegionFolder, regionPlan } from '../support/region-reports.ts';

/** What a batch may not write over, and where its outputs may not lie. */

const PLAN = ['--plan', 'plan.yaml'];

type Run = (cwd: string, ...args: string[]) => ReturnType<typeof runCli>;
const batch: Run = (cwd, ...args) => runCli(['batch', ...args, '-q'], { cwd });

describe('no group takes the place of', () => {
  const region = ['reports', '--by', 'region', '--output-dir', 'out'];

  test.each([
    ['the plan', ['--plan', 'out/east.json'], 'east', 'out/east.json'],
    ['the index', [...PLAN, '--index', 'json=out/north.json'], 'north', 'out/north.json'],
    ['the index, by a link', [...PLAN, '--index', 'json=link/north.json'], 'north', 'link/north.json'],
  ])('%s', (_, args, group, file) =>
    inRegionFolder(1, async cwd => {
      await mkdir(path.join(cwd, 'out'));
      await symlink('out', path.join(cwd, 'link'));
      await writeFile(path.join(cwd, 'out', 'east.json'), JSON.stringify(parse(regionPlan)));
      const before = await filesIn(path.join(cwd, 'out'));
      const ran = await batch(cwd, ...region, ...args);
      expect(ran.stderr).toContain(`the output ${group}.json would take the place of ${file}`);
      expect(ran.code).toBe(2);
      expect(await filesIn(path.join(cwd, 'out'))).toEqual(before);
    }),
  );

  test('the waivers, though the groups are known only once the reports are read', () =>
    inRegionFolder(3, async cwd => {
      await mkdir(path.join(cwd, 'out', 'east'), { recursive: true });
      const waivers = path.join(cwd, 'out', 'east', '2021-02.json');
      await writeFile(waivers, '{"waivers":[]}');
      const args = ['reports', ...PLAN, '--by', 'region,period', '--waivers', 'out/east/2021-02.json'];
      const ran = await batch(cwd, ...args, '--output-dir', 'out');
      expect(ran.stderr).toContain('the output east/2021-02.json would take the place of out/east/2021-02.json');
      expect(ran.code).toBe(2);
      expect(await readFile(waivers, 'utf8')).toBe('{"waivers":[]}');
    }));

  test('what lies behind a link in the output folder', () =>
    inRegionFolder(1, async cwd => {
      await mkdir(path.join(cwd, 'out'));
      await symlink('..', path.join(cwd, 'out', 'reports'));
      const ran = await batch(cwd, 'reports', ...PLAN, '--by', 'file', '--output-dir', 'out');
      expect(ran.stderr).toMatch(/the output reports\/\S+ would leave \S+ through a link/);
      expect(ran.code).toBe(2);
    }));

  test('another group in another format', () =>
    inRegionFolder(0, async cwd => {
      const figures = ['north', 'north.gitlab'].map(region => `lanes,12,2021-03,${region}\n`);
      await writeFile(path.join(cwd, 'reports', 'a.csv'), `indicator,value,as_of,region\n${figures.join('')}`);
      const plan = regionPlan.replace('{ id: north,', '{ id: north.gitlab, title: X }\n      - { id: north,');
      await writeFile(path.join(cwd, 'plan.yaml'), plan);
      await batch(cwd, ...region, ...PLAN, '--format', 'json', '--format', 'gitlab');
      const { groups } = batchIndexSchema.parse(JSON.parse(await readFile(path.join(cwd, 'out/index.json'), 'utf8')));
      const files = groups.flatMap(({ outputs }) => outputs.map(({ file }) => file));
      expect(new Set(files).size).toBe(files.length);
      expect(files).toContain('north%2Egitlab.json');
      expect(Object.keys(await filesIn(path.join(cwd, 'out')))).toHaveLength(files.length + 1);
    }));
});

describe('outputs among the reports are refused before anything is written', () => {
  test.each([
    ['through a pattern', ['reports/**/*'], 'reports/out', 'reports/out lies in reports/**/*'],
    ['through a pattern in full', ['{cwd}/rep*/**'], 'reports/out', 'reports/out lies in '],
  ])('%s', (_, args, out, message) =>
    inRegionFolder(1, async cwd => {
      const paths = args.map(arg => arg.replace('{cwd}', cwd));
      const ran = await batch(cwd, ...paths, ...PLAN, '--by', 'file', '--output-dir', out);
      expect(ran.stderr).toContain(message);
      expect(ran.code).toBe(2);
      expect(await filesIn(path.join(cwd, out))).toEqual({});
    }),
  );

  test('by the next run where only a link leads to them', () =>
    inRegionFolder(1, async cwd => {
      await mkdir(path.join(cwd, 'elsewhere'));
      await symlink('../elsewhere', path.join(cwd, 'reports', 'on'));
      const args = ['reports', ...PLAN, '--by', 'file', '--output-dir', 'elsewhere'];
      expect((await batch(cwd, ...args)).code).toBe(1);
      const again = await batch(cwd, ...args);
      expect(again.stderr).toContain('elsewhere/index.json would take the place of reports/on/index.json');
      expect(again.code).toBe(2);
    }));

  test.each(['*/*.yaml', 'reports/*.yaml', 'rep*/**/*.yaml'])('but not where %s leads to none of them', pattern =>
    inRegionFolder(2, async cwd => {
      const args = [pattern, ...PLAN, '--by', 'file', '--output-dir', 'reports/out'];
      const first = await batch(cwd, ...args);
      expect(first.code).toBe(1);
      expect((await batch(cwd, ...args)).code).toBe(1);
    }),
  );

  test('nor is a folder without a name one', () =>
    inRegionFolder(1, async cwd => {
      const ran = await batch(cwd, 'reports', ...PLAN, '--by', 'file', '--output-dir', '');
      expect(ran.stderr).toContain('--output-dir: no folder is named');
      expect(ran.code).toBe(2);
    }));
});

describe('the index', () => {
  const args = ['reports', ...PLAN, '--by', 'region', '--output-dir', 'out'];

  test('stands beside the groups, whatever else becomes of it', () =>
    inRegionFolder(1, async cwd => {
      await batch(cwd, ...args, '--index', 'json=else.json');
      const [beside, other] = ['out/index.json', 'else.json'].map(file => readFile(path.join(cwd, file), 'utf8'));
      expect(await beside).toBe(await other);
    }));

  test('is not written to one place in two formats', () =>
    inRegionFolder(1, async cwd => {
      const asJson = await batch(cwd, ...args, '--index', 'json=./out/index.json');
      expect(asJson.code).toBe(1);
      const asCsv = await batch(cwd, ...args, '--index', 'csv=out/index.csv', '--index', 'ndjson=out/index.json');
      expect(asCsv.stderr).toContain('two outputs would be written to out/index.json');
      expect(asCsv.code).toBe(2);
    }));

  test('does not go with the folder of the run', () =>
    inRegionFolder(1, async cwd => {
      const ran = await batch(cwd, ...args, '--index', 'csv=out/.shanxi-plan-batch/i.csv');
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('lies in out/.shanxi-plan-batch')]);
    }));
});

test('what an earlier run left among the outputs is counted', () =>
  inRegionFolder(1, async cwd => {
    const args = ['batch', 'reports', ...PLAN, '--output-dir', 'out', '--by'];
    expect((await runCli([...args, 'region', '--format', 'csv'], { cwd })).stderr).not.toContain('did not write');
    const { stderr } = await runCli([...args, 'region'], { cwd });
    expect(stderr).toContain('out holds 4 files that this run did not write');
    const chinese = await runCli([...args, 'region', '--lang', 'zh'], { cwd });
    expect(chinese.stderr).toContain('out 中有4个文件不是本次运行写入的');
  }));

test('of two runs that start together in one folder one works and one is refused', () =>
  inRegionFolder(6, async cwd => {
    const args = ['reports', ...PLAN, '--by', 'region', '--output-dir'];
    await batch(cwd, ...args, 'alone');
    for (let round = 0; round < 5; round++) {
      const runs = await Promise.all([0, 1, 2].map(() => batch(cwd, ...args, `out-${round}`)));
      const refused = runs.filter(({ stderr }) => stderr.includes('another batch writes there'));
      expect(runs.map(({ code }) => code).toSorted()).toEqual([1, 2, 2]);
      expect(refused).toHaveLength(2);
      const [alone, out] = ['alone', `out-${round}`].map(folder => filesIn(path.join(cwd, folder)));
      expect(await out).toEqual(await alone);
      expect(await readdir(path.join(cwd, `out-${round}`, '.shanxi-plan-batch'))).toEqual(['finished']);
    }
  }));

test('no folder for what is not finished is told, and is no bug', () =>
  inRegionFolder(1, async cwd => {
    const nowhere = path.join(cwd, 'nowhere');
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = nowhere;
    try {
      const { code, stderr } = await batch(cwd, 'reports', ...PLAN, '--by', 'region');
      expect(code).toBe(2);
      expect(stderr).toContain(`${nowhere} cannot be written: ENOENT`);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
  }));
