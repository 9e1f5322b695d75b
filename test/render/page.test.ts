import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { drawnFigures } from '../../src/render/html/figures.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import { verdictWords } from '../../src/render/words/words.ts';
import { runCli } from '../support/io.ts';
import { manyTargets } from '../support/many-targets.ts';
import { analyses, hostile, languages, renderedText, withWaiver } from './analyses.ts';
import { attributeOf, classesOf, type Element, elementsOf, named, textOf, within } from './readers/page.ts';

const real = () => analyses['the real data in 2026'] as Promise<Analysis>;

const cases = Object.keys(analyses).flatMap(name => languages.map(lang => ({ name, lang })));
const pageOf = async (name: string, lang: (typeof languages)[number]) =>
  renderedText('html', (await analyses[name]) as Analysis, lang);

describe.each(cases)('the page of $name ($lang)', ({ name, lang }) => {
  test('runs nothing and asks for nothing', async () => {
    const page = await pageOf(name, lang);
    const elements = elementsOf(page);
    const active = ['script', 'iframe', 'object', 'embed', 'img', 'link', 'base', 'video', 'audio', 'input-image'];
    expect(elements.filter(({ tagName }) => active.includes(tagName))).toEqual([]);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name: own }) => /^on|^(?:src|srcset|style|action|formaction|ping)$/.test(own))).toEqual(
      [],
    );
    const policy = named(elements, 'meta').find(meta => attributeOf(meta, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attributeOf(policy, 'content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    const urls = [...textOf(named(elements, 'style')[0] as Element).matchAll(/url\(([^)]*)\)|@import/g)];
    expect(new Set(urls.map(([, url]) => url))).toEqual(new Set(['#hatch']));
  });

  test('links to places of its own, and to the sources that reports name', async () => {
    const analysis = (await analyses[name]) as Analysis;
    const elements = elementsOf(await pageOf(name, lang));
    const ids = elements.flatMap(element => attributeOf(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const sources = new Set(
      [
        ...analysis.assessments.flatMap(({ evidence }) => [...evidence.used, ...evidence.setAside]),
        ...analysis.forNoTarget,
      ].flatMap(({ observation }) => observation.url ?? []),
    );
    const links = elements.flatMap(element => attributeOf(element, 'href') ?? []);
    expect(links.filter(link => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
    expect(links.filter(link => !link.startsWith('#') && !(/^https?:/.test(link) && sources.has(link)))).toEqual([]);
  });

  test('says of every target its verdict, its title and its chain', async () => {
    const { assessments } = (await analyses[name]) as Analysis;
    const elements = elementsOf(await pageOf(name, lang));
    const details = named(elements, 'details', 't').map(each => ({
      id: within(each).flatMap(inner => attributeOf(inner, 'id') ?? [])[0],
      head: textOf(named(within(each), 'h3')[0] as Element),
      chain: named(within(each), 'dt').map(textOf),
    }));
    expect(details.map(({ id }) => id).toSorted()).toEqual(assessments.map(({ target }) => `t-${target}`).toSorted());
    for (const assessment of assessments) {
      const { head, chain } = details.find(({ id }) => id === `t-${assessment.target}`) ?? { head: '', chain: [] };
      expect(head).toContain(verdictWords(wordsIn(lang), assessment));
      expect(chain.length).toBeGreaterThan(2);
    }
  });

  test('has every figure that concerns a target, with its place', async () => {
    const { assessments } = (await analyses[name]) as Analysis;
    const elements = elementsOf(await pageOf(name, lang));
    for (const { target, evidence } of assessments) {
      const [own] = named(elements, 'details', 't').filter(each =>
        within(each).some(inner => attributeOf(inner, 'id') === `t-${target}`),
      );
      const [table] = named(within(own as Element), 'table', 'evidence');
      const rows = table ? named(within(table), 'tr').slice(1) : [];
      expect(rows.length).toBe(evidence.used.length + evidence.setAside.length);
      expect(rows.filter(row => classesOf(row).includes('used')).length).toBe(evidence.used.length);
      expect(rows.filter(row => !/:\d+/.test(textOf(row)))).toEqual([]);
    }
  });

  test('names its language', async () => {
    const [root] = named(elementsOf(await pageOf(name, lang)), 'html');
    expect(attributeOf(root as Element, 'lang')).toBe(lang === 'zh' ? 'zh-Hans' : 'en');
  });
});

test('a link of a report that does not lead to the web is a text', async () => {
  const analysis = await real();
  const [first] = analysis.assessments.filter(({ evidence }) => evidence.used.length > 0);
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//host/x', 'https:']) {
    const used = first?.evidence.used.map(row => ({ ...row, observation: { ...row.observation, url } })) ?? [];
    const assessments = first ? [{ ...first, evidence: { ...first.evidence, used } }] : [];
    const page = await renderedText('html', { ...analysis, assessments, forNoTarget: [] });
    const links = elementsOf(page).flatMap(element => attributeOf(element, 'href') ?? []);
    expect(links).not.toContain(url);
  }
});

test('a waiver is told with who answers for it', async () => {
  const [first] = (await real()).assessments;
  const page = await renderedText('html', withWaiver(await real(), first?.target ?? ''));
  const [told] = named(elementsOf(page), 'p', 'waiver');
  expect(told && textOf(told)).toContain('Provincial Development and Reform Commission');
});

/** What issue and design ask for, so that a page can be sent by mail. */
const MOST_BYTES = { real: 150_000, many: 2_000_000 };

test.each(languages)('the page is small enough to be sent (%s)', async lang => {
  for (const name of ['the real data in 2023', 'the real data in 2026'])
    expect(Buffer.byteLength(await pageOf(name, lang))).toBeLessThan(MOST_BYTES.real);
});

test('so is that of 500 targets', async () => {
  expect(Buffer.byteLength(await renderedText('html', await manyTargets(500)))).toBeLessThan(MOST_BYTES.many);
});

test('the bytes are the same in any time zone', async () => {
  const before = process.env['TZ'];
  const pages: string[] = [];
  const hours: number[] = [];
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    process.env['TZ'] = zone;
    hours.push(new Date(0).getHours());
    pages.push(await renderedText('html', await real()));
  }
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  expect(hours[0]).not.toBe(hours[1]);
  expect(pages[0] === pages[1]).toBe(true);
});

test('nothing reported, and a single target, leave a whole page', async () => {
  for (const count of [0, 1]) {
    const analysis = await manyTargets(count === 0 ? 3 : 1, count > 0);
    const elements = elementsOf(await renderedText('html', analysis));
    expect(named(elements, 'details', 't').length).toBe(analysis.assessments.length);
  }
});

test('a hostile text stays a text', async () => {
  const elements = elementsOf(await renderedText('html', await hostile()));
  expect(named(elements, 'h1').map(textOf).join()).toContain('<plan>');
});

test('a chart over a span shows the figure of that span, and none of another axis', async () => {
  const plan = 'china-11fyp-2006-10';
  const { stdout } = await runCli([
    'check',
    `fixtures/${plan}`,
    '--plan',
    plan,
    '--as-of',
    '2010-12-31',
    '--format',
    'json',
  ]);
  const { assessments } = JSON.parse(stdout) as Analysis;
  const shown = (target: string) =>
    assessments
      .filter(each => each.target === target)
      .flatMap(drawnFigures)
      .map(({ nominal, use }) => `${nominal} ${use}`);
  expect(shown('services-share-of-value-added-2010')).toEqual(['2.5 used']); // 40.5 and 43 % are its ends
  expect(shown('gdp-growth-2010')).toEqual(['11.2 used']);
});
