import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { readPart } from '../../src/input/report/read-report.ts';
import { type InputFormat, inputFormats } from '../../src/input/source/registry.ts';
import type { Observation } from '../../src/model/observation.ts';
import { planSchema } from '../../src/model/plan.ts';
import { figureFields } from '../properties/arbitraries.ts';
import { runs } from '../support/properties.ts';
import { type Figure, quoted, table, writings } from './writings.ts';

const plan = planSchema.parse({
  plan: 'plan',
  title: 'Plan',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { main: { title: 'Main', unit: 'unit', kind: 'stock' } },
});

/** Texts with all that a delimiter, a quote or a line end could break; blanks at the ends are nobody's. */
const words = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...',;\t"\'\n\\:#{}[]|=-约基站🚀', '\r\n'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 12,
  })
  .map(text => text.replace(/[\0-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '').trim())
  .filter(text => text !== '' && text !== 'whole');

const maybe = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const figure: Arbitrary<Figure> = fc
  .record({
    fields: figureFields(1),
    note: maybe(words),
    says: maybe(words),
    part: maybe(words),
    tolerance: maybe(fc.constantFrom('5', '0.5')),
    source: maybe(fc.record({ publisher: words, title: words, url: words }, { requiredKeys: ['publisher'] })),
  })
  .map(({ fields, note, says: given, part, tolerance, source }) => {
    // A row without a number and without a claim is nothing reported, and no figure.
    const says = given ?? (fields.value === undefined ? 'it is there' : undefined);
    const scope = part === undefined ? fields.scope : { part };
    const all = { ...fields, note, says: says ?? fields.says, scope, tolerance, source };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Figure;
  });

async function observationsIn(
  content: string | Uint8Array,
  format: InputFormat,
): Promise<Omit<Observation, 'place'>[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { report, problems } = await readPart({ path: '-', bytes, format }, plan);
  if (!report) throw new Error(JSON.stringify(problems));
  return report.observations.map(({ place: _, ...observation }) => observation);
}

const figures = fc.array(figure, { minLength: 1, maxLength: 6 });

test.each(inputFormats)('the same figures read alike in %s', async format => {
  const { share, kept, written } = writings[format];
  await fc.assert(
    fc.asyncProperty(figures, async drawn => {
      // A column without any value has no type in a packed table.
      const all = drawn.map(each => ({ ...each, note: each.note ?? 'a note' }));
      const asKept = kept ? kept(all) : all;
      const expected = await observationsIn(JSON.stringify({ observations: asKept }), 'json');
      expect(expected).toHaveLength(all.length);
      for (const content of written(asKept)) expect(await observationsIn(content, format)).toStrictEqual(expected);
    }),
    runs(share),
  );
});

test('a figure of a CSV stands in the column of numbers', async () => {
  await fc.assert(
    fc.asyncProperty(figures, fc.constantFrom('\n', '\r\n'), async (all, end) => {
      const text = table(all, ',', end);
      const { report } = await readPart({ path: '-', bytes: new TextEncoder().encode(text), format: 'csv' }, plan);
      const before = all.map((_, index) => table(all.slice(0, index), ',', end));
      const colOf = ({ indicator = '' }: Figure) => quoted(indicator).length + 2;
      const expected = all.map((each, index) => `${before[index]?.split('\n').length}:${colOf(each)}`);
      const places = report?.observations.map(({ place: { span } }) => `${span?.line}:${span?.col}`);
      expect(places).toStrictEqual(expected);
    }),
    runs(0.2),
  );
});
