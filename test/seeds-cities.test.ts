import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readReport } from '../src/input/report/read-report.ts';
import { parseDay } from '../src/values/day-notation.ts';
import { isError } from '../src/values/problem.ts';
import { factSchema, planIn, publicationSchema, readTexts, repeated, saysNumber, saysValue } from './support/seeds.ts';

/*
 * The plan of the cities' own goals and their reports hold nothing that seeds/cities.yaml does not, as seeds.test.ts
 * holds it of the province's plan.
 */
const PLAN = 'plan/shanxi-cities-2021-23.yaml';
const REPORTS = 'fixtures/shanxi-cities';

const facts = z.array(factSchema).parse(readTexts('seeds/cities.yaml'));
const bibliography = z.array(publicationSchema).parse(readTexts('seeds/bibliography.yaml'));
const publications = new Map(bibliography.map(each => [each.id, each]));
const plan = await planIn(PLAN);
const goals = plan.measures.flatMap(({ targets }) =>
  targets.flatMap(target =>
    Object.entries(target.regions === 'each' ? {} : target.regions).map(([region, goal]) => ({
      id: `${target.id}@${region}`,
      target,
      goal,
      of: (kind: string) =>
        facts.filter(fact => fact.kind === kind && fact.target === target.id && fact.region === region),
    })),
  ),
);
const names = readdirSync(REPORTS).toSorted();

const keysOf = (kind: string): string[] =>
  facts.flatMap(fact => (fact.kind === kind ? [`${fact.target}@${fact.region}`] : []));

describe('the facts', () => {
  test('have each a name, and sources that the bibliography knows', () => {
    expect(repeated(facts.map(({ id }) => id))).toEqual([]);
    expect(facts.filter(({ sources }) => sources.some(source => !publications.has(source)))).toEqual([]);
  });

  test('are the goals and the starts of the plan, and the reverse', () => {
    expect(keysOf('target').toSorted()).toEqual(goals.map(({ id }) => id).toSorted());
    const withStart = goals.filter(({ goal }) => goal.readings.some(({ baseline }) => baseline));
    expect(keysOf('baseline').toSorted()).toEqual(withStart.map(({ id }) => id).toSorted());
  });
});

test('no goal of a city is a goal of the province', () => {
  expect(plan.measures.flatMap(({ targets }) => targets).filter(({ goal }) => goal !== null)).toEqual([]);
});

describe('every goal', () => {
  test.each(goals.map(each => [each.id, each] as const))('%s', (_id, { target, goal, of }) => {
    const [fact] = of('target');
    expect(goal.source ?? [], 'no source').not.toEqual([]);
    expect(goal.source).toEqual(fact?.sources);
    expect(target.certainty).toBe(fact?.certainty);
    for (const reading of goal.readings) {
      expect(saysValue(fact?.says ?? '', reading.goal.value ?? Number.NaN), fact?.says).toBe(true);
      expect(fact?.says).toContain(reading.by.slice(0, 4));
      if (!reading.baseline) continue;
      const [start] = of('baseline');
      expect(reading.baseline.source).toEqual(start?.sources);
      expect(start?.says).toContain(reading.baseline.asOf);
      expect(saysValue(start?.says ?? '', reading.baseline.value.nominal), start?.says).toBe(true);
    }
  });
});

test.each(Object.entries(plan.sources))('the source %s is in the bibliography, alike', (id, source) => {
  const known = publications.get(id);
  const published = parseDay(known?.published ?? '');
  expect(source).toMatchObject({ publisher: { en: known?.publisher }, title: { en: known?.title } });
  expect(source.published).toBe(published.ok ? published.value : undefined);
  expect(source.url).toBe(known?.url);
  expect(known?.mirror).not.toBe('true');
});

describe('every report', () => {
  test.each(names)('%s', async name => {
    const path = `${REPORTS}/${name}`;
    const { report, problems } = await readReport({ path, bytes: readFileSync(path) }, plan);
    expect(problems.filter(isError)).toEqual([]);
    const known = bibliography.find(({ file }) => file === name);
    const published = parseDay(known?.published ?? '');
    const about = facts.filter(({ file }) => file === name);
    expect(about.length).toBe(report?.observations.length);
    for (const { indicator, region, quantity, source, published: day, asOf } of report?.observations ?? []) {
      const fact = about.find(each => each.indicator === indicator && each.region === region);
      expect(saysNumber(fact?.says ?? '', quantity?.text ?? ''), fact?.says).toBe(true);
      expect(fact?.says).toContain(asOf.slice(0, 4));
      expect(fact?.sources).toEqual([known?.id]);
      expect(day).toBe(published.ok ? published.value : null);
      expect([source.publisher, source.url]).toEqual([known?.publisher, known?.url ?? null]);
    }
  });
});
