import { describe, test } from 'vitest';
import type { Engine } from './engine.ts';
import { batchesAlike, leavesMixedColumns, leavesWhatMatters } from './law.ts';

/** Of a server that was started by hand, with a catalog `memory`: it is too large to be installed for the tests. */
const address = process.env['TRINO_URL'];

interface Answer {
  readonly columns?: readonly { readonly name: string }[];
  readonly data?: readonly (readonly unknown[])[];
  readonly nextUri?: string;
  readonly error?: { readonly message: string };
}

const headers = { 'X-Trino-User': 'panel', 'X-Trino-Catalog': 'memory', 'X-Trino-Schema': 'default' };

const answerTo = async (...asked: Parameters<typeof fetch>): Promise<Answer> =>
  (await (await fetch(...asked)).json()) as Answer;

/** A query is answered piece by piece. */
async function answered(sql: string): Promise<string> {
  let names: readonly string[] = [];
  const rows: string[] = [];
  let answer = await answerTo(`${address}/v1/statement`, { method: 'POST', headers, body: sql });
  for (;;) {
    if (answer.error) throw new Error(answer.error.message);
    names = answer.columns?.map(({ name }) => name) ?? names;
    rows.push(...(answer.data ?? []).map(row => `${row.map(cell => quoted(String(cell ?? ''))).join(',')}\n`));
    if (answer.nextUri === undefined) return `${names.join(',')}\n${rows.join('')}`;
    answer = await answerTo(answer.nextUri);
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const engine: Engine = {
  dialect: 'trino',
  stop: () => {},
  query: async ({ columns, rows }, sql) => {
    const values = rows.map(cells => `(${cells.map(cell => `cast(${sqlText(cell)} as varchar)`).join(', ')})`);
    await answered('drop table if exists panel');
    await answered(
      `create table panel as select * from (values ${values.join(', ')}) as t (${columns.map(name => `"${name}"`).join(', ')})`,
    );
    return answered(sql);
  },
};

describe.skipIf(!address)(`Trino${address ? '' : ' (not run: TRINO_URL names no server)'}`, () => {
  test('leaves of a table what changes no analysis', () => leavesWhatMatters(engine, 0.005));

  test('leaves of mixed columns what says the same', () => leavesMixedColumns(engine, 0.005));

  test('leaves of a panel what a batch makes the same bytes of', () => batchesAlike(engine));
});
