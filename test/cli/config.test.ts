import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { configSchema } from '../../src/model/config.ts';
import { type Ran, runCli, type World } from '../support/io.ts';

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-config-'));
const gate = path.join(packageRoot, 'fixtures', 'gate');
const outer = path.join(tmp, 'outer');
const repository = path.join(outer, 'repository');
const deep = path.join(repository, 'a', 'b');

/** Two folders with a config each: one is a repository, the other holds it. */
beforeAll(() => {
  mkdirSync(path.join(repository, '.git'), { recursive: true });
  mkdirSync(path.join(deep, 'other', '.git'), { recursive: true });
  writeFileSync(path.join(outer, 'shanxi-plan.yaml'), 'fail_on: met\n');
});
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

const plan = path.join(gate, 'plan.yaml');
const lanes = [path.join(gate, 'reports', 'nearly.yaml'), '--plan', plan, '--only', 'lanes-2025', '--format', 'json'];
const policyOf = ({ stdout, stderr }: Ran): Analysis['gate']['policy'] => {
  expect(stdout, stderr).not.toBe('');
  return (JSON.parse(stdout) as Analysis).gate.policy;
};
const check = (cwd: string, argv: readonly string[] = lanes, world: World = {}): Promise<Ran> =>
  runCli(['check', ...argv], { cwd, ...world });

function configure(folder: string, text: string): void {
  writeFileSync(path.join(folder, 'shanxi-plan.yaml'), text);
}

describe('the config file', () => {
  test('is found above, up to the root of the repository', async () => {
    configure(repository, 'fail_on: nearly\n');
    for (const folder of [repository, path.join(repository, 'a'), deep]) {
      const ran = await check(folder);
      expect([ran.code, policyOf(ran).failOn]).toEqual([1, ['nearly']]);
    }
  });

  test('is not looked for beyond it', async () => {
    const ran = await check(path.join(deep, 'other'));
    expect([ran.code, policyOf(ran).failOn]).toEqual([0, ['fail']]);
  });

  test('the nearest one is taken, alone', async () => {
    configure(repository, 'fail_on: nearly\nmax_warnings: 7\n');
    configure(deep, 'fail_on: missed\n');
    expect(policyOf(await check(deep))).toMatchObject({ failOn: ['missed'], maxWarnings: null });
    rmSync(path.join(deep, 'shanxi-plan.yaml'));
  });

  test('may be named; then none is looked for', async () => {
    configure(repository, 'fail_on: nearly\n');
    const ran = await check(deep, [...lanes, '--config', path.join(gate, 'configs', 'rule-task.yaml')]);
    expect(policyOf(ran).failOn).toEqual(['missed']);
  });

  test('has paths that are relative to itself, for what is read and for what is written', async () => {
    writeFileSync(path.join(repository, 'plan.yaml'), readFileSync(plan));
    writeFileSync(path.join(repository, 'lanes.yaml'), readFileSync(path.join(gate, 'reports', 'behind.yaml')));
    writeFileSync(path.join(repository, 'waivers.yaml'), readFileSync(path.join(gate, 'waivers', 'valid.yaml')));
    const files = 'plan: ./plan.yaml\nreports: lanes.yaml\nwaivers: waivers.yaml\n';
    configure(repository, `${files}only: lanes-2025\nformat: [plain, json=out/analysis.json]\n`);
    const ran = await check(deep, []);
    expect([ran.code, ran.stdout.split('\t')[0]]).toEqual([0, 'behind']);
    const analysis = JSON.parse(readFileSync(path.join(repository, 'out', 'analysis.json'), 'utf8')) as Analysis;
    expect(analysis.gate.outcomes).toEqual({ waived: 1 });
  });

  test.each([
    [
      'an unknown key',
      'fail_onn: behind\n',
      /shanxi-plan\.yaml:1:1: error: unknown key "fail_onn"/,
      'did you mean "fail_on"?',
    ],
    [
      'an unknown threshold',
      'fail_on: behing\n',
      /shanxi-plan\.yaml:1:10: error: "behing" is not one/,
      'did you mean "behind"?',
    ],
    [
      'an unknown threshold in a list',
      'fail_on: [warn, behing]\n',
      /:1:17: error: "behing" is not one/,
      'did you mean "behind"?',
    ],
    ['a list without an entry', 'only: []\n', /:1:7: error: expected list of 1, found list of 0/, ''],
    ['a day that is none', 'as_of: soon\n', /:1:8: error: "soon" is not a date/, ''],
    ['an unknown reason', 'allow_undecided: [stail]\n', /:1:19: error: "stail" is not one/, 'did you mean "stale"?'],
    ['a key given twice', 'max_warnings: 1\nmax_warnings: 2\n', /:2:1: error: the key stands here twice/, ''],
    ['two documents', 'lang: en\n---\nlang: zh\n', /error: the file holds more than one document/, ''],
    ['no text', '', /shanxi-plan\.yaml: error: the file is empty/, ''],
  ])('that holds %s is refused, with its place', async (_name, text, message, help) => {
    configure(repository, text);
    const { code, stdout, stderr } = await check(deep);
    expect(stderr).toMatch(message);
    expect(stderr).toContain(help);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('flags win over the environment, and that over the file', () => {
  /** Values of one setting from each of the three; what the run makes of them is read from the analysis. */
  const settings = [
    { key: 'fail_on', values: ['missed', 'lost', 'behind'], read: (each: Analysis) => each.gate.policy.failOn[0] },
    { key: 'max_warnings', values: ['7', '8', '9'], read: (each: Analysis) => each.gate.policy.maxWarnings },
    { key: 'margin', values: ['1%', '2', '3%'], read: (each: Analysis) => each.gate.policy.margin?.value },
    {
      key: 'require',
      values: ['lanes', 'lanes-2025', 'road-building'],
      read: (each: Analysis) => each.gate.policy.require[0],
    },
    { key: 'as_of', values: ['2024-01-31', '2024-02-29', '2024-03-31'], read: (each: Analysis) => each.asOf },
    { key: 'known_by', values: ['2024-01-31', '2024-02-29', '2024-03-31'], read: (each: Analysis) => each.knownBy },
    {
      key: 'method',
      values: ['projection', 'direction', 'schedule'],
      read: (each: Analysis) => each.assessments[0]?.method,
    },
    {
      key: 'only',
      values: ['task=roads', 'measure=road-building', 'lanes-2025'],
      read: (each: Analysis) => each.assessments.length,
    },
  ] as const;

  test.each(settings)('$key', async ({ key, values: [inFile, inEnvironment, asFlag], read }) => {
    const flag = `--${key.replaceAll('_', '-')}`;
    const variable = `SHANXI_PLAN_${key.toUpperCase()}`;
    const report = [path.join(gate, 'reports', 'nearly.yaml'), '--plan', plan, '--format', 'json'];
    const run = async (text: string, env: World['env'] = {}, argv: readonly string[] = []) => {
      configure(repository, text);
      const { stdout, stderr } = await check(repository, [...report, ...argv], { env });
      expect(stdout, stderr).not.toBe('');
      return read(JSON.parse(stdout) as Analysis);
    };
    const alone = async (value: string) => run('lang: en\n', {}, [flag, value]);
    const [file, environment, given] = [await alone(inFile), await alone(inEnvironment), await alone(asFlag)];
    expect(await run(`${key}: ${inFile}\n`)).toBe(file);
    expect(await run(`${key}: ${inFile}\n`, { [variable]: inEnvironment })).toBe(environment);
    expect(await run(`${key}: ${inFile}\n`, { [variable]: inEnvironment }, [flag, asFlag])).toBe(given);
  });

  test('-v says where each setting comes from', async () => {
    configure(repository, 'lang: en\n');
    const { stderr } = await check(deep, [...lanes, '-v'], { env: { SHANXI_PLAN_FAIL_ON: 'behind' } });
    expect(stderr).toContain('shanxi-plan: config file: ../../shanxi-plan.yaml');
    expect(stderr).toMatch(/^ {2}lang: config file$/m);
    expect(stderr).toMatch(/^ {2}fail_on: environment$/m);
    expect(stderr).toMatch(/^ {2}only: flag$/m);
  });
});

describe('the environment', () => {
  const bad: Readonly<Record<string, string>> = {
    FAIL_ON: 'behing',
    MARGIN: 'wide',
    MAX_WARNINGS: '-1',
    AS_OF: 'soon',
    REGION: 'atlantis',
    KNOWN_BY: '2024-02-30',
    METHOD: 'guess',
    COMPARE: 'as_exact',
    LANG: 'fr',
    ALLOW_UNDECIDED: 'stail',
    DERIVED: 'no',
    MAX_AGE: 'old',
    ONLY: 'ministry=x',
    SKIP: 'ministry=x',
    READINGS: 'depth-2022',
    REQUIRE: '?',
    FORMAT: 'tabel',
    PLAN: 'absent',
    SINCE: 'absent.json',
    WAIVERS: 'absent.yaml',
    REPORTS: 'absent.yaml',
    TABLES: 'absent.yaml',
  };

  test('every setting of the config file but rules can be given there', () => {
    const keys = Object.keys(configSchema.shape).filter(key => !['$schema', 'rules'].includes(key));
    expect(Object.keys(bad).toSorted()).toEqual(keys.map(key => key.toUpperCase()).toSorted());
  });

  test.each(Object.entries(bad))('a bad %s is refused', async (name, value) => {
    const given: Readonly<Record<string, string>> = {
      PLAN: 'plan.yaml',
      REPORTS: 'reports/nearly.yaml',
      ONLY: 'lanes-2025',
      FORMAT: 'json',
    };
    const run = (settings: Readonly<Record<string, string>>) => {
      const env = Object.entries(settings).map(([key, text]) => [`SHANXI_PLAN_${key}`, text]);
      return check(gate, [], { env: Object.fromEntries(env) });
    };
    expect((await run(given)).code).toBe(0);
    const { code, stdout } = await run({ ...given, [name]: value });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('a variable that changes nothing', () => {
  const run = (env: NonNullable<World['env']>) =>
    check(gate, ['reports/nearly.yaml', '--plan', 'plan.yaml', '--only', 'lanes-2025', '--format', 'json'], { env });

  const told: readonly (readonly [name: string, words: string])[] = [
    ['SHANXI_PLAN_EXIT_ZERO', 'it is a flag only: --exit-zero'],
    ['SHANXI_PLAN_UPDATE', 'it is a flag only: --update'],
    ['SHANXI_PLAN_CONFIG', 'it is a flag only: --config'],
    ['SHANXI_PLAN_RUNNER_TOKEN', 'no setting is called SHANXI_PLAN_RUNNER_TOKEN: it changes nothing'],
  ];
  test.each(told)('%s is told once, without its value, and the verdict stays', async (name, words) => {
    const [plain, set] = [await run({}), await run({ [name]: 'secret' })];
    expect({ code: set.code, stdout: set.stdout }).toEqual({ code: plain.code, stdout: plain.stdout });
    expect(plain.stderr).not.toContain(name);
    expect(set.stderr.split(words)).toHaveLength(2);
    expect(set.stderr).not.toContain('secret');
  });

  test.each(['SHANXI_PLAN_VERSION', 'SHANXI_PLAN_BIN'])('%s is of the own templates, and none', async name => {
    expect((await run({ [name]: '0.1.0' })).stderr).toBe((await run({})).stderr);
  });

  test('is told of a batch and of an explanation, too', async () => {
    const env = { SHANXI_PLAN_EXIT_ZERO: '1' };
    const plan = ['--plan', 'plan.yaml'];
    for (const argv of [
      ['batch', 'reports/nearly.yaml', '--by', 'file', ...plan],
      ['explain', 'lanes-2025', 'reports/nearly.yaml', ...plan],
    ]) {
      const { stderr } = await runCli(argv, { cwd: gate, env });
      expect(stderr.split('SHANXI_PLAN_EXIT_ZERO changes nothing')).toHaveLength(2);
    }
  });
});

describe('the nearest known name is told for a mistyped', () => {
  const mistyped: readonly (readonly [what: string, argv: readonly string[], near: string])[] = [
    ['threshold', ['--fail-on', 'behing'], 'behind'],
    ['reason', ['--allow-undecided=stail'], 'stale'],
    ['format', ['--format', 'junitt=x'], 'junit'],
    ['target of --only', ['--only', 'target=lanes-2052'], 'lanes-2025'],
    ['task of --skip', ['--skip', 'task=road'], 'roads'],
    ['id of --only', ['--only', 'water-wroks'], 'water-works'],
    ['target of --require', ['--require', 'lanes-2052'], 'lanes-2025'],
    ['target of --reading', ['--reading', 'dept-2022=mean'], 'depth-2022'],
    ['reading', ['--reading', 'depth-2022=meen'], 'mean'],
    ['target of a rule', ['--config', path.join(gate, 'configs', 'rule-unknown-target.yaml')], 'lanes-2025'],
    ['target of a waiver', ['--waivers', path.join(gate, 'waivers', 'unknown-target.yaml')], 'lanes-2025'],
    ['region of a waiver', ['--waivers', path.join(gate, 'waivers', 'unknown-region.yaml')], 'testland'],
    ['verdict of a waiver', ['--waivers', path.join(gate, 'waivers', 'unknown-verdict.yaml')], 'behind'],
  ];

  test.each(mistyped)('%s', async (_what, argv, near) => {
    const report = path.join(gate, 'reports', 'good.yaml');
    const { code, stderr } = await check(gate, [report, '--plan', 'plan.yaml', ...argv]);
    expect(stderr).toContain(`did you mean "${near}"?`);
    expect(code).toBe(2);
  });
});

describe('--since with --update', () => {
  const report = (name: string): string => path.join(gate, 'reports', `${name}.yaml`);
  const ratchet = (name: string, ...argv: readonly string[]): Promise<Ran> =>
    check(tmp, [report(name), '--plan', plan, '--only', 'lanes-2025', '--since', 'kept/since.json', ...argv]);

  test('makes the file, judged without a ratchet, and from then on holds it', async () => {
    expect((await ratchet('behind')).code).toBe(2);
    expect((await ratchet('behind', '--update')).code).toBe(1);
    expect((await ratchet('behind')).code).toBe(0);
    expect((await ratchet('far-behind')).code).toBe(1);
  });

  test('keeps what improved, so that it does not get lost again', async () => {
    const improved = await ratchet('on-schedule');
    expect(improved.stderr).toContain('lanes-2025 improved since the baseline; --update keeps it');
    expect((await ratchet('behind')).code).toBe(0);
    expect((await ratchet('on-schedule', '--update')).code).toBe(0);
    expect((await ratchet('behind')).code).toBe(1);
  });
});
