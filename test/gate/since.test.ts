import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readSince } from '../../src/cli/analysis-file.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Since, Standing } from '../../src/model/since.ts';
import { worstToBest } from '../../src/model/verdict.ts';
import { renderSince } from '../../src/render/since.ts';
import { type Ran, runCli } from '../support/io.ts';

const here = path.join(packageRoot, 'fixtures', 'gate');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-since-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

const kept = path.join(tmp, 'kept.json');
const check = (args: string, world = {}): Promise<Ran> =>
  runCli(['check', ...args.split(' '), '--plan', 'plan.yaml', '--since', kept], { cwd: here, ...world });
const text = (): string => readFileSync(kept, 'utf8');
const forget = (): void => rmSync(kept, { force: true });
const figures = (lanes: number): object => ({ stdin: `as_of: 2023-12-31\nmetrics: { lanes: ${lanes} }` });
const lineOf = (target: string): string | undefined =>
  text()
    .split('\n')
    .find(line => line.includes(`"${target}"`));

describe('what --update writes', () => {
  test('is a line a target, sorted, with what file it is before them', async () => {
    forget();
    await check('reports/mixed.yaml --only task=roads --only task=nature --update');
    expect(text()).toBe(
      [
        '[{ "shanxi-plan": "since", "schemaVersion": 1, "plan": "gate", "region": "testland" }',
        ',{ "target": "bridges-2022", "possible": ["met"], "gap": {"high":0}, "asOf": "2023-12-31" }',
        ',{ "target": "clear-days-2025", "possible": ["on-schedule"], "gap": {"high":-20}, "asOf": "2023-12-31" }',
        ',{ "target": "depth-2022", "possible": ["met"], "gap": {"high":-100}, "asOf": "2023-12-31" }',
        ',{ "target": "lanes-2025", "possible": ["nearly"], "gap": {"high":42}, "asOf": "2023-12-31" }',
        ']\n',
      ].join('\n\n'),
    );
  });

  test('keeps the line of what stands as it stood, and of what was not judged', async () => {
    forget();
    await check('reports/mixed.yaml --update');
    const before = text();
    await check('reports/mixed.yaml --as-of 2024-01-31 --only lanes-2025 --only pipes-2025 --update');
    expect(text()).toBe(before);
    await check('- --as-of 2024-01-31 --only lanes-2025 --update', figures(159));
    expect(text().replace(lineOf('lanes-2025') ?? '', '')).toBe(before.replace(/,.*"lanes-2025".*/, ''));
    expect(lineOf('lanes-2025')).toContain('"gap": {"high":41}, "asOf": "2024-01-31"');
  });

  test('has no line of what is not in force', async () => {
    forget();
    const argv = ['check', '-', '--plan', 'fixtures/regions/plan.yaml', '--since', kept, '--update'];
    const plan = readFileSync(path.join(here, 'plan.yaml'), 'utf8').replace(
      'id: bridges-2022\n',
      'id: bridges-2022\n            in_force: { to: 2022-12-31 }\n',
    );
    writeFileSync(path.join(tmp, 'plan.yaml'), plan);
    argv[3] = path.join(tmp, 'plan.yaml');
    await runCli(argv, figures(150));
    expect([lineOf('bridges-2022'), lineOf('lanes-2025')?.includes('behind')]).toEqual([undefined, true]);
  });

  test('a gap without an end is no gap that may grow', async () => {
    forget();
    const below = { stdin: 'as_of: 2023-12-31\nmetrics: { lanes: "<100" }' };
    await check('- --only lanes-2025 --update', below);
    expect(lineOf('lanes-2025')).toContain('"gap": {"high":null}');
    expect((await check('- --only lanes-2025', below)).code).toBe(0);
    expect((await check('- --only lanes-2025', figures(80))).code).toBe(0);
  });
});

describe('what a run says that writes it', () => {
  const said = async (args: string, world = {}): Promise<string[]> => {
    const { stderr } = await check(`${args} --update`, world);
    return stderr.split('\n').filter(line => /first baseline|excused|首个基准|不变差/.test(line));
  };

  test('that it is the first, and what fails and is excused from now on', async () => {
    forget();
    expect(await said('reports/mixed.yaml')).toEqual([
      `shanxi-plan: ${kept} is the first baseline, of 6 targets`,
      'shanxi-plan: excused from now on, unless it gets worse: pipes-2025 (far behind)',
    ]);
    expect(await said('reports/mixed.yaml')).toEqual([]);
  });

  test('that it excuses more: what is new among the failing, and what got worse', async () => {
    expect(await said('- --only lanes-2025', figures(150))).toEqual([
      'shanxi-plan: excused from now on, unless it gets worse: lanes-2025 (behind)',
    ]);
    expect(await said('- --only lanes-2025', figures(149))).toEqual([
      'shanxi-plan: excused from now on, unless it gets worse: lanes-2025 (behind)',
    ]);
    expect(await said('- --only lanes-2025', figures(151))).toEqual([]);
    expect(await said('- --only lanes-2025', figures(190))).toEqual([]);
  });

  test('what only a waiver covers is excused beyond the waiver', async () => {
    forget();
    const waived = '--only lanes-2025 --waivers waivers/valid.yaml';
    expect(await said(`reports/behind.yaml ${waived}`)).toContain(
      'shanxi-plan: excused from now on, unless it gets worse: lanes-2025 (behind)',
    );
  });

  test('all verdicts that are possible, in Chinese too', async () => {
    forget();
    expect(await said('reports/failing-either-way.yaml --only lanes-2025 --lang zh')).toEqual([
      `shanxi-plan: ${kept} 是首个基准，含 1 项目标`,
      'shanxi-plan: 今后只要不变差，就不再判为不通过：lanes-2025（严重滞后 / 滞后）',
    ]);
  });

  test('nothing with --quiet', async () => {
    forget();
    const { code, stderr } = await check('reports/mixed.yaml --update --quiet');
    expect([code, stderr]).toEqual([1, '']);
  });
});

test('docs/gates.md shows what is written', async () => {
  forget();
  await check('reports/mixed.yaml --only bridges-2022 --only pipes-2025 --update');
  expect(readFileSync('docs/gates.md', 'utf8')).toContain(`\`\`\`json\n${text()}\`\`\`\n`);
});

describe('a whole analysis', () => {
  test('serves as well, and the next --update makes the short file of it', async () => {
    const { stdout } = await runCli(['check', 'reports/mixed.yaml', '--plan', 'plan.yaml', '--format', 'json'], {
      cwd: here,
    });
    writeFileSync(kept, stdout);
    expect((await check('reports/mixed.yaml')).code).toBe(0);
    expect((await check('reports/mixed.yaml --update')).code).toBe(0);
    const updated = text();
    forget();
    await check('reports/mixed.yaml --update');
    expect(updated).toBe(text());
  });

  test('is what render wants, not the short file', async () => {
    forget();
    await check('reports/mixed.yaml --update');
    const { code, stderr } = await runCli(['render', kept]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is what --update wrote, no whole analysis')]);
  });
});

test('diff says what became of each target since', async () => {
  forget();
  await check('reports/mixed.yaml --only task=roads --only pipes-2025 --update');
  const argv = ['diff', kept, 'reports/behind.yaml', '--plan', 'plan.yaml', '--format', 'json'];
  const { code, stdout } = await runCli(argv, { cwd: here });
  const { targets, counts } = JSON.parse(stdout);
  const seen = targets.map(({ target, change, verdict }: Record<string, { from: string; to: string }>) =>
    [target, change, verdict?.from, verdict?.to].join(' '),
  );
  expect(code).toBe(1);
  expect(seen).toContain('lanes-2025 worse nearly behind');
  expect(seen).toContain('depth-2022 new  undecided');
  expect(counts).toMatchObject({ worse: 1, new: 3 });
});

describe('a file that is damaged', () => {
  const header = '{ "shanxi-plan": "since", "schemaVersion": 1, "plan": "gate", "region": "testland" }';
  const row = (possible: string, rest = '"gap": null, "asOf": "2023-12-31"'): string =>
    `[${header}\n,{ "target": "lanes-2025", "possible": ${possible}, ${rest} }\n]`;
  const line = '{ "target": "lanes-2025", "possible": ["met"], "gap": null, "asOf": "2023-12-31" }';

  const damaged: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
    'no possible verdict': [row('[]'), /:2:\d+ is damaged: 1\.possible: /],
    'a verdict that is none': [row('["splendid"]'), /:2:\d+ is damaged: 1\.possible\.0: /],
    'verdicts from best to worst': [row('["met", "missed"]'), /:2:\d+ is damaged: 1\.possible: .*from worst to best/],
    'no gap': [row('["met"]', '"asOf": "2023-12-31"'), /:2:\d+ is damaged: 1\.gap: /],
    'a gap in words': [row('["met"]', '"gap": {"high": "much"}, "asOf": "2023-12-31"'), /is damaged: 1\.gap\.high: /],
    'no day': [row('["met"]', '"gap": null'), /is damaged: 1\.asOf: /],
    'what nobody knows': [row('["met"]', '"gap": null, "asOf": "2023-12-31", "gate": "pass"'), /is damaged: .*gate/],
    'one target twice': [`[${header}\n,${line}\n,${line}\n]`, /:3:\d+: lanes-2025 stands in it twice/],
    'one key twice': [
      `[${header}\n,${line.replace('"gap"', '"target": "x", "gap"')}\n]`,
      /:2:\d+: the key stands here/,
    ],
    'no target': [`[${header}]`, /says of no target how it stood/],
    'another version': [`[${header.replace('1', '2')}\n,${line}\n]`, /has schema version 2, this tool reads version 1/],
    'another plan': [`[${header.replace('gate', 'gates')}\n,${line}\n]`, /is of gates in testland, this check of gate/],
    'another region': [
      `[${header.replace('testland', 'abroad')}\n,${line}\n]`,
      /is of gate in abroad, this check of gate/,
    ],
    'a target that the plan does not have': [
      `[${header}\n,${line}\n,${line.replace('lanes-2025', 'gone-2025')}\n]`,
      /says how gone-2025 stood, which the plan does not have/,
    ],
    'what its day does not allow': [row('["missed"]'), /says of lanes-2025 what cannot be said as of 2023-12-31/],
    'a pace after its day': [row('["behind"]', '"gap": null, "asOf": "2026-01-01"'), /cannot be said as of 2026-01-01/],
    'a day that no calendar has': [row('["met"]', '"gap": null, "asOf": "2023-13-01"'), /is damaged: 1\.asOf: no day/],
    'a conflict that git left': [
      `[${header}\n<<<<<<< ours\n,${line}\n=======\n>>>>>>> theirs\n]`,
      /kept\.json:2:1: this is not JSON/,
    ],
    'no list of ours': ['[1, 2]', /is not an analysis/],
    nothing: ['', /the file is empty/],
  };

  test.each(Object.entries(damaged))(
    '%s: refused, with --update as the way out, and not replaced',
    async (_what, [content, message]) => {
      for (const update of ['', ' --update']) {
        writeFileSync(kept, content);
        const { code, stdout, stderr } = await check(`reports/behind.yaml${update}`);
        expect(stderr).toMatch(message);
        expect(stderr).toContain(`--since ${kept} --update`);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(text()).toBe(content);
      }
    },
  );

  test('not there: refused, with --update as the way out', async () => {
    forget();
    const { code, stderr } = await check('reports/behind.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--since ${kept} --update`)]);
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

const standing = (target: string): fc.Arbitrary<Standing> =>
  fc.record({
    target: fc.constant(target),
    possible: fc.subarray(worstToBest, { minLength: 1 }),
    gap: fc.option(fc.record({ high: fc.option(fc.integer({ min: -9, max: 9 })) })),
    asOf: fc.constantFrom('2023-12-31', '2024-12-31'),
  });

const sinceOf = (standings: readonly Standing[]): Since => ({ plan: 'p', region: 'r', standings });

async function read(name: string): Promise<Since> {
  const io = {
    cwd: tmp,
    env: {},
    today: () => '2024-06-30',
    home: '/',
    latestToday: () => '2024-06-30',
    stdin: [] as never,
    stdout: null as never,
    stderr: null as never,
  };
  return readSince(name, io);
}

test('what is written is what is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...names.map(standing)), async standings => {
      writeFileSync(path.join(tmp, 'written.json'), renderSince(sinceOf(standings)));
      expect(await read('written.json')).toEqual(sinceOf(standings));
    }),
    { numRuns: 200 },
  );
});

describe('git', () => {
  function merged(base: Since, ours: Since, theirs: Since): Since {
    const files = { ours, base, theirs };
    for (const [name, since] of Object.entries(files)) writeFileSync(path.join(tmp, name), renderSince(since));
    const text = execFileSync('git', ['merge-file', '-p', 'ours', 'base', 'theirs'], { cwd: tmp, encoding: 'utf8' });
    const [{ plan, region }, ...standings] = JSON.parse(text);
    return { plan, region, standings };
  }

  test('merges two branches that change different targets, however near', () => {
    const changes = fc.record({
      base: fc.tuple(...names.map(standing)),
      changed: fc.tuple(...names.map(standing)),
      whose: fc.tuple(...names.map(() => fc.constantFrom('ours', 'theirs', 'nobody'))),
    });
    fc.assert(
      fc.property(changes, ({ base, changed, whose }) => {
        const by = (...who: string[]) =>
          sinceOf(base.map((each, index) => (who.includes(whose[index] ?? '') ? (changed[index] ?? each) : each)));
        expect(merged(sinceOf(base), by('ours'), by('theirs'))).toEqual(by('ours', 'theirs'));
      }),
      { numRuns: 60 },
    );
  });

  test('merges a new and a lost target with a change of the one before, or of any that is no neighbour', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(target => ({
      target,
      possible: ['behind' as const],
      gap: { high: 5 },
      asOf: '2023-12-31',
    })) as [Standing, Standing, Standing, Standing];
    const better = (each: Standing): Standing => ({ ...each, possible: ['met'] });
    const since = (...standings: Standing[]) => sinceOf(standings);
    expect(merged(since(a, c), since(better(a), c), since(a, b, c))).toEqual(since(better(a), b, c));
    expect(merged(since(a, c), since(a, better(c)), since(a, c, d))).toEqual(since(a, better(c), d));
    expect(merged(since(a, b, c), since(better(a), b, c), since(a, c))).toEqual(since(better(a), c));
    expect(merged(since(a, b, c), since(better(a), b, c), since(a, b))).toEqual(since(better(a), b));
    expect(merged(since(a, c, d), since(a, c, better(d)), since(a, b, c, d))).toEqual(since(a, b, c, better(d)));
  });
});
