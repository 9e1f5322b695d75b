import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { withPreset } from '../../src/model/preset.ts';
import { tableMapping } from '../../src/model/table-mapping.ts';
import { anyTable, type CellClass, classesIn, csvOf, type DrawnTable, workbookOf } from './tables.ts';

const plan = planSchema.parse({
  plan: 'p',
  title: 'p',
  period: { from: '2021-01-01', to: '2025-12-31' },
  regions: [
    { id: 'here', title: 'here' },
    { id: 'there', title: 'there' },
  ],
  region: 'here',
  indicators: {
    roads: { title: 'Roads', unit: 'km', kind: 'stock' },
    bridges: { title: { en: 'Bridges', zh: '长桥' }, unit: 'km', kind: 'stock' },
  },
});

/** What became of each cell of a column of numbers, against what is known of it. */
async function holds(table: DrawnTable, path: string, bytes: Uint8Array) {
  const mappings = table.mapping ? [withPreset(tableMapping.parse(table.mapping), undefined)] : [];
  const { tally, report, problems } = await readReport({ path, bytes, mappings }, plan);
  const expected = classesIn(table);
  const countOf = (is: CellClass) => expected.filter(cell => cell.is === is).length;
  const counts = {
    figures: countOf('figures'),
    missing: countOf('missing'),
    ignored: countOf('ignored'),
    notes: countOf('notes'),
    problems: countOf('problems'),
  };
  const said = problems.map(({ code, place }) => `${place.span?.line}:${place.span?.col} ${code}`);
  expect(tally, said.join('\n')).toMatchObject(counts);
  const rowsOf = (is: CellClass) => expected.filter(cell => cell.is === is).map(({ row }) => row + 1);
  if (report) expect(report.observations.map(({ place }) => place.span?.line)).toStrictEqual(rowsOf('figures'));
  // That no figure has a day, or a name, is told once.
  const isToldOnce = counts.figures === 0 && problems.some(({ code }) => code === 'missing-key');
  const told = new Set(problems.map(({ place }) => place.span?.line));
  for (const row of rowsOf('problems')) expect(told.has(row) || isToldOnce, `a problem in row ${row}`).toBe(true);
}

test('every cell of a column of numbers is a figure, missing, ignored by name, a note or a problem: in a text', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable(false), fc.constantFrom(',', '\t'), (table, delimiter) =>
      holds(table, 'report.csv', Buffer.from(csvOf(table, delimiter))),
    ),
  );
});

test('and in a workbook', async () => {
  await fc.assert(fc.asyncProperty(anyTable(true), table => holds(table, 'report.xlsx', workbookOf(table))));
});
