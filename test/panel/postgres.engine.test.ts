import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { reduce } from '../../src/panel/reduce.ts';
import { describeReduction } from '../../src/panel/reduction.ts';
import { dialects } from '../../src/panel/sql/dialects.ts';
import { reductionSql } from '../../src/panel/sql/reduction-sql.ts';
import { runs } from '../support/properties.ts';
import { anyScenario } from './arbitraries.ts';
import { columnsOf, contents, csvOf, isPossible, type Row, read, rowOf } from './files.ts';
import { judged } from './judged.ts';
import { findPostgres, startPostgres } from './postgres-server.ts';

const programs = findPostgres();
const server = programs === undefined ? undefined : startPostgres(programs);
afterAll(() => server?.stop());

/** Loads a table, runs the printed query, and gives what it leaves as CSV. */
function queried(rows: readonly Row[], sql: string, run: (sql: string) => string): string {
  const names = columnsOf(rows).map(column => `"${column}"`);
  return run(`drop table if exists panel;
    create table panel (${names.map(name => `${name} text`).join(', ')});
    copy panel from stdin with (format csv, header true, force_not_null (${names.join(', ')}));
${csvOf(rows)}\\.
    copy (${sql}) to stdout with (format csv, header true);`);
}

describe.skipIf(!server)(`PostgreSQL${server ? '' : ' (not run: no server is installed here)'}`, () => {
  test('leaves of a table what changes no analysis', async () => {
    let [all, left] = [0, 0];
    await fc.assert(
      fc.asyncProperty(anyScenario, async ({ plan, figures, request }) => {
        const rows = figures.filter(isPossible(plan)).map(rowOf);
        fc.pre(rows.length > 0 && server !== undefined);
        const reduction = describeReduction(plan, request);
        const sql = reductionSql(dialects.postgres, reduction, { name: 'panel', columns: columnsOf(rows) });
        const csv = queried(rows, sql, server?.run ?? String);
        const [observations, kept] = [await read(csvOf(rows), 'all.csv', plan), await readAny(csv, plan)];
        expect(contents(reduce(reduction, kept).kept)).toEqual(contents(reduce(reduction, observations).kept));
        expect(judged(assess(plan, kept, request))).toEqual(judged(assess(plan, observations, request)));
        all += observations.length;
        left += kept.length;
      }),
      { ...runs(0.02), endOnFailure: true },
    );
    expect(left).toBeLessThan(all);
  }, 300_000);

  test.each([
    ['text', '500.00,12.50'],
    ['numeric(12, 2)', '500,12.5'],
    ['double precision', '500,12.5'],
    ['real', '500,12.5'],
  ])('numbers of the type %s are printed as %s', (type, expected) => {
    const reduction = {
      plan: 'p',
      region: 'p',
      knownBy: undefined,
      regionsInSums: [],
      regionsWithStart: [],
      indicators: {},
    };
    const table = { name: 'numbers', columns: ['indicator', 'value', 'as_of'] };
    const csv = server?.run(`drop table if exists numbers;
      create table numbers (indicator text, value ${type}, as_of date);
      insert into numbers values ('a', '500.00', '2021-01-31'), ('a', '12.50', '2021-02-28'), ('a', null, '2021-03-31');
      copy (${reductionSql(dialects.postgres, reduction, table)}) to stdout with (format csv);`);
    const rows = (csv ?? '').split('\n').filter(row => row.startsWith('a,'));
    const [first, second, third] = rows.toSorted((a, b) => (a.slice(-10) < b.slice(-10) ? -1 : 1));
    expect([first, second].map(row => row?.split(',')[1]).join(',')).toBe(expected);
    expect(third).toBe('a,,2021-03-31');
  });
});

const readAny = async (csv: string, plan: Parameters<typeof read>[2]) =>
  csv.trim().includes('\n') ? read(csv, 'kept.csv', plan) : [];
