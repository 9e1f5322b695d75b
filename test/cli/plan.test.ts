import { describe, expect, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';

const SHIPPED = 'shanxi-new-infrastructure-2021-25';

const outputs: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['list.en.txt', ['plan', 'list']],
  ['list.zh.txt', ['plan', 'list', '--lang', 'zh']],
  ['list.json', ['plan', 'list', '--format', 'json']],
  ['show.en.txt', ['plan', 'show']],
  ['show.zh.txt', ['plan', 'show', SHIPPED, '--lang', 'zh']],
  ['lint.en.txt', ['plan', 'lint']],
  ['lint.zh.txt', ['plan', 'lint', SHIPPED, '--lang', 'zh']],
  ['lint-fixture.json', ['plan', 'lint', 'fixtures/lint/vague-wording.yaml', '--format', 'json']],
];

describe('prints', () => {
  test.each(outputs)('%s', async (name, argv) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expectGolden(`plan/${name}`, stdout);
  });

  test.each(['en', 'zh'])('show in %s within 80 columns', async lang => {
    const { stdout } = await runCli(['plan', 'show', '--lang', lang]);
    const width = (line: string) => [...line].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
    expect(stdout.split('\n').filter(line => width(line) > 80)).toEqual([]);
  });

  test('show counts what no source names and nobody concluded', async () => {
    const { stdout } = await runCli(['plan', 'show', 'fixtures/plan-language/other-goals.yaml']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Measures: ? announced, 0 named by a source, 0 inferred, 4 without a source, 4 with a number',
    );
  });

  test('show as JSON: the plan itself, with nothing unbounded left as text', async () => {
    const { code, stdout } = await runCli(['plan', 'show', '--format', 'json']);
    const shown = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(shown).toMatchObject({ schemaVersion: 1, plan: { id: SHIPPED }, counts: { targets: 18 } });
    expect(shown.plan.assumptions[0].value).toMatchObject({ low: null, high: 35_100_000 });
  });
});

const exits: readonly (readonly [name: string, argv: readonly string[], code: number])[] = [
  ['the shipped plan: warnings alone', ['plan', 'lint'], 0],
  ['as many warnings as allowed', ['plan', 'lint', 'fixtures/lint/vague-wording.yaml', '--max-warnings', '1'], 0],
  ['more warnings than allowed', ['plan', 'lint', 'fixtures/lint/vague-wording.yaml', '--max-warnings', '0'], 1],
  ['an error', ['plan', 'lint', 'fixtures/lint/goal-outside-plausible.yaml'], 1],
  ['notes are no warnings', ['plan', 'lint', 'fixtures/lint/indicator-unused.yaml', '--max-warnings', '0'], 0],
  ['a clean plan', ['plan', 'lint', 'fixtures/lint/clean.yaml', '--max-warnings', '0'], 0],
  ['no such plan', ['plan', 'lint', 'shanxi'], 2],
  ['no such file', ['plan', 'lint', 'fixtures/lint/none.yaml'], 2],
  ['not a plan', ['plan', 'lint', 'fixtures/shanxi/2020-07-23-miit.yaml'], 2],
  ['a number of warnings that is none', ['plan', 'lint', '--max-warnings', 'few'], 2],
  ['a format that is none', ['plan', 'show', '--format', 'yaml'], 2],
  ['show of no such plan', ['plan', 'show', 'shanxi'], 2],
  ['no such subcommand', ['plan', 'shwo'], 2],
];

describe('exit code of', () => {
  test.each(exits)('%s', async (_name, argv, expected) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect(code).toBe(expected);
    if (expected === 2) {
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
    }
  });
});

test('a plan that the reader refuses is told in the same words as in a check', async () => {
  const { stdout, stderr } = await runCli(['plan', 'lint', 'fixtures/shanxi/2020-07-23-miit.yaml', '--format', 'json']);
  expect(stderr).toContain('[missing-key]');
  expect(JSON.parse(stdout)).toMatchObject({ plan: null, findings: [] });
});
