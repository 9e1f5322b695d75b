import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

/* Settings and waivers call things of the plan as people do: by an id, a title in either language or an alias. */

const plan = [
  'plan: towns',
  'title: Towns',
  'period: { from: 2021-01-01, to: 2025-12-31 }',
  'regions: [{ id: east, title: { en: East Town, zh: 东镇 }, aliases: [东] }]',
  'indicators:',
  '  roads: { title: { en: Paved roads, zh: 公路 }, aliases: [路], unit: km, kind: stock }',
  '  rails: { title: { en: Rails, zh: 铁路 }, aliases: [路], unit: km, kind: stock }',
  'tasks:',
  '  - id: transport',
  '    level: strategic',
  '    title: { en: Transport, zh: 交通 }',
  '    measures:',
  '      - id: building',
  '        title: { en: Building, zh: 建设 }',
  '        targets:',
  '          - { id: roads-2025, indicator: roads, at_least: 500, by: 2025-12-31, readings: { low: { at_least: 5 }, high: { at_least: 500 } } }',
  '          - { id: rails-2025, indicator: rails, at_least: 5, by: 2025-12-31 }',
].join('\n');

const waiver = (target: string) =>
  `waivers:\n  - { target: ${target}, verdicts: [undecided], reason: r, approver: a, document: d, from: 2024-01-01, until: 2027-01-01 }\n`;

const files = {
  'plan.yaml': plan,
  'report.yaml': 'as_of: 2025-12-31\nmetrics: { roads: 50, rails: 50 }\n',
  'waivers.yaml': waiver('公路'),
  'twice.yaml': waiver('路'),
};

const run = (...argv: readonly string[]) =>
  inTemporaryFolder(files, async cwd => {
    const [command = '', ...rest] = argv;
    const ran = await runCli([command, 'report.yaml', '--plan', 'plan.yaml', ...rest], { cwd });
    const out =
      command === 'batch' && ran.code !== 2 ? readFileSync(path.join(cwd, 'out/report.yaml.json'), 'utf8') : '';
    return { ...ran, stdout: out || ran.stdout };
  });

interface Row {
  readonly target: string;
  readonly verdict: string;
  readonly waiver: unknown;
}

const commands = [
  ['check', '--format', 'json'],
  ['batch', '--by', 'file', '--format', 'json', '--output-dir', 'out'],
] as const;

describe.each(commands.map(command => ({ name: command[0], command })))('$name', ({ command }) => {
  const judged = async (...argv: string[]): Promise<readonly Row[]> => {
    const { stdout, stderr } = await run(...command, ...argv);
    return JSON.parse(stdout || JSON.stringify(stderr)).assessments;
  };

  it.each(['roads', '公路', 'paved roads', 'ＰＡＶＥＤ ROADS', 'indicator=公路', 'roads-2025'])(
    '--only %s',
    async name => {
      expect((await judged('--only', name)).map(({ target }) => target)).toStrictEqual(['roads-2025']);
      expect((await judged('--skip', name)).map(({ target }) => target)).toStrictEqual(['rails-2025']);
    },
  );

  it.each(['公路', 'Paved roads', 'roads-2025'])('--reading %s=low', async name => {
    expect(await judged('--reading', `${name}=low`, '--only', 'roads')).toMatchObject([{ verdict: 'met' }]);
  });

  it('--require and a waiver', async () => {
    const rows = await judged('--require', '公路', '--waivers', 'waivers.yaml');
    expect(rows.find(({ target }) => target === 'roads-2025')).toMatchObject({ waiver: { target: 'roads-2025' } });
  });

  it.each([
    [
      ['--only', '路'],
      ['indicator=roads', 'indicator=rails'],
    ],
    [
      ['--skip', '路'],
      ['indicator=roads', 'indicator=rails'],
    ],
    [
      ['--require', '路'],
      ['indicator=roads', 'indicator=rails'],
    ],
    [
      ['--reading', '路=low'],
      ['roads-2025', 'rails-2025'],
    ],
    [
      ['--reading', '建设=low'],
      ['roads-2025', 'rails-2025'],
    ],
  ])('%s is several things', async (argv, candidates) => {
    const { code, stderr } = await run(...command, ...argv);
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('is the name of several things')]);
    for (const candidate of candidates) expect(stderr).toContain(candidate);
  });

  it('a waiver of several things is told at its place', async () => {
    const { code, stderr } = await run(...command, '--waivers', 'twice.yaml');
    expect([code, stderr]).toStrictEqual([2, expect.stringMatching(/^twice\.yaml:2:15: error: .*\[ambiguous-name\]/m)]);
    expect(stderr).toMatch(/roads-2025, rails-2025/);
  });
});
