import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import { gateFlaws } from '../../src/gate/consistent.ts';
import { type Analysis, analysisSchema } from '../../src/model/analysis.ts';
import { runCli } from '../support/io.ts';
import { analysisOfGate, changedAt, gate, isRefused } from '../support/outside.ts';

/* Analyses from outside: what check wrote is taken, what contradicts itself is refused. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-outside-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));
const file = (name: string): string => path.join(tmp, name);

/** Reports that are judged, with what else their check is told. */
const checks: readonly (readonly string[])[] = [
  ...['2021-12-31', '2023-12-31', '2026-06-30'].map(day => ['fixtures/shanxi', '--as-of', day]),
  ['fixtures/shanxi-cities', '--region', 'taiyuan', '--as-of', '2023-12-31'],
  ['fixtures/regions/report.yaml', '--plan', 'fixtures/regions/plan.yaml'],
  ['fixtures/hostile/report.yaml', '--plan', 'fixtures/hostile/plan.yaml'],
  ['fixtures/formats/form.yaml', '--plan', 'fixtures/formats/plan.yaml'],
  ...['fixtures/traps', 'fixtures/edge-cases'].flatMap(group =>
    readdirSync(path.join(packageRoot, group)).map(name => caseOf(`${group}/${name}`)),
  ),
  ...readdirSync(path.join(gate, 'reports')).flatMap(name => [
    [`fixtures/gate/reports/${name}`, '--plan', 'fixtures/gate/plan.yaml', '--fail-on', 'warn', '--margin', '10%'],
    [`fixtures/gate/reports/${name}`, '--plan', 'fixtures/gate/plan.yaml', '--allow-undecided', '--exit-zero'],
  ]),
  ...readdirSync(path.join(gate, 'configs')).map(name => [
    'fixtures/gate/reports/mixed.yaml',
    ...['--plan', 'fixtures/gate/plan.yaml', '--config', `fixtures/gate/configs/${name}`],
  ]),
  ...readdirSync(path.join(gate, 'waivers')).map(name => [
    'fixtures/gate/reports/behind.yaml',
    ...['--plan', 'fixtures/gate/plan.yaml', '--waivers', `fixtures/gate/waivers/${name}`],
  ]),
];

/** Plan and reports of a folder of cases. */
function caseOf(folder: string): string[] {
  const names = readdirSync(path.join(packageRoot, folder)).filter(name => !/^(case|plan)\.yaml$/.test(name));
  const { plan = 'plan.yaml' } = parse(readFileSync(path.join(packageRoot, folder, 'case.yaml'), 'utf8'));
  return [...names.map(name => `${folder}/${name}`), '--plan', path.posix.join(folder, plan)];
}

test('every analysis that check makes of the fixtures agrees with itself', async () => {
  let read = 0;
  for (const args of checks) {
    const { stdout } = await runCli(['check', ...args, '--format', 'json']);
    if (stdout === '') continue; // A fixture of what cannot be checked.
    read++;
    const parsed = analysisSchema.parse(JSON.parse(stdout));
    expect([...assessmentFlaws(parsed), ...gateFlaws(parsed)], args.join(' ')).toEqual([]);
  }
  expect(read).toBeGreaterThan(95);
});

describe('an analysis that was changed', () => {
  let text = '';
  let analysis: Analysis;

  beforeAll(async () => {
    text = await analysisOfGate(file('since.json'));
    analysis = JSON.parse(text);
    expect(analysis.gate.outcomes).toMatchObject({ 'failed-before': 1, waived: 1, undecided: expect.any(Number) });
  });

  test.each([
    ['exitZero', true],
    ['leftOut', 3],
    ['failOn', ['missed']],
    ['failOn', ['undecided']],
    ['maxWarnings', 9],
    ['allowUndecided', ['all']],
    ['margin', { value: 50, isPercent: true }],
    ['rules', [{ where: { key: 'task', value: 'roads' }, failOn: ['missed'] }]],
  ])('in its policy, which nobody set so: %s', (key, to) => {
    expect(isRefused(changedAt(text, ['gate', 'policy', key], to))).toBe(true);
  });

  const lanes = (change: (assessment: Analysis['assessments'][number]) => object) => () => ({
    ...analysis,
    assessments: analysis.assessments.map(each => (each.target === 'lanes-2025' ? { ...each, ...change(each) } : each)),
  });
  const told = (verdict: 'met' | 'missed') => ({
    verdict,
    possible: [verdict],
    severity: verdict === 'met' ? 'ok' : 'fail',
    readings: [{ name: null, goal: 'at_least', possible: [verdict] }],
  });

  type Used = Analysis['assessments'][number]['evidence']['used'][number];
  const withUsed = (change: (observation: Used['observation']) => object) =>
    lanes(({ evidence: { used, setAside } }) => ({
      evidence: {
        setAside,
        used: used.map(({ observation, ...rest }) => ({
          ...rest,
          observation: { ...observation, ...change(observation) },
        })),
      },
    }));

  const withPolicy = (change: object) => ({
    ...analysis,
    gate: { ...analysis.gate, policy: { ...analysis.gate.policy, ...change } },
  });
  type Tasks = Analysis['summary']['tasks'];
  const withTasks = (change: (tasks: Tasks) => Tasks) => () => ({
    ...analysis,
    summary: { ...analysis.summary, tasks: change(analysis.summary.tasks) },
  });

  const lies: Readonly<Record<string, readonly [data: () => unknown, message: RegExp]>> = {
    'no possible verdict': [lanes(() => ({ possible: [] })), /assessments\.0\.possible: /],
    'another possible verdict than the verdict': [
      lanes(() => ({ possible: ['missed'] })),
      /contradicts the rest: assessments\.0\.possible\.0 is "missed", where "behind" follows/,
    ],
    'possible verdicts from best to worst': [
      lanes(() => ({ possible: ['behind', 'missed'] })),
      /from worst to best, each once/,
    ],
    'a verdict twice': [lanes(() => ({ possible: ['behind', 'behind'] })), /from worst to best, each once/],
    'met in the whole of its row, short of the goal by its own figures': [
      lanes(() => ({ ...told('met'), early: true })),
      /contradicts the rest: assessments\.0\.readings\.0\.possible/,
    ],
    'a larger gap than figures and goal leave': [
      lanes(({ gap }) => ({ gap: gap && { ...gap, high: 90 } })),
      /assessments\.0\.gap\.high is 90, where 50 follows/,
    ],
    'one target twice': [
      () => ({ ...analysis, assessments: [...analysis.assessments, analysis.assessments[0]] }),
      /assessments\.6\.target is "lanes-2025", which stands there twice/,
    ],
    'known where a waiver covers it': [
      lanes(() => ({ gate: 'failed-before' })),
      /assessments\.0\.gate is "failed-before", where "waived" follows/,
    ],
    'a deciding fact with an argument of another name': [
      lanes(() => ({ deciding: { code: 'precision', args: { date: '2023-12-31' } } })),
      /is damaged: assessments\.0\.deciding\.args/,
    ],
    'a reason without its argument': [
      lanes(() => ({ reasons: [{ code: 'method-refuses', args: {} }] })),
      /is damaged: assessments\.0\.reasons\.0\.args\.why/,
    ],
    'no setting behind its policy': [
      () => withPolicy({ settings: analysis.gate.policy.settings.filter(({ key }) => key !== 'margin') }),
      /gate\.policy\.settings is missing, where "margin" follows/,
    ],
    'another setting than its policy': [
      () => withPolicy({ settings: analysis.gate.policy.settings.map(each => ({ ...each, values: ['9'] })) }),
      /gate\.policy\.settings\.\d\.values\.0 is "9", where /,
    ],
    'a setting that there is none': [
      () => withPolicy({ settings: [{ key: 'nothing', values: [], origin: 'flag', file: null }] }),
      /gate\.policy\.settings/,
    ],
    'a setting of a config without its name': [
      () => withPolicy({ settings: analysis.gate.policy.settings.map(each => ({ ...each, origin: 'config-found' })) }),
      /gate\.policy\.settings\.0\.file is null/,
    ],
    'targets left out by nothing': [
      () => withPolicy({ leftOut: 3 }),
      /gate\.policy\.settings is missing, where "only" follows/,
    ],
    'an end with 0 that nobody asked for': [
      () => ({ ...(withPolicy({ exitZero: true }) as Analysis), exit: { ...analysis.exit, code: 0 } }),
      /gate\.policy\.settings is missing, where "exit_zero" follows/,
    ],
    'a day after its deadline beside a pace': [() => ({ ...analysis, asOf: '2030-01-01' }), /readings\.0\.possible/],
    'a day before its figures': [() => ({ ...analysis, asOf: '2000-01-01' }), /assessments\.0\.at is "2023-12-31"/],
    'a day that no calendar has': [
      () => ({ ...analysis, asOf: '2023-13-01' }),
      /is damaged: asOf: no day of the calendar/,
    ],
    'a deadline long ago beside a pace': [
      lanes(({ goal }) => ({ goal: { ...goal, by: '1990-01-01' } })),
      /readings\.0\.possible/,
    ],
    'a judged day to come': [lanes(() => ({ at: '2099-01-01' })), /assessments\.0\.at is "2099-01-01"/],
    'a figure of a day to come': [
      lanes(({ value }) => ({ value: value && { ...value, asOf: '2099-01-01' } })),
      /assessments\.0\.value\.asOf is "2099-01-01"/,
    ],
    'a pace that is not that of its value': [lanes(() => ({ pace: 99 })), /assessments\.0\.pace is 99/],
    'a share of the time that its days are not': [lanes(() => ({ elapsed: -1e300 })), /assessments\.0\.elapsed/],
    'no figure behind a value': [
      lanes(({ evidence }) => ({ evidence: { ...evidence, used: [] } })),
      /assessments\.0\.value\.nominal|inputs\.\d/,
    ],
    'a figure used twice': [
      lanes(({ evidence }) => ({ evidence: { ...evidence, used: [...evidence.used, ...evidence.used] } })),
      /assessments\.0\.evidence\.used\.1\.observation\.id is \d, which stands there twice/,
    ],
    'a figure of another value than that which it gives': [
      lanes(({ evidence: { used, setAside } }) => ({
        evidence: {
          setAside,
          used: used.map(({ observation, ...rest }) => ({
            ...rest,
            observation: { ...observation, value: observation.value && { ...observation.value, text: '9' } },
          })),
        },
      })),
      /assessments\.0\.value\.nominal/,
    ],
    'figures without a file': [
      () => ({ ...analysis, inputs: [] }),
      /assessments\.0\.evidence\.used\.0\.observation\.id/,
    ],
    'an error in what it rests on': [
      () => ({ ...analysis, problems: [{ code: 'empty-file', args: {}, file: 'x', line: 1, col: 1 }] }),
      /problems\.0\.code is "empty-file"/,
    ],
    'a problem that there is none': [
      () => ({ ...analysis, problems: [{ code: 'nope', args: {}, file: 'x', line: 1, col: 1 }] }),
      /is damaged: problems\.0\.code/,
    ],
    'no tasks above its measures': [withTasks(() => []), /measures\.\d\.tasks/],
    'a task twice': [withTasks(tasks => [...tasks, ...tasks]), /summary\.tasks\.\d\.id/],
    'tasks in a circle': [
      withTasks(tasks => tasks.map((task, index) => ({ ...task, parent: tasks[1 - index]?.id ?? null }))),
      /summary\.tasks\.0\.parent/,
    ],
    'an exit code that its outcomes do not have': [
      () => ({ ...analysis, exit: { ...analysis.exit, code: analysis.exit.code === 0 ? 1 : 0 } }),
      /exit\.code is \d, where \d follows/,
    ],
    'an exit code that no program has': [
      () => ({ ...analysis, exit: { ...analysis.exit, code: 256 } }),
      /is damaged: exit\.code: /,
    ],
  };

  test.each(Object.entries(lies))('%s is refused by every command, with its place', async (_what, [data, message]) => {
    writeFileSync(file('lie.json'), JSON.stringify(data(), null, 2));
    const report = path.join(gate, 'reports', 'behind.yaml');
    for (const argv of [
      ['render', file('lie.json')],
      ['diff', file('lie.json'), report, '--plan', path.join(gate, 'plan.yaml')],
      ['check', report, '--plan', path.join(gate, 'plan.yaml'), '--since', file('lie.json')],
    ]) {
      const { code, stdout, stderr } = await runCli(argv);
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(/lie\.json:\d+:\d+ /);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.includes('--update')).toBe(argv[0] === 'check');
    }
  });

  /** Lies that could be told with gap, pace and outcomes made to agree: each is a flaw by itself. */
  const premises: Readonly<Record<string, readonly [data: () => object, path: string]>> = {
    'met out of nothing': [lanes(() => ({ ...told('met'), value: null })), 'value'],
    'failed out of nothing': [lanes(() => ({ value: null })), 'value'],
    'a bound that no figure sets': [
      lanes(({ value }) => ({ value: { ...value, low: 900, high: null, nominal: 900, bound: 'low' } })),
      'value.low',
    ],
    'a bound that is not there': [
      lanes(({ value }) => ({ value: { ...value, high: null, bound: 'range' } })),
      'value.high',
    ],
    'another number than the bound': [
      lanes(({ value }) => ({ value: { ...value, nominal: 1, bound: 'range' } })),
      'value.nominal',
    ],
    'an interval that its figure does not have': [
      lanes(({ value }) => ({ value: { ...value, low: 0, high: 900 } })),
      'value.nominal',
    ],
    'a figure outside of its own interval': [
      withUsed(({ value }) => ({ value: { ...value, nominal: 250 } })),
      'evidence.used.0.observation.value.nominal',
    ],
    'a figure that is planned': [withUsed(() => ({ status: 'planned' })), 'evidence.used.0.observation.status'],
    'a figure of another definition': [withUsed(() => ({ counts: 'drawn' })), 'evidence.used.0.observation.counts'],
    'a figure without a number': [withUsed(() => ({ value: null })), 'evidence.used.0.observation.value'],
    'a method that is not that of its reading': [lanes(() => ({ method: 'hold' })), 'readings.0.method'],
    'a side that ends elsewhere than its reading': [
      lanes(({ readings }) => ({ readings: readings.map(each => ({ ...each, possible: ['on-schedule'] })) })),
      'readings.0.sides.0.possible.0',
    ],
    'a start that is not that of its way': [
      lanes(({ baseline }) => ({ baseline: { ...baseline, value: 90 } })),
      'baseline.value',
    ],
    'a reading that its value denies, beside another': [
      lanes(({ readings: [first] }) => ({ readings: [first, first].map(each => ({ ...each, possible: ['met'] })) })),
      'readings.0.possible.0',
    ],
    'a verdict by an identity of which no figure is': [
      lanes(({ readings }) => ({ ...told('met'), readings, derived: true })),
      'derived',
    ],
    'a reason why nothing is decided, beside a verdict': [
      lanes(() => ({ reasons: [{ code: 'nothing-at-deadline', args: {} }] })),
      'reasons.0.code',
    ],
    'nothing reported, beside a figure': [
      lanes(() => ({ verdict: 'undecided', reasons: [{ code: 'no-report', args: {} }] })),
      'reasons.0.code',
    ],
    'no reason why nothing is decided': [lanes(() => ({ verdict: 'undecided', reasons: [] })), 'reasons'],
    'a figure on the line that is exact': [
      lanes(() => ({ reasons: [{ code: 'on-the-line', args: { low: 1, high: 2 } }] })),
      'reasons.0.code',
    ],
    'what would decide a verdict that stands': [
      lanes(() => ({ deciding: { code: 'precision', args: { day: '2023-12-31' } } })),
      'deciding',
    ],
  };

  test.each(Object.entries(premises))('%s is a flaw', (_what, [data, path]) => {
    const parsed = analysisSchema.parse(data());
    expect(assessmentFlaws(parsed).map(flaw => flaw.path.join('.'))).toContain(`assessments.0.${path}`);
  });

  const texts: Readonly<Record<string, readonly [text: () => string, message: RegExp]>> = {
    'a key written twice': [
      () => text.replace('"verdict":', '"verdict": "met", "verdict":'),
      /bad\.json:\d+:\d+: the key stands here twice/,
    ],
    'a key written twice, once with an escape': [
      () => text.replace('"exit":', '"\\u0065xit": { "code": 0 }, "exit":'),
      /bad\.json:\d+:\d+: the key stands here twice/,
    ],
    'lists in lists in what a problem is told with': [
      () => text.replace('"problems": []', `"problems": [{ "args": { "a": ${'['.repeat(2e5)}${']'.repeat(2e5)} } }]`),
      /bad\.json:\d+:\d+: this is not JSON: it is nested too deeply/,
    ],
    'a list in a list there': [
      () =>
        text.replace(
          '"problems": []',
          '"problems": [{ "code": "duplicate-id", "args": { "id": [["b"]] }, "file": "f", "line": 1, "col": 1 }]',
        ),
      /is damaged: problems\.0\.args\.id/,
    ],
    'a problem of a code that there is not': [
      () =>
        text.replace('"problems": []', '"problems": [{ "code": "x", "args": {}, "file": "f", "line": 1, "col": 1 }]'),
      /is damaged: problems\.0\.code/,
    ],
    'the key __proto__': [
      () => text.replace('"exit":', '"__proto__": {}, "exit":'),
      /bad\.json:\d+:\d+ is damaged: .*__proto__/,
    ],
  };

  test.each(Object.entries(texts))('%s is refused with its place', async (_what, [changedText, message]) => {
    expect(changedText()).not.toBe(text);
    writeFileSync(file('bad.json'), changedText());
    const { code, stdout, stderr } = await runCli(['render', file('bad.json')]);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('what is no file of ours', () => {
  test.skipIf(!existsSync('/dev/zero'))('a device without an end', async () => {
    const report = [path.join(gate, 'reports', 'behind.yaml'), '--plan', path.join(gate, 'plan.yaml')];
    const runs = [
      ['render', '/dev/zero'],
      ['check', ...report, '--since', '/dev/zero'],
    ];
    for (const argv of runs) {
      const { code, stderr } = await runCli(argv);
      expect([code, stderr]).toEqual([2, expect.stringContaining('/dev/zero: the file holds more than 256 MiB')]);
    }
  });

  test('a name that links to nowhere, and a folder', async () => {
    mkdirSync(file('folder.json'), { recursive: true });
    const { code, stderr } = await runCli(['render', file('folder.json')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('folder.json: the file cannot be read: EISDIR')]);
  });
});
