import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { formatIds } from '../../src/render/registry.ts';
import { runCli } from '../support/io.ts';

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-render-'));
const gate = path.join(packageRoot, 'fixtures', 'gate');

afterAll(() => rmSync(tmp, { recursive: true, force: true }));

/** Analyses that hold something of everything: waivers, a ratchet, warnings, problems, undecided and invented. */
const checks = {
  'the real data': { cwd: packageRoot, argv: ['fixtures/shanxi', '--as-of', '2023-12-31'] },
  'the real data in 2026': { cwd: packageRoot, argv: ['fixtures/shanxi', '--as-of', '2026-06-30'] },
  'a gate with all that it can have': {
    cwd: gate,
    argv: [
      ...['reports/behind.yaml', 'reports/missed.yaml', '--plan', 'plan.yaml', '--waivers', 'waivers/valid.yaml'],
      ...['--since', `${tmp}/since.json`, '--margin', '2%', '--max-warnings', '5', '--allow-undecided=no-report'],
    ],
  },
  'hostile texts': { cwd: packageRoot, argv: ['fixtures/hostile/report.yaml', '--plan', 'fixtures/hostile/plan.yaml'] },
};

const analysisOf = (index: number): string => path.join(tmp, `${index}.json`);

beforeAll(async () => {
  const since = ['check', 'reports/missed.yaml', '--plan', 'plan.yaml', '--format', `json=${tmp}/since.json`];
  await runCli(since, { cwd: gate });
  for (const [index, { cwd, argv }] of Object.values(checks).entries())
    await runCli(['check', ...argv, '--format', `json=${analysisOf(index)}`], { cwd });
});

const views = [
  { lang: 'en', width: '80' },
  { lang: 'zh', width: '132' },
];
const runs = Object.entries(checks).flatMap(([name, check], index) =>
  views.map(view => ({ name, ...check, index, ...view })),
);

describe.each(runs)('render prints $name as check did: $lang, $width columns', ({ cwd, argv, index, lang, width }) => {
  const folderOf = (command: string): string => path.join(tmp, `${command}-${index}-${lang}`);
  const codes = { check: -1, render: -2 };

  beforeAll(async () => {
    for (const [command, input] of [['check', argv] as const, ['render', [analysisOf(index)]] as const]) {
      mkdirSync(folderOf(command));
      const files = formatIds.flatMap(format => ['--format', `${format}=${folderOf(command)}/${format}`]);
      codes[command] = (await runCli([command, ...input, ...files, '--lang', lang, '--width', width], { cwd })).code;
    }
  });

  test('with the same exit code', () => expect(codes.render).toBe(codes.check));

  test.each(formatIds)('%s', format => {
    const [checked, rendered] = ['check', 'render'].map(command => readFileSync(`${folderOf(command)}/${format}`));
    expect(checked?.length).toBeGreaterThan(0);
    expect(checked && rendered?.equals(checked), `${format} differs`).toBe(true);
  });
});

test('in colour too, and to files', async () => {
  const { cwd, argv } = checks['the real data'];
  const checked = await runCli(['check', ...argv, '--color', '--format', 'table', '--format', `xlsx=${tmp}/a.xlsx`], {
    cwd,
  });
  const files = ['--format', 'table', '--format', `xlsx=${tmp}/b.xlsx`];
  const rendered = await runCli(['render', analysisOf(0), '--color', ...files]);
  expect(rendered.stdout).toBe(checked.stdout);
  expect(readFileSync(`${tmp}/b.xlsx`).equals(readFileSync(`${tmp}/a.xlsx`))).toBe(true);
});

describe('what is no analysis of this version is refused', () => {
  const whole = (): string => readFileSync(analysisOf(0), 'utf8');
  const changed = (change: (analysis: Record<string, unknown>) => unknown): string => {
    const analysis = JSON.parse(whole()) as Record<string, unknown>;
    change(analysis);
    return JSON.stringify(analysis);
  };
  const firstOf = (analysis: Record<string, unknown>) =>
    (analysis['assessments'] as Record<string, unknown>[])[0] as Record<string, unknown>;
  const refusals: Readonly<Record<string, readonly [text: () => string, message: RegExp]>> = {
    'cut off': [() => whole().slice(0, 5000), /refused\.json:\d+:\d+: this is not JSON/],
    empty: [() => '', /refused\.json: the file is empty/],
    'no JSON': [() => 'report: figures\n', /refused\.json:1:1: this is not JSON/],
    'foreign JSON': [() => '{ "results": [] }', /is not an analysis/],
    'a JSON list': [() => '[1, 2]', /is not an analysis/],
    null: [() => 'null', /is not an analysis/],
    'binary data': [() => '\u0000\u0001\u0002PK', /refused\.json: this is not a text file/],
    'an older version': [
      () => changed(each => Object.assign(each, { schemaVersion: 0 })),
      /has schema version 0, this tool reads version 1/,
    ],
    'a newer version': [
      () => changed(each => Object.assign(each, { schemaVersion: 2 })),
      /has schema version 2, this tool reads version 1/,
    ],
    'a version in words': [
      () => changed(each => Object.assign(each, { schemaVersion: '1' })),
      /has schema version 1, this tool reads version 1|is damaged/,
    ],
    'a part lost': [() => changed(each => delete each['assessments']), /is damaged: assessments: /],
    'a part added': [() => changed(each => Object.assign(each, { extra: true })), /is damaged: .*extra/],
    'another type': [
      () => changed(each => Object.assign(firstOf(each), { pace: 'fast' })),
      /is damaged: assessments\.0\.pace: /,
    ],
    'an unknown verdict': [
      () => changed(each => Object.assign(firstOf(each), { verdict: 'splendid' })),
      /is damaged: assessments\.0\.verdict: /,
    ],
  };

  test.each(Object.entries(refusals))('%s', async (_name, [text, message]) => {
    const file = path.join(tmp, 'refused.json');
    writeFileSync(file, text());
    const { code, stdout, stderr } = await runCli(['render', file]);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('a file that is not there, and a folder', async () => {
    mkdirSync(path.join(tmp, 'folder.json'));
    const absent = await runCli(['render', path.join(tmp, 'absent.json')]);
    expect([absent.code, absent.stderr]).toEqual([2, expect.stringContaining('absent.json: no such file')]);
    const folder = await runCli(['render', path.join(tmp, 'folder.json')]);
    expect([folder.code, folder.stderr]).toEqual([
      2,
      expect.stringContaining('folder.json: the file cannot be read: EISDIR'),
    ]);
  });

  test('an unknown format, before anything is read', async () => {
    const { code, stderr } = await runCli(['render', 'absent.json', '--format', 'tabel']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "table"?')]);
  });
});
