import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analysisSchema } from '../../src/model/analysis.ts';
import { batchIndexSchema } from '../../src/model/batch.ts';
import { runCli } from '../support/io.ts';
import { inRegionFolder, regionReport } from '../support/region-reports.ts';

/** Links, and several names of one file: nothing is passed over, nothing is read twice. */

const PLAN = ['--plan', 'plan.yaml', '-q'];

describe.each(['check', 'batch'])('%s tells a link to nowhere', command => {
  const told = (name: string, target: string) =>
    `${name}: error: the file cannot be read: ENOENT [file-unreadable]\n  = it is a link to ${target}, which is not there\n`;
  const more = command === 'batch' ? ['--by', 'region'] : [];

  test.each(['reports', 'reports/*', 'reports/b.csv', '**/*.csv'])('%s', arg =>
    inRegionFolder(1, async cwd => {
      await symlink('nowhere.csv', path.join(cwd, 'reports', 'b.csv'));
      const { code, stderr } = await runCli([command, arg, ...PLAN, ...more], { cwd });
      expect(stderr).toContain(told('reports/b.csv', 'nowhere.csv'));
      expect(stderr).not.toContain('did you mean');
      expect(code).toBe(2);
    }),
  );

  test('that may have been a folder of reports', () =>
    inRegionFolder(1, async cwd => {
      await symlink('../gone', path.join(cwd, 'reports', '2023'));
      const { code, stderr } = await runCli([command, 'reports', ...PLAN, ...more], { cwd });
      expect(stderr).toContain(told('reports/2023', '../gone'));
      expect(code).toBe(2);
    }));
});

test('a link to nowhere is told in Chinese as well', () =>
  inRegionFolder(1, async cwd => {
    await symlink('nowhere.csv', path.join(cwd, 'b.csv'));
    const { stderr } = await runCli(['check', 'b.csv', ...PLAN, '--lang', 'zh'], { cwd });
    expect(stderr).toContain('这是指向 nowhere.csv 的链接，而该处没有文件');
  }));

describe('one file is read once, whatever names it has', () => {
  const names = (cwd: string) => [
    'link.yaml',
    'reports/east-0.yaml',
    './reports/east-0.yaml',
    `${cwd}/reports/*-0.yaml`,
  ];

  test('in a check', () =>
    inRegionFolder(1, async cwd => {
      await symlink('reports/east-0.yaml', path.join(cwd, 'link.yaml'));
      const args = ['check', ...names(cwd), ...PLAN, '--region', 'east', '--format', 'json'];
      const { inputs } = analysisSchema.parse(JSON.parse((await runCli(args, { cwd })).stdout));
      const reports = inputs.map(each => path.basename(each.path)).filter(name => name !== 'plan.yaml');
      expect(reports.toSorted()).toEqual(['east-0.yaml', 'north-0.yaml', 'west-0.yaml']);
    }));

  test('in a batch', () =>
    inRegionFolder(1, async cwd => {
      await symlink('reports/east-0.yaml', path.join(cwd, 'link.yaml'));
      const args = ['batch', ...names(cwd).slice(0, 3), ...PLAN, '--by', 'file', '--index', 'json'];
      const { groups } = batchIndexSchema.parse(JSON.parse((await runCli(args, { cwd })).stdout));
      expect(groups.map(({ file }) => file)).toEqual(['reports/east-0.yaml']);
    }));
});

describe('a folder', () => {
  const filesOf = async (cwd: string, arg: string): Promise<string[]> => {
    const { stdout } = await runCli(['batch', arg, ...PLAN, '--by', 'file', '--index', 'json'], { cwd });
    return batchIndexSchema
      .parse(JSON.parse(stdout))
      .groups.map(({ name }) => name)
      .toSorted();
  };

  test.each(['reports', 'reports/**'])('is not left by a link to one that holds it: %s', arg =>
    inRegionFolder(1, async cwd => {
      await writeFile(path.join(cwd, 'foreign.yaml'), regionReport(0, 3));
      await symlink('..', path.join(cwd, 'reports', 'loop'));
      await symlink('.', path.join(cwd, 'reports', 'self'));
      expect(await filesOf(cwd, arg)).toEqual(['east', 'north', 'west'].map(name => `reports/${name}-0.yaml`));
    }),
  );

  test('takes in another that a link in it leads to', () =>
    inRegionFolder(0, async cwd => {
      await mkdir(path.join(cwd, 'more'));
      await writeFile(path.join(cwd, 'more', 'a.yaml'), regionReport(0, 3));
      await symlink('../more', path.join(cwd, 'reports', '2024'));
      expect(await filesOf(cwd, 'reports')).toEqual(['reports/2024/a.yaml']);
    }));
});

describe.runIf(process.platform !== 'win32')('a pipe is told and not waited for', () => {
  test.each([
    ['check', 'reports'],
    ['check', 'reports/*'],
    ['check', 'reports/**/*.csv reports'],
    ['batch', 'reports'],
  ])('%s %s', (command, args) =>
    inRegionFolder(1, async cwd => {
      execFileSync('mkfifo', [path.join(cwd, 'reports', 'pipe.csv')]);
      const more = command === 'batch' ? ['--by', 'region'] : ['--region', 'east'];
      const { code, stderr } = await runCli([command, ...args.split(' '), ...PLAN, ...more], { cwd });
      expect(stderr).toMatch(/1 file of the folder may hold figures and was not read: (?:reports\/)?pipe\.csv/);
      expect(code).not.toBe(0);
    }),
  );

  test('behind a link', () =>
    inRegionFolder(1, async cwd => {
      execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
      await symlink('../pipe', path.join(cwd, 'reports', 'a.csv'));
      const { stderr } = await runCli(['check', 'reports', ...PLAN, '--region', 'east'], { cwd });
      expect(stderr).toContain('was not read: a.csv');
    }));

  test('nor is one whose name is that of no report', () =>
    inRegionFolder(1, async cwd => {
      execFileSync('mkfifo', [path.join(cwd, 'reports', 'control')]);
      const { stderr } = await runCli(['check', 'reports', ...PLAN, '--region', 'east'], { cwd });
      expect(stderr).not.toContain('not read');
    }));
});

describe('an output that the next run would read as a report is refused', () => {
  const ELSEWHERE = 'the next run would read its own outputs as reports: give them a folder elsewhere';

  test.each([
    ['check reports --format csv=reports/out.csv', '--format: reports/out.csv lies in reports'],
    ['check ./reports --format table --format json=reports/out.json', '--format: reports/out.json lies in ./reports'],
    ['check reports --format ndjson=reports/new/out.ndjson', '--format: reports/new/out.ndjson lies in reports'],
    ['check reports --format xlsx=reports/out.xlsx', '--format: reports/out.xlsx lies in reports'],
    ['check reports/*.* --format csv=reports/out.csv', '--format: reports/out.csv lies in reports/*.*'],
    ['check reports/** --format csv=reports/a/out.csv', '--format: reports/a/out.csv lies in reports/**'],
    ['check reports --since reports/kept.json --update', '--since: reports/kept.json lies in reports'],
    ['batch reports --by region --index csv=reports/i.csv', '--index: reports/i.csv lies in reports'],
  ])('%s', (line, message) =>
    inRegionFolder(1, async cwd => {
      const args = line.split(' ');
      const region = args[0] === 'check' ? ['--region', 'east'] : [];
      const { code, stderr } = await runCli([...args, ...PLAN.slice(0, 2), ...region], { cwd });
      expect(stderr).toContain(message);
      expect(stderr).toContain(ELSEWHERE);
      expect(code).toBe(2);
    }),
  );

  test.each([
    'reports --format junit=reports/junit.out',
    'reports/*.yaml --format csv=reports/out.csv',
    'reports/east-*.* --format csv=reports/out.csv',
    'reports/east-0.yaml --format csv=reports/out.csv',
    'reports --format csv=out.csv',
  ])('but not check %s', line =>
    inRegionFolder(1, async cwd => {
      const args = ['check', ...line.split(' '), ...PLAN, '--region', 'east'];
      const first = await runCli(args, { cwd });
      expect(first.stderr).toMatch(/^(shanxi-plan: this is the state of .*\n)?$/);
      expect((await runCli(args, { cwd })).code).toBe(first.code);
    }),
  );
});
