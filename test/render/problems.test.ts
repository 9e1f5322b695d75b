import { describe, expect, it } from 'vitest';
import { renderProblems } from '../../src/render/problems.ts';
import type { BareProblem, Problem } from '../../src/values/problem.ts';

const at = (problem: BareProblem, file: string, line: number): Problem => ({
  ...problem,
  place: { file, span: { line, col: 1, endLine: line, endCol: 2 } },
});

const many = (problem: BareProblem, count: number, file: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => at(problem, file(index), index + 1));

const text = (problems: readonly Problem[], lang: 'en' | 'zh' = 'en') =>
  renderProblems(problems, { lang, isColored: false });

const headers = (output: string) => output.split('\n').filter(line => /^\S+:\d+:\d+: /.test(line));

describe('very many problems', () => {
  const unknown: BareProblem = { code: 'unknown-definition', args: { name: 'x', allowed: ['built'], near: undefined } };
  const warnings = many(unknown, 300, index => `w-${index % 3}.csv`);
  const wrongUnit: BareProblem = { code: 'wrong-unit', args: { found: 'km', expected: { en: 'm', zh: '米' } } };
  const errors = many(wrongUnit, 12_445, index => `e-${index % 2}.csv`);
  const rare = at({ code: 'duplicate-key', args: {} }, 'rare.csv', 9);
  const all = [...warnings, ...errors, rare];

  it('the first hundred are shown, errors before warnings, none of whose kinds is left out', () => {
    const shown = headers(text(all));
    expect(shown).toHaveLength(100);
    expect(shown.filter(line => line.includes('[wrong-unit]'))).toHaveLength(99);
    expect(shown.at(-1)).toMatch(/^rare\.csv:9:1: .*\[duplicate-key\]$/);
  });

  it('the others are counted by kind, and all in the end', () => {
    expect(text(all).trimEnd().split('\n').slice(-5)).toStrictEqual([
      '… and 300 more [unknown-definition] in 3 files',
      '… and 12,346 more [wrong-unit] in 2 files',
      '',
      '12446 errors, 300 warnings',
      'more about a code: shanxi-plan explain wrong-unit',
    ]);
    expect(text(all, 'zh')).toContain('……2 个文件中另有 12,346 处 [wrong-unit]\n');
  });

  it('a hundred are all shown, in their order', () => {
    const few = [...warnings.slice(0, 40), ...errors.slice(0, 60)];
    expect(headers(text(few)).map(line => line.slice(0, line.indexOf(': ')))).toStrictEqual(
      few.map(({ place }) => `${place.file}:${place.span?.line}:1`),
    );
    expect(text(few)).not.toContain('more [');
  });
});
