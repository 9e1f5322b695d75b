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
