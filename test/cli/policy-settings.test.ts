import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harmlessSettings } from '../../scripts/docs/harmless-settings.ts';
import type { Io } from '../../src/cli/io.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import { buildProgram, commandNames } from '../../src/cli/program.ts';
import { shownPath } from '../../src/cli/shown-path.ts';
import { gateFlaws } from '../../src/gate/consistent.ts';
import { type Analysis, analysisSchema } from '../../src/model/analysis.ts';
import { batchIndexSchema } from '../../src/model/batch.ts';
import { configSchema } from '../../src/model/config.ts';
import { policySchema } from '../../src/model/policy-schema.ts';
import { isPolicyKey, policySettings } from '../../src/model/policy-setting.ts';
import { type FormatId, formatIds } from '../../src/render/registry.ts';
import { rendered } from '../render/analyses.ts';
import { readers } from '../render/readers/registry.ts';
import { type Ran, runCli, type World } from '../support/io.ts';

/** Whatever may lower a gate or choose what is judged is recorded with who set it, and what was found is said. */

const fixtures = path.join(packageRoot, 'fixtures', 'gate');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-policy-'));
const here = path.join(tmp, 'project');
const below = path.join(here, 'a');

beforeAll(async () => {
  mkdirSync(path.join(here, '.git'), { recursive: true });
  mkdirSync(below);
  for (const name of ['plan.yaml', 'reports/mixed.yaml', 'reports/good.yaml', 'waivers/valid.yaml'])
    writeFileSync(path.join(here, path.basename(name)), readFileSync(path.join(fixtures, name)));
  const { stderr } = await run(['mixed.yaml', '--plan', 'plan.yaml', '--format', 'json=baseline.json']);
  expect(readFileSync(path.join(here, 'baseline.json'), 'utf8'), stderr).not.toBe('');
  writeFileSync(path.join(here, 'wide.yaml'), "tables: [{ columns: { indicator: indicator, '{as_of}': value } }]\n");
});
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

const run = (argv: readonly string[], world: World = {}): Promise<Ran> =>
  runCli(['check', ...argv], { cwd: here, ...world });

/** The same with a config where it is found, or with one that is named. */
async function withConfig(text: string, argv: readonly string[], name = 'shanxi-plan.yaml', cwd = here): Promise<Ran> {
  const file = path.join(here, name);
  writeFileSync(file, text);
  try {
    return await run(name === 'shanxi-plan.yaml' ? argv : [...argv, '--config', name], { cwd });
  } finally {
    rmSync(file);
  }
}

const analysisOf = ({ stdout, stderr }: Ran): Analysis => {
  expect(stdout, stderr).not.toBe('');
  const analysis = analysisSchema.parse(JSON.parse(stdout));
  expect(gateFlaws(analysis)).toEqual([]);
  return analysis;
};
const settingsOf = (ran: Ran): Analysis['gate']['policy']['settings'] => analysisOf(ran).gate.policy.settings;
const foundLines = ({ stderr }: Ran): string[] =>
  stderr.split('\n').filter(line => /found and not given|by the environment/.test(line));

interface Case {
  readonly key: keyof typeof policySettings;
  /** In the config, in the environment, as flags; and what is recorded of it. */
  readonly config: string;
  readonly variable?: string;
  readonly flags: readonly string[];
  readonly values: readonly string[];
}

const cases: readonly Case[] = [
  { key: 'plan', config: 'plan.yaml', variable: 'plan.yaml', flags: ['--plan', 'plan.yaml'], values: ['plan.yaml'] },
  { key: 'as_of', config: '2024-01', variable: '2024-01', flags: ['--as-of', '2024-01'], values: ['2024-01-31'] },
  { key: 'known_by', config: 'today', variable: 'today', flags: ['--known-by', 'today'], values: ['today'] },
  { key: 'region', config: 'testland', variable: 'testland', flags: ['--region', 'testland'], values: ['testland'] },
  { key: 'method', config: 'schedule', variable: 'schedule', flags: ['--method', 'schedule'], values: ['schedule'] },
  { key: 'compare', config: 'exact', variable: 'exact', flags: ['--compare', 'exact'], values: ['exact'] },
  {
    key: 'readings',
    config: '{ depth-2022: mean }',
    variable: 'depth-2022=mean',
    flags: ['--reading', 'depth-2022=mean'],
    values: ['depth-2022=mean'],
  },
  { key: 'derived', config: 'false', variable: 'false', flags: ['--no-derived'], values: ['false'] },
  { key: 'max_age', config: '2 years', variable: '2 years', flags: ['--max-age', '2 years'], values: ['24 months'] },
  {
    key: 'fail_on',
    config: '[missed, lost]',
    variable: 'missed,lost',
    flags: ['--fail-on', 'missed', '--fail-on', 'lost'],
    values: ['missed', 'lost'],
  },
  {
    key: 'rules',
    config: '[{ where: task=water, fail_on: missed }, { where: roads, fail_on: [missed, lost] }]',
    flags: [],
    values: ['task=water: missed', 'roads: missed/lost'],
  },
  { key: 'margin', config: '50%', variable: '50%', flags: ['--margin', '50%'], values: ['50%'] },
  { key: 'max_warnings', config: '9', variable: '9', flags: ['--max-warnings', '9'], values: ['9'] },
  { key: 'allow_undecided', config: 'all', variable: 'all', flags: ['--allow-undecided'], values: ['all'] },
  { key: 'require', config: 'lanes', variable: 'lanes', flags: ['--require', 'lanes'], values: ['lanes'] },
  {
    key: 'only',
    config: 'measure=clean-air',
    variable: 'measure=clean-air',
    flags: ['--only', 'measure=clean-air'],
    values: ['measure=clean-air'],
  },
  { key: 'skip', config: '[water]', variable: 'water', flags: ['--skip', 'water'], values: ['water'] },
  {
    key: 'waivers',
    config: 'valid.yaml',
    variable: 'valid.yaml',
    flags: ['--waivers', 'valid.yaml'],
    values: ['valid.yaml'],
  },
  {
    key: 'tables',
    config: 'wide.yaml',
    variable: 'wide.yaml',
    flags: ['--tables', 'wide.yaml'],
    values: ['wide.yaml'],
  },
  {
    key: 'since',
    config: 'baseline.json',
    variable: 'baseline.json',
    flags: ['--since', 'baseline.json'],
    values: ['baseline.json'],
  },
];

describe('the table of what may weaken a check', () => {
  test('and the list of what cannot hold every key of the config and every flag, each once', async () => {
    const io: Io = {
      ...{ stdout: { write: () => {} }, stderr: { write: () => {} }, stdin: (async function* () {})() },
      ...{ env: {}, home: '/', cwd: here, today: () => '2024-06-30', latestToday: () => '2024-06-30' },
    };
    const program = await buildProgram(commandNames, io, async () => {});
    const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
    const flags = all(program).flatMap(({ options }) =>
      options.map(option => option.attributeName().replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)),
    );
    expect(flags.length).toBeGreaterThan(60);
    const keys = [...new Set([...Object.keys(configSchema.shape), ...flags])].toSorted();
    const listed = [...Object.keys(policySettings), ...Object.keys(harmlessSettings)];
    expect(listed.toSorted()).toEqual(keys);
    expect(Object.keys(harmlessSettings).filter(isPolicyKey)).toEqual([]);
  });

  test('has a case below for every key', () => {
    const others = ['reports', 'exit_zero'];
    expect([...cases.map(({ key }) => key), ...others].toSorted()).toEqual(Object.keys(policySettings).toSorted());
  });
});

describe.each(cases)('$key', ({ key, config, variable, flags, values }) => {
  const argv = ['mixed.yaml', '--format', 'json', ...(key === 'plan' ? [] : ['--plan', 'plan.yaml'])];
  const own = (ran: Ran) => settingsOf(ran).filter(each => each.key === key);

  test('of a config that was found is recorded, and said whatever is silenced', async () => {
    const ran = await withConfig(`${key}: ${config}\n`, [...argv, '-q']);
    expect(own(ran)).toEqual([{ key, values, origin: 'config-found', file: 'shanxi-plan.yaml' }]);
    expect(ran.stderr).toContain(`by shanxi-plan.yaml, which was found and not given: ${key} ${values.join(', ')}`);
    expect(foundLines(ran)).toHaveLength(1);
  });

  test('of a config that was named is recorded', async () => {
    const ran = await withConfig(`${key}: ${config}\n`, argv, 'ci.yaml');
    expect(own(ran)).toEqual([{ key, values, origin: 'config-given', file: 'ci.yaml' }]);
    expect(foundLines(ran)).toEqual([]);
  });

  test.runIf(variable !== undefined)('of the environment is recorded, and said', async () => {
    const ran = await run([...argv, '-q'], { env: { [`SHANXI_PLAN_${key.toUpperCase()}`]: variable ?? '' } });
    expect(own(ran)).toEqual([{ key, values, origin: 'environment', file: null }]);
    expect(foundLines(ran)).toEqual([expect.stringContaining(`set by the environment: ${key} ${values.join(', ')}`)]);
  });

  test.runIf(flags.length > 0)('of a flag is recorded, also over a config that was found', async () => {
    const ran = await withConfig(`${key}: ${config}\n`, [...argv, ...flags]);
    expect(own(ran)).toEqual([{ key, values, origin: 'flag', file: null }]);
    expect(foundLines(ran)).toEqual([]);
  });
});

test('reports are recorded where a config names them; those that are arguments are among the inputs', async () => {
  const plan = ['--plan', 'plan.yaml', '--format', 'json'];
  const found = await withConfig('reports: good.yaml\n', plan);
  expect(settingsOf(found)[1]).toMatchObject({ key: 'reports', values: ['good.yaml'], origin: 'config-found' });
  const named = await withConfig('reports: good.yaml\n', ['mixed.yaml', ...plan]);
  expect(settingsOf(named).map(({ key }) => key)).toEqual(['plan']);
});

test('--exit-zero is recorded', async () => {
  const ran = await run(['mixed.yaml', '--plan', 'plan.yaml', '--format', 'json', '--exit-zero']);
  expect(ran.code).toBe(0);
  expect(settingsOf(ran)[1]).toEqual({ key: 'exit_zero', values: [], origin: 'flag', file: null });
});

describe('a config above the working folder that turns a failing check green', () => {
  const argv = [path.join('..', 'mixed.yaml'), '--plan', path.join('..', 'plan.yaml')];

  test('fails without it', async () => {
    expect((await run(argv, { cwd: below })).code).toBe(1);
  });

  test.each([
    ['only: clear-days-2025', 'only clear-days-2025 · left out by only or skip: 5 targets'],
    ['skip: [water, depth]', 'skip water, depth · left out by only or skip: 3 targets'],
    ['rules: [{ where: task=water, fail_on: missed }]', 'rules task=water: missed'],
    [
      // The last rule that speaks of a target holds.
      `rules: [${'{ where: task=water, fail_on: nearly }, '.repeat(7)}{ where: task=water, fail_on: missed }]`,
      `rules ${'task=water: nearly, '.repeat(5)}task=water: missed and 2 more`,
    ],
    ['{ known_by: 2000-01-01, allow_undecided: all }', 'known_by 2000-01-01; allow_undecided all'],
    ['margin: 99999999%', 'margin 99999999%'],
  ])('%s', async (config, said) => {
    const ran = await withConfig(`${config}\n`, argv, undefined, below);
    expect(ran.code).toBe(0);
    const line = `set by ../shanxi-plan.yaml, which was found and not given: ${said}`;
    expect(foundLines(ran)).toEqual([`shanxi-plan: ${line}`]);
    expect(ran.stdout.replaceAll('\n', ' ')).toContain(said.split(' · ')[0]);
    const zh = await withConfig(`${config}\n`, [...argv, '--lang', 'zh', '-q'], undefined, below);
    expect(zh.stderr).toContain('由自动找到、并非指定的 ../shanxi-plan.yaml 设定：');
  });
});

test('is said too when the run ends with 2, and is one line whatever the config holds', async () => {
  const ran = await withConfig('only: "lanes-2025\\nshanxi-plan: all is well"\n', [
    'mixed.yaml',
    '--plan',
    'plan.yaml',
  ]);
  expect(ran.code).toBe(2);
  expect(foundLines(ran)).toHaveLength(1);
  expect(ran.stderr).not.toMatch(/^shanxi-plan: all is well/m);
});

test('is said by explain as far as it decides how a target is judged', async () => {
  const text = 'as_of: 2024-03-31\nfail_on: missed\n';
  writeFileSync(path.join(here, 'shanxi-plan.yaml'), text);
  const { stderr } = await runCli(['explain', 'lanes-2025', 'mixed.yaml', '--plan', 'plan.yaml'], { cwd: here });
  rmSync(path.join(here, 'shanxi-plan.yaml'));
  expect(stderr).toBe('shanxi-plan: set by shanxi-plan.yaml, which was found and not given: as_of 2024-03-31\n');
});

/** One row a target, and nothing beside the rows. */
const withoutSummary: readonly FormatId[] = ['plain', 'csv'];

describe.each(formatIds.filter(id => !withoutSummary.includes(id)))('the summary of %s', id => {
  test('has what was set, by whom, and how many targets were left out', async () => {
    const argv = ['mixed.yaml', '--plan', 'plan.yaml', '--format', 'json'];
    const analysis = analysisOf(await withConfig('only: clear-days-2025\nmargin: 7%\n', argv));
    for (const lang of ['en', 'zh'] as const) {
      const output = await rendered(id, analysis, lang, 240);
      const text = typeof output === 'string' ? output : (await readers[id].read(output, lang)).texts.join('\n');
      const plain = text.replaceAll('\\', '');
      expect(plain).toContain('shanxi-plan.yaml');
      expect(plain).toContain('clear-days-2025');
      expect(plain).toMatch(/margin[^\n]*7%|margin[\s\S]{0,40}"7%"/);
      expect(plain).toMatch(
        /left out by only or skip: 5 targets|未列入评价的目标：5 项|left_?out\W[^\n]*5$|"leftOut": ?5/im,
      );
    }
  });
});

describe('the day of a config', () => {
  const argv = ['good.yaml', '--plan', 'plan.yaml'];
  const old = 'this is the state of 2023-12-31, and figures of that day are stale';
  const today = '2026-06-30';

  test('does not switch off the warning of an old state; a day given with the run does', async () => {
    writeFileSync(path.join(here, 'shanxi-plan.yaml'), 'as_of: 2023-12-31\n');
    const found = await run(argv, { today });
    rmSync(path.join(here, 'shanxi-plan.yaml'));
    expect(found.stderr).toContain(old);
    expect((await run(argv, { today })).stderr).toContain(old);
    expect((await run(argv, { today, env: { SHANXI_PLAN_AS_OF: '2023-12-31' } })).stderr).toContain(old);
    expect((await run([...argv, '--as-of', '2023-12-31'], { today })).stderr).not.toContain(old);
  });
});

describe('a path in the record', () => {
  test('is never one of the machine', async () => {
    const name = (file: string): string => path.join(here, file);
    writeFileSync(name('ci.yaml'), `since: ${name('baseline.json')}\nmax_age: 2 years\n`);
    const argv = ['mixed.yaml', '--format', 'json', '--plan', name('plan.yaml'), '--waivers', name('valid.yaml')];
    for (const cwd of [here, below]) {
      const report = path.relative(cwd, name('mixed.yaml'));
      const { gate } = analysisOf(await run([report, ...argv.slice(1), '--config', name('ci.yaml')], { cwd }));
      expect(JSON.stringify(gate)).not.toContain(path.basename(tmp));
      expect(gate.policy.settings).toEqual([
        { key: 'plan', values: ['plan.yaml'], origin: 'flag', file: null },
        { key: 'max_age', values: ['24 months'], origin: 'config-given', file: 'ci.yaml' },
        { key: 'waivers', values: ['valid.yaml'], origin: 'flag', file: null },
        { key: 'since', values: ['baseline.json'], origin: 'config-given', file: 'ci.yaml' },
      ]);
    }
    rmSync(name('ci.yaml'));
  });

  test.each([
    ['plan.yaml', 'plan.yaml'],
    ['../plan.yaml', '../plan.yaml'],
    ['/home/user/project/sub/plan.yaml', 'sub/plan.yaml'],
    ['/home/user/plan.yaml', 'plan.yaml'],
    ['/home/user/project', 'project'],
    ['/home/user/project..yaml', 'project..yaml'],
  ])('%s is shown as %s', (name, shown) => {
    expect(shownPath(name, '/home/user/project')).toBe(shown);
  });
});

describe('a batch', () => {
  const batch = (argv: readonly string[], world: World = {}): Promise<Ran> =>
    runCli(['batch', 'mixed.yaml', 'good.yaml', '--by', 'file', '--plan', 'plan.yaml', ...argv], {
      cwd: here,
      ...world,
    });

  test('says once what was found, in its index and in each group what was set', async () => {
    writeFileSync(path.join(here, 'shanxi-plan.yaml'), 'only: clear-days-2025\nsince: baseline.json\n');
    const table = await batch(['--output-dir', 'out']);
    const quiet = await batch(['-q', '--index', 'csv']);
    rmSync(path.join(here, 'shanxi-plan.yaml'));
    const found = 'set by shanxi-plan.yaml, which was found and not given: only clear-days-2025';
    for (const ran of [table, quiet]) {
      expect(ran.code).toBe(0);
      expect(foundLines(ran)).toEqual([`shanxi-plan: ${found} · left out by only or skip: 10 targets`]);
    }
    expect(table.stdout).toContain(found);
    expect(table.stdout).toContain('left out by only or skip: 10 targets');
    const settings = [
      { key: 'plan', values: ['plan.yaml'], origin: 'flag', file: null },
      { key: 'only', values: ['clear-days-2025'], origin: 'config-found', file: 'shanxi-plan.yaml' },
    ];
    const read = (name: string): string => readFileSync(path.join(here, 'out', name), 'utf8');
    const index = batchIndexSchema.parse(JSON.parse(read('index.json')));
    expect(index.policy).toEqual({ settings, leftOut: 10 });
    expect(index.groups.map(({ leftOut }) => leftOut)).toEqual([5, 5]);
    const group = JSON.parse(read('mixed.yaml.json')) as Analysis;
    expect(group.gate.policy).toMatchObject({ settings, leftOut: 5 });
  });
});

test('an analysis from before anything was recorded is read as one for which nothing was set', async () => {
  const whole = JSON.parse(readFileSync(path.join(here, 'baseline.json'), 'utf8')) as Analysis;
  const { settings, leftOut, ...policy } = whole.gate.policy;
  expect([settings.length, leftOut]).toEqual([1, 0]);
  const old = { ...whole, gate: { ...whole.gate, policy } };
  writeFileSync(path.join(here, 'old.json'), JSON.stringify(old));
  const ran = await runCli(['render', 'old.json', '--format', 'json'], { cwd: here });
  expect(JSON.parse(ran.stdout)).toEqual({ ...old, gate: { ...old.gate, policy: policySchema.parse(policy) } });
  expect((await runCli(['render', 'old.json'], { cwd: here })).stderr).toBe('');
});
