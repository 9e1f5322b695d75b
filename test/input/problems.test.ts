import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { isError, type ProblemCode, problemCatalogue } from '../../src/values/problem.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';
import { type Case, formatCases } from './format-problems.ts';

const cwd = 'fixtures/problems';
const folder = path.join(packageRoot, cwd);

/** A report with a problem in it, which is named once and looked for at its places. */
const inFile = (reports: string, places: readonly string[], more: Partial<Case> = {}): Case => ({
  reports,
  at: places.map(place => (place === '' ? reports : `${reports}:${place}`)),
  ...more,
});

/** A plan with a problem in it, checked with a report that is right. */
const inPlan = (name: string, places: readonly string[], more: Partial<Case> = {}): Case => {
  const plan = `plans/${name}.yaml`;
  return { plan, at: places.map(place => `${plan}:${place}`), ...more };
};

const cases: Readonly<Partial<Record<ProblemCode, readonly Case[]>>> = {
  'file-not-found': [
    { reports: 'reprot.yaml', at: ['reprot.yaml'], near: ['report.yaml'] },
    { reports: 'plans/bad-count.yaml', at: ['plans/bad-count.yaml'], near: ['plans/bad-counts.yaml'] },
    { reports: 'nowhere/at-all.yaml', at: ['nowhere/at-all.yaml'] },
    { reports: 'report.yaml/x.yaml', at: ['report.yaml/x.yaml'] },
    { plan: 'nowhere.yaml', at: ['nowhere.yaml'] },
  ],
  'file-unreadable': [{ plan: 'no-reports/', at: ['no-reports/'] }],
  'folder-without-reports': [inFile('no-reports', [''])],
  'pattern-without-match': [
    inFile('*.nothing', ['']),
    { reports: 'report.yaml no-reports/*.yaml', at: ['no-reports/*.yaml'] },
  ],
  'unknown-format': [inFile('no-reports/readme.txt', ['']), inFile('mixed/2024.yml.txt', [''])],
  'files-not-read': [inFile('mixed', [''], { code: 0 })],
  'found-outside': [{ env: { SHANXI_PLAN_PLAN: '../gate/plan.yaml' }, at: ['../gate/plan.yaml'] }],
  'found-input': [{ env: { SHANXI_PLAN_WAIVERS: 'no-reports/readme.txt' }, at: ['no-reports/readme.txt'] }],
  'found-output': [
    { name: 'of another name', env: { SHANXI_PLAN_FORMAT: 'json=out.txt' }, at: ['out.txt'] },
    { name: 'over another file', env: { SHANXI_PLAN_FORMAT: 'json=blank.json' }, at: ['blank.json'] },
    { name: 'hidden', env: { SHANXI_PLAN_FORMAT: 'plain=.envrc' }, at: ['.envrc'] },
  ],
  'empty-file': [
    inFile('empty.yaml', ['']),
    inFile('blank.json', ['']),
    inFile('only-comments.yaml', ['']),
    { reports: '-', stdin: '', at: ['-'] },
  ],
  'binary-file': [inFile('binary.yaml', ['']), inFile('utf-16.yaml', [''])],
  'unknown-encoding': [inFile('latin-1.yaml', [''])],
  'read-as-gb18030': [inFile('gb18030.yaml', [''], { code: 0 })],
  'yaml-syntax': [
    inFile('yaml-syntax.yaml', ['4:1']),
    inFile('yaml-tab.yaml', ['3:1']),
    inFile('yaml-no-anchor.yaml', ['2:9']),
    inFile('yaml-key-no-text.yaml', ['4:3']),
    { reports: '-', stdin: 'metrics: [', at: ['-:1:11'] },
  ],
  'json-syntax': [
    inFile('json-syntax.json', ['3:37']),
    inFile('json-thousands.json', ['3:33', '3:37']),
    { reports: '- --input-format json', stdin: 'metrics: 5', at: ['-:1:1', '-:1:8'] },
  ],
  'duplicate-key': [inFile('duplicate-key.yaml', ['5:3']), inFile('duplicate-key.json', ['5:5'])],
  'alias-bomb': [inFile('alias-bomb.yaml', ['7:8']), inFile('alias-of-itself.yaml', ['3:16'])],
  'beyond-limit': [
    { reports: '- --limit tokens=9', stdin: 'as_of: &day 2023-12-31\nmetrics: { a: 1 }\n', at: ['-:2:1'] },
  ],
  'several-documents': [inPlan('several-documents', ['7:1'])],
  'unknown-key': [
    inFile('unknown-key.yaml', ['2:1', '6:5'], { near: ['published'] }),
    inPlan('unknown-comparator', ['32:9'], {
      also: ['plans/unknown-comparator.yaml:30:9 no-comparator'],
      near: ['at_least'],
    }),
  ],
  'missing-key': [
    inFile('missing-as-of.yaml', ['3:16']),
    inFile('missing-value.yaml', ['4:5', '6:5']),
    inPlan('missing-key', ['15:5']),
  ],
  'wrong-type': [
    inFile('wrong-type.yaml', ['1:9', '4:16', '7:3'], {
      also: ['5:3', '6:3'].map(at => `wrong-type.yaml:${at} unknown-indicator`),
    }),
    inFile('metrics-as-list.yaml', ['3:3']),
    inFile('no-mapping.json', ['1:1']),
    inPlan('between-one', ['32:18']),
  ],
  'unknown-value': [
    inFile('unknown-value.yaml', ['2:9', '4:36'], { near: ['final'] }),
    inPlan('bad-counts', ['19:37']),
  ],
  'bad-quantity': [inFile('bad-quantity.yaml', ['3:16', '5:12', '7:38', '8:38', '10:11'])],
  'bad-share': [
    inPlan('bad-share', ['36:27', '37:27'], {
      also: [
        'plans/bad-share.yaml:38:26 several-comparators',
        'plans/bad-share.yaml:39:17 no-comparator',
        'plans/bad-share.yaml:40:19 wrong-type',
        'plans/bad-share.yaml:41:9 no-comparator',
        'plans/bad-share.yaml:50:18 unknown-value',
      ],
      near: ['each'],
    }),
  ],
  'unquoted-thousands': [
    inFile('unquoted-thousands.yaml', ['3:25', '4:49'], { also: ['unquoted-thousands.yaml:4:49 implausible'] }),
  ],
  'bad-within': [inPlan('bad-within', ['25:60', '30:62'])],
  'lint-error': [inPlan('contradicts', ['35:58', '36:18'])],
  'bad-formula': [inPlan('bad-formula', ['21:30', '26:30'])],
  'goal-not-plain': [inPlan('goal-not-plain', ['32:19']), inFile('bad-tolerance.yaml', ['3:44'])],
  'negative-width': [inFile('negative-width.yaml', ['3:44'])],
  'exact-yet-wide': [inFile('exact-yet-wide.yaml', ['4:51', '5:51', '6:53'])],
  'reversed-range': [inPlan('reversed-range', ['20:16'])],
  'bad-day': [inFile('bad-day.yaml', ['1:8', '2:12'])],
  'impossible-day': [inFile('impossible-day.yaml', ['1:8', '2:12'])],
  'bad-duration': [inPlan('bad-duration', ['19:16'])],
  'no-comparator': [inPlan('no-comparator', ['30:9'])],
  'several-comparators': [inPlan('several-comparators', ['33:18'])],
  'unknown-plan': [
    { plan: 'shanxi-new-infrastructure-2021-26', at: ['--plan'], near: ['shanxi-new-infrastructure-2021-25'] },
    { plan: 'atlantis', at: ['--plan'] },
    {
      reports: 'of-several-plans/rails.yaml',
      by: 'plan',
      at: ['of-several-plans/rails.yaml:2:7'],
      near: ['county-roads'],
    },
  ],
  'wrong-plan': [inFile('wrong-plan.yaml', ['2:7'])],
  'several-plans': [
    {
      reports: 'of-several-plans/roads.yaml of-several-plans/rails.yaml report.yaml',
      at: ['of-several-plans/roads.yaml:2:7'],
    },
  ],
  'no-plan-named': [inFile('impossible-day.yaml', ['1:1'], { by: 'plan' })],
  'not-a-report': [inFile('plan.yaml', ['14:1'])],
  'ambiguous-name': [inFile('ambiguous-name.yaml', ['3:3', '5:18'])],
  'unknown-indicator': [
    inFile('unknown-indicator.yaml', ['3:3', '4:3', '6:18', '7:16'], { near: ['paved-roads', 'paved-share'] }),
    inPlan('unknown-indicator', ['31:20'], { near: ['paved-roads'] }),
    inPlan('constructor-indicator', ['31:20']),
  ],
  'unknown-measure': [inFile('unknown-measure.yaml', ['3:14'], { near: ['ring-road'] })],
  'unknown-region': [
    inFile('unknown-region.yaml', ['2:9', '5:38'], { near: ['north'] }),
    inPlan('unknown-region', ['4:9'], { near: ['county'] }),
  ],
  'goal-of-own-region': [
    inPlan('regional-goals', ['39:11'], {
      also: [
        'plans/regional-goals.yaml:36:11 unknown-region',
        'plans/regional-goals.yaml:37:44 unknown-source',
        'plans/regional-goals.yaml:38:45 days-out-of-order',
      ],
      near: ['north', 'gazette'],
    }),
  ],
  'wrong-kind': [inPlan('wrong-kind', ['14:68', '15:90', '16:57', '17:60'])],
  'against-impossible': [
    inPlan('against-impossible', ['23:62', '24:62', '30:19', '31:15', '32:60'], {
      also: ['plans/against-impossible.yaml:25:62 unknown-indicator'],
      near: ['lit-share'],
    }),
  ],
  'over-impossible': [
    inPlan('over-impossible', [
      '21:63',
      '22:46',
      '22:58',
      '23:61',
      '24:63',
      '25:51',
      '26:62',
      '31:19',
      '32:15',
      '37:19',
    ]),
  ],
  'number-without-over': [inPlan('number-without-over', ['20:52', '21:52'])],
  'percent-or-points': [
    inPlan('percent-or-points', ['20:52'], { also: ['plans/percent-or-points.yaml:23:52 wrong-unit'] }),
  ],
  'share-impossible': [inPlan('share-impossible', ['43:27', '48:27', '54:27', '60:27', '66:27'])],
  'unknown-source': [inPlan('unknown-source', ['17:14', '29:14', '29:22'], { near: ['gazette', 'gazette'] })],
  'unknown-target': [inPlan('unknown-target', ['34:21'], { near: ['paved-2025'] })],
  'unknown-definition': [inFile('unknown-definition.yaml', ['3:42'], { near: ['paved'], code: 3 })],
  'duplicate-id': [inPlan('duplicate-id', ['35:13'])],
  'wrong-unit': [
    inFile('wrong-unit.yaml', ['3:16', '4:35']),
    inPlan('wrong-unit', ['6:95', '11:89', '12:52']),
    inPlan('percent-of-a-count', ['20:31', '32:19', '34:28', '35:41', '37:30']),
  ],
  'multiplied-twice': [
    {
      plan: 'plans/tens-of-thousands.yaml',
      reports: '-',
      stdin:
        'as_of: 2023\nobservations:\n  - { indicator: paved-roads, value: 1800 }\n  - { indicator: paved-roads, value: 1.8k }\n',
      at: ['-:4:38'],
    },
    inPlan('multiplied-twice', ['17:19', '19:28']),
  ],
  'names-of-two-units': [inPlan('names-of-two-units', ['6:39', '9:48', '10:59', '12:88'])],
  'days-out-of-order': [
    inFile('days-out-of-order.yaml', ['8:35']),
    inPlan('days-out-of-order', ['3:33']),
    inPlan('baseline-after-goal', ['33:13']),
  ],
  'after-publication': [inFile('after-publication.yaml', ['1:8', '6:51', '7:74', '8:51'])],
  'day-to-come': [inFile('day-to-come.yaml', ['1:8'])],
  'nothing-reported': [
    inFile('nothing-reported.yaml', ['1:1']),
    inFile('nothing-reported.json', ['1:37']),
    inFile('metrics-empty.yaml', ['2:9']),
  ],
  implausible: [inFile('implausible.yaml', ['3:25'], { code: 3 })],
};

/** Nothing in the sources reports these; they belong out of the catalogue. */
const unprovoked: readonly ProblemCode[] = [];

const flat = [...Object.entries(cases), ...Object.entries(formatCases)].flatMap(([code, rows]) =>
  rows.map(row => ({ ...row, problem: code, argv: argvOf(row), name: row.name ?? argvOf(row).slice(1).join(' ') })),
);

function argvOf({ reports = 'report.yaml', plan = 'plan.yaml', env = {}, by }: Case): string[] {
  const command = by === undefined ? ['check'] : ['batch', '--by', by];
  return [...command, ...reports.split(' '), ...('SHANXI_PLAN_PLAN' in env ? [] : ['--plan', plan])];
}

/** The problems as standard error names them: `file:line:col code`. */
const headersOf = (stderr: string): string[] =>
  [...stderr.matchAll(/^(\S+): (?:error|warning): .* \[([a-z0-9-]+)\]$/gm)].map(
    ([, place, code]) => `${place} ${code}`,
  );

describe('each problem is reported where it stands', () => {
  it.each(flat)('$problem: $name', async ({ argv, stdin, env = {}, problem, at, also = [], near = [], code = 2 }) => {
    const ran = await runCli(argv, { cwd, env, ...(stdin !== undefined && { stdin }) });
    const expected = [...at.map(place => `${place} ${problem}`), ...also];
    expect(headersOf(ran.stderr).toSorted()).toStrictEqual(expected.toSorted());
    expect([...ran.stderr.matchAll(/did you mean "([^"]+)"\?/g)].map(([, name]) => name)).toStrictEqual(near);
    expect(ran.code).toBe(code);
    expect(ran.stdout === '').toBe(code === 2);
  });

  it('every code of the catalogue has a case', () => {
    const without = Object.keys(problemCatalogue).filter(code => !flat.some(({ problem }) => problem === code));
    expect(without).toStrictEqual(unprovoked);
  });

  it('a warning never stops a run, an error always does', () => {
    for (const { problem, code = 2, also = [] } of flat) {
      const codes = [problem, ...also.map(each => each.replace(/^.* /, ''))] as ProblemCode[];
      const stops = codes.some(each => isError({ code: each }));
      expect(code === 2, problem).toBe(stops);
    }
  });

  it('no file of the folder is without a case', () => {
    const named = flat.flatMap(({ argv }) => argv);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => name.split(path.sep).join('/'))
      .filter(name => /\.(yaml|json|txt)$/.test(name));
    expect(files.filter(name => !named.includes(name))).toStrictEqual([]);
  });
});

const broken = readdirSync(folder)
  .filter(name => /\.(yaml|json)$/.test(name) && name !== 'report.yaml')
  .toSorted();

describe('all problems of all files in one run', () => {
  it('come in the order of the files, and in each file from top to bottom', async () => {
    const names = broken.toReversed();
    const { code, stdout, stderr } = await runCli(['check', '--plan', 'plan.yaml', ...names], { cwd });
    const alone = await Promise.all(names.map(name => runCli(['check', '--plan', 'plan.yaml', name], { cwd })));
    expect(headersOf(stderr)).toStrictEqual(alone.flatMap(each => headersOf(each.stderr)));
    expect([code, stdout]).toStrictEqual([2, '']);
    for (const name of names) {
      const lines = headersOf(stderr).flatMap(each =>
        each.startsWith(`${name}:`) ? [Number(each.split(':')[1])] : [],
      );
      expect(lines).toStrictEqual(lines.toSorted((a, b) => a - b));
    }
  });

  it('of a wrong plan and of wrong reports', async () => {
    const argv = ['check', '--plan', 'nowhere.yaml', 'reprot.yaml', 'no-reports'];
    expect(headersOf((await runCli(argv, { cwd })).stderr)).toStrictEqual([
      'nowhere.yaml file-not-found',
      'reprot.yaml file-not-found',
      'no-reports folder-without-reports',
    ]);
  });

  it('a mistyped name is told beside a wrong value', async () => {
    const stdin = 'as_of: 2023-12-31\nmetrics:\n  paved-road: 5\n  paved-share: 9成\n';
    const { stderr } = await runCli(['check', '--plan', 'plan.yaml', '-'], { cwd, stdin });
    expect(headersOf(stderr)).toStrictEqual(['-:3:3 unknown-indicator', '-:4:16 wrong-unit']);
  });

  it.each(['en', 'zh'])('with their code frames, as golden text (%s)', async lang => {
    const plans = readdirSync(path.join(folder, 'plans')).toSorted();
    const runs = [
      ['--plan', 'plan.yaml', ...broken],
      ...plans.map(name => ['--plan', `plans/${name}`, 'report.yaml']),
      ['--plan', 'plan.yaml', 'reprot.yaml', 'no-reports', 'no-reports/readme.txt', '*.nothing'],
      ['--plan', 'plan.yaml', 'mixed'],
      ['--plan', 'no-reports/', 'report.yaml'],
      ['--plan', 'shanxi-new-infrastructure-2021-26', 'report.yaml'],
    ];
    const told = await Promise.all(
      runs.map(async argv => {
        const { stderr } = await runCli(['check', ...argv, '--lang', lang], { cwd });
        return `$ shanxi-plan check ${argv.join(' ')}\n${stderr}`;
      }),
    );
    expectGolden(`problems.${lang}.txt`, told.join('\n'));
  });
});

describe('what a file can be made of ends in a problem, never in a crash', () => {
  const head = 'as_of: 2023-12-31\n';

  it.each<[string, string, string]>([
    ['10,000 levels', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml-syntax'],
    ['5 MB in one line', `${head}metrics: { paved-roads: ${'5'.repeat(5_000_000)} }`, 'bad-quantity'],
    [
      '5 MB of keys in one line',
      `{ ${Array.from({ length: 20 }, (_, i) => `k${i}: ${'x'.repeat(250_000)}`)} }`,
      'unknown-key',
    ],
    [
      '__proto__ as an indicator',
      `${head}metrics:\n  paved-roads: 5\n  __proto__: { value: 5 }\n`,
      'unknown-indicator',
    ],
    ['__proto__ at the root', `${head}__proto__: { a: 1 }\nmetrics: { paved-roads: 5 }\n`, 'wrong-type'],
    ['constructor as an indicator', `${head}metrics: { constructor: 5 }\n`, 'unknown-indicator'],
    ['toString as an indicator', `${head}observations: [{ indicator: toString, value: 5 }]\n`, 'unknown-indicator'],
    [
      'valueOf as a definition',
      `${head}metrics: { paved-roads: { value: 5, counts: valueOf } }\n`,
      'unknown-definition',
    ],
    ['a tag', `${head}metrics: { paved-roads: !!js/function "function () {}" }\n`, 'yaml-syntax'],
    ['bytes', `${head}metrics: { paved-roads: !!binary aGVsbG8= }\n`, 'yaml-syntax'],
    ['a set', `${head}metrics: !!set { paved-roads }\n`, 'yaml-syntax'],
    ['numbers as keys', `${head}5: 3\nmetrics: { 12: 5 }\n`, 'unknown-key'],
    ['no keys', `${head}metrics: { : 5 }\n`, 'wrong-type'],
    ['no value', `${head}metrics:\n  paved-roads:\n`, 'bad-quantity'],
    ['null', `${head}metrics: null\n`, 'wrong-type'],
    ['an item of nothing', `${head}observations:\n  -\n`, 'wrong-type'],
    ['items of text', `${head}observations: [a, b]\n`, 'wrong-type'],
    ['a title of nothing', `report:\n${head}metrics: { paved-roads: 5 }\n`, 'wrong-type'],
    ['a title that is a mapping', `report: { en: a }\n${head}metrics: { paved-roads: 5 }\n`, 'wrong-type'],
    ['a region of an emoji', `region: 🚀\n${head}metrics: { paved-roads: 5 }\n`, 'unknown-region'],
    ['half an emoji', `${head}metrics: { "\\ud83d": 5 }\n`, 'unknown-indicator'],
    ['a NUL that is written out', `${head}metrics: { "a\\0": 5 }\n`, 'unknown-indicator'],
    ['a list', '- 1\n', 'wrong-type'],
    ['a text', 'hello\n', 'wrong-type'],
    ['a file of aliases', `${head}metrics: &a { paved-roads: { scope: *a } }\n`, 'alias-bomb'],
  ])('%s', async (_name, stdin, problem) => {
    const { code, stderr } = await runCli(['check', '--plan', 'plan.yaml', '-'], { cwd, stdin });
    expect(headersOf(stderr).map(each => each.replace(/^.* /, ''))).toContain(problem);
    expect(stderr).not.toContain('bug');
    expect([0, 1, 2, 3]).toContain(code);
  });
});
