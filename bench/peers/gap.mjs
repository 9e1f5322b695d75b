// The gap table of a panel: the last value of each region and indicator, and what is missing to the goal. That is all
// that the scripts give. The analyses of `batch` hold it too; whether the numbers are the same is counted.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../support/convert.mjs';
import { regionsFor, rowsOf, writePanel } from '../support/generate-panel.mjs';
import { goalOf, INDICATORS, indicators } from '../support/indicators.mjs';
import { measure } from '../support/measure.mjs';
import { count, roundsText, timesTable } from '../support/table.mjs';
import { batchCase, duckdb, hasCommand, root } from '../support/tool.mjs';

const scripts = path.join(root, 'bench', 'peers');

export async function gapSuite(context) {
  const { quick, data, log } = context;
  const regions = regionsFor(quick ? 100_000 : 1_000_000);
  const rounds = quick ? 1 : 3;
  const csv = await data.made(`panel-${regions}.csv`, file => writePanel(file, { regions }));
  const goals = writeGoals(data);
  const tables = new Map();
  const scriptCases = [duckdbCase, millerCase, jqCase];
  const made = await Promise.all(scriptCases.map(make => make({ csv, regions, goals, tables, ...context })));
  const present = made.filter(each => each.args);
  const own = gapBatch(csv, regions, tables, context);
  const results = await measure([...present, own], { rounds, warmUp: !quick, log });
  return [
    `**The gap table of ${count(rowsOf(regions))} rows**, ${roundsText(rounds)}\n\n${timesTable(results)}`,
    agreement(tables),
    ...made.filter(each => !each.args).map(({ name }) => `${name}: not run here, not installed.`),
  ];
}

function writeGoals(data) {
  const rows = indicators.map(each => ({ id: each.id, value: goalOf(each), lower: each.comparator === 'at_most' }));
  const [csv, json] = [data.pathOf('goals.csv'), data.pathOf('goals.json')];
  const lines = rows.map(({ id, value, lower }) => `${id},${value},${lower}`);
  writeFileSync(csv, ['indicator,value,lower', ...lines, ''].join('\n'));
  writeFileSync(json, JSON.stringify(Object.fromEntries(rows.map(({ id, ...goal }) => [id, goal]))));
  return { csv, json };
}

function duckdbCase({ csv, regions, goals, tables, data, hasDuckdb }) {
  const name = 'DuckDB script, CSV';
  if (!hasDuckdb) return { name };
  const out = data.pathOf('gap-duckdb.csv');
  const args = [duckdb, 'script', path.join(scripts, 'gap.sql'), `panel=${csv}`, `goals=${goals.csv}`, `out=${out}`];
  return { name, args, verify: () => keep(tables, name, out, regions) };
}

function millerCase({ csv, regions, goals, tables, data }) {
  const name = 'Miller script, CSV';
  if (!hasCommand('mlr')) return { name };
  const stdout = data.pathOf('gap-miller.csv');
  const gap = '$gap = $lower == "true" ? $last - $value : $value - $last';
  const steps = [
    ['put', '-q', '-f', path.join(scripts, 'gap.mlr')],
    ['join', '-f', goals.csv, '-j', 'indicator'],
    ['put', gap],
    ['cut', '-o', '-f', 'region,indicator,gap'],
  ];
  const args = ['--icsv', '--ocsv', ...steps.flatMap((step, index) => (index === 0 ? step : ['then', ...step])), csv];
  return { name, command: 'mlr', args, stdout, verify: () => keep(tables, name, stdout, regions) };
}

async function jqCase({ csv, regions, goals, tables, data, hasDuckdb }) {
  const name = 'jq script, NDJSON';
  if (!hasCommand('jq') || !hasDuckdb) return { name };
  const stdout = data.pathOf('gap-jq.csv');
  const panel = await data.made(`panel-${regions}.ndjson`, file => runToEnd([duckdb, 'convert', csv, file]));
  const args = ['-n', '-r', '--slurpfile', 'goals', goals.json, '-f', path.join(scripts, 'gap.jq'), panel];
  return { name, command: 'jq', args, stdout, verify: () => keep(tables, name, stdout, regions) };
}

function gapBatch(csv, regions, tables, { data, plan }) {
  const name = '`batch --by region`, CSV';
  const figures = rowsOf(regions);
  const own = batchCase({ name, data, plan, input: csv, by: 'region', groups: regions, figures, format: 'csv' });
  const verify = () => {
    own.verify();
    const files = readdirSync(own.out).filter(file => file.endsWith('.csv') && !file.startsWith('index.'));
    tables.set(name, new Map(files.flatMap(file => gapsOf(readFileSync(path.join(own.out, file), 'utf8')))));
  };
  return { ...own, verify };
}

/** No text of the invented plan holds a comma or a quote. */
function gapsOf(text) {
  const [head, ...rows] = text
    .trimEnd()
    .split('\n')
    .map(line => line.split(','));
  const [region, indicator, gap] = ['region', 'indicator', 'gap'].map(name => head.indexOf(name));
  return rows.map(row => [`${row[region]} ${row[indicator]}`, Number(row[gap])]);
}

function keep(tables, name, file, regions) {
  const lines = readFileSync(file, 'utf8').replaceAll('"', '').split('\n').filter(Boolean);
  const rows = lines.map(line => line.split(',')).filter(([region]) => region !== 'region');
  if (rows.length !== regions * INDICATORS) throw new Error(`${name}: ${rows.length} rows`);
  tables.set(name, new Map(rows.map(([region, indicator, gap]) => [`${region} ${indicator}`, Number(gap)])));
}

/** Every table against the first one, row by row. */
function agreement(tables) {
  const [[first, table], ...others] = tables;
  const agrees = (gap, key) => Math.abs(gap - table.get(key)) < 1e-6;
  const parts = others.map(([name, other]) => {
    const same = [...other].filter(([key, gap]) => agrees(gap, key)).length;
    return `${name} ${count(same)}`;
  });
  return `Rows with the same gap, of the ${count(table.size)} of ${first}: ${parts.join('; ')}.`;
}
