import { describe, expect, test } from 'vitest';
import type { lintCatalogue } from '../../src/model/lint.ts';
import { runCli } from '../support/io.ts';

const WITH_ERROR = 'fixtures/lint/goal-outside-plausible.yaml';
const lint = (...argv: string[]) => runCli(['plan', 'lint', ...argv]);

interface Finding {
  readonly code: keyof typeof lintCatalogue;
  readonly severity: string;
  readonly line: number;
}

test('what matters most comes first, and what is of one kind stands together', async () => {
  const { stdout } = await lint('--format', 'json');
  const findings: Finding[] = JSON.parse(stdout).findings;
  const ranks = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  const kinds = findings.map(({ code }) => code).filter((code, index, all) => all[index - 1] !== code);
  expect(kinds).toEqual([...new Set(kinds)]);
  for (const code of kinds) {
    const lines = findings.filter(each => each.code === code).map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  }
});

describe.each([
  ['error', []],
  ['warning', ['warning']],
  ['note', ['note', 'warning']],
] as const)('--level %s', (level, severities) => {
  test.each(['json', 'sarif', 'github', 'text'])('shows no less as %s, counts all and ends as ever', async format => {
    const { stdout, code } = await lint('--format', format, '--level', level);
    expect(code).toBe(0);
    const found: Readonly<Record<string, () => string[]>> = {
      json: () => JSON.parse(stdout).findings.map(({ severity }: Finding) => severity),
      sarif: () => JSON.parse(stdout).runs[0].results.map((each: { level: string }) => each.level),
      github: () =>
        [...stdout.matchAll(/^::(\w+) .*title=(?!plan lint)/gm)].map(([, kind = '']) => kind.replace('notice', 'note')),
      text: () => [...stdout.matchAll(/: (error|warning|note): /g)].map(([, kind = '']) => kind),
    };
    expect([...new Set(found[format]?.())].toSorted()).toEqual(severities);
    expect(stdout).toContain('37');
  });

  test('more warnings than allowed are as many at any level', async () => {
    expect((await lint('--level', level, '--max-warnings', '14')).code).toBe(1);
    expect((await lint('--level', level, '--max-warnings', '15')).code).toBe(0);
  });
});

test('as SARIF each result names its rule and its place', async () => {
  const { stdout, code } = await lint(WITH_ERROR, '--format', 'sarif');
  const [run] = JSON.parse(stdout).runs;
  expect(code).toBe(1);
  expect(run.results).toHaveLength(1);
  expect(run.results[0]).toMatchObject({ ruleId: 'goal-outside-plausible', ruleIndex: 0, level: 'error' });
  expect(run.results[0].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: WITH_ERROR },
    region: { startLine: 27, startColumn: 23 },
  });
});

test.each(['sarif', 'github'])('as %s a plan that the reader refuses is an error there, too', async format => {
  const { stdout, code } = await lint('fixtures/problems/plans/bad-formula.yaml', '--format', format);
  expect(code).toBe(2);
  expect(stdout.match(/bad-formula(?=")|title=bad-formula/g)).not.toBeNull();
  expect(stdout).toMatch(/"level": "error"|^::error file=fixtures\/problems\/plans\/bad-formula\.yaml,line=21/m);
});

test('GitHub shows ten of a kind at most, and the counts of all', async () => {
  const { stdout } = await lint('--format', 'github', '--lang', 'zh');
  for (const kind of ['error', 'warning', 'notice'])
    expect(stdout.split('\n').filter(line => line.startsWith(`::${kind} `)).length).toBeLessThanOrEqual(10);
  expect(stdout.trim().split('\n').at(-1)).toMatch(/title=plan lint::错误 0 处，警告 15 处，提示 37 处$/);
});
