import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { changes } from '../../src/model/change.ts';
import { type Ran, runCli } from '../support/io.ts';

const here = path.join(packageRoot, 'fixtures', 'gate');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-diff-'));
const plan = readFileSync(path.join(here, 'plan.yaml'), 'utf8');

afterAll(() => rmSync(tmp, { recursive: true, force: true }));

/** The plan with one thing of `lanes-2025` moved. */
const revisions: Readonly<Record<string, readonly [string, string]>> = {
  goal: ['at_least: 200', 'at_least: 210'],
  day: ['by: 2025-12-31', 'by: 2026-12-31'],
  baseline: ['baseline: { value: 100, as_of: 2020-12-31 }', 'baseline: { value: 110, as_of: 2020-12-31 }'],
  definition: ['drawn: other', 'drawn: part'],
};

beforeAll(async () => {
  for (const [name, [from, to]] of Object.entries(revisions)) {
    expect(plan).toContain(from);
    writeFileSync(path.join(tmp, `${name}.yaml`), plan.replace(from, to));
    await analyse(`plan-${name}`, 'behind', `${tmp}/${name}.yaml`);
  }
  const reports = ['on-schedule', 'behind', 'far-behind', 'met', 'imprecise', 'failing-either-way', 'good'];
  await Promise.all(reports.map(name => analyse(name, name)));
  await analyse('all', 'good', 'plan.yaml', []);
  await analyse('another', 'x', 'plans/another.yaml', [], '-');
  const behind = JSON.parse(readFileSync(path.join(tmp, 'behind.json'), 'utf8')) as Analysis;
  const assessments = behind.assessments.map(each => ({ ...each, inForce: false }));
  writeFileSync(path.join(tmp, 'none-in-force.json'), JSON.stringify({ ...behind, assessments }));
  writeFileSync(path.join(tmp, 'broken.json'), '{ "schemaVersion": 1, ');
});

async function analyse(
  name: string,
  report: string,
  planFile = 'plan.yaml',
  only: readonly string[] = ['--only', 'lanes-2025'],
  input = `reports/${report}.yaml`,
): Promise<void> {
  const argv = ['check', input, '--plan', planFile, ...only, '--format', `json=${tmp}/${name}.json`];
  const { stderr } = await runCli(argv, { cwd: here, stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 150 }' });
  expect(readFileSync(`${tmp}/${name}.json`, 'utf8'), stderr).not.toBe('');
}

const diff = (args: string, world = {}): Promise<Ran> =>
  runCli(['diff', ...args.split(' ').map(arg => arg.replace('{tmp}', tmp))], { cwd: here, ...world });

const of = (before: string, after: string): string => `{tmp}/${before}.json {tmp}/${after}.json`;

interface Case {
  readonly what: string;
  readonly args: string;
  readonly change: keyof typeof changes;
  readonly code: number;
}

const cases: readonly Case[] = [
  { what: 'a better verdict', args: of('behind', 'on-schedule'), change: 'better', code: 0 },
  { what: 'a better verdict that still fails', args: of('far-behind', 'behind'), change: 'better', code: 0 },
  { what: 'nothing', args: of('behind', 'behind'), change: 'same', code: 0 },
  { what: 'a worse verdict', args: of('on-schedule', 'behind'), change: 'worse', code: 1 },
  { what: 'a worse verdict that is within plan', args: of('met', 'on-schedule'), change: 'worse', code: 1 },
  { what: 'a larger gap', args: '{tmp}/behind.json - --plan plan.yaml', change: 'worse', code: 1 },
  { what: 'a verdict lost', args: of('on-schedule', 'imprecise'), change: 'newly-undecided', code: 3 },
  { what: 'a verdict found', args: of('imprecise', 'on-schedule'), change: 'newly-decided', code: 0 },
  { what: 'a failing verdict found', args: of('imprecise', 'behind'), change: 'worse', code: 1 },
  {
    what: 'a failing verdict found among failing ones',
    args: of('failing-either-way', 'behind'),
    change: 'newly-decided',
    code: 0,
  },
  { what: 'both undecided, both open', args: of('imprecise', 'imprecise'), change: 'same', code: 0 },
  {
    what: 'both undecided, the second surely fails',
    args: of('imprecise', 'failing-either-way'),
    change: 'worse',
    code: 1,
  },
];

describe('what became of a target', () => {
  test.each(cases)('$what', async ({ args, change, code }) => {
    const ran = await diff(`${args} --format json`, { stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 149 }' });
    const { targets } = JSON.parse(ran.stdout) as { targets: { target: string; change: string }[] };
    expect(targets.find(({ target }) => target === 'lanes-2025')?.change).toBe(change);
    expect(ran.code).toBe(code);
  });

  test('targets that are new, and targets that are gone', async () => {
    const added = await diff(`${of('good', 'all')} --format json`);
    expect([added.code, JSON.parse(added.stdout).counts]).toEqual([0, { same: 1, new: 5 }]);
    const gone = await diff(`${of('all', 'good')} --format json`);
    expect([gone.code, JSON.parse(gone.stdout).counts]).toEqual([1, { gone: 5, same: 1 }]);
  });

  test('every change has a case', () => {
    const covered = new Set([...cases.map(({ change }) => change), 'new', 'gone']);
    expect(Object.keys(changes).filter(change => !covered.has(change as Case['change']))).toEqual([]);
  });

  test.each(Object.keys(revisions))('the goalposts moved: %s', async goalpost => {
    const { stdout } = await diff(`${of('behind', `plan-${goalpost}`)} --format json`);
    expect(JSON.parse(stdout).targets[0].goalposts).toEqual([goalpost]);
    const table = await diff(of('behind', `plan-${goalpost}`));
    expect(table.stdout).toMatch(/^! Lanes: the goalposts moved: /m);
  });

  test('the goalposts stand', async () => {
    expect((await diff(of('behind', 'on-schedule'))).stdout).not.toContain('goalposts');
  });
});

const exits: readonly (readonly [flags: string, pair: string, code: number])[] = [
  ['--fail-on better', of('behind', 'on-schedule'), 1],
  ['--fail-on same', of('behind', 'behind'), 1],
  ['--fail-on new', of('good', 'all'), 1],
  ['--fail-on gone', of('all', 'good'), 1],
  ['--fail-on gone', of('on-schedule', 'behind'), 0],
  ['--fail-on newly-undecided', of('on-schedule', 'imprecise'), 1],
  ['--fail-on newly-decided', of('imprecise', 'on-schedule'), 1],
  ['--fail-on better --fail-on worse', of('on-schedule', 'behind'), 1],
  ['--fail-on better', of('on-schedule', 'imprecise'), 3],
  ['--exit-zero', of('on-schedule', 'behind'), 0],
  ['--exit-zero', of('on-schedule', 'imprecise'), 0],
  ['--format json', of('on-schedule', 'behind'), 1],
  ['--lang zh', of('on-schedule', 'behind'), 1],
  ['--fail-on wors', of('on-schedule', 'behind'), 2],
  ['--exit-zero', of('on-schedule', 'absent'), 2],
  ['--exit-zero', of('on-schedule', 'broken'), 2],
  ['--exit-zero', of('on-schedule', 'another'), 2],
  ['--plan plan.yaml', 'reports/behind.yaml reports/on-schedule.yaml', 0],
  ['--plan plan.yaml', 'reports/on-schedule.yaml reports/behind.yaml', 1],
  ['--plan plan.yaml', 'reports/on-schedule.yaml reports/2099-*.yaml', 2],
  ['--plan plan.yaml', 'no-reports reports/behind.yaml', 2],
  ['--exit-zero --plan plans/not-in-force.yaml', 'reports/behind.yaml reports/behind.yaml', 2],
  ['--exit-zero', of('none-in-force', 'behind'), 2],
  ['--exit-zero', of('behind', 'none-in-force'), 2],
  ['--plan plan.yaml --as-of soon', 'reports/on-schedule.yaml reports/behind.yaml', 2],
];

describe('the exit code', () => {
  test.each(exits)('%s, %s: %i', async (flags, pair, code) => {
    expect((await diff(`${pair} ${flags}`)).code).toBe(code);
  });
});

test('what was set for each of the two, and for the comparison, is said', async () => {
  const { stdout } = await diff(`${of('all', 'good')} --fail-on worse --exit-zero --width 120`);
  expect(stdout.split('\n').slice(-6)).toEqual([
    '5 gone, 1 same',
    'set by flag: fail_on worse; exit_zero',
    'earlier: set by flag: plan plan.yaml',
    'later: set by flag: plan plan.yaml; only lanes-2025',
    'later: left out by only or skip: 5 targets',
    '',
  ]);
  const { stdout: json } = await diff(`${of('all', 'good')} --fail-on worse --format json`);
  expect(JSON.parse(json)).toMatchObject({
    settings: [{ key: 'fail_on', values: ['worse'], origin: 'flag', file: null }],
    from: { policy: { leftOut: 0 } },
    to: { policy: { leftOut: 5 } },
  });
});

test('the JSON has this shape', async () => {
  const byFlag = (key: string, value: string) => ({ key, values: [value], origin: 'flag', file: null });
  const policy = { settings: [byFlag('plan', 'plan.yaml'), byFlag('only', 'lanes-2025')], leftOut: 5 };
  const { stdout } = await diff(`${of('on-schedule', 'behind')} --format json`);
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    settings: [],
    from: { asOf: '2023-12-31', plan: 'gate', policy },
    to: { asOf: '2023-12-31', plan: 'gate', policy },
    targets: [
      {
        key: 'gate/lanes-2025@testland',
        target: 'lanes-2025',
        title: { en: 'Lanes', zh: 'Lanes' },
        region: 'testland',
        change: 'worse',
        verdict: { from: 'on-schedule', to: 'behind' },
        value: { from: 160, to: 150, absolute: -10, percent: -6.25 },
        gap: { from: 40, to: 50, absolute: 10, percent: 25 },
        months: expect.objectContaining({ from: 0, absolute: expect.any(Number), percent: null }),
        goalposts: [],
      },
    ],
    counts: { worse: 1 },
  });
});
