// Panels of 100 thousand, 1 million and 11 million rows against DuckDB's own `group by` over the same file.
import { runToEnd } from './support/convert.mjs';
import { FULL_REGIONS, regionsFor, rowsOf, writePanel } from './support/generate-panel.mjs';
import { INDICATORS } from './support/indicators.mjs';
import { measure } from './support/measure.mjs';
import { count, held, mebibytes, roundsText, timesTable } from './support/table.mjs';
import { batchCase, duckdb } from './support/tool.mjs';

export const title = 'Panels against DuckDB';

const BUDGET = 5;
/** A `group by` over columns reads next to nothing. */
const PARQUET_BUDGET = 7;
const GIBIBYTE = 2 ** 30;

/** The second round of the largest panels tells whether the first one was an accident; more would take too long. */
const sizes = [
  { regions: regionsFor(100_000), rounds: 5 },
  { regions: regionsFor(1_000_000), rounds: 3 },
  { regions: FULL_REGIONS, rounds: 2 },
];

export async function run(context) {
  if (!context.hasDuckdb) return ['DuckDB is not installed: not run here.'];
  const parts = [];
  for (const { regions, rounds } of context.quick ? [{ ...sizes[0], rounds: 1 }] : sizes) {
    const rows = rowsOf(regions);
    if (rows > context.maxRows) continue;
    context.log(`${count(rows)} rows`);
    // What was just written or read is in the memory of the system.
    const results = await measure(await casesFor(regions, context), { rounds, warmUp: false, log: context.log });
    const intro = `**${count(rows)} rows**, ${count(regions)} regions, ${roundsText(rounds)}`;
    parts.push(`${intro}\n\n${timesTable(results)}`);
    if (regions === FULL_REGIONS) parts.push(memoryLine(results));
  }
  return parts;
}

async function casesFor(regions, context) {
  const files = await panelFiles(regions, context);
  return Object.entries(files).flatMap(([name, input]) => {
    const baseline = `${name}: DuckDB, \`group by\` alone`;
    const args = [duckdb, 'group-by', input];
    const groupBy = { name: baseline, args, verify: checkGroups(baseline, regions), baseline };
    return [groupBy, ownCase({ name, input, regions, baseline }, context)];
  });
}

const ownCase = ({ name, input, regions, baseline }, { data, plan }) =>
  batchCase({
    name: `${name}: \`batch --by region\``,
    data,
    plan,
    input,
    by: 'region',
    groups: regions,
    figures: rowsOf(regions),
    // A Parquet file is refused by the number of its cells, before it is known that they fit the memory.
    options: ['--max-input-size', '2 GiB'],
    baseline,
    target: name === 'Parquet' ? PARQUET_BUDGET : BUDGET,
  });

async function panelFiles(regions, { data, quick }) {
  const csv = await data.made(`panel-${regions}.csv`, file => writePanel(file, { regions }));
  const convertTo = extension =>
    data.made(`panel-${regions}.${extension}`, file => runToEnd([duckdb, 'convert', csv, file]));
  const files = { CSV: csv, NDJSON: await convertTo('ndjson'), Parquet: await convertTo('parquet') };
  if (quick || regions === FULL_REGIONS) return files;
  const sorted = await data.made(`sorted-${regions}.csv`, file => writePanel(file, { regions, order: 'region' }));
  return { ...files, 'CSV sorted by region': sorted };
}

const checkGroups =
  (name, regions) =>
  ({ stdout }) => {
    const [{ groups, rows }] = JSON.parse(stdout);
    if (groups === regions * INDICATORS && rows === rowsOf(regions)) return;
    throw new Error(`${name}: ${groups} groups of ${rows} rows`);
  };

function memoryLine(results) {
  const peak = Math.max(...results.filter(({ target }) => target).map(each => each.peak));
  return `Highest peak memory of \`batch\`: ${mebibytes(peak)}; budget ≤ 1,024 MiB, held: ${held(peak, GIBIBYTE)}.`;
}
