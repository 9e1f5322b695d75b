import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readReport } from '../src/input/report/read-report.ts';
import type { Target } from '../src/model/plan.ts';
import { parseDay } from '../src/values/day-notation.ts';
import { isError } from '../src/values/problem.ts';
import { factSchema, planIn, publicationSchema, readTexts, repeated, saysNumber, saysValue } from './support/seeds.ts';

/*
 * The plan and the real reports hold nothing that the seeds do not: each number comes back to a fact in our own words,
 * each fact to a publication (seeds/README.md).
 */
const PLAN = 'plan/shanxi-new-infrastructure-2021-25.yaml';
const REPORTS = 'fixtures/shanxi';

const facts = z.array(factSchema).parse(readTexts('seeds/facts.yaml'));
const bibliography = z.array(publicationSchema).parse(readTexts('seeds/bibliography.yaml'));
const publications = new Map(bibliography.map(each => [each.id, each]));
const reportFiles = readdirSync(REPORTS).toSorted();
const plan = await planIn(PLAN);
const reports = await Promise.all(reportFiles.map(async name => ({ name, ...(await read(name)) })));
const byName = reports.map(report => [report.name, report] as const);
const targets = [plan, ...plan.tasks, ...plan.tasks.flatMap(task => task.tasks)].flatMap(({ measures }) =>
  measures.flatMap(measure => measure.targets),
);

async function read(name: string) {
  const bytes = readFileSync(`${REPORTS}/${name}`);
  return { text: bytes.toString(), ...(await readReport({ path: `${REPORTS}/${name}`, bytes }, plan)) };
}

function goalNumbers({ goal, readings }: Target): number[] {
  const goals = [...(goal ? [goal] : []), ...readings.map(reading => reading.goal)];
  const numbers = goals.flatMap(({ value, low, high }) => (value === null ? [low, high] : [value]));
  return [...new Set(numbers.filter(number => number !== null))];
}

describe('the seeds', () => {
  test('name each fact and each publication once', () => {
    expect(repeated(facts.map(({ id }) => id))).toEqual([]);
    expect(repeated(bibliography.map(({ id }) => id))).toEqual([]);
  });

  test('know every source of every fact', () => {
    const unknown = facts.flatMap(({ id, sources }) =>
      sources.filter(source => !publications.has(source)).map(source => `${id}: ${source}`),
    );
    expect(unknown).toEqual([]);
  });

  test('say of every address whether it is a mirror', () => {
    expect(bibliography.filter(({ url, mirror }) => (url === undefined) !== (mirror === undefined))).toEqual([]);
  });

  test('cite every publication at least once', () => {
    const cited = new Set(facts.flatMap(({ sources }) => sources));
    expect(bibliography.flatMap(({ id }) => (cited.has(id) ? [] : [id]))).toEqual([]);
  });

  test('name targets and indicators that the plan knows', () => {
    const known = new Set(targets.map(({ id }) => id));
    expect(facts.filter(({ target }) => target !== undefined && !known.has(target))).toEqual([]);
    expect(facts.filter(({ indicator }) => indicator !== undefined && !plan.indicators[indicator])).toEqual([]);
  });
});

describe('every target of the plan', () => {
  test('is a target of the seeds, and the reverse', () => {
    const stated = facts.flatMap(({ kind, target }) => (kind === 'target' && target !== undefined ? [target] : []));
    expect(stated.toSorted()).toEqual(targets.map(({ id }) => id).toSorted());
  });

  test.each(targets.map(target => [target.id, target] as const))('%s', (id, target) => {
    const fact = facts.find(({ kind, target }) => kind === 'target' && target === id);
    expect(fact, 'no fact for this target').toBeDefined();
    expect(target.source, 'no source').not.toEqual([]);
    expect(target.source.filter(source => !fact?.sources.includes(source))).toEqual([]);
    expect(target.certainty).toBe(fact?.certainty);
    expect(goalNumbers(target).filter(number => !saysValue(fact?.says ?? '', number))).toEqual([]);
  });
});

describe('every baseline of the plan', () => {
  const baselines = targets.flatMap(({ id, readings }) =>
    readings.flatMap(({ name, baseline }) => (baseline ? [{ id, name: name ?? 'its only reading', baseline }] : [])),
  );

  test('is a baseline of the seeds, and the reverse', () => {
    const stated = facts.flatMap(({ kind, target }) => (kind === 'baseline' && target !== undefined ? [target] : []));
    expect(stated.toSorted()).toEqual([...new Set(baselines.map(({ id }) => id))].toSorted());
  });

  test.each(baselines)('$id, $name', ({ id, baseline }) => {
    const fact = facts.find(({ kind, target }) => kind === 'baseline' && target === id);
    expect(fact, 'no fact for this baseline').toBeDefined();
    expect(baseline.source, 'no source').not.toEqual([]);
    expect(baseline.source.filter(source => !fact?.sources.includes(source))).toEqual([]);
    expect(saysValue(fact?.says ?? '', baseline.value.nominal), fact?.says).toBe(true);
  });
});

describe('every source of the plan', () => {
  test.each(Object.entries(plan.sources))('%s is in the bibliography, alike', (id, source) => {
    const known = publications.get(id);
    expect(known).toBeDefined();
    const published = known?.published === undefined ? undefined : parseDay(known.published);
    expect(source).toMatchObject({
      publisher: { en: known?.publisher },
      title: { en: known?.title },
      ...(published?.ok && { published: published.value }),
    });
    expect(source.url).toBe(known?.mirror === 'true' ? undefined : known?.url);
  });
});

test('no mirror stands in the plan or in a report', () => {
  const mirrors = bibliography.flatMap(({ url, mirror }) => (mirror === 'true' && url !== undefined ? [url] : []));
  const texts = [{ name: PLAN, text: readFileSync(PLAN, 'utf8') }, ...reports];
  const found = texts.flatMap(({ name, text }) =>
    mirrors.filter(url => text.includes(url)).map(url => `${name}: ${url}`),
  );
  expect(mirrors).not.toEqual([]);
  expect(found).toEqual([]);
});

test('every report is in the bibliography, and the reverse', () => {
  const named = bibliography.flatMap(({ file }) => (file === undefined ? [] : [file]));
  expect(repeated(named)).toEqual([]);
  expect(named.toSorted()).toEqual(reportFiles);
});

test('every fact about a figure names a report, and its publication is the one of that report', () => {
  const observed = facts.filter(({ kind }) => kind === 'observation');
  const wrong = observed.filter(
    ({ file, sources }) => file === undefined || !sources.some(source => publications.get(source)?.file === file),
  );
  expect(wrong).toEqual([]);
});

describe('every report', () => {
  test.each(byName)('%s', (name, { report, problems }) => {
    expect(problems.filter(isError)).toEqual([]);
    const about = facts.filter(({ file }) => file === name);
    const unsaid = (report?.observations ?? []).filter(({ indicator, measure, quantity }) => {
      const same = about.filter(
        fact => fact.indicator === (indicator ?? undefined) && fact.measure === (measure ?? undefined),
      );
      return !same.some(({ says }) => quantity === null || saysNumber(says, quantity.text));
    });
    expect(unsaid.map(({ indicator, measure, quantity }) => [indicator ?? measure, quantity?.text])).toEqual([]);
    expect(about.length, 'facts without a figure').toBe(report?.observations.length);
  });

  test.each(byName)('%s has the date and the address of its publication', (name, { report }) => {
    const known = bibliography.find(({ file }) => file === name);
    const published = known?.published === undefined ? undefined : parseDay(known.published);
    for (const observation of report?.observations ?? []) {
      expect(observation.published).toBe(published?.ok ? published.value : null);
      expect(observation.source.publisher).toBe(known?.publisher);
      expect(observation.source.url).toBe(known?.mirror === 'true' ? null : (known?.url ?? null));
    }
  });
});
