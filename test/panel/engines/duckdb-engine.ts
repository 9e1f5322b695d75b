import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { csvOf } from '../files.ts';
import type { Engine } from './engine.ts';

/** DuckDB in this process. */
export async function duckdbEngine(): Promise<Engine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panel-duckdb-'));
  const file = path.join(folder, 'panel.csv');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return {
    dialect: 'duckdb',
    async query({ columns, rows, types = {} }, sql) {
      writeFileSync(file, csvOf(rows.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])))));
      const cast = columns.map(name => `"${name}"::${types[name] ?? 'varchar'} as "${name}"`).join(', ');
      await connection.run(`create or replace table panel as
        select ${cast} from read_csv('${file}', header = true, all_varchar = true)`);
      const found = await connection.runAndReadAll(sql);
      const said = found.getRowObjectsJson().map(row => Object.entries(row).filter(([, text]) => text !== null));
      return csvOf(said.map(cells => Object.fromEntries(cells.map(([name, text]) => [name, String(text)]))));
    },
    stop() {
      connection.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}
