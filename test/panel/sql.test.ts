import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { reduce } from '../../src/panel/reduce.ts';
import { describeReduction } from '../../src/panel/reduction.ts';
import { dialectNames, dialects } from '../../src/panel/sql/dialects.ts';
import { reductionSql } from '../../src/panel/sql/reduction-sql.ts';
import { runs } from '../properties/configure.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';
import { panelScenario } from './arbitraries.ts';
import { columnsOf, contents, csvOf, isPossible, type Row, read, rowOf } from './files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'panel-sql-'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

/** The rows that the printed query leaves of a table. */
async function queried(rows: readonly Row[], sql: string): Promise<Row[]> {
  const file = path.join(folder, 'panel.csv');
  writeFileSync(file, csvOf(rows));
  await connection.run(
    `create or replace table panel as select * from read_csv('${file}', header = true, all_varchar = true)`,
  );
  const found = await connection.runAndReadAll(sql);
  return found.getRowObjectsJson().map(row => {
    const cells = Object.entries(row).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text] as const] : [],
    );
    return Object.fromEntries(cells);
  });
}

test('the printed query leaves all that the reduction in JavaScript keeps', async () => {
  let [all, left] = [0, 0];
  await fc.assert(
    fc.asyncProperty(panelScenario, async ({ plan, figures, request }) => {
      const rows = figures.filter(isPossible(plan)).map(rowOf);
      fc.pre(rows.length > 0);
      const reduction = describeReduction(plan, request);
      const table = { name: 'panel', columns: columnsOf(rows) };
      const found = await queried(rows, reductionSql(dialects.duckdb, reduction, table));
      const observations = await read(csvOf(rows), 'panel.csv', plan);
      const kept = await read(csvOf(found), 'panel.csv', plan);
      expect(contents(reduce(reduction, kept).kept)).toEqual(contents(reduce(reduction, observations).kept));
      const there = new Set(contents(observations));
      expect(contents(kept).filter(each => !there.has(each))).toEqual([]);
      all += rows.length;
      left += found.length;
    }),
    { ...runs(0.05), endOnFailure: true },
  );
  expect(left).toBeLessThan(all);
}, 300_000);

describe('panel-sql', () => {
  test.each(dialectNames)('for %s', async dialect => {
    const { code, stdout } = await runCli(['panel-sql', '--dialect', dialect, '--as-of', '2025-06-30']);
    expect(code).toBe(0);
    expectGolden(`panel-sql/${dialect}.sql`, stdout);
  });
});
