import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { action, commandsOf, readOutputs, runAction } from './composite.ts';
import { hasShell, run, temporaryFolder, writeProgram } from './world.ts';

/** A 5G figure that makes the target met; with the rest of the plan undecided. */
const PASSING = `report: A test
invented: for the test of the action
as_of: 2025-12-31
published: 2026-01-20
metrics:
  5g-base-stations: { value: "125,000", counts: built }
`;
const FAILING = PASSING.replace('125,000', '90,000');
const ONLY_5G = '--only=target=5g-stations-2025';

const withoutCounts = { failing: '', undecided: '', warnings: '', analysis: '', sarif: '', junit: '' };

describe.runIf(hasShell)('the GitHub action', () => {
  const workspace = path.join(temporaryFolder(), 'a repository');
  const temporary = temporaryFolder();
  let count = 0;
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  };
  const runIn = (inputs: Readonly<Record<string, string>>) => {
    const own = path.join(temporary, `${++count}`);
    mkdirSync(own);
    return runAction({ 'as-of': '2026-06-30', ...inputs }, workspace, own);
  };
  const analysisOf = ({ outputs }: ReturnType<typeof runIn>) =>
    JSON.parse(readFileSync(outputs['analysis'] ?? '', 'utf8')) as Analysis;
  write('passing.yaml', PASSING);
  write('failing.yaml', FAILING);

  test('failing: exit 1, annotation at the figure, summary, files, outputs', () => {
    const ran = runIn({ reports: 'failing.yaml' });
    expect(ran.code).toBe(1);
    expect(ran.outputs).toMatchObject({ 'exit-code': '1', failing: '1', undecided: '17', warnings: '0' });
    expect(ran.outputs['summary']).toMatch(/^[^\n]* \(exit 1\)$/);
    const [error, ...others] = commandsOf(ran.stdout);
    expect(error).toMatchObject({ name: 'error', properties: { file: 'failing.yaml', line: '6' } });
    expect(error?.message).toContain('missed');
    expect(new Set(others.map(({ name }) => name))).toEqual(new Set(['warning', 'notice']));
    expect(ran.summary).toContain('| Target | Goal |');
    expect(analysisOf(ran).exit).toMatchObject({ code: 1, reason: 'failing' });
    expect(readFileSync(ran.outputs['junit'] ?? '', 'utf8')).toContain('<failure type="missed"');
    const sarif = JSON.parse(readFileSync(ran.outputs['sarif'] ?? '', 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(18);
  });

  test('undecided: exit 3, or 0 where it is allowed', () => {
    const ran = runIn({ reports: 'passing.yaml' });
    expect(ran.code).toBe(3);
    expect(ran.outputs).toMatchObject({ 'exit-code': '3', failing: '0', undecided: '17' });
    const allowed = runIn({ reports: 'passing.yaml', 'allow-undecided': 'true' });
    expect([allowed.code, allowed.outputs['exit-code'], allowed.outputs['undecided']]).toEqual([0, '0', '17']);
    expect(runIn({ reports: 'passing.yaml', 'allow-undecided': 'stale,conflict' }).code).toBe(3);
    expect(runIn({ reports: 'passing.yaml', 'allow-undecided': 'stale, no-report' }).code).toBe(0);
    expect(runIn({ reports: 'passing.yaml', 'allow-undecided': 'false' }).code).toBe(3);
  });

  test('passing: exit 0, nothing but a notice with the counts', () => {
    const ran = runIn({ reports: 'passing.yaml', args: ONLY_5G });
    expect(ran.code).toBe(0);
    expect(ran.outputs).toMatchObject({ 'exit-code': '0', failing: '0', undecided: '0', warnings: '0' });
    expect(commandsOf(ran.stdout).map(({ name }) => name)).toEqual(['notice', 'notice']);
    expect(ran.summary).not.toBe('');
  });

  describe('could not check: exit 2, and no count that could be taken for zero', () => {
    test('a broken report is annotated where it is broken', () => {
      write('broken.yaml', 'metrics:\n  5g-base-stations: 1.234,5\nas_off: 2023-12-31\n');
      const ran = runIn({ reports: 'passing.yaml\nbroken.yaml' });
      expect(ran.code).toBe(2);
      expect(ran.outputs).toMatchObject({ 'exit-code': '2', ...withoutCounts });
      expect(ran.outputs['summary']).toContain('broken.yaml:');
      expect(commandsOf(ran.stdout).map(({ name, properties: { file, line } }) => [name, file, line])).toEqual([
        ['error', 'broken.yaml', '2'],
        ['error', 'broken.yaml', '3'],
      ]);
      expect(ran.summary).toBe('');
    });

    test('and in Chinese', () => {
      const ran = runIn({ reports: 'broken.yaml', lang: 'zh' });
      expect(commandsOf(ran.stdout).map(({ properties: { line } }) => line)).toEqual(['2', '3']);
    });

    test('more problems than GitHub shows are counted', () => {
      write('many.yaml', `metrics:\n${Array.from({ length: 25 }, (_, index) => `  no-${index}: x`).join('\n')}\n`);
      const commands = commandsOf(runIn({ reports: 'many.yaml' }).stdout);
      expect(commands).toHaveLength(10);
      expect(commands.at(-1)?.message).toMatch(/and \d+ more in the log$/);
    });

    test.each([
      ['a pattern that matches nothing', { reports: 'no-such-*.yaml' }],
      ['a file that is not there', { reports: 'nothing.yaml' }],
      ['no report, no config file', { reports: '' }],
      ['a day that is none', { reports: 'passing.yaml', 'as-of': 'yesterday' }],
      ['a threshold that is none', { reports: 'passing.yaml', 'fail-on': 'awful' }],
      ['a reason that is none', { reports: 'passing.yaml', 'allow-undecided': 'yes' }],
      ['a working directory that is not there', { reports: 'passing.yaml', 'working-directory': 'nowhere' }],
    ])('%s', (_, inputs: Record<string, string>) => {
      const ran = runIn(inputs);
      expect(ran.code).toBe(2);
      expect(ran.outputs).toMatchObject({ 'exit-code': '2', ...withoutCounts });
      expect(ran.outputs['summary']).not.toBe('');
      expect(commandsOf(ran.stdout)).toMatchObject([{ name: 'error' }]);
    });
  });

  test('every input reaches the tool', () => {
    cpSync(path.join(packageRoot, 'plan'), path.join(workspace, 'my plans'), { recursive: true });
    const first = runIn({ reports: 'failing.yaml', lang: 'zh', formats: 'markdown=out/a b.md\ncsv=out/plan.csv' });
    expect(existsSync(path.join(workspace, 'out', 'a b.md'))).toBe(true);
    expect(readFileSync(path.join(workspace, 'out', 'a b.md'), 'utf8')).toContain('未完成');
    expect(existsSync(path.join(workspace, 'out', 'plan.csv'))).toBe(true);
    write(
      'my waivers.yaml',
      'waivers:\n  - { target: 5g-stations-2025, verdicts: [missed], reason: r, approver: a, document: d, from: 2026-01-01, until: 2026-12-31 }\n',
    );
    const ran = runIn({
      reports: 'failing.yaml\n  passing.yaml  \n',
      plan: 'my plans/shanxi-new-infrastructure-2021-25.yaml',
      'as-of': '2026-03-01',
      'fail-on': 'nearly,lost\nmissed',
      'allow-undecided': 'no-report\nno-figure-since-baseline',
      waivers: 'my waivers.yaml',
      since: first.outputs['analysis'] ?? '',
      args: `--known-by=2026-02-01\n${ONLY_5G}`,
    });
    const { plan, asOf, knownBy, gate, inputs, assessments } = analysisOf(ran);
    expect(inputs.map(each => each.path)).toEqual([
      'my plans/shanxi-new-infrastructure-2021-25.yaml',
      'failing.yaml',
      'passing.yaml',
    ]);
    expect([plan.id, asOf, knownBy]).toEqual(['shanxi-new-infrastructure-2021-25', '2026-03-01', '2026-02-01']);
    expect(gate).toMatchObject({
      policy: {
        failOn: ['nearly', 'lost', 'missed'],
        allowUndecided: ['no-report', 'no-figure-since-baseline'],
        since: '2026-06-30',
      },
      waivers: [{ target: '5g-stations-2025' }],
    });
    expect(assessments).toHaveLength(1);
  });

  test('paths are those of the repository, wherever the tool runs', () => {
    write('sub, folder/reports/my report: 5G.yaml', FAILING);
    write('sub, folder/shanxi-plan.yaml', 'reports: reports\n');
    const ran = runIn({ 'working-directory': 'sub, folder' });
    expect(ran.code).toBe(1);
    const file = 'sub, folder/reports/my report: 5G.yaml';
    expect(commandsOf(ran.stdout)[0]).toMatchObject({ name: 'error', properties: { file, line: '6' } });
    const sarif = JSON.parse(readFileSync(ran.outputs['sarif'] ?? '', 'utf8'));
    const uris: string[] = sarif.runs[0].artifacts.map(({ location }: { location: { uri: string } }) => location.uri);
    expect(uris).toContain('sub%2C%20folder/reports/my%20report%3A%205G.yaml');
    write('sub, folder/reports/broken.yaml', 'metrics: [');
    const broken = runIn({ 'working-directory': 'sub, folder' });
    expect(commandsOf(broken.stdout)[0]).toMatchObject({ properties: { file: 'sub, folder/reports/broken.yaml' } });
  });

  test('the workflow of the example', () => {
    const example = path.join(temporary, 'example');
    cpSync(path.join(packageRoot, 'examples', 'monitoring'), example, { recursive: true });
    const { jobs } = parse(readFileSync(path.join(example, '.github', 'workflows', 'plan.yml'), 'utf8'));
    const { with: inputs } = jobs.check.steps.find(({ id }: { id?: string }) => id === 'plan');
    const ran = runAction(inputs, example, temporary);
    // The waiver of the example ends with 2026; the state of the plan, which has ended, changes no more.
    expect(ran.code).toBe(new Date().toISOString() < '2027' ? 0 : 1);
    expect(ran.outputs).toMatchObject({ undecided: '14' });
    expect(readFileSync(path.join(example, 'plan.md'), 'utf8')).toContain('| 5G base stations |');
  });

  describe('nothing in a file or an input is taken for a command', () => {
    const evil = [
      '::error::owned ##[add-path]/tmp/owned %0A::error::owned $(touch owned) `touch owned` \'; touch owned; "',
      'x\nfailing=0\nend\n::set-output name=failing::0\n##[error]owned',
    ];

    test.each(evil)('input %j', text => {
      for (const name of Object.keys(action.inputs).filter(each => !['version', 'args'].includes(each))) {
        const ran = runIn({ reports: 'passing.yaml', [name]: text });
        expect([2, 3], `${name}: ${ran.stdout}`).toContain(ran.code);
        expect(ran.outputs['exit-code']).toBe(String(ran.code));
        const commands = commandsOf(ran.stdout);
        expect(
          commands.filter(each => /^owned/.test(each.message) || !/^(error|warning|notice)$/.test(each.name)),
        ).toEqual([]);
      }
      expect(existsSync(path.join(workspace, 'owned'))).toBe(false);
    });

    test('a report: titles, notes, claims, broken lines', () => {
      write(
        'evil.yaml',
        FAILING.replace('A test', '"::error::owned\\n##[add-path]/tmp/owned"').replace(
          'counts: built',
          'counts: built, note: "\\n::error::owned", says: "##[error]owned %0A::error::owned"',
        ),
      );
      write('evil-broken.yaml', 'metrics:\n  x: ##[error]owned\n::error::owned: 1\n  y\n');
      for (const reports of ['evil.yaml', 'evil-broken.yaml']) {
        const commands = commandsOf(runIn({ reports }).stdout);
        expect(commands.length).toBeGreaterThan(0);
        expect(commands.filter(({ name, message }) => name === '##[' || message.startsWith('owned'))).toEqual([]);
      }
    });

    test('a release runs what was published under its version, and builds nothing', () => {
      const own = path.join(temporary, 'release');
      const actionFolder = path.join(own, 'action');
      for (const name of ['action.yml', 'package.json', 'scripts/action'])
        cpSync(path.join(packageRoot, name), path.join(actionFolder, name), { recursive: true });
      const machine = { PATH: `${path.join(own, 'bin')}${path.delimiter}${process.env['PATH']}` };
      writeProgram(
        path.join(own, 'bin'),
        'npm',
        `echo "$@" >> "${own}/npm"\nwhile [ "$1" != --prefix ]; do shift; done\nmkdir -p "$2/node_modules"\nln -s "${packageRoot}" "$2/node_modules/shanxi-plan"`,
      );
      const inputs = { 'as-of': '2026-06-30', reports: 'failing.yaml' };
      expect(runAction(inputs, workspace, own, { actionFolder, machine }).outputs).toMatchObject({ failing: '1' });
      const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
      const asked = readFileSync(path.join(own, 'npm'), 'utf8').trim().split('\n');
      expect(asked).toEqual([expect.stringMatching(/^install .*--ignore-scripts .*/)]);
      expect(asked[0]?.endsWith(` shanxi-plan@${version}`)).toBe(true);
    });

    test('a version is no script', () => {
      const ran = runIn({ reports: 'passing.yaml', version: '0.0.0-none"; touch owned; echo "' });
      expect(ran.code).not.toBe(0);
      expect(existsSync(path.join(workspace, 'owned'))).toBe(false);
    });
  });

  test.each([
    ['a bug', 'process.exitCode = 70', 70],
    ['a signal', 'process.kill(process.pid, "SIGKILL")', 70],
    ['a program that is not there', '', 1],
  ])('%s of the tool is never a pass', (name, script, code) => {
    const own = path.join(temporary, name);
    mkdirSync(own);
    if (script !== '') writeFileSync(path.join(own, 'bin.cjs'), script);
    const env = { SHANXI_PLAN_BIN: path.join(own, 'bin.cjs'), RUNNER_TEMP: own, GITHUB_OUTPUT: path.join(own, 'out') };
    const ran = run(process.execPath, [path.join(packageRoot, 'scripts/action/run.mjs')], { cwd: workspace, env });
    expect([ran.code, commandsOf(ran.stdout)[0]?.name]).toEqual([code, 'error']);
    const outputs = readOutputs(readFileSync(path.join(own, 'out'), 'utf8'));
    expect(Object.fromEntries(outputs)).toMatchObject({ 'exit-code': `${code}`, ...withoutCounts });
  });
});

test('the reader of outputs refuses what the runner refuses', () => {
  expect([...readOutputs('a=1\nb<<x\n1\n\n2\nx\n')]).toEqual([
    ['a', '1'],
    ['b', '1\n\n2'],
  ]);
  expect(() => readOutputs('a<<x\n1\n')).toThrow('no end');
  expect(() => readOutputs('a\n')).toThrow('not an output');
});

test('action.yml hands every input over and declares every output', () => {
  const [install, check] = action.runs.steps;
  const used = [install, check].flatMap(step => Object.values(step?.env ?? {}));
  expect(Object.keys(action.inputs).filter(name => !used.includes(`\${{ inputs.${name} }}`))).toEqual([]);
  expect(action.runs.steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  expect(Object.entries(action.outputs).filter(([name, { value }]) => !value.includes(`.outputs.${name} }}`))).toEqual(
    [],
  );
});
