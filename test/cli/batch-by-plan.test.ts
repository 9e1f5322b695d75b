import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { analysisSchema } from '../../src/model/analysis.ts';
import { batchIndexSchema } from '../../src/model/batch.ts';
import { runCli } from '../support/io.ts';
import { filesIn } from '../support/region-reports.ts';

/* A folder of reports of several plans: two that are shipped, and one that is given. */

const OWN = `plan: county-roads
title: Roads
period: { from: 2021-01-01, to: 2025-12-31 }
indicators: { roads: { title: Roads, unit: km, kind: stock } }
measures: [{ id: m, title: M, targets: [{ id: roads-2025, indicator: roads, at_least: 100, by: 2025-12-31 }] }]
`;
const report = (plan: string, roads: number) => `plan: ${plan}\nas_of: 2023-12-31\nmetrics: { roads: ${roads} }\n`;

async function inFolder(body: (cwd: string) => Promise<void>): Promise<void> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'by-plan-'));
  try {
    await mkdir(path.join(cwd, 'reports'));
    for (const file of ['shanxi/2024-01-23-work-report-shanxi.yaml', 'china-11fyp-2006-10/2011-03-16-outline-12.yaml'])
      await copyFile(path.join(packageRoot, 'fixtures', file), path.join(cwd, 'reports', path.basename(file)));
    await writeFile(path.join(cwd, 'plan.yaml'), OWN);
    await writeFile(path.join(cwd, 'reports', 'roads.yaml'), report('county-roads', 120));
    await writeFile(
      path.join(cwd, 'reports', 'roads.csv'),
      'plan,indicator,value,as_of\ncounty-roads,roads,90,2022-12-31\n',
    );
    await body(cwd);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

const BATCH = ['batch', 'reports', '--by', 'plan', '--plan', 'plan.yaml', '--workers', '0'];
const PLANS = ['china-11fyp-2006-10', 'county-roads', 'shanxi-new-infrastructure-2021-25'];

describe('batch --by plan', () => {
  test('judges each report by the plan that it names, as check does, and makes one index of the plans', () =>
    inFolder(async cwd => {
      const { code, stdout, stderr } = await runCli([...BATCH, '--output-dir', 'out', '-q'], { cwd });
      expect([stderr, code]).toEqual(['', 1]);
      const written = await filesIn(path.join(cwd, 'out'));
      expect(Object.keys(written)).toEqual([...PLANS.map(name => `${name}.json`), 'index.json'].toSorted());
      const index = batchIndexSchema.parse(JSON.parse(written['index.json'] ?? ''));
      expect(index).toMatchObject({ plan: null, by: ['plan'], tasks: [], targets: [] });
      expect(index.groups.map(({ name, plan }) => [name, plan]).toSorted()).toEqual(PLANS.map(name => [name, name]));
      expect(stdout).toContain('3 groups, worst first');
      const own = ['reports/roads.yaml', 'reports/roads.csv', '--plan', 'plan.yaml'];
      const checked = await runCli(['check', ...own, '--format', 'json', '-q'], { cwd });
      const [ours, theirs] = [written['county-roads.json'], checked.stdout].map(text =>
        analysisSchema.parse(JSON.parse(text ?? '')),
      );
      expect(ours?.assessments).toEqual(theirs?.assessments);
      expect(ours?.inputs.map(({ path: file }) => file).toSorted()).toEqual([
        'plan.yaml',
        'reports/roads.csv',
        'reports/roads.yaml',
      ]);
    }));

  test('groups by what else is asked for within each plan', () =>
    inFolder(async cwd => {
      const by = BATCH.map(each => (each === 'plan' ? 'plan,file' : each));
      const { stdout } = await runCli([...by, '--index', 'csv', '-q'], { cwd });
      const names = stdout
        .split('\n')
        .slice(1, -1)
        .map(line => line.split(',').slice(0, 2));
      expect(names.toSorted()).toEqual(
        [
          ['china-11fyp-2006-10', 'china-11fyp-2006-10/reports/2011-03-16-outline-12.yaml'],
          ['county-roads', 'county-roads/reports/roads.csv'],
          ['county-roads', 'county-roads/reports/roads.yaml'],
          [PLANS[2], 'shanxi-new-infrastructure-2021-25/reports/2024-01-23-work-report-shanxi.yaml'],
        ].toSorted(),
      );
    }));

  test('takes its plans from the config file, too', () =>
    inFolder(async cwd => {
      await writeFile(path.join(cwd, 'shanxi-plan.yaml'), 'plan: [plan.yaml]\n');
      const { code, stdout } = await runCli(['batch', 'reports', '--by', 'plan', '--workers', '0'], { cwd });
      expect([code, stdout.includes('county-roads')]).toEqual([1, true]);
    }));

  test('a report that names no plan, or none that is known, keeps all from being judged', () =>
    inFolder(async cwd => {
      await writeFile(path.join(cwd, 'reports', 'none.yaml'), 'as_of: 2023-12-31\nmetrics: { roads: 5 }\n');
      await writeFile(path.join(cwd, 'reports', 'other.yaml'), report('county-road', 5));
      const refused = await runCli(BATCH, { cwd });
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain(
        'reports/none.yaml:1:1: error: the report does not say to which plan it belongs',
      );
      expect(refused.stderr).toContain('reports/other.yaml:1:7: error: no plan is called "county-road" [unknown-plan]');
      expect(refused.stderr).toContain('did you mean "county-roads"?');
      const going = await runCli([...BATCH, '--keep-going'], { cwd });
      expect([going.code, going.stdout.includes('3 groups')]).toEqual([2, true]);
      expect(going.stderr.match(/no-plan-named\]/g)).toHaveLength(1);
    }));

  test('goes on where it was: what is the same is not judged again', () =>
    inFolder(async cwd => {
      await writeFile(path.join(cwd, 'reports', 'none.yaml'), 'as_of: 2023-12-31\n');
      const out = [...BATCH, '--output-dir', 'out', '--keep-going', '-q'];
      const first = await runCli(out, { cwd });
      const before = await filesIn(path.join(cwd, 'out'));
      const again = await runCli([...out, '--resume'], { cwd });
      expect([first.code, again.code]).toEqual([2, 2]);
      expect(await filesIn(path.join(cwd, 'out'))).toEqual(before);
    }));

  test('finished is taken as it is', () =>
    inFolder(async cwd => {
      const out = [...BATCH, '--output-dir', 'out', '--workers', '0'];
      const first = await runCli(out, { cwd });
      const again = await runCli([...out, '--resume'], { cwd });
      expect(again.stderr).toContain('nothing is judged again');
      expect([again.code, again.stdout]).toEqual([first.code, first.stdout]);
    }));

  test('waivers are of one plan', () =>
    inFolder(async cwd => {
      const { code, stderr } = await runCli([...BATCH, '--waivers', 'w.yaml'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining('waivers are of one plan')]);
      await writeFile(path.join(cwd, 'w.yaml'), 'waivers: []\n');
      await writeFile(path.join(cwd, 'shanxi-plan.yaml'), 'waivers: w.yaml\n');
      const configured = await runCli(BATCH, { cwd });
      expect([configured.code, configured.stdout]).toEqual([2, '']);
      expect(configured.stderr).toContain('waivers are of one plan');
    }));

  test('a ratchet is of one analysis: refused as a flag, and not heeded from a config file', () =>
    inFolder(async cwd => {
      const { code, stderr } = await runCli([...BATCH, '--since', 'before.json'], { cwd });
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining('--since is of one analysis, and a batch makes many'),
      ]);
      const own = ['check', 'reports/roads.yaml', '--plan', 'plan.yaml', '--as-of', '2026-06-30', '-q'];
      await writeFile(path.join(cwd, 'reports', 'roads.yaml'), report('county-roads', 90).replaceAll('2023', '2025'));
      expect((await runCli([...own, '--since', 'before.json', '--update'], { cwd })).code).toBe(1);
      expect((await runCli([...own, '--since', 'before.json'], { cwd })).code).toBe(0);
      await writeFile(path.join(cwd, 'shanxi-plan.yaml'), 'since: before.json\n');
      const batch = await runCli([...BATCH, '--as-of', '2026-06-30', '--index', 'json'], { cwd });
      const { groups } = batchIndexSchema.parse(JSON.parse(batch.stdout));
      expect([batch.code, groups.find(({ plan }) => plan === 'county-roads')?.exit.code]).toEqual([1, 1]);
    }));
});

describe('check', () => {
  test('of a folder of reports of several plans says so once', () =>
    inFolder(async cwd => {
      const { code, stderr } = await runCli(['check', 'reports', '--plan', 'plan.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stderr.match(/error:/g)).toHaveLength(1);
      expect(stderr).toContain(`the reports belong to several plans: ${PLANS.join(', ')} [several-plans]`);
    }));

  test('judges by one plan', () =>
    inFolder(async cwd => {
      await writeFile(path.join(cwd, 'shanxi-plan.yaml'), 'plan: [plan.yaml, shanxi-cities-2021-23]\n');
      const { code, stderr } = await runCli(['check', 'reports/roads.yaml'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining('several plans are given')]);
    }));
});
