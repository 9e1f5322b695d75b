import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readReport } from '../src/input/report/read-report.ts';
import type { Plan, Target } from '../src/model/plan.ts';
import { parseDay } from '../src/values/day-notation.ts';
import { isError } from '../src/values/problem.ts';
import { planIn, publicationSchema, readTexts, repeated, saysValue } from './support/seeds.ts';

/*
 * The national plans and their reports hold no number that seeds/plans does not, and the reverse, as seeds.test.ts holds it
 * of Shanxi's plan.
 */
const certainty = z.enum(['stated', 'paraphrased', 'inferred']);
const seedSchema = z.strictObject({
  publications: z.array(publicationSchema),
  targets: z.array(
    z.strictObject({
      row: z.string(),
      /** None where the row has no number. */
      targets: z.array(z.string()),
      says: z.string(),
      commitment: z.string(),
      certainty,
      sources: z.array(z.string()).min(1),
    }),
  ),
  figures: z.array(
    z.strictObject({
      source: z.string(),
      row: z.string(),
      indicator: z.string(),
      value: z.string(),
      as_of: z.string(),
      from: z.string().optional(),
      counts: z.string().optional(),
      status: z.string().optional(),
      certainty,
    }),
  ),
});

const names = readdirSync('seeds/plans').map(name => name.replace('.yaml', ''));

const targetsIn = ({ measures, tasks }: Plan): Target[] =>
  [{ measures }, ...tasks, ...tasks.flatMap(task => task.tasks)].flatMap(({ measures }) =>
    measures.flatMap(measure => measure.targets),
  );

/** The units in which boxes print large numbers: one, ten thousand, a million, a hundred million. */
const SCALES = [1, 1e4, 1e6, 1e8];
const isSaid = (says: string, value: number): boolean =>
  SCALES.some(scale => saysValue(says, Number((value / scale).toPrecision(12))));

/** Every number that the target is judged by. */
const numbersOf = ({ readings }: Target): number[] =>
  readings.flatMap(({ goal, baseline, path }) => [
    // Against another indicator, nothing more than it has no number.
    ...(goal.value === null || (goal.against && goal.value === 0) ? [] : [goal.value]),
    ...(baseline ? [baseline.value.nominal] : []),
    ...path.map(({ value }) => value),
  ]);

const dayOf = (text: string | undefined) => {
  const parsed = parseDay(text ?? '');
  return parsed.ok ? parsed.value : undefined;
};

describe.each(names)('%s', async name => {
  const seed = seedSchema.parse(readTexts(`seeds/plans/${name}.yaml`));
  const plan = await planIn(`plan/${name}.yaml`);
  const publications = new Map(seed.publications.map(each => [each.id, each]));
  const folder = `fixtures/${name}`;
  const files = readdirSync(folder).toSorted();
  const targets = new Map(targetsIn(plan).map(target => [target.id, target]));

  test('has each target as a fact, and the reverse', () => {
    const stated = seed.targets.flatMap(fact => fact.targets);
    expect(repeated(stated)).toEqual([]);
    expect(stated.toSorted()).toEqual([...targets.keys()].toSorted());
  });

  test.each(seed.targets.flatMap(fact => fact.targets.map(id => [id, fact] as const)))('%s', (id, fact) => {
    const target = targets.get(id);
    if (!target) throw new Error('no such target');
    expect(numbersOf(target).filter(number => !isSaid(fact.says, number))).toEqual([]);
    expect(fact.says).toMatch(target.by.slice(0, 4));
    expect([target.commitment, target.certainty]).toEqual([fact.commitment, fact.certainty]);
    expect(target.source.filter(source => !fact.sources.includes(source))).toEqual([]);
    expect(fact.sources.filter(source => !publications.has(source))).toEqual([]);
    for (const { baseline } of target.readings)
      expect((baseline?.source ?? []).filter(source => !publications.has(source))).toEqual([]);
  });

  test.each(Object.entries(plan.sources))('the source %s is in the bibliography, alike', (id, source) => {
    const known = publications.get(id);
    expect(source).toMatchObject({ publisher: { en: known?.publisher }, title: { en: known?.title } });
    expect(source.published).toBe(dayOf(known?.published));
    expect(source.url).toBe(known?.mirror === 'true' ? undefined : known?.url);
  });

  test('says of every address whether it is a mirror, and shows none of them', () => {
    expect(seed.publications.filter(({ url, mirror }) => (url === undefined) !== (mirror === undefined))).toEqual([]);
    const mirrors = seed.publications.flatMap(({ url, mirror }) => (mirror === 'true' && url ? [url] : []));
    const texts = [`plan/${name}.yaml`, ...files.map(file => `${folder}/${file}`)].map(file =>
      readFileSync(file, 'utf8'),
    );
    expect(mirrors.filter(url => texts.some(text => text.includes(url)))).toEqual([]);
  });

  test('has a report for each publication with figures, and the reverse', () => {
    const named = seed.publications.flatMap(({ file }) => file ?? []);
    expect(repeated(named)).toEqual([]);
    expect(named.toSorted()).toEqual(files);
  });

  test.each(files)('%s', async file => {
    const path = `${folder}/${file}`;
    const { report, problems } = await readReport({ path, bytes: readFileSync(path) }, plan);
    expect(problems.filter(isError)).toEqual([]);
    const known = seed.publications.find(each => each.file === file);
    const facts = seed.figures.filter(({ source }) => source === known?.id);
    const found = (report?.observations ?? []).map(({ indicator, quantity, asOf, flow, counts, status }) =>
      [indicator, quantity?.text, asOf, flow?.from, counts ?? undefined, status].join(' '),
    );
    const stated = facts.map(({ indicator, value, as_of, from, counts, status = 'final' }) =>
      [indicator, value, dayOf(as_of), from, counts, status].join(' '),
    );
    expect(found.toSorted()).toEqual(stated.toSorted());
    for (const { published, source } of report?.observations ?? []) {
      expect(published).toBe(dayOf(known?.published));
      expect([source.publisher, source.title]).toEqual([known?.publisher, known?.title]);
      expect(source.url).toBe(known?.mirror === 'true' ? null : (known?.url ?? null));
    }
  });
});
