import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codesWithPages, readPages } from '../../src/cli/code-pages.ts';
import { exitReasons } from '../../src/model/exit-reason.ts';
import { lintCatalogue } from '../../src/model/lint.ts';
import { mistakeCatalogue } from '../../src/model/mistake.ts';
import {
  arithmeticChecks,
  decidingFacts,
  refusalReasons,
  setAsideReasons,
  useReasons,
  verdictReasons,
} from '../../src/model/reason.ts';
import { verdicts } from '../../src/model/verdict.ts';
import { type CodePage, paragraphsOf, samplesOf } from '../../src/render/code-page.ts';
import { sampleKinds, type Vocabulary, vocabularies } from '../../src/render/words/code-page.ts';
import { problemCatalogue } from '../../src/values/problem.ts';
import { SAMPLE_PLAN, told } from '../support/code-samples.ts';
import { runCli } from '../support/io.ts';

const catalogues: Readonly<Record<Vocabulary, readonly string[]>> = {
  problem: Object.keys(problemCatalogue),
  lint: Object.keys(lintCatalogue),
  verdict: verdicts,
  reason: Object.keys(verdictReasons),
  deciding: Object.keys(decidingFacts),
  refusal: Object.keys(refusalReasons),
  used: Object.keys(useReasons),
  'set-aside': Object.keys(setAsideReasons),
  arithmetic: Object.keys(arithmeticChecks),
  exit: Object.keys(exitReasons),
  mistake: Object.keys(mistakeCatalogue),
};

/** Problems that no small text can show, and why. */
const WITHOUT_SAMPLE: Readonly<Record<string, string>> = {
  'file-unreadable': 'a folder or a file without permission',
  'folder-without-reports': 'a folder',
  'lint-error': 'what the page of each lint shows',
  'unknown-format': 'the name of a file',
  'files-not-read': 'a folder',
  'too-large': 'a large file',
  'archive-bomb': 'a packed file',
  'beyond-limit': 'a large file',
  'damaged-file': 'a damaged file',
  'no-open-workbook': 'a workbook',
  'given-twice': 'a workbook',
  'binary-file': 'bytes that are no text',
  'unknown-encoding': 'bytes that are no text',
  'no-plan-named': 'asked for by a batch alone',
  'several-plans': 'takes more than one report',
  'read-as-gb18030': 'bytes in another encoding',
  'more-problems': 'ten thousand errors',
  'too-many-columns': 'a thousand columns',
  'unknown-sheet': 'a workbook',
  'merged-cells': 'a workbook',
  'odd-cell': 'a workbook',
  'hidden-rows': 'a workbook',
  'hidden-columns': 'a workbook',
  'struck-out': 'a workbook',
  'not-shown': 'a workbook',
  'shown-by-condition': 'a workbook',
  'shown-otherwise': 'a workbook',
  'error-in-cell': 'a workbook',
  'formula-without-value': 'a workbook',
  'other-sheets': 'a workbook',
  'swapped-columns': 'cells that are wrong by themselves as well',
};

const pages: CodePage[] = [];
for (const [code, among] of await codesWithPages()) pages.push(...(await readPages(code, among)));
const named = pages.map(page => ({ ...page, name: `${page.vocabulary}/${page.code}`, page }));

test('each code has a page, and each page a code', () => {
  for (const vocabulary of vocabularies) {
    const own = pages.filter(page => page.vocabulary === vocabulary).map(({ code }) => code);
    expect(own.toSorted(), vocabulary).toEqual(catalogues[vocabulary].toSorted());
  }
  const folders = readdirSync('docs/codes', { withFileTypes: true });
  expect(folders.flatMap(each => (each.isDirectory() ? [each.name] : [])).toSorted()).toEqual(vocabularies.toSorted());
  expect(folders.flatMap(each => (each.isFile() ? [`docs/codes/${each.name}`] : []))).toEqual([SAMPLE_PLAN]);
});

describe('the page', () => {
  test.each(named)('$name is short and whole in both languages', ({ page, code, text }) => {
    expect(text).toMatch(/^# [a-z0-9-]+\n\n## en\n\n[\s\S]+\n\n## zh\n\n[\s\S]+\n$/);
    expect(text.split('\n')[0]).toBe(`# ${code}`);
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    const samples = samplesOf(page);
    expect(headings).toEqual(['en', 'zh', ...samples.map(({ is, kind }) => `${is} (${kind})`)]);
    for (const { kind } of samples) expect(sampleKinds).toContain(kind);
    for (const lang of ['en', 'zh'] as const) {
      const paragraphs = paragraphsOf(page, lang);
      expect(paragraphs.length, lang).toBeGreaterThanOrEqual(2);
      expect(paragraphs.length, lang).toBeLessThanOrEqual(4);
      const rows = paragraphs.join('').replace(/[\u3000-\uffef]/g, 'xx').length / 100;
      expect(rows, lang).toBeLessThan(12);
    }
  });

  test.each(named)('$name says in Chinese what is Chinese, and in English what is English', ({ page }) => {
    const withoutCode = (lang: 'en' | 'zh') =>
      paragraphsOf(page, lang)
        .join('\n')
        .replace(/`[^`]*`/g, '');
    // Words of plans and reports that a page is about stand in “quotes”.
    expect(withoutCode('en').replace(/“[^”]*”/g, '')).not.toMatch(/[\u3000-\uffef]/);
    expect(withoutCode('zh')).not.toMatch(/[,;?!]|\. |\(|\)|[\u4e00-\u9fff] [\u4e00-\u9fff]/);
    // A line break would be a space between two characters.
    expect(page.text).not.toMatch(/[\u3000-\uffef]\n[\u3000-\uffef]/);
  });
});

const ofInputs = named.filter(({ vocabulary }) => vocabulary === 'problem' || vocabulary === 'lint');

describe('the samples of', () => {
  const withSamples = ofInputs.filter(({ page }) => samplesOf(page).length > 0);

  test('all problems and lints but those that no small text can show', () => {
    const without = ofInputs.filter(({ page }) => samplesOf(page).length === 0).map(({ code }) => code);
    expect(without.toSorted()).toEqual(Object.keys(WITHOUT_SAMPLE).toSorted());
  });

  test.each(withSamples)('$name: the wrong one has this fault and no other, the right one none', async each => {
    const of = (is: 'wrong' | 'right') => samplesOf(each.page).filter(sample => sample.is === is);
    const wrong = await told(of('wrong'));
    expect(each.vocabulary === 'lint' ? wrong.findings : wrong.problems).toEqual([each.code]);
    if (each.vocabulary === 'lint') expect(wrong.problems).toEqual([]);
    expect(await told(of('right'))).toEqual({ problems: [], findings: [] });
  });
});

describe('explain', () => {
  const explain = (...argv: string[]) => runCli(['explain', ...argv]);

  test.each(['en', 'zh'] as const)('prints every page in %s, without a plan or a report', async lang => {
    for (const code of new Set(pages.map(page => page.code))) {
      const { code: exit, stdout, stderr } = await explain(`code:${code}`, '--lang', lang);
      expect([exit, stderr], code).toEqual([0, '']);
      for (const page of pages.filter(each => each.code === code)) {
        const flat = (text: string) => text.replace(/\s/g, '');
        for (const paragraph of paragraphsOf(page, lang)) expect(flat(stdout)).toContain(flat(paragraph));
        for (const { text } of samplesOf(page)) expect(flat(stdout)).toContain(flat(text));
      }
    }
  });

  test('prints a page of each vocabulary that has the name', async () => {
    const { stdout } = await explain('implausible');
    expect(stdout).toContain('implausible · a problem in an input');
    expect(stdout).toContain('implausible · why a figure is set aside');
  });

  test('takes a target of the name before the code, and the code where it is asked for', async () => {
    const argv = ['--plan', 'test/support/plan-with-codes.yaml'];
    const report = "as_of: 2023-12-31\nmetrics: { stale: '5' }\n";
    const target = await runCli(['explain', 'stale', '-', ...argv], { stdin: report });
    expect(target.stdout).toContain('Stale bread (stale)');
    expect((await explain('code:stale', ...argv)).stdout).toContain('stale · what is said beside a verdict');
    expect((await explain('stale')).stdout).toContain('stale · what is said beside a verdict');
  });

  test('prints a page whatever is wrong with the settings or the plan', async () => {
    expect((await explain('unknown-plan', '--plan', 'atlantis')).code).toBe(0);
    expect((await explain('bad-day', '--as-of', 'soon', '--lang', 'zh')).stdout).toContain('日期');
  });

  test.each([
    ['bad-quantty', 'did you mean "bad-quantity"?'],
    ['5g-station-2025', 'did you mean "5g-stations-2025"?'],
    ['code:bad-quantty', 'did you mean "bad-quantity"?'],
    ['code:5g-stations-2025', 'no code is called "5g-stations-2025"'],
    ['nothing-like-it-at-all', 'no code is called so'],
  ])('%s is neither a target nor a code: 2, with the nearest of both', async (name, said) => {
    const { code, stdout, stderr } = await explain(name);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  test('has no JSON of a page', async () => {
    expect(await explain('stale', '--format', 'json')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('whoever is told a code is told once how to read more', () => {
  test.each([
    ['of a problem', 'as_of: soon\nmetrics: { nothing: 9成 }\n', [], 'bad-day'],
    [
      'of what was asked for',
      'as_of: 2023\nmetrics: { 5g-base-stations: 93307 }\n',
      ['--only', 'a,b'],
      'selects-nothing',
    ],
  ])('%s', async (_what, stdin, argv, code) => {
    const { stderr } = await runCli(['check', '-', ...argv], { stdin });
    expect(stderr.trimEnd().split('\n').at(-1)?.trim()).toBe(`more about a code: shanxi-plan explain ${code}`);
    expect(stderr.split('shanxi-plan explain')).toHaveLength(2);
    const { stderr: chinese } = await runCli(['check', '-', ...argv, '--lang', 'zh'], { stdin });
    expect(chinese.trimEnd().split('\n').at(-1)?.trim()).toBe(`代码的说明：shanxi-plan explain ${code} --lang zh`);
  });
});

test('docs/reference.md links each code to its page', () => {
  const links = [...readFileSync('docs/reference.md', 'utf8').matchAll(/\]\((codes\/[^)]+)\)/g)].map(([, to]) => to);
  for (const link of links) expect(existsSync(`docs/${link}`), link).toBe(true);
  expect(new Set(links)).toEqual(new Set(named.map(({ name }) => `codes/${name}.md`)));
});
