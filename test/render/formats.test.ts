import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type FormatId, formatIds } from '../../src/render/registry.ts';
import type { Lang } from '../../src/render/words/words.ts';
import { analyses, hostile, languages, rendered } from './analyses.ts';
import { readers } from './readers/registry.ts';

/** Wide enough for the table to keep each heading of its summary in one line. */
const WIDTH = 240;
const A_YEAR = 366 * 24 * 3600 * 1000;

test('every format has an independent reader', () => {
  expect(Object.keys(readers).toSorted()).toEqual([...formatIds].toSorted());
});

const cases = Object.keys(analyses).flatMap(name =>
  languages.flatMap(lang => formatIds.map(id => ({ name, lang, id }))),
);

describe('the counts of the analysis are those of', () => {
  test.each(cases)('$id ($lang), $name', async ({ name, lang, id }) => {
    const analysis = await analyses[name];
    if (!analysis) throw new Error(name);
    const { verdicts, severities } = analysis.summary;
    const read = await readers[id].read(await rendered(id, analysis, lang, WIDTH), lang);
    expect(read.verdicts).toEqual(verdicts);
    const told = Object.keys(read.severities) as (keyof typeof severities)[];
    expect(told.length).toBeGreaterThan(1);
    expect(read.severities).toEqual(Object.fromEntries(told.map(severity => [severity, severities[severity] ?? 0])));
  });
});

describe('the same analysis gives the same bytes in', () => {
  test.each(formatIds)('%s', async id => {
    const analysis = await hostile();
    const bytes = async () => Buffer.from(await rendered(id, structuredClone(analysis)));
    const first = await bytes();
    vi.useFakeTimers({ now: Date.now() + A_YEAR, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(first.equals(await bytes())).toBe(true);
  });
});

describe('every title comes back from', () => {
  /** They name a target by its title alone, or only those that are not in order. */
  const untitled: readonly FormatId[] = ['table', 'markdown', 'github', 'github-summary', 'gitlab'];
  const titled = formatIds.filter(id => !untitled.includes(id));

  test.each(titled)('%s', async id => {
    const { assessments } = await hostile();
    const { read, expected } = readers[id];
    const { titles } = await read(await rendered(id, await hostile()), 'en');
    const shown = id === 'sarif' ? assessments.filter(({ severity }) => severity !== 'ok') : assessments;
    const whole = shown.map(({ target, title }) => [target, expected(title.en)]);
    expect(Object.fromEntries(titles)).toEqual(Object.fromEntries(whole));
  });

  test.each(['markdown', 'github-summary'] as const)('%s', async id => {
    const { assessments } = await hostile();
    const { read, expected } = readers[id];
    const { texts } = await read(await rendered(id, await hostile()), 'en');
    expect(texts).toEqual(expect.arrayContaining(assessments.map(({ title }) => expected(title.en))));
  });
});

test.each(formatIds.filter(id => !['plain', 'csv', 'tap', 'github'].includes(id)))(
  'the title of the plan comes back from %s',
  async id => {
    const { plan } = await hostile();
    const { read, expected } = readers[id];
    const { texts } = await read(await rendered(id, await hostile(), 'en', WIDTH), 'en');
    expect(texts).toContain(expected(plan.title.en));
  },
);

test('every output says that figures are invented', async () => {
  const analysis = await hostile();
  const silent: { id: FormatId; lang: Lang }[] = [];
  for (const id of formatIds)
    for (const lang of languages) {
      const text =
        id === 'xlsx' ? (await readers.xlsx.read(await rendered(id, analysis, lang), lang)).texts.join() : '';
      const shown = `${text}${id === 'xlsx' ? '' : await rendered(id, analysis, lang, WIDTH)}`;
      if (!shown.includes('for tests of escaping')) silent.push({ id, lang });
    }
  expect(silent).toEqual([]);
});
