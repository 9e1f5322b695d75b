import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  analysisSchema,
  assess,
  type CheckInputs,
  check,
  diff,
  explain,
  formatIds,
  readAnalysis,
  readPlan,
  readReport,
  readWaivers,
  render,
  renderProblems,
} from '../src/index.ts';
import { runCli } from './support/io.ts';

/* What a program gets through the library door; scripts/smoke.mjs runs the examples of docs/library.md on the tarball. */

/** As plain JavaScript sees it, where nothing holds an argument against a type. */
const door = { assess, check, explain, readPlan, readReport, readWaivers };
type Door = Readonly<Record<keyof typeof door, (...given: unknown[]) => unknown>>;

const FOLDER = 'fixtures/gate';
const fileIn = (name: string) => ({ path: name, bytes: readFileSync(`${FOLDER}/${name}`) });

async function planOf(name = 'plan.yaml') {
  const { plan, problems } = await readPlan(fileIn(name));
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

async function inputsOf(report: string, planName?: string): Promise<CheckInputs> {
  const plan = await planOf(planName);
  const read = await readReport(fileIn(report), plan, { today: '2026-12-31' });
  if (!read.report) throw new Error(JSON.stringify(read.problems));
  return { plan, reports: [read.report] };
}

const plan = await planOf();
const mixed = await inputsOf('reports/mixed.yaml');

describe('check', () => {
  const cases = [
    { settings: {}, flags: [] },
    { settings: { only: 'task=water', fail_on: 'nearly' }, flags: ['--only', 'task=water', '--fail-on', 'nearly'] },
    { settings: { as_of: '2024', max_age: '6 months' }, flags: ['--as-of', '2024', '--max-age', '6 months'] },
    { settings: { margin: '50%', max_warnings: 0 }, flags: ['--margin', '50%', '--max-warnings', '0'] },
    { settings: { derived: false, allow_undecided: 'all' }, flags: ['--no-derived', '--allow-undecided'] },
  ] as const;
  test.each(cases)('with $settings is what the command line makes', async ({ settings, flags }) => {
    const { analysis } = check({ ...mixed, settings });
    const argv = ['check', 'reports/mixed.yaml', '--plan', 'plan.yaml', '--format', 'json', ...flags];
    const { stdout } = await runCli(argv, { cwd: FOLDER });
    const own = JSON.parse(stdout);
    const set = own.gate.policy.settings.filter(({ key }: { key: string }) => key !== 'plan');
    own.gate.policy.settings = set.map((each: object) => ({ ...each, origin: 'program' }));
    expect({ ...analysis, tool: null }).toEqual({ ...own, tool: null });
    expect(analysisSchema.safeParse(analysis)).toMatchObject({ success: true });
  });

  test('an analysis of other data has issues', () => {
    const { analysis } = check(mixed);
    const read = analysisSchema.safeParse({ ...analysis, extra: 1, asOf: 'yesterday' });
    expect(read.success ? [] : read.issues.map(({ path }) => path.join('.')).toSorted()).toEqual(['', 'asOf']);
  });

  const wrong: readonly (readonly [settings: object, where: string, code: string])[] = [
    [{ region: 'nowhere' }, 'region', 'region-without-target'],
    [{ method: 'nope' }, 'settings.method', 'unknown-value'],
    [{ as_of: 'yesterday' }, 'settings.as_of', 'bad-day'],
    [{ as_of: '2023-02-30' }, 'settings.as_of', 'impossible-day'],
    [{ as_of: 'today' }, 'as_of', 'today-not-given'],
    [{ known_by: 'today' }, 'known_by', 'today-not-given'],
    [{ readings: { 'lanes-2025': 'nope' } }, 'readings', 'no-such-reading'],
    [{ readings: { nope: 'nope' } }, 'readings', 'no-such-target'],
    [{ only: ['nope'] }, 'only', 'selects-nothing'],
    [{ skip: 'region=testland' }, 'skip', 'nothing-left'],
    [{ require: ['nope'] }, 'require', 'requires-unknown'],
    [{ require: ['pipes-2025'], only: 'lanes-2025' }, 'require', 'required-left-out'],
    [{ rules: [{ where: 'target=nope', fail_on: 'behind' }] }, 'rules', 'selects-nothing'],
    [{ rules: [{ where: 'target=nope', fail_on: 'behing' }] }, 'settings.rules.0.fail_on', 'unknown-value'],
    [{ fail_on: [] }, 'settings.fail_on', 'wrong-type'],
    [{ max_warnings: -1 }, 'settings.max_warnings', 'wrong-type'],
    [{ failOn: 'behind' }, 'settings.failOn', 'unknown-key'],
    [{ since: 'a.json' }, 'settings.since', 'unknown-key'],
  ];
  test.each(wrong)('refuses %j', async (settings, where, code) => {
    const { analysis, problems } = check({ ...mixed, settings });
    expect(analysis).toBeUndefined();
    const [problem] = problems;
    expect(problem && [problem.code, 'setting' in problem ? problem.setting : problem.place.file]).toEqual([
      code,
      where,
    ]);
    for (const lang of ['en', 'zh'] as const) expect(await renderProblems(problems, { lang })).toContain(`[${code}]`);
  });

  test('tells all that is wrong at once', () => {
    const { problems } = check({ ...mixed, settings: { only: ['nope', 'nor'], require: ['neither'] } });
    expect(problems.map(({ code }) => code)).toEqual(['selects-nothing', 'selects-nothing', 'requires-unknown']);
  });

  test('refuses a gate to which nothing was put', async () => {
    const { problems } = check(await inputsOf('reports/behind.yaml', 'plans/not-in-force.yaml'));
    expect(problems).toMatchObject([{ code: 'nothing-in-force', setting: 'as_of' }]);
  });

  test('knows what today means when it is told', () => {
    expect(check({ ...mixed, settings: { as_of: 'today' }, today: '2024-05-06' }).analysis?.asOf).toBe('2024-05-06');
    expect(check({ ...mixed, today: 'tomorrow' }).problems).toMatchObject([
      { code: 'bad-day', args: { text: 'tomorrow' } },
    ]);
  });

  test('takes waivers, and an earlier analysis as a ratchet', async () => {
    const { waivers } = await readWaivers(fileIn('waivers/valid.yaml'), plan);
    expect(check({ ...mixed, waivers }).analysis?.gate.waivers.length).toBe(waivers?.waivers.length);
    const { analysis: since } = check(mixed);
    expect(check({ ...mixed, since }).analysis?.gate.outcomes['failed-before']).toBe(since?.gate.outcomes.fail);
    const another = await inputsOf('reports/mixed.yaml');
    const { plan: foreign } = another;
    const inputs = { ...another, plan: { ...foreign, plan: { ...foreign.plan, id: 'other' } }, since };
    expect(check(inputs).problems).toMatchObject([{ code: 'since-of-another' }]);
  });

  test('records both, so that the analysis is taken back when it was kept', async () => {
    const { waivers } = await readWaivers(fileIn('waivers/valid.yaml'), plan);
    const { analysis: since } = check(mixed);
    const { analysis } = check({ ...mixed, waivers, since });
    expect(analysis?.gate.policy.settings).toEqual([
      { key: 'waivers', values: ['waivers/valid.yaml'], origin: 'program', file: null },
      { key: 'since', values: ['since'], origin: 'program', file: null },
    ]);
    expect(await readAnalysis(JSON.parse(JSON.stringify(analysis)))).toMatchObject({ problems: [] });
  });
});

describe('assess', () => {
  const { observations = [] } = mixed.reports[0] ?? {};
  const days = { asOf: '2023-12-31', knownBy: '2024-06-30' };

  test('judges as a check does', () => {
    const settings = { as_of: days.asOf, known_by: days.knownBy };
    const { analysis } = check({ ...mixed, settings });
    const { assessments } = assess(plan, observations, days);
    const judged = assessments?.map(({ target, verdict, possible }) => ({ target, verdict, possible }));
    expect(judged).toEqual(
      analysis?.assessments.map(({ target, verdict, possible }) => ({ target, verdict, possible })),
    );
    expect(assess(plan, observations.slice(1), days).assessments).not.toEqual(assessments);
  });

  test('takes no figures of another plan, or that nobody read, and no impossible day', async () => {
    const refused = [{ setting: 'observations', code: 'read-against-another' }];
    expect(assess(await planOf('plans/another.yaml'), observations).problems).toMatchObject(refused);
    expect(assess(plan, structuredClone(observations)).problems).toMatchObject(refused);
    expect(assess(plan, observations, { asOf: '2023-02-30' }).problems).toMatchObject([{ code: 'impossible-day' }]);
  });
});

describe('data that JSON cannot hold', () => {
  const figure = { indicator: 'lanes', value: 150, as_of: '2023-12-31' };
  const itself: Record<string, unknown> = { ...figure };
  itself.note = itself;
  const nested = (levels: number): unknown => (levels === 0 ? [] : [nested(levels - 1)]);
  /** A few lines that JSON would write 2^40 times. */
  const doubled = Array.from({ length: 40 }).reduce<unknown>(each => [each, each], []);

  test.each<readonly [field: string, value: unknown, found: string, path?: string]>([
    ['rounded_to', Number.POSITIVE_INFINITY, 'Infinity'],
    ['tolerance', Number.NaN, 'NaN'],
    ['value', 310n, 'bigint'],
    ['value', new Uint8Array([3]), 'Uint8Array'],
    ['value', new String('310'), 'String'],
    ['as_of', new Date(Number.NaN), 'Date'],
    ['as_of', new Date('2023-12-31'), 'Date'],
    ['status', () => 'planned', 'function'],
    ['status', Symbol('planned'), 'symbol'],
    ['scope', new Map([['part', 'one']]), 'Map'],
    ['scope', { part: Number.NaN }, 'NaN', 'scope.part'],
    ['note', ['a', undefined], 'undefined', 'note.1'],
    ['note', itself, 'itself', 'note.note'],
  ])('%s: %s', async (...args) => {
    const [field, value, found, path = field] = args as unknown as readonly [string, unknown, string, string?];
    const data = { observations: [{ ...figure, [field]: value }] };
    const { report, problems } = await readReport({ path: 'r', data }, plan);
    const place = { file: `r.observations.0.${path}` };
    const wrong = { code: 'wrong-type', args: { expected: 'data as JSON has it', found }, place };
    expect([report, problems]).toEqual([undefined, [wrong]]);
    for (const lang of ['en', 'zh'] as const) expect(await renderProblems(problems, { lang })).toContain(found);
  });

  test.each([
    [nested(100), 'levels'],
    [doubled, 'aliases'],
  ] as const)('too much of it: %#', async (data, limit) => {
    for (const { problems } of [await readPlan({ path: 'p', data }), await readWaivers({ path: 'p', data }, plan)])
      expect(problems).toMatchObject([{ code: 'beyond-limit', args: { limit } }]);
  });

  test('but not what is left out, or stands in two places', async () => {
    const source = Object.assign(Object.create(null), { publisher: 'Gazette', url: undefined });
    const data = {
      observations: [
        { ...figure, source },
        { ...figure, as_of: '2022-12-31', source, note: undefined },
      ],
    };
    const { report = fail() } = await readReport({ path: 'r', data }, plan);
    expect(report.observations.map(each => each.source?.publisher)).toEqual(['Gazette', 'Gazette']);
    expect((await readReport({ path: 'r', data: undefined }, plan)).problems).toMatchObject([{ code: 'empty-file' }]);
  });

  test('nor in settings, or in the place of an analysis', () => {
    const { problems } = check({ ...mixed, settings: { margin: Number.NaN } });
    expect(problems).toMatchObject([{ code: 'wrong-type', place: { file: 'settings.margin' } }]);
    expect(check({ ...mixed, settings: itself }).problems).toMatchObject([{ code: 'wrong-type' }]);
    const { analysis = fail() } = check(mixed);
    const [nothing, changed] = [{} as typeof analysis, { ...analysis, assessments: [{}] } as typeof analysis];
    expect(check({ ...mixed, since: nothing }).problems).toMatchObject([{ code: 'no-analysis' }]);
    expect(check({ ...mixed, since: changed }).problems).toMatchObject([{ code: 'damaged-analysis' }]);
    expect(diff(analysis, changed).problems).toMatchObject([{ code: 'damaged-analysis', args: { at: 'after' } }]);
  });
});

describe('what does not belong together', () => {
  const planIn = async (unit: string, target: string) => {
    const data = {
      plan: 'roads',
      title: 'Roads',
      period: { from: '2021', to: '2025' },
      indicators: { lanes: { title: 'Lanes', unit, kind: 'stock' } },
      measures: [
        { id: 'roads', title: 'Roads', targets: [{ id: target, indicator: 'lanes', at_least: 300, by: '2025' }] },
      ],
    };
    const { plan: read } = await readPlan({ path: 'plan', data });
    return read ?? fail();
  };
  const metres = { as_of: '2025-12-31', observations: [{ indicator: 'lanes', value: 900, unit: 'm' }] };

  test('a report or waivers of another plan, even of another edition of it', async () => {
    const [inMetres, inMiles] = [await planIn('m', 'lanes-2025'), await planIn('mi', 'lanes-2025')];
    const { report = fail() } = await readReport({ path: 'a', data: metres }, inMetres);
    expect(check({ plan: inMetres, reports: [report] }).analysis?.assessments).toMatchObject([{ verdict: 'met' }]);
    expect((await readReport({ path: 'a', data: metres }, inMiles)).problems).toMatchObject([{ code: 'wrong-unit' }]);
    const foreign = { plan: inMiles, reports: [report] };
    const refused = [{ setting: 'reports', code: 'read-against-another', args: { file: 'a', plan: 'roads' } }];
    expect(check(foreign)).toEqual({ analysis: undefined, problems: refused });
    expect(explain(foreign, 'lanes-2025')).toEqual({ explanation: undefined, problems: refused });
    const { waivers = fail() } = await readWaivers({ path: 'w', data: { waivers: [] } }, inMiles);
    const { problems } = check({ plan: inMetres, reports: [report], waivers });
    expect(problems).toMatchObject([{ setting: 'waivers', code: 'read-against-another', args: { file: 'w' } }]);
    expect(await renderProblems(problems, { lang: 'zh' })).toContain('重新读取');
  });

  test('the same plan, read again from elsewhere, is the same', async () => {
    const { report = fail() } = await readReport({ path: 'a', data: metres }, await planIn('m', 'lanes-2025'));
    const again = { ...(await planIn('m', 'lanes-2025')), path: 'elsewhere' };
    expect(check({ plan: again, reports: [report] }).problems).toEqual([]);
  });

  test('two files of one path, or one file twice', async () => {
    const read = await planIn('m', 'lanes-2025');
    const { report = fail() } = await readReport({ path: 'a', data: metres }, read);
    const { report: other = fail() } = await readReport({ path: 'a', data: { ...metres, as_of: '2024-12-31' } }, read);
    for (const reports of [
      [report, report],
      [report, other],
    ])
      expect(check({ plan: read, reports }).problems).toEqual([
        { setting: 'reports', code: 'path-twice', args: { path: 'a' } },
      ]);
    const asPlan = { ...report, path: read.path };
    expect(explain({ plan: read, reports: [asPlan] }, 'lanes-2025').problems).toMatchObject([{ code: 'path-twice' }]);
  });
});

test('what plain JavaScript asks for and there is not is a mistake that lists what there is', async () => {
  const { analysis = fail() } = check(mixed);
  const asked = [
    { format: 'nope', options: {}, setting: 'format', allowed: formatIds },
    { format: 'toString', options: {}, setting: 'format', allowed: formatIds },
    { format: 'plain', options: { lang: 'fr' }, setting: 'lang', allowed: ['en', 'zh'] },
    { format: 'table', options: { width: 59 }, setting: 'width', allowed: ['a whole number from 60'] },
    { format: 'table', options: { width: Number.NaN }, setting: 'width', allowed: ['a whole number from 60'] },
  ];
  for (const { format, options, setting, allowed } of asked) {
    const error = await render(analysis, format as 'plain', options as { lang: 'en' }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ cause: { setting, code: 'not-offered', args: { allowed } } });
    expect(String(error)).toContain(`known: ${allowed.join(', ')}`);
  }
});

describe('an argument that the types forbid is named by a TypeError:', () => {
  const { reports } = mixed;
  const good = { path: 'r.yaml', text: 'as_of: 2023-12-31\n' };
  const forbidden: readonly (readonly [what: string, names: RegExp, call: (door: Door) => unknown])[] = [
    ['no source of a plan', /^source: /, door => door.readPlan()],
    ['a source without a path', /^source: /, door => door.readPlan({})],
    ['a source that is null', /^source: /, door => door.readReport(null, plan)],
    ['bytes that are a text', /^source\.bytes: /, door => door.readPlan({ path: 'p.yaml', bytes: 'plan: x' })],
    ['a text that is none', /^source\.text: /, door => door.readPlan({ path: 'p.yaml', text: 1 })],
    ['a report without a plan', /^plan: /, door => door.readReport(good)],
    ['a report with the whole result of readPlan', /^plan: /, door => door.readReport(good, { plan, problems: [] })],
    ['waivers without a plan', /^plan: /, door => door.readWaivers(good)],
    ['no inputs of a check', /^expected \{ plan, reports \}/, door => door.check()],
    ['inputs that are null', /^expected \{ plan, reports \}/, door => door.check(null)],
    ['inputs without a plan', /^plan: /, door => door.check({ reports })],
    ['inputs without reports', /^reports: expected a list/, door => door.check({ plan })],
    ['reports that are no list', /^reports: expected a list/, door => door.check({ plan, reports: reports[0] })],
    ['a report that is none', /^reports\[1\]: /, door => door.check({ plan, reports: [...reports, undefined] })],
    ['waivers that are none', /^waivers: /, door => door.check({ plan, reports, waivers: [] })],
    ['no inputs of an explanation', /^expected \{ plan, reports \}/, door => door.explain()],
    ['no target to explain', /^target: expected a text/, door => door.explain({ plan, reports })],
    ['no plan to assess', /^plan: /, door => door.assess()],
    ['no observations', /^observations: expected a list/, door => door.assess(plan)],
  ];
  test.each(forbidden)('%s', async (_what, names, call) => {
    const error = await (async () => call(door as unknown as Door))().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError).message).toMatch(names);
  });
});

test('a source is one of bytes, text or data, and what is undefined is none of them', async () => {
  const text = 'as_of: 2023-12-31\nmetrics: { lanes: 150 }\n';
  const { report = fail() } = await readReport({ path: 'r.yaml', text, bytes: undefined, data: undefined }, plan);
  expect(report.observations).toHaveLength(1);
  // @ts-expect-error two of them
  await readReport({ path: 'r.yaml', text, bytes: new Uint8Array() }, plan);
});

test('a plan in which a lint finds an error is no plan, and says so in its words', async () => {
  const { plan: read, problems } = await readPlan({
    path: 'contradicts.yaml',
    bytes: readFileSync('fixtures/problems/plans/contradicts.yaml'),
  });
  expect([read, problems.map(({ code, place }) => [code, place.span?.line])]).toEqual([
    undefined,
    [
      ['lint-error', 35],
      ['lint-error', 36],
    ],
  ]);
  expect(await renderProblems(problems, { lang: 'zh' })).toContain('路径在 2023-12-31 有两个数值');
});

test('an erroneous report is no report', async () => {
  const text = 'as_of: 2023-12-31\nmetrics: { trams: 5, lanes: 150 }\n';
  const { report, problems } = await readReport({ path: 'r.yaml', text }, plan);
  expect([report, problems.map(({ code }) => code)]).toEqual([undefined, ['unknown-indicator']]);
  const later = await readReport({ path: 'r', data: { as_of: '2024', metrics: { lanes: 150 } } }, plan, {
    today: '2023',
  });
  expect([later.report, later.problems.map(({ code }) => code)]).toEqual([undefined, ['day-to-come']]);
  const unknown = await readWaivers(fileIn('waivers/unknown-target.yaml'), plan);
  expect([unknown.waivers, unknown.problems.map(({ code }) => code)]).toEqual([undefined, ['unknown-target']]);
});

test('explain says why there is nothing to explain', () => {
  expect(explain(mixed, 'lanes-2025').explanation?.assessment.target).toBe('lanes-2025');
  expect(explain(mixed, 'lanes-2052').problems).toMatchObject([
    { code: 'no-such-target', args: { near: 'lanes-2025' } },
  ]);
  expect(explain({ ...mixed, settings: { region: 'nowhere' } }, 'lanes-2025').explanation).toBeUndefined();
});

test('diff compares analyses of one plan that judge something', () => {
  const { analysis } = check(mixed);
  if (!analysis) throw new Error('not judged');
  expect(diff(analysis, analysis).comparisons?.counts).toEqual({ same: analysis.assessments.length });
  const other = { ...analysis, plan: { ...analysis.plan, id: 'other' } };
  const empty = { ...analysis, assessments: [] };
  expect(diff(other, analysis).problems).toMatchObject([{ code: 'of-two-plans' }]);
  expect(diff(empty, analysis).problems).toMatchObject([{ code: 'nothing-to-compare', args: { file: 'before' } }]);
});

describe('an analysis that was kept', () => {
  const kept = async () => JSON.parse(String(await render(check(mixed).analysis ?? fail(), 'json')));

  test('is read as it was', async () => {
    expect((await readAnalysis(await kept())).analysis).toEqual(check(mixed).analysis);
  });

  test.each([
    [(): unknown => null, 'no-analysis'],
    [(data: object) => ({ ...data, schemaVersion: 0 }), 'other-schema-version'],
    [(data: object) => ({ ...data, asOf: 5 }), 'damaged-analysis'],
    [(data: object) => ({ ...data, exit: { code: 0, reason: 'within-plan', count: 0 } }), 'contradicts-itself'],
  ] as const)('is refused where it is changed: %#', async (change, code) => {
    const { analysis, problems } = await readAnalysis(change(await kept()));
    expect([analysis, problems.map(each => each.code)]).toEqual([undefined, [code]]);
  });
});

const fail = (): never => {
  throw new Error('not judged');
};

describe('docs/library.md', () => {
  const text = readFileSync('docs/library.md', 'utf8');

  test('names every function and every setting', async () => {
    const door = await import('../src/index.ts');
    const functions = Object.entries(door).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    const { checkSettingsSchema } = await import('../src/check/given-settings.ts');
    const names = [...functions, ...Object.keys(checkSettingsSchema.shape), 'formatIds', 'analysisSchema'];
    expect(names.filter(name => !text.includes(`\`${name}\``))).toEqual([]);
    expect(formatIds.length).toBeGreaterThan(10);
  });
});
