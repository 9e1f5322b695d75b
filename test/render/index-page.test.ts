import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchIndex, batchIndexSchema } from '../../src/model/batch.ts';
import { severities } from '../../src/model/verdict.ts';
import { html } from '../../src/render/batch/html.ts';
import { runCli } from '../support/io.ts';
import { languages } from './analyses.ts';
import { attributeOf, classesOf, type Element, elementsOf, named, textOf, within } from './readers/page.ts';

/* The page that a batch writes of all its groups. */

const folder = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cities = [
  'fixtures/shanxi-cities',
  '--plan',
  'shanxi-cities-2021-23',
  '--by',
  'region,period',
  '--period',
  'year',
];

describe.each(languages)('the page of a batch (%s)', lang => {
  const out = path.join(folder, lang);
  let index: BatchIndex;
  let elements: Element[];

  beforeAll(async () => {
    await runCli(['batch', ...cities, '--format', 'html', '--output-dir', out, '--lang', lang]);
    index = batchIndexSchema.parse(JSON.parse(readFileSync(path.join(out, 'index.json'), 'utf8')));
    elements = elementsOf(readFileSync(path.join(out, 'index.html'), 'utf8'));
  });

  test('lists the groups as the index does, with its counts', () => {
    const [table] = named(elements, 'table', 'heat');
    const names = named(within(table as Element), 'tr')
      .slice(1)
      .map(row => textOf(named(within(row), 'th')[0] as Element));
    const title = (id: string) => index.regions.find(region => region.id === id)?.title[lang];
    expect(names).toEqual(
      index.groups.map(({ region, period }) => [title(region), period].filter(Boolean).join(' · ')),
    );
    expect(names).toContain({ en: 'Taiyuan · 2022', zh: '太原市 · 2022' }[lang]);
    const [counts] = named(elements, 'ul', 'counts');
    for (const item of named(within(counts as Element), 'li')) {
      const [severity] = severities.filter(each => classesOf(item).includes(each));
      expect(Number(textOf(named(within(item), 'b')[0] as Element))).toBe(
        (severity && index.totals.severities[severity]) ?? 0,
      );
    }
  });

  test('leads to the page of every group, wherever the folder lies', () => {
    const links = elements.flatMap(element => attributeOf(element, 'href') ?? []).filter(link => !link.startsWith('#'));
    const pages = index.groups.flatMap(({ outputs }) => outputs.map(({ file }) => `./${file}`));
    expect(pages.length).toBeGreaterThan(5);
    expect([...new Set(links)].toSorted()).toEqual(pages.toSorted());
    expect(links.filter(link => !existsSync(path.join(out, decodeURI(link))))).toEqual([]);
  });

  test('is one step away from each of them', () => {
    for (const { outputs } of index.groups)
      for (const { file } of outputs) {
        const links = elementsOf(readFileSync(path.join(out, file), 'utf8')).flatMap(
          element => attributeOf(element, 'href') ?? [],
        );
        const [up] = links.filter(link => link.endsWith('index.html'));
        expect(path.resolve(out, path.dirname(file), up ?? 'nowhere')).toBe(path.resolve(out, 'index.html'));
      }
  });

  test('draws each target in every group that has it', () => {
    const drawn = named(elements, 'svg', 'small').length;
    const series = index.groups.flatMap(({ region, values }) => values.map(({ target }) => `${region} ${target}`));
    expect(drawn).toBe(new Set(series).size);
  });

  test('runs nothing', () => {
    const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter(name => /^on|^(?:src|style|action)$/.test(name))).toEqual([]);
    expect(named(elements, 'script')).toEqual([]);
  });
});

test('what is counted one by one has whole numbers on the page, rounded inwards', async () => {
  const { stdout } = await runCli([
    'batch',
    'fixtures/shanxi',
    '--by',
    'period',
    '--period',
    'year',
    '--index',
    'html',
  ]);
  const shown = named(elementsOf(stdout), 'small').map(element => textOf(element));
  expect(shown).toContain('107,500–118,045');
  expect(shown.filter(text => /\d\.\d/.test(text))).toEqual([]);
});

test('an index elsewhere leads to the groups by its own way, and one that goes nowhere leads nowhere', async () => {
  const out = path.join(folder, 'away');
  const page = path.join(folder, 'pages', 'all.html');
  await runCli(['batch', ...cities, '--format', 'html', '--output-dir', out, '--index', `html=${page}`]);
  const linksIn = (text: string) =>
    elementsOf(text)
      .flatMap(element => attributeOf(element, 'href') ?? [])
      .filter(link => !link.startsWith('#'));
  const links = linksIn(readFileSync(page, 'utf8'));
  expect(links.filter(link => !existsSync(path.join(path.dirname(page), decodeURI(link))))).toEqual([]);
  expect(links.length).toBeGreaterThan(5);
  const { stdout } = await runCli(['batch', ...cities, '--index', 'html']);
  expect(linksIn(stdout)).toEqual([]);
});

test('no name of a group becomes a part of the page', () => {
  const name = '<script>alert(1)</script>"&.csv';
  const range = { failing: { min: 0, max: 0 }, inOrder: { min: 0, max: 0 } };
  const index = batchIndexSchema.parse({
    schemaVersion: 1,
    tool: { name: 'shanxi-plan', version: '0' },
    plan: { id: 'p', title: { en: name, zh: name } },
    ...{ by: ['file'], knownBy: null, policy: { settings: [], leftOut: 0 }, invented: [name], tasks: [] },
    groups: [
      {
        ...{
          name,
          file: name,
          plan: 'p',
          region: 'r',
          period: null,
          state: 'judged',
          asOf: null,
          targets: 1,
          leftOut: 0,
        },
        ...{ verdicts: { met: 1 }, severities: { ok: 1 }, range, tasks: [], figures: 0, errors: 0 },
        ...{ missing: { targets: [name], regions: [] }, exit: { code: 0, reason: null, count: 0 } },
        outputs: [{ format: 'html', file: `${name}.html` }],
      },
    ],
    missing: { targets: [{ target: name, groups: [name] }], regions: [name] },
    totals: { groups: 1, states: { judged: 1 }, targets: 1, verdicts: {}, severities: {} },
    exit: { code: 0 },
  });
  const page = html.render(index, { lang: 'en', width: 80, isColored: false, most: Infinity, groupsAt: '' });
  const elements = elementsOf(page);
  expect(named(elements, 'script')).toEqual([]);
  const [link] = named(within(named(elements, 'table', 'heat')[0] as Element), 'a');
  expect(decodeURIComponent(attributeOf(link as Element, 'href') ?? '')).toBe(`./${name}.html`);
});
