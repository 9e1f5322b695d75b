import { describe, expect, it } from 'vitest';
import { renderProblems } from '../../src/render/problems.ts';
import type { Problem, ProblemCode } from '../../src/values/problem.ts';

const problem = (code: ProblemCode, file: string, line: number, args: Problem['args']): Problem => ({
  code,
  args,
  place: { file, span: { line, col: 1, endLine: line, endCol: 2 } },
});

const many = (code: ProblemCode, count: number, file: (index: number) => string, args: Problem['args'] = {}) =>
  Array.from({ length: count }, (_, index) => problem(code, file(index), index + 1, args));

const text = (problems: readonly Problem[], lang: 'en' | 'zh' = 'en') =>
  renderProblems(problems, { lang, isColored: false });

const headers = (output: string) => output.split('\n').filter(line => /^\S+:\d+:\d+: /.test(line));

describe('very many problems', () => {
  const warnings = many('unknown-definition', 300, index => `w-${index % 3}.csv`, { name: 'x', known: ['built'] });
  const errors = many('wrong-unit', 12_445, index => `e-${index % 2}.csv`, { found: 'km', expected: 'm' });
  const rare = problem('duplicate-key', 'rare.csv', 9, {});
  const all = [...warnings, ...errors, rare];

  it('the first hundred are shown, errors before warnings, none of whose kinds is left out', () => {
    const shown = headers(text(all));
    expect(shown).toHaveLength(100);
    expect(shown.filter(line => line.includes('[wrong-unit]'))).toHaveLength(99);
    expect(shown.at(-1)).toMatch(/^rare\.csv:9:1: .*\[duplicate-key\]$/);
  });

  it('the others are counted by kind, and all in the end', () => {
    expect(text(all).trimEnd().split('\n').slice(-4)).toStrictEqual([
      '… and 300 more [unknown-definition] in 3 files',
      '… and 12,346 more [wrong-unit] in 2 files',
      '',
      '12446 errors, 300 warnings',
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
