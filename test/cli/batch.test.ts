import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { analysisSchema } from '../../src/model/analysis.ts';
import { type BatchIndex, batchIndexSchema } from '../../src/model/batch.ts';
import { runCli } from '../support/io.ts';
import { filesIn, inRegionFolder, regionCsv } from '../support/region-reports.ts';

const PLAN = ['--plan', 'plan.yaml'];

const indexOf = (text: string): BatchIndex => batchIndexSchema.parse(JSON.parse(text));

describe('one analysis a file', () => {
  test('is what check makes of that file', () =>
    inRegionFolder(3, async cwd => {
      const ran = await runCli(['batch', 'reports', ...PLAN, '--by', 'file', '--output-dir', 'out', '-q'], { cwd });
      expect(ran.code).toBe(1);
      const written = await filesIn(path.join(cwd, 'out'));
      expect(Object.keys(written)).toHaveLength(9 + 1);
      const checked = await runCli(
        ['check', 'reports/west-2.yaml', ...PLAN, '--region', 'west', '--format', 'json', '-q'],
        { cwd },
      );
      const named = /\},\n\s*\{\n\s*"key": "region",[^}]*\}/;
      expect(checked.stdout).toMatch(named);
      expect(written[path.join('reports', 'west-2.yaml.json')]).toBe(checked.stdout.replace(named, '}'));
    }));

  test('that cannot be read fails alone', () =>
    inRegionFolder(2, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'broken.yaml'), 'as_of: 2021-01\nmetrics: { lanes: many }\n');
      const ran = await runCli(['batch', 'reports', ...PLAN, '--by', 'file', '--output-dir', 'out'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain('reports/broken.yaml:2:19');
      const written = await filesIn(path.join(cwd, 'out'));
      expect(Object.keys(written)).toHaveLength(6 + 1);
      const [first, ...others] = indexOf(written['index.json'] ?? '').groups;
      expect(first).toMatchObject({ name: 'reports/broken.yaml', state: 'failed', errors: 1, exit: { code: 2 } });
      expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['judged']));
      expect(ran.stdout).toContain('FAILED');
    }));
});

describe('one analysis a region', () => {
  test('speaks of its own targets and figures', () =>
    inRegionFolder(6, async cwd => {
      await runCli(['batch', 'reports', ...PLAN, '--by', 'region', '--output-dir', 'out', '-q'], { cwd });
      const written = await filesIn(path.join(cwd, 'out'));
      expect(Object.keys(written)).toEqual(['east.json', 'index.json', 'land.json', 'north.json', 'west.json']);
      const analyses = ['east', 'north', 'west', 'land'].map(name =>
        analysisSchema.parse(JSON.parse(written[`${name}.json`] ?? '')),
      );
      expect(analyses.map(each => each.assessments.map(({ goal }) => goal.value))).toEqual([
        [500, 9],
        [270, 9],
        [9],
        [900, 9],
      ]);
      for (const { region, assessments } of analyses.slice(0, 3)) {
        const used = assessments.flatMap(({ evidence }) => [...evidence.used, ...evidence.setAside]);
        expect(new Set(used.map(({ observation }) => observation.region))).toEqual(new Set([region]));
      }
      const land = analyses[3]?.assessments[0];
      expect(land?.value).toMatchObject({ low: 10 + 5 * 2 + 20 + 5 * 3 + 30 + 5 * 4 });
    }));

  test('stands in the index though nothing was reported for it', () =>
    inRegionFolder(0, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'a.yaml'), 'region: east\nas_of: 2021-06\nmetrics: { lanes: 40 }\n');
      const ran = await runCli(['batch', 'reports', ...PLAN, '--by', 'region', '--index', 'json', '-q'], { cwd });
      const index = indexOf(ran.stdout);
      expect(index.groups.map(({ name }) => name).toSorted()).toEqual(['east', 'land', 'north', 'west']);
      expect(index.missing.regions).toEqual(['north', 'west']);
      const north = index.groups.find(({ name }) => name === 'north');
      expect(north).toMatchObject({ figures: 0, missing: { targets: ['lanes-2025', 'loss-2025'] } });
    }));

  test('is not made while an error in any file is there, unless asked to keep going', () =>
    inRegionFolder(2, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'table.csv'), `${regionCsv(2)}lanes,much,2021-03,west\n`);
      const args = ['batch', 'reports', ...PLAN, '--by', 'region', '--output-dir', 'out', '--index', 'json'];
      const stopped = await runCli(args, { cwd });
      expect(stopped.code).toBe(2);
      expect(stopped.stderr).toContain('reports/table.csv:8:7');
      expect(await filesIn(path.join(cwd, 'out'))).toEqual({});
      const ran = await runCli([...args, '--keep-going'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain('reports/table.csv:8:7');
      const states = Object.fromEntries(indexOf(ran.stdout).groups.map(({ name, state }) => [name, state]));
      expect(states).toEqual({ east: 'judged', north: 'judged', west: 'incomplete', land: 'incomplete' });
      const west = JSON.parse((await filesIn(path.join(cwd, 'out')))['west.json'] ?? '');
      expect(west.problems).toMatchObject([{ code: 'bad-quantity', file: 'reports/table.csv', line: 8 }]);
    }));
});

test.each([
  ['a unit', '单位：万km,,,', 'unit-beside'],
  ['a status', '注：均为预计数,,,', 'status-beside'],
])('no half of a table is judged without the row that says %s of all its figures', (_what, row, code) =>
  inRegionFolder(0, async cwd => {
    const figures = ['east', 'north'].flatMap(region =>
      ['2021-06', '2021-07'].map(day => `lanes,901,${day},${region}`),
    );
    await writeFile(
      path.join(cwd, 'reports', 'a.csv'),
      ['indicator,value,as_of,region', ...figures, row, ''].join('\n'),
    );
    const ran = await runCli(['batch', 'reports', ...PLAN, '--by', 'region', '--keep-going', '--index', 'json'], {
      cwd,
    });
    expect([ran.code, ran.stderr.includes(`[${code}]`)]).toEqual([2, true]);
    expect(ran.stdout === '' ? 0 : indexOf(ran.stdout).groups.reduce((sum, group) => sum + group.figures, 0)).toBe(0);
  }),
);

describe('what could not be read', () => {
  const batch = [
    'batch',
    'reports',
    ...PLAN,
    '--by',
    'region',
    '--output-dir',
    'out',
    '--index',
    'json',
    '--keep-going',
  ];

  test('is in the analysis of every group that may lack it, and in its exit code', () =>
    inRegionFolder(2, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'broken.yaml'), 'as_of: [2021-01\n');
      const ran = await runCli(batch, { cwd });
      expect(ran.code).toBe(2);
      const { 'index.json': _, ...groups } = await filesIn(path.join(cwd, 'out'));
      const analyses = Object.values(groups).map(text => analysisSchema.parse(JSON.parse(text)));
      expect(analyses).toHaveLength(4);
      for (const { exit, problems } of analyses) {
        expect(exit).toEqual({ code: 2, reason: 'incomplete', count: 1 });
        expect(problems).toMatchObject([{ code: 'yaml-syntax', file: 'reports/broken.yaml' }]);
      }
    }));

  test('may be about any region, where it names none that is known', () =>
    inRegionFolder(2, async cwd => {
      await writeFile(path.join(cwd, 'reports', 'table.csv'), `${regionCsv(2)}lanes,12,2021-03,wset\n`);
      const { stdout } = await runCli(batch, { cwd });
      expect(new Set(indexOf(stdout).groups.map(({ state }) => state))).toEqual(new Set(['incomplete']));
    }));

  test('may be about any region, where its cells are not under their names', () =>
    inRegionFolder(2, async cwd => {
      const table = 'indicator,value,region,as_of\nlanes,90,west,2021-03\nlanes,1,200,west,2021-04\n';
      await writeFile(path.join(cwd, 'reports', 'table.csv'), table);
      const { stdout } = await runCli(batch, { cwd });
      expect(new Set(indexOf(stdout).groups.map(({ state }) => state))).toEqual(new Set(['incomplete']));
    }));

  const row = { indicator: 'lanes', value: 'many', as_of: '2021-03' };
  const line = (fields: object) => JSON.stringify({ ...row, ...fields });
  const all = ['east', 'land', 'north', 'west'];

  test.each([
    ['names its region twice', line({}).replace('}', ',"region":"east","region":"west"}'), all],
    ['names it under a key that nobody knows, too', line({ region: 'west', regoin: 'east' }), all],
    ['names it in a wrong way', line({ region: ['west'] }), all],
    [
      'is a report of several regions',
      `{"region":"west","observations":[${line({})},${line({ region: 'east' })}]}`,
      all,
    ],
    ['is a report of one', `{"region":"west","observations":[${line({})},${line({})}]}`, ['land', 'west']],
    ['lacks what says nothing of it', line({ region: 'west', as_of: undefined }), ['land', 'west']],
  ])('%s: whoever may lack it is incomplete', (_, text, expected) =>
    inRegionFolder(2, async cwd => {
      const others = ['east', 'west'].map(region => line({ value: '90', region }));
      await writeFile(path.join(cwd, 'reports', 'table.ndjson'), `${[...others, text].join('\n')}\n`);
      const { groups } = indexOf((await runCli(batch, { cwd })).stdout);
      const incomplete = groups.filter(({ state }) => state === 'incomplete').map(({ name }) => name);
      expect(incomplete.toSorted()).toEqual(expected);
    }),
  );

  test('costs no more than itself once it is mended and the run resumed', () =>
    inRegionFolder(2, async cwd => {
      const report = path.join(cwd, 'reports', 'broken.yaml');
      await writeFile(report, 'as_of: [2021-01\n');
      const byFile = ['batch', 'reports', ...PLAN, '--by', 'file', '--output-dir', 'out', '-q', '--resume'];
      expect((await runCli(byFile, { cwd })).code).toBe(2);
      const before = (await stat(path.join(cwd, 'out', 'reports', 'east-0.yaml.json'))).ino;
      await writeFile(report, 'as_of: 2021-01\nregion: east\nmetrics: { lanes: 10 }\n');
      expect((await runCli(byFile, { cwd })).code).toBe(1);
      expect((await stat(path.join(cwd, 'out', 'reports', 'east-0.yaml.json'))).ino).toBe(before);
      expect(await readdir(path.join(cwd, 'out'))).toEqual(['.shanxi-plan-batch', 'index.json', 'reports']);
      expect(await readdir(path.join(cwd, 'out', '.shanxi-plan-batch'))).toEqual(['finished']);
    }));
});

describe('a journal of an interrupted run', () => {
  const args = ['batch', 'reports', ...PLAN, '--by', 'region', '--output-dir', 'out', '--index', 'json', '-q'];
  /** A region that fails, and what a run notes that is then ended by an error in its index. */
  const interrupted = async (cwd: string): Promise<string> => {
    await mkdir(path.join(cwd, 'out', 'index.json'), { recursive: true });
    expect((await runCli([...args, '--workers', '0'], { cwd })).code).toBe(2);
    await rm(path.join(cwd, 'out', 'index.json'), { recursive: true });
    return path.join(cwd, 'out', '.shanxi-plan-batch', 'main.journal');
  };

  test.each<[string, (line: string) => string]>([
    ['is no JSON', line => line.slice(0, -9)],
    ['is another value', () => 'null'],
    ['lacks its row', line => JSON.stringify({ ...JSON.parse(line), row: undefined })],
    ['has a row without an exit code', line => line.replace('"code":', '"kode":')],
    ['has no digest of an output', line => JSON.stringify({ ...JSON.parse(line), digests: [] })],
    ['is empty', () => ''],
  ])('of which a line %s ends --resume', (_, damaged) =>
    inRegionFolder(2, async cwd => {
      const journal = await interrupted(cwd);
      const [first = '', ...others] = (await readFile(journal, 'utf8')).split('\n');
      await writeFile(journal, [first, damaged(others[0] ?? ''), ...others.slice(1)].join('\n'));
      for (const workers of ['0', '1']) {
        const { code, stdout, stderr } = await runCli([...args, '--resume', '--workers', workers], { cwd });
        expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(/old\.journal:2 is damaged: .*\n {2}run it without --resume\n$/);
      }
      expect((await runCli(args, { cwd })).code).toBe(1);
    }),
  );

  test('whose last line is cut is one of a run that was ended, and read up to there', () =>
    inRegionFolder(2, async cwd => {
      const journal = await interrupted(cwd);
      await writeFile(journal, (await readFile(journal, 'utf8')).slice(0, -9));
      expect((await runCli([...args, '--resume'], { cwd })).code).toBe(1);
    }));
});

describe('one analysis a period', () => {
  test('is made at the end of each, with what describes a day up to then', () =>
    inRegionFolder(8, async cwd => {
      const args = ['batch', 'reports', ...PLAN, '--by', 'region,period', '--period', 'quarter', '--output-dir', 'out'];
      await runCli([...args, '-q'], { cwd });
      const written = await filesIn(path.join(cwd, 'out'));
      const east = Object.keys(written).filter(name => name.startsWith('east'));
      expect(east).toEqual(['2021-Q1', '2021-Q2', '2021-Q3'].map(label => path.join('east', `${label}.json`)));
      const second = analysisSchema.parse(JSON.parse(written[path.join('east', '2021-Q2.json')] ?? ''));
      expect(second.asOf).toBe('2021-06-30');
      expect(second.assessments[0]?.value).toMatchObject({ nominal: 10 + 5 * 2, asOf: '2021-06-30' });
    }));

  test('is there only for months of which a figure was reported', () =>
    inRegionFolder(0, async cwd => {
      const figures = 'region: east\nobservations:\n  - { indicator: loss, value: 19, as_of: 2021-02 }\n';
      const late = '  - { indicator: loss, value: 17, as_of: 2021-05 }\n';
      await writeFile(path.join(cwd, 'reports', 'a.yaml'), figures + late);
      const args = ['batch', 'reports', ...PLAN, '--by', 'period', '--region', 'east', '--index', 'json', '-q'];
      const { groups } = indexOf((await runCli(args, { cwd })).stdout);
      expect(groups.map(({ period }) => period).toSorted()).toEqual(['2021-02', '2021-05']);
    }));
});

test('all formats of the index count the same', () =>
  inRegionFolder(4, async cwd => {
    const files = ['json=i.json', 'ndjson=i.ndjson', 'csv=i.csv'].flatMap(each => ['--index', each]);
    const ran = await runCli(['batch', 'reports', ...PLAN, '--by', 'region,period', '--index', 'table', ...files], {
      cwd,
    });
    const written = await filesIn(cwd);
    const index = indexOf(written['i.json'] ?? '');
    const lines = (written['i.ndjson'] ?? '')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.filter(({ type }) => type === 'group').map(({ type: _, ...row }) => row)).toEqual(index.groups);
    const rows: Record<string, string>[] = parse(written['i.csv'] ?? '', { columns: true });
    expect(rows.map(({ group }) => group)).toEqual(index.groups.map(({ name }) => name));
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum('targets')).toBe(index.totals.targets);
    expect(sum('behind')).toBe(index.totals.verdicts.behind ?? 0);
    expect(sum('undecided')).toBe(index.totals.verdicts.undecided ?? 0);
    for (const { name } of index.groups) expect(ran.stdout).toContain(name);
    expect(ran.code).toBe(index.exit.code);
  }));

test('the table shows as many groups as are asked for, the worst first, and counts the others', () =>
  inRegionFolder(3, async cwd => {
    const argv = ['batch', 'reports', ...PLAN, '--by', 'file', '-q'];
    const shownBy = async (...more: string[]) => {
      const { stdout } = await runCli([...argv, ...more], { cwd });
      const [groups = '', hidden] = stdout.split(/^… and (\d+) more groups.*$/m);
      return { shown: groups.match(/^reports\/\S+(?=\s+20)/gm) ?? [], hidden };
    };
    const { shown: all, hidden } = await shownBy();
    expect({ all: all.length, hidden }).toEqual({ all: 9, hidden: undefined });
    expect(await shownBy('--top', '2')).toEqual({ shown: all.slice(0, 2), hidden: '7' });
    expect(await shownBy('--top', '10')).toEqual({ shown: all, hidden: undefined });
  }));

describe('refuses', () => {
  const refused = async (args: readonly string[], message: string) =>
    inRegionFolder(1, async cwd => {
      const ran = await runCli(['batch', 'reports', ...PLAN, ...args], { cwd });
      expect(ran.stderr).toContain(message);
      expect(ran.code).toBe(2);
    });

  test('a grouping that is none', () => refused(['--by', 'regoin'], 'did you mean "region"?'));
  test('formats without a folder', () => refused(['--by', 'file', '--format', 'csv'], 'needs a folder'));
  test('a format with a file', () =>
    refused(['--by', 'file', '--output-dir', 'o', '--format', 'csv=x'], 'names a file'));
  test('outputs among the reports', () => refused(['--by', 'file', '--output-dir', 'reports/out'], 'lies in reports'));
  test('outputs above the reports', () =>
    refused(['--by', 'file', '--output-dir', '.'], 'reports/east-0.yaml lies in .'));
  test('two indexes in one place', () =>
    refused(['--by', 'file', '--index', 'csv', '--index', 'json'], 'standard output'));
  test('a region that is none', () => refused(['--by', 'period', '--region', 'eats'], 'did you mean "east"?'));
  test('an index in the place of a report', () =>
    refused(['--by', 'file', '--index', 'csv=reports/east-0.yaml'], 'would take the place of reports/east-0.yaml'));
  test('a target that is required and left out', () =>
    refused(['--by', 'region', '--require', 'loss-2025', '--skip', 'target=loss-2025'], 'leaves it out'));
  test('a region where every one is judged', () => refused(['--by', 'region', '--region', 'east'], 'has no use'));
  test('a folder that cannot be made', () =>
    refused(['--by', 'file', '--output-dir', '/proc/nowhere'], 'cannot be made'));
  test('a second run in the same folder', () =>
    inRegionFolder(1, async cwd => {
      await mkdir(path.join(cwd, 'out', '.shanxi-plan-batch'), { recursive: true });
      await writeFile(path.join(cwd, 'out', '.shanxi-plan-batch', 'lock'), String(process.ppid));
      const ran = await runCli(['batch', 'reports', ...PLAN, '--by', 'file', '--output-dir', 'out'], { cwd });
      expect(ran.stderr).toContain(`another batch writes there: process ${process.ppid}`);
      expect(ran.code).toBe(2);
    }));
  test('a number of groups that is none', () => refused(['--by', 'region', '--top', '0'], 'not a number of groups'));
  test('a batch of nothing', () => refused(['--by', 'region', '--only', 'task=roofs'], 'no task "roofs"'));
});
