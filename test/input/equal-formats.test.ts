import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readReport } from '../../src/input/report/read-report.ts';
import type { InputFormat } from '../../src/input/source/registry.ts';
import { figureColumns } from '../../src/input/table/columns.ts';
import type { Observation } from '../../src/model/observation.ts';
import { planSchema } from '../../src/model/plan.ts';
import { type FigureFields, figureFields } from '../properties/arbitraries.ts';
import { runs } from '../properties/configure.ts';
import { parquetOf, sheet, xlsxOf } from '../support/tables.ts';

const plan = planSchema.parse({
  plan: 'plan',
  title: 'Plan',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { main: { title: 'Main', unit: 'unit', kind: 'stock' } },
});

type Figure = FigureFields & {
  readonly note?: string | undefined;
  readonly tolerance?: string | undefined;
  readonly source?: { readonly publisher?: string; readonly title?: string; readonly url?: string } | undefined;
};

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
  .map(({ fields, note, says, part, tolerance, source }) => {
    const scope = part === undefined ? fields.scope : { part };
    const all = { ...fields, note, says: says ?? fields.says, scope, tolerance, source };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Figure;
  });

/** The figure under the names of columns. */
function flat({ source, flow, scope, ...fields }: Figure): Record<string, string | undefined> {
  return {
    ...fields,
    ...source,
    ...(scope && { scope: scope.part }),
    ...(flow && { flow_from: flow.from, flow_to: flow.to }),
  };
}

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellsOf = (figures: readonly Figure[]): string[][] =>
  figures.map(each => figureColumns.map(name => flat(each)[name] ?? ''));

const table = (figures: readonly Figure[], delimiter: string, lineEnd: string): string =>
  [[...figureColumns], ...cellsOf(figures)].map(row => `${row.map(quoted).join(delimiter)}${lineEnd}`).join('');

async function observationsIn(
  content: string | Uint8Array,
  format: InputFormat,
): Promise<Omit<Observation, 'place'>[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { report, problems } = await readReport({ path: '-', bytes, format }, plan);
  if (!report) throw new Error(JSON.stringify(problems));
  return report.observations.map(({ place: _, ...observation }) => observation);
}

const figures = fc.array(figure, { minLength: 1, maxLength: 6 });

test('YAML, JSON, NDJSON and CSV of the same figures read alike', async () => {
  await fc.assert(
    fc.asyncProperty(figures, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), async (all, by, end) => {
      const expected = await observationsIn(JSON.stringify({ observations: all }), 'json');
      expect(expected).toHaveLength(all.length);
      const yaml = all.map(each => stringify({ observations: [each] }, { schema: 'failsafe' })).join('---\n');
      expect(await observationsIn(yaml, 'yaml')).toStrictEqual(expected);
      expect(await observationsIn(JSON.stringify(all.map(flat)), 'json')).toStrictEqual(expected);
      expect(await observationsIn(all.map(each => `${JSON.stringify(flat(each))}\n`).join(''), 'ndjson')).toStrictEqual(
        expected,
      );
      expect(await observationsIn(all.map(each => JSON.stringify(each)).join('\r\n'), 'ndjson')).toStrictEqual(
        expected,
      );
      expect(await observationsIn(table(all, by, end), 'csv')).toStrictEqual(expected);
    }),
    runs(0.2),
  );
});

test('a figure of a CSV stands where its row begins', async () => {
  await fc.assert(
    fc.asyncProperty(figures, fc.constantFrom('\n', '\r\n'), async (all, end) => {
      const text = table(all, ',', end);
      const { report } = await readReport({ path: '-', bytes: new TextEncoder().encode(text), format: 'csv' }, plan);
      const before = all.map((_, index) => table(all.slice(0, index), ',', end));
      const expected = before.map(each => `${each.split('\n').length}:1`);
      const places = report?.observations.map(({ place: { span } }) => `${span?.line}:${span?.col}`);
      expect(places).toStrictEqual(expected);
    }),
    runs(0.2),
  );
});

test('a workbook and a Parquet file of the same figures read alike', async () => {
  await fc.assert(
    fc.asyncProperty(figures, async all => {
      const plain = all.map(each => ({ ...each, note: 'a note' }));
      const expected = await observationsIn(JSON.stringify(plain), 'json');
      const cells = cellsOf(plain).map(row => row.map(text => (text === '' ? null : text)));
      const columns = Object.fromEntries(figureColumns.map((name, col) => [name, cells.map(row => row[col] ?? null)]));
      expect(await observationsIn(parquetOf(columns), 'parquet')).toStrictEqual(expected);
      const withoutReturns = cells.map(row => row.map(text => text?.replaceAll('\r', '') ?? null));
      const workbook = await observationsIn(xlsxOf(sheet([[...figureColumns], ...withoutReturns])), 'xlsx');
      expect(JSON.stringify(workbook)).toBe(JSON.stringify(expected).replaceAll('\\r', ''));
    }),
    runs(0.05),
  );
});
