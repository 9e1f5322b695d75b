import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { describeReduction, type Reduction } from '../../src/panel/reduction.ts';
import { dialectNames, dialects } from '../../src/panel/sql/dialects.ts';
import { reductionSql } from '../../src/panel/sql/reduction-sql.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'panel-sql-'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

const PLAN = `
# Invented for tests.
plan: invented-numbers
title: Invented numbers
period: { from: 2021-01-01, to: 2025-12-31 }
indicators:
  lanes: { title: Lanes, unit: km, kind: stock, plausible: { min: -10 } }
measures:
  - id: all
    title: All
    targets: [{ id: lanes-2025, indicator: lanes, at_least: 500, by: 2025-12-31 }]
`;

describe('a number says the same whichever way the rows leave the engine', () => {
  const numbers = ['500', '12.5', '0', '-3', '1200000', '0.25', '93307.75', '10'];
  const rows = numbers.map((number, index) => `('lanes', ${number}::double, date '2021-01-31' + ${index * 31})`);

  async function exported(type: string, sql: string): Promise<unknown[][]> {
    const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(PLAN) });
    if (!plan) throw new Error('the plan is wrong');
    const names = `(values ${rows.join(', ')}) as t(indicator, value, as_of)`;
    await connection.run(`create or replace table panel as
      select indicator, value::${type} as value, as_of, null::double as tolerance from ${names}`);
    const query = sql === '' ? 'from panel' : sql;
    return Promise.all(
      ['csv', 'parquet'].map(async format => {
        const file = path.join(folder, `exported.${format}`);
        await connection.run(`copy (${query}) to '${file}' (format ${format})`);
        const { report, problems } = await readReport({ path: file, bytes: readFileSync(file) }, plan);
        expect(problems).toEqual([]);
        return (report?.observations ?? []).map(({ asOf, quantity }) => ({ asOf, quantity })).toSorted(byDay);
      }),
    );
  }

  const byDay = (a: { asOf: string }, b: { asOf: string }) => (a.asOf < b.asOf ? -1 : 1);
  const columns = ['indicator', 'value', 'as_of', 'tolerance'];

  test.each(['double', 'float', 'decimal(12, 2)', 'decimal(38, 9)'])('%s', async type => {
    const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(PLAN) });
    if (!plan) throw new Error('the plan is wrong');
    const reduction = { ...describeReduction(plan, {}), indicators: {} };
    const sql = reductionSql(dialects.duckdb, reduction, { name: 'panel', columns });
    const [, asTheyAre] = await exported(type, '');
    const [csv, parquet] = await exported(type, sql);
    expect(csv).toHaveLength(numbers.length);
    expect(csv).toEqual(asTheyAre);
    expect(parquet).toEqual(asTheyAre);
  });

  test('a text keeps the decimals that it was published with', async () => {
    await connection.run(`create or replace table panel as select * from
      (values ('lanes', '500.0', '2021-01-31'), ('lanes', '500.00', '2021-02-28')) as t(indicator, value, as_of)`);
    const reduction: Reduction = { ...NOTHING, plan: 'invented-numbers', region: 'invented-numbers' };
    const table = { name: 'panel', columns: ['indicator', 'value', 'as_of'] };
    const found = await connection.runAndReadAll(reductionSql(dialects.duckdb, reduction, table));
    expect(
      found
        .getRowObjectsJson()
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual(['500.0', '500.00']);
  });
});

const NOTHING = { knownBy: undefined, regions: [], regionsInSums: [], regionsWithStart: [], indicators: {} };

describe('panel-sql', () => {
  test.each([
    [['--table', ''], '--table: no table is named'],
    [['--table', '  '], '--table: no table is named'],
    [['--columns', 'indicator,indicator,value,as_of'], '--columns: "indicator" is named twice'],
    [['--columns', 'indicator,value,as_of, value'], '--columns: "value" is named twice'],
  ])('%j is refused', async (flags, words) => {
    const { code, stdout, stderr } = await runCli(['panel-sql', '--dialect', 'duckdb', ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test.each(dialectNames)('for %s', async dialect => {
    const { code, stdout } = await runCli(['panel-sql', '--dialect', dialect, '--as-of', '2025-06-30']);
    expect(code).toBe(0);
    expectGolden(`panel-sql/${dialect}.sql`, stdout);
  });
});
