import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import { gateFlaws } from '../../src/gate/consistent.ts';
import { type Analysis, analysisSchema } from '../../src/model/analysis.ts';
import { changes } from '../../src/model/change.ts';
import { gateOutcomes } from '../../src/model/policy.ts';
import { severities, verdicts } from '../../src/model/verdict.ts';
import { runCli } from '../support/io.ts';

/* Analyses from outside: what check wrote is taken, what contradicts itself is refused. */

const gate = path.join(packageRoot, 'fixtures', 'gate');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-outside-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));
const file = (name: string): string => path.join(tmp, name);

const isRefused = (data: unknown): boolean => {
  const parsed = analysisSchema.safeParse(data);
  return !parsed.success || assessmentFlaws(parsed.data).length + gateFlaws(parsed.data).length > 0;
};

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
    const since = ['check', 'reports/missed.yaml', 'reports/far-behind.yaml', '--plan', 'plan.yaml'];
    await runCli([...since, '--since', file('since.json'), '--update'], { cwd: gate });
    const argv = [
      ...['check', 'reports/behind.yaml', 'reports/missed.yaml', '--plan', 'plan.yaml', '--since', file('since.json')],
      ...['--waivers', 'waivers/here.yaml', '--margin', '2%', '--allow-undecided=no-report', '--format', 'json'],
    ];
    text = (await runCli(argv, { cwd: gate })).stdout;
    analysis = JSON.parse(text);
    expect(analysis.gate.outcomes).toMatchObject({ known: 1, waived: 1, undecided: expect.any(Number) });
  });

  /** What is only told: no verdict, outcome, count or exit code follows from it, or none that could be told from here. */
  const TOLD = [
    /^(tool|bands|inputs|coverage|forNoTarget|checks|problems|unlisted|plan\.(title|period|note))\b/,
    /^(asOf|knownBy|direct|maxAgeMonths|compare|regionTitle)$/,
    /^assessments\.#\.(title|indicator|kind|commitment|baseline|at|derived|method|planned|counts|missingParts|whole)\b/,
    /^assessments\.#\.(completion|elapsed|schedule|lead|monthsAhead|pace|neededPerYear|achievedPerYear|outlook)\b/,
    /^assessments\.#\.(deciding|reasons|evidence)\b/,
    /^assessments\.#\.goal\.(unit|by|share)$/,
    /^assessments\.#\.value\.(text|asOf|bound)$/,
    /^assessments\.#\.readings\.#\.(name|goal)$/,
    // Against a baseline that is not there to be asked.
    /^assessments\.#\.change$/,
    /^(measures|summary\.tasks)\.#\.(title|named|level|parent|tasks|statements)\b/,
    // Who set what of the judging, and of when the baseline is; a key that is missing has its default, which it had.
    /^gate\.policy\.(settings\.#\.\w+|since|rules|exitZero|leftOut)\b/,
  ];

  type Steps = readonly (string | number)[];

  const leavesOf = (value: unknown, at: Steps = []): Steps[] =>
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
      ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...at, Array.isArray(value) ? +key : key]))
      : [at];

  function changed(at: Steps, to: unknown): unknown {
    const copy = JSON.parse(text);
    const last = at.at(-1) as string;
    const holder = at.slice(0, -1).reduce((node, step) => node[step], copy);
    if (to === undefined) delete holder[last];
    else holder[last] = to;
    return copy;
  }

  const others = [
    ...[null, '', 'x', 0, 1, -1, 256, 1e15, 1e308, true, false, [], {}, ['missed'], undefined],
    ...['2023-12-30', '2024-01-01', ...verdicts, ...severities, ...Object.keys(gateOutcomes)],
    ...Object.keys(changes),
  ];

  test('in one leaf of which anything follows, is refused', () => {
    const taken = new Map<string, unknown>();
    for (const at of leavesOf(analysis)) {
      const name = at.map(step => (typeof step === 'number' ? '#' : step)).join('.');
      const now = at.reduce<unknown>((node, step) => (node as Record<Steps[0], unknown>)[step], analysis);
      // An empty list or mapping is a leaf as well.
      const wrong = taken.has(name) ? [] : others.filter(other => JSON.stringify(other) !== JSON.stringify(now));
      for (const to of wrong) if (!isRefused(changed(at, to))) taken.set(name, to);
    }
    expect([...taken].filter(([name]) => !TOLD.some(told => told.test(name)))).toEqual([]);
    expect(TOLD.filter(told => ![...taken.keys()].some(name => told.test(name)))).toEqual([]);
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
    expect(isRefused(changed(['gate', 'policy', key], to))).toBe(true);
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
      /contradicts the rest: assessments\.0\.possible/,
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
      lanes(() => ({ gate: 'known' })),
      /assessments\.0\.gate is "known", where "waived" follows/,
    ],
    'a deciding fact with an argument of another name': [
      lanes(() => ({ deciding: { code: 'precision', args: { date: '2023-12-31' } } })),
      /is damaged: assessments\.0\.deciding\.args/,
    ],
    'a reason without its argument': [
      lanes(() => ({ reasons: [{ code: 'method-refuses', args: {} }] })),
      /is damaged: assessments\.0\.reasons\.0\.args\.why/,
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
