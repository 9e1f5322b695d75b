import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { verdicts } from '../../src/model/verdict.ts';
import { type FormatId, formatIds } from '../../src/render/registry.ts';
import { verdictSigns } from '../../src/render/signs.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import type { Lang } from '../../src/render/words/words.ts';
import { analyses, hostile, languages, rendered, renderedText, withWaiver } from './analyses.ts';
import { workflowCommands } from './readers/terminal.ts';

/** Control characters but the line feed and the tab between fields, and marks of direction. */
const DANGEROUS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe('nothing that a terminal obeys or that turns text around reaches', () => {
  /** They are read by programs, which get the texts as they are or as their own reader of the format has them. */
  const unseen: readonly FormatId[] = ['csv', 'xlsx', 'junit', 'prometheus'];
  const shown = formatIds.filter(id => !unseen.includes(id));

  test.each(shown.flatMap(id => languages.map(lang => ({ id, lang }))))('$id ($lang)', async ({ id, lang }) => {
    expect(DANGEROUS.exec(String(await rendered(id, await hostile(), lang)))).toBeNull();
  });
});

describe('the table', () => {
  const names = Object.keys(analyses);
  const cases = names.flatMap(name =>
    languages.flatMap(lang => [60, 80, 100, 160].map(width => ({ name, lang, width }))),
  );

  test.each(cases)('keeps within $width columns ($lang), $name', async ({ name, lang, width }) => {
    const text = await renderedText('table', (await analyses[name]) as Analysis, lang, width);
    expect(text.split('\n').filter(line => stringWidth(line) > width)).toEqual([]);
  });

  test.each(languages.flatMap(lang => [100, 160].map(width => ({ lang, width }))))(
    'has its verdicts in one column behind wide characters ($lang, $width)',
    async ({ lang, width }) => {
      const text = await renderedText('table', await hostile(), lang, width);
      const columns = new Set(verdictColumns(text, lang));
      expect([...columns]).toHaveLength(1);
    },
  );
});

/** The displayed column in which each verdict of the first table begins. */
function verdictColumns(text: string, lang: Lang): number[] {
  const { verdict, metEarly } = wordsIn(lang);
  const words = [
    ...verdicts.map(code => `${verdictSigns[code]} ${verdict[code].name}`),
    `${verdictSigns.met} ${metEarly}`,
  ];
  const [gaps = ''] = text.split(wordsIn(lang).table.summary);
  return gaps.split('\n').flatMap(line => {
    const found = words.find(word => line.endsWith(`  ${word}`));
    return found === undefined ? [] : [stringWidth(line.slice(0, line.length - found.length))];
  });
}

describe('the annotations of GitHub', () => {
  test('stand at the figure, or at the plan where there is none', async () => {
    const analysis = await hostile();
    const commands = workflowCommands(await renderedText('github', analysis));
    const places = new Map(commands.map(({ properties }) => [properties['title'], properties]));
    const missed = [...places].find(([title]) => title?.startsWith('missed: -2+3'))?.[1];
    expect(missed).toMatchObject({ file: 'fixtures/hostile/report.yaml', line: '15' });
    const undecided = [...places].find(([title]) => title?.startsWith('undecided: Pneumono'))?.[1];
    expect(undecided).toMatchObject({ file: 'fixtures/hostile/plan.yaml', line: '1' });
    expect(commands.filter(({ properties }) => !/^\d+$/.test(properties['line'] ?? ''))).toEqual([]);
  });

  test('are one for each failing, undecided or warning target, the failing ones first', async () => {
    const analysis = await hostile();
    const commands = workflowCommands(await renderedText('github', analysis));
    const { fail = 0, warn = 0, undecided = 0 } = analysis.summary.severities;
    const kinds = commands.map(({ name }) => name);
    expect(kinds).toEqual([
      ...Array(fail).fill('error'),
      ...Array(warn + undecided).fill('warning'),
      'notice',
      'notice',
    ]);
    expect(commands[0]?.properties['title']).toMatch(/^missed: /);
  });

  test('are at most ten of a kind, then one says how many more there are', async () => {
    const commands = workflowCommands(await renderedText('github', many(await hostile(), 5)));
    const errors = commands.filter(({ name }) => name === 'error');
    const titles = errors.map(({ properties }) => properties['title']?.split(':')[0]);
    expect(titles).toEqual([...Array(5).fill('missed'), ...Array(5).fill('reversing')]);
    expect(commands.filter(({ name }) => name === 'warning')).toHaveLength(10);
    const notices = commands.filter(({ name }) => name === 'notice').map(({ message }) => message);
    expect(notices[0]).toBe('no room here for 25 more failing');
  });

  test('leave out what a valid waiver covers, and nothing else', async () => {
    const analysis = await hostile();
    const errors = async (validity: 'valid' | 'expired') =>
      workflowCommands(await renderedText('github', withWaiver(analysis, 'minus', validity))).filter(
        ({ name }) => name === 'error',
      ).length;
    expect(await errors('valid')).toBe((analysis.summary.severities.fail ?? 0) - 1);
    expect(await errors('expired')).toBe(analysis.summary.severities.fail);
  });
});

/** The same targets several times, in the order of the summary. */
function many(analysis: Analysis, times: number): Analysis {
  const copies = Array.from({ length: times }, (_, index) => `-${index}`);
  const { summary } = analysis;
  return {
    ...analysis,
    assessments: analysis.assessments.flatMap(each => copies.map(copy => ({ ...each, target: each.target + copy }))),
    summary: { ...summary, worstFirst: summary.worstFirst.flatMap(target => copies.map(copy => target + copy)) },
  };
}
