import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readPart } from '../../src/input/report/read-report.ts';
import type { Observation } from '../../src/model/observation.ts';
import { runs } from '../support/properties.ts';
import { anyScenario, type FigureFields, planOf, requestOf, type Scenario, scenarioOf } from './arbitraries.ts';

/** What the analysis is, byte for byte; where figures were read from stands apart from it. */
function bytes({ plan, request }: Pick<Scenario, 'plan' | 'request'>, observations: readonly Observation[]): string {
  const { numbered, ...analysis } = assess(plan, observations, request);
  return JSON.stringify(analysis);
}

/** Numbers to sort by: any order of as many things as a case can have. */
const shuffling: Arbitrary<readonly number[]> = fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 });

const shuffled = <T>(items: readonly T[], order: readonly number[]): T[] =>
  items
    .map((item, index) => ({ item, key: order[index % order.length] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** The same with its keys in another order, all the way down. */
function rekeyed<T>(value: T, order: readonly number[]): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, rekeyed(item, order)] as const);
  return Object.fromEntries(shuffled(entries, order)) as T;
}

test('the order of figures, and of the keys of each, changes no byte of the analysis', () => {
  fc.assert(
    fc.property(anyScenario, shuffling, shuffling, (fields, order, keys) => {
      const scenario = scenarioOf({ ...fields, figures: withLookAlike(fields.figures) });
      const others = shuffled(scenario.observations, order).map((observation, index) =>
        rekeyed({ ...observation, place: { file: `${keys[index]}.yaml` } }, keys),
      );
      expect(bytes(scenario, others)).toBe(bytes(scenario, scenario.observations));
    }),
  );
});

/** The first figure again, alike but for how exactly it is known. */
const withLookAlike = (figures: readonly FigureFields[]): readonly FigureFields[] =>
  figures.flatMap((figure, index) => (index === 0 ? [figure, { ...figure, rounded_to: '3' }] : [figure]));

/** A report file with these figures, its keys in any order; JSON is YAML. */
const fileOf = (figures: readonly FigureFields[], order: readonly number[]): string =>
  JSON.stringify(rekeyed({ report: 'A report', observations: figures.map(each => rekeyed(each, order)) }, order));

async function readAll(texts: readonly string[], plan: Scenario['plan']): Promise<Observation[]> {
  const encoder = new TextEncoder();
  const read = await Promise.all(
    texts.map((text, index) => readPart({ path: `${index}.yaml`, bytes: encoder.encode(text) }, plan)),
  );
  return read.flatMap(({ report }) => report?.observations ?? []);
}

test('the order of files, of figures in them and of their keys changes no byte of the analysis', async () => {
  await fc.assert(
    fc.asyncProperty(anyScenario, shuffling, shuffling, async (fields, order, keys) => {
      const plan = planOf(fields.plan);
      const request = requestOf(fields.request);
      const figures = withLookAlike(fields.figures);
      fc.pre(figures.length > 0);
      const together = await readAll([fileOf(figures, [0])], plan);
      expect(together).toHaveLength(figures.length);
      const others = shuffled(figures, order);
      const files = [0, 1, 2].map(file => others.filter((_, index) => (keys[index] ?? 0) % 3 === file));
      const texts = files.filter(file => file.length > 0).map(file => fileOf(file, keys));
      expect(bytes({ plan, request }, await readAll(texts, plan))).toBe(bytes({ plan, request }, together));
    }),
    runs(0.5),
  );
});
