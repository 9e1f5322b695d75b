import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Analysis, Assessment } from '../../src/model/analysis.ts';
import { gapDistance, timeDistance } from '../../src/render/distance.ts';
import type { RenderOptions } from '../../src/render/format.ts';
import { formatGoal } from '../../src/render/layout/numbers.ts';
import { table } from '../../src/render/table.ts';
import { bar } from '../../src/render/terminal/bar.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import { runCli } from '../support/io.ts';
import { manyTargets } from '../support/many-targets.ts';
import { analyses, hostile, languages } from './analyses.ts';

const LINES = 24;

const shown = (analysis: Analysis, options: Partial<RenderOptions> = {}): string =>
  String(table.render(analysis, { lang: 'en', width: 80, isColored: false, ...options }));

const unwrapped = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('- ', '-');

const of = (analysis: Analysis, severity: Assessment['severity']) =>
  analysis.assessments.filter(each => each.severity === severity);

describe.each(['the real data in 2023', 'the real data in 2026'])('the first 24 lines at 80 columns, %s', name => {
  test.each(languages)('say what fails, what cannot be said and what to ask for (%s)', async lang => {
    const analysis = (await analyses[name]) as Analysis;
    const lines = shown(analysis, { lang }).split('\n').slice(0, LINES);
    const seen = lang === 'zh' ? lines.join('').replace(/\s+/g, '') : unwrapped(lines.join('\n'));
    const written = (text: string) => (lang === 'zh' ? text.replace(/\s+/g, '') : text.replaceAll('- ', '-'));
    for (const { title, goal } of of(analysis, 'fail')) {
      expect(seen).toContain(written(title[lang]));
      expect(seen).toContain(written(formatGoal(goal)));
    }
    for (const { title } of of(analysis, 'undecided')) expect(seen).toContain(written(title[lang]));
    const { failing, inOrder } = analysis.summary.range;
    expect(seen).toContain(written(wordsIn(lang).screen.whatever(failing, inOrder)));
    for (const heading of ['asked', ...(of(analysis, 'fail').length > 0 ? (['failing'] as const) : [])] as const)
      expect(lines).toContain(wordsIn(lang).screen[heading]);
  });
});

describe('five hundred targets', () => {
  test.each([60, 80, 120])('have a first screen, too, of what there is room for (%d)', async width => {
    const analysis = await manyTargets(500);
    const text = shown(analysis, { width, detail: 'summary' });
    expect(text.split('\n').length).toBeLessThanOrEqual(LINES + 6);
    const { failing, asked, more } = wordsIn('en').screen;
    expect(text).toContain(`\n${failing}\n`);
    expect(text).toContain(`\n${asked}\n`);
    const told = [...text.matchAll(/^✗ Indicator/gm)].length;
    expect(told).toBeGreaterThan(0);
    expect(text).toContain(more(of(analysis, 'fail').length - told));
  });
});

test('--summary is the first screen only, and what stands first in any case', async () => {
  const argv = ['check', 'fixtures/shanxi', '--as-of', '2026-06-30'];
  const { stdout: all } = await runCli(argv);
  const { stdout: summary, code } = await runCli([...argv, '--summary']);
  expect(code).toBe(1);
  expect(summary.split('\n').length).toBeLessThanOrEqual(LINES);
  expect(all.startsWith(summary)).toBe(true);
  expect(all.length).toBeGreaterThan(2 * summary.length);
});

test('--verbose tells why each figure was set aside and each target cannot be said, which else is a line', async () => {
  const argv = ['check', 'fixtures/shanxi', '--as-of', '2023-12-31'];
  const { table: words } = wordsIn('en');
  const { stdout: usual } = await runCli(argv);
  const { stdout: all } = await runCli([...argv, '--verbose']);
  for (const heading of [words.setAside, words.coverage, words.undecided]) {
    expect(usual).not.toContain(heading);
    expect(all).toContain(`\n${heading}\n`);
  }
  expect(usual).toMatch(/^\d+ figures of \d+ targets set aside/m);
});

test('--ascii leaves no sign that is not ASCII but in texts of the plan and the reports', async () => {
  const argv = ['check', 'fixtures/shanxi', '--as-of', '2026-06-30', '--ascii', '--width'];
  for (const width of ['80', '160']) {
    const { stdout } = await runCli([...argv, width]);
    expect(stdout.match(/[^\n -~]/g)).toBeNull();
    expect(stdout.split('\n').filter(line => line.length > Number(width))).toEqual([]);
  }
});

test('the last line on standard error names the targets that fail', async () => {
  const { stderr } = await runCli(['check', 'fixtures/shanxi', '--as-of', '2026-06-30']);
  const last = stderr.trimEnd().split('\n').at(-1);
  expect(last).toBe('shanxi-plan: 2 targets failing: 5g-stations-2025, national-key-labs-2025 (exit 1)');
});

test('no heading stands over nothing, and what was due says so where its column has no room', async () => {
  const text = shown((await analyses['the real data in 2026']) as Analysis, { width: 100 });
  const lines = text.split('\n');
  expect(text).not.toContain('IPv6 at scale');
  const racks = lines.findIndex(line => line.includes('Data-centre racks in use'));
  expect(racks).toBeGreaterThan(-1);
  const row = lines.findIndex((line, index) => index > 20 && line.startsWith('    Data-centre racks in use'));
  expect(lines[row]).toMatch(/nothing .* due 100\.0 % .*undecided/);
});

describe('how far it is from the goal has a word, not a sign', () => {
  const words = wordsIn('en');
  const months = (count: number) => words.screen.months(String(count));
  const goal = { comparator: 'at_least', value: 10, low: 10, high: null, unit: 'piece' } as Assessment['goal'];
  const known = (low: number | null, high: number | null, bound: 'low' | 'high' | 'range' | null) => ({
    value: { low, high, nominal: low ?? high ?? 0, text: null, asOf: '2023-12-31', bound },
    goal,
    whole: true,
  });
  const gap = (low: number | null, high: number | null, nominal: number) => ({ low, high, nominal, percent: null });

  test.each([
    ['4 short', known(6, 6, null), gap(4, 4, 4)],
    ['4 surplus', known(14, 14, null), gap(-4, -4, -4)],
    ['0', known(10, 10, null), gap(0, 0, 0)],
    ['2–4 short', known(6, 8, 'range'), gap(2, 4, 3)],
    ['2–4 surplus', known(12, 14, 'range'), gap(-4, -2, -3)],
    ['2 surplus to 3 short', known(7, 12, 'range'), gap(-2, 3, 0)],
    ['≤ 4 short', known(6, null, 'low'), gap(null, 4, 4)],
    ['≥ 4 surplus', known(14, null, 'low'), gap(null, -4, -4)],
    ['≥ 4 short', known(null, 6, 'high'), gap(4, null, 4)],
    ['≤ 4 surplus', known(null, 14, 'high'), gap(-4, null, -4)],
    ['1–3 short', known(6.5, 9.4, 'range'), gap(0.6, 3.5, 2)],
  ] as const)('%s', (text, of, missing) => {
    expect(
      gapDistance({ ...of, gap: missing }, words)
        ?.join(' ')
        .trim(),
    ).toBe(text);
  });

  test.each([
    ['8.6 months ahead', 8.6, known(6, 6, null), gap(4, 4, 4)],
    ['1 month late', -1, known(6, 6, null), gap(4, 4, 4)],
    ['on time', 0, known(6, 6, null), gap(4, 4, 4)],
    ['≤ 7 months late', -7, known(6, null, 'low'), gap(null, 4, 4)],
    ['≥ 7 months ahead', 7, known(6, null, 'low'), gap(null, 4, 4)],
    ['≥ 7 months late', -7, known(null, 6, 'high'), gap(4, null, 4)],
  ] as const)('%s', (text, monthsAhead, of, missing) => {
    expect(
      timeDistance({ ...of, gap: missing, monthsAhead }, words, months)
        ?.join(' ')
        .trim(),
    ).toBe(text);
  });
});

describe('the drawn line', () => {
  test('is as wide as its column at most, whatever the numbers, and has the mark of the goal', async () => {
    const all = [...Object.values(analyses), hostile(), manyTargets(60)];
    for (const analysis of await Promise.all(all))
      for (const assessment of analysis.assessments) {
        const drawn = bar(assessment, 20);
        expect(stringWidth(drawn)).toBeLessThanOrEqual(20);
        const { value, goal } = assessment;
        const isDrawn = value !== null && (value.low !== null || value.high !== null);
        expect(drawn !== '', assessment.target).toBe(isDrawn);
        if (isDrawn && (goal.low ?? goal.high) !== null) expect(drawn).toContain('│');
      }
  });
});
