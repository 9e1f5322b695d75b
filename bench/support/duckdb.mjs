// What DuckDB does in a process of its own: `group-by <file>`, the least that any judgement of a panel must do;
// `convert <csv> <file>`; `by-month <csv> <folder>`, Parquet with a part for each month; `script <file.sql> <name=value>…`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api');

const quoted = text => `'${text.replaceAll("'", "''")}'`;

/** All columns of the inner query are used outside, or DuckDB would leave them out. */
const groupBy = file => `
  select count(*)::integer as groups, sum(figures)::integer as rows, max(day)::varchar as latest, sum(value) as total
  from (
    select region, indicator, max(as_of) as day, arg_max(value, as_of) as value, count(*) as figures
    from ${quoted(file)} group by all
  )`;

const formats = { '.parquet': 'format parquet', '.ndjson': 'format json' };

const convert = (from, to) => `copy (from ${quoted(from)}) to ${quoted(to)} (${formats[path.extname(to)]})`;

const byMonth = (from, to) => `
  copy (select *, as_of[:7] as month from read_csv(${quoted(from)}, all_varchar = true))
  to ${quoted(to)} (format parquet, partition_by (month))`;

const script = (file, ...values) =>
  values
    .map(each => each.split('='))
    .reduce((text, [name, value]) => text.replaceAll(`$${name}`, quoted(value)), readFileSync(file, 'utf8'));

const tasks = { 'group-by': groupBy, convert, 'by-month': byMonth, script };

const [task, ...args] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create()).connect();
const reader = await connection.runAndReadAll(tasks[task](...args));
console.log(JSON.stringify(reader.getRowObjectsJson()));
