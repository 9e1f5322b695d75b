import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Plan } from '../../src/model/plan.ts';
import { csvLayout } from '../../src/panel/csv-layout.ts';
import type { PanelInput } from '../../src/panel/duckdb.ts';
import { reduce } from '../../src/panel/reduce.ts';
import { describeReduction, type Reduction } from '../../src/panel/reduction.ts';
import { runs } from '../support/properties.ts';
import { anyScenario, type PanelScenario, panelScenario } from './arbitraries.ts';
import { fetched as fetchedFrom } from './fetched.ts';
import { contents, csvOf, isPossible, ndjsonOf, type Row, read, rowOf } from './files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'panel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fetched = (files: readonly PanelInput[], plan: Plan, reduction: Reduction, rowsAtOnce = 1e6) =>
  fetchedFrom(files, plan, reduction, { tempFolder: folder, rowsAtOnce });

function csvFile(text: string): PanelInput {
  const file = path.join(folder, 'panel.csv');
  writeFileSync(file, text);
  const layout = csvLayout(new TextEncoder().encode(text));
  if (!layout) throw new Error('not for the fast path');
  return { path: file, format: 'csv', layout, shown: 'panel.csv' };
}

function ndjsonFile(text: string): PanelInput {
  const file = path.join(folder, 'panel.ndjson');
  writeFileSync(file, text);
  return { path: file, format: 'ndjson', shown: 'panel.ndjson' };
}

function parquetFile(rows: readonly Row[]): PanelInput {
  const file = path.join(folder, 'panel.parquet');
  const columns = [...new Set(['indicator', 'value', ...rows.flatMap(row => Object.keys(row))])];
  const columnData = columns.map(column => ({
    name: column,
    data: rows.map(row => row[column] ?? null),
    type: 'STRING' as const,
    nullable: true,
  }));
  writeFileSync(file, new Uint8Array(parquetWriteBuffer({ columnData })));
  return { path: file, format: 'parquet', shown: 'panel.parquet' };
}

/** Whitespace around names, a region left out where it is the plan's own, and cells that say what goes without saying. */
function dressed(rows: readonly Row[], every: number, { indicators }: Plan): Row[] {
  const unitOf = (row: Row) => indicators[row['indicator'] ?? '']?.unit ?? '';
  return rows.map((row, index) => {
    if (index % every !== every - 1) return row;
    const { region, ...rest } = row;
    if (index % 3 === 0) return { ...row, region: ` ${region} ` };
    if (index % 3 === 1) return { ...row, unit: unitOf(row), status: row['status'] ?? 'final', title: 'A gazette' };
    return region === 'whole' ? rest : row;
  });
}

const formats: Readonly<Record<string, (rows: readonly Row[]) => PanelInput>> = {
  CSV: rows => csvFile(csvOf(rows)),
  NDJSON: rows =>
    ndjsonFile(ndjsonOf(rows.map(row => ({ ...row, ...(row['region'] && { region: row['region'].trim() }) })))),
  Parquet: parquetFile,
};

describe.each(Object.entries(formats))('DuckDB on %s', (_name, fileOf) => {
  test('leaves all that the reduction in JavaScript keeps, and nothing that was not there', async () => {
    let [all, left, cases] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyScenario, fc.constantFrom(3, 7, 1000), async ({ plan, figures, request }, every) => {
        const rows = dressed(figures.filter(isPossible(plan)).map(rowOf), every, plan);
        fc.pre(rows.length > 0);
        const observations = await read(csvOf(rows), 'panel.csv', plan);
        const reduction = describeReduction(plan, request);
        const found = await fetched([fileOf(rows)], plan, reduction);
        if (typeof found === 'string') throw new Error(found);
        const there = new Set(contents(observations));
        expect(contents(found.observations).filter(each => !there.has(each))).toEqual([]);
        expect(contents(reduce(reduction, found.observations).kept)).toEqual(
          contents(reduce(reduction, observations).kept),
        );
        expect(found.regions).toEqual([...new Set(found.regions)].toSorted());
        expect(found.rows).toBe(rows.length);
        all += rows.length;
        left += found.observations.length;
        cases++;
      }),
      // Each failing case that is tried on the way to a smaller one opens a database.
      { ...runs(0.0125), endOnFailure: true },
    );
    expect(cases).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
  }, 300_000);
});

test('a series may lie in several files of several formats', async () => {
  await fc.assert(
    fc.asyncProperty(anyScenario, async ({ plan, figures, request }) => {
      const rows = figures.filter(isPossible(plan)).map(rowOf);
      fc.pre(rows.length > 3);
      const [first, second] = [rows.filter((_, index) => index % 2 === 0), rows.filter((_, index) => index % 2 === 1)];
      const reduction = describeReduction(plan, request);
      const found = await fetched([csvFile(csvOf(first)), ndjsonFile(ndjsonOf(second))], plan, reduction);
      if (typeof found === 'string') throw new Error(found);
      const observations = [
        ...(await read(csvOf(first), 'panel.csv', plan)),
        ...(await read(ndjsonOf(second), 'panel.ndjson', plan)),
      ];
      expect(contents(reduce(reduction, found.observations).kept)).toEqual(
        contents(reduce(reduction, observations).kept),
      );
    }),
    { ...runs(0.01), endOnFailure: true },
  );
});

test('regions may be gathered a few at a time', async () => {
  await fc.assert(
    fc.asyncProperty(anyScenario, fc.constantFrom(3, 7, 1000), async ({ plan, figures, request }, every) => {
      const rows = dressed(figures.filter(isPossible(plan)).map(rowOf), every, plan);
      fc.pre(rows.length > 3);
      const reduction = describeReduction(plan, request);
      const [whole, some] = [
        await fetched([csvFile(csvOf(rows))], plan, reduction),
        await fetched([csvFile(csvOf(rows))], plan, reduction, Math.ceil(rows.length / 4)),
      ];
      if (typeof whole === 'string') throw new Error(whole);
      if (typeof some === 'string') {
        expect(some).toMatch(/: whole numbers stand beside decimals$/);
        expect(Object.keys(whole.columns)).toHaveLength(1);
        return;
      }
      expect(contents(some.observations)).toEqual(contents(whole.observations));
      expect(some.regions.toSorted()).toEqual(whole.regions);
      expect(some.rows).toBe(rows.length);
    }),
    { ...runs(0.01), endOnFailure: true },
  );
});

test('a number or a day that no word holds is read from its whole row', async () => {
  const { plan } = scenarioOf();
  const third = { ...plan.indicators['third'], kind: 'level', monotone: false, plausible: {} };
  const open = { ...plan, indicators: { ...plan.indicators, third } } as Plan;
  const numbers = [
    '0',
    '-0.5',
    '9.990',
    '-17179869183',
    '-17179869184',
    '17179869.183',
    '17179869.184',
    '99.9999',
    '+7',
  ];
  const days = [
    ['1970-01-01', '1970-01-01'],
    ['1969-12-31', '2021-01-01'],
    ['2059-09-18', ''],
    ['2059-09-19', '2060-01-01'],
    ['2020-12-31', '2032-03-16'],
    ['2020-12-31', '2032-03-17'],
    ['2021-12', '2022'],
  ];
  const rows = numbers.flatMap(value =>
    days.map(([as_of = '', published = '']) => ({ indicator: 'third', value, as_of, published, region: 'whole' })),
  );
  const expected = contents(await read(csvOf(rows), 'panel.csv', open));
  const reduction = describeReduction(open, {});
  for (const file of [csvFile(csvOf(rows)), ndjsonFile(ndjsonOf(rows.filter(({ published }) => published !== '')))]) {
    const found = await fetched([file], open, reduction);
    if (typeof found === 'string') throw new Error(found);
    const isThere = new Set(expected);
    expect(contents(found.observations).filter(each => !isThere.has(each))).toEqual([]);
    expect(found.observations).toHaveLength(found.rows);
  }
});

const scenarioOf = (): PanelScenario => fc.sample(panelScenario, { numRuns: 1, seed: 5 })[0] as PanelScenario;

describe('DuckDB refuses what the ordinary reader would read otherwise', () => {
  const { plan, request } = scenarioOf();
  const reduction = describeReduction(plan, request);
  const head = 'indicator,value,as_of,region,note\n';

  test.each([
    ['a quotation mark within a cell', `${head}first,5,2021-01-31,whole,a"b\n`],
    ['a row that ends too soon', `${head}first,5,2021-01-31\n`],
    ['text after a quote', `${head}first,5,2021-01-31,whole,"a" b\n`],
    ['bytes that are no UTF-8', Buffer.from(`${head}first,5,2021-01-31,whole,\xe9\n`, 'latin1')],
  ])('%s', async (_what, text) => {
    const file = csvFile(head);
    writeFileSync(file.path, text);
    expect(await fetched([file], plan, reduction)).toEqual(expect.any(String));
  });

  test.each([
    ['a key that no figure has', '{"indicator":"first","value":5,"as_of":"2021-01-31","colour":"red"}\n'],
    [
      'a region that is a number with an exponent',
      '{"indicator":"first","value":5,"region":5e1,"as_of":"2021-01-31"}\n',
    ],
    ['a key given twice', '{"indicator":"first","value":5,"value":6,"as_of":"2021-01-31"}\n'],
    ['a whole report', '{"report":"A report","metrics":{"first":5},"as_of":"2021-01-31"}\n'],
    ['a line that is no JSON', '{"indicator":\n'],
  ])('%s', async (_what, text) => {
    expect(await fetched([ndjsonFile(text)], plan, reduction)).toEqual(expect.any(String));
  });

  test.each([
    ['a title above the table', 'A title\nindicator,value\n'],
    ['a column that no figure has', 'indicator,value,colour\n'],
    ['a column given twice', 'indicator,value,value\n'],
    ['quoted names', '"indicator","value"\n'],
  ])('%s above a CSV', (_what, text) => {
    expect(csvLayout(new TextEncoder().encode(text))).toBeUndefined();
  });
});

test('DuckDB reads the numbers and days of a Parquet file as the ordinary reader does', async () => {
  const { plan } = scenarioOf();
  const third = { ...plan.indicators['third'], kind: 'level', plausible: {} };
  const open = { ...plan, indicators: { ...plan.indicators, third } } as Plan;
  const numbers = [93307, 93307.5, 0, 12.25, 0.30000000000000004, 5e-7, 33.125, 1234567890.5, 7, 8, 9, 10];
  const rows = numbers.map(
    (number, index) =>
      `('third', ${number}::double, date '2021-01-15' + ${index * 30}, ${index}::decimal(9, 2), '${index}.99999999999999999999'::decimal(38, 20))`,
  );
  const file = path.join(folder, 'typed.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  for (const value of ['as_number', 'as_decimal', 'as_long']) {
    const select = `select indicator, ${value} as value, as_of, case when as_decimal > 5 then 'A note' end as note`;
    await connection.run(`copy (${select} from (values ${rows.join(', ')}) as t(indicator, as_number, as_of, as_decimal, as_long))
      to '${file}' (format parquet)`);
    const found = await fetched(
      [{ path: file, format: 'parquet', shown: 'panel.parquet' }],
      open,
      describeReduction(open, {}),
    );
    if (typeof found === 'string') throw new Error(found);
    const { report } = await readReport({ path: file, bytes: new Uint8Array(readFileSync(file)) }, open);
    expect(report?.observations).toHaveLength(numbers.length);
    expect(contents(reduce(describeReduction(open, {}), found.observations).kept)).toEqual(
      contents(reduce(describeReduction(open, {}), report?.observations ?? []).kept),
    );
  }
  connection.closeSync();
});
