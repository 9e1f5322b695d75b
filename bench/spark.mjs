// Spark in a cluster of its own processes, two executors of one core, over a folder of Parquet with a part for each
// month: what the printed query of `panel-sql` leaves, and how much moved between the executors, by Spark's own metrics.
// A batch over what is left must write the index of one over all of it, but for how many figures it read.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './support/convert.mjs';
import { FULL_REGIONS, regionsFor, rowsOf, writePanel } from './support/generate-panel.mjs';
import { count, mebibytes } from './support/table.mjs';
import { bin, duckdb, JUDGED, root } from './support/tool.mjs';

export const title = 'Spark';
export const page = 'scale.md';

const COLUMNS = 'indicator,value,as_of,published,region,publisher';
const python = path.join(root, 'node_modules/.cache/shanxi-plan-python/pyspark/bin/python');

export async function run({ data, plan, quick, maxRows, hasDuckdb, log }) {
  if (!hasDuckdb || !existsSync(python))
    return ['DuckDB or `pyspark` is not here (`npm run test:engines` installs it): not run.'];
  const regions = quick || maxRows < rowsOf(FULL_REGIONS) ? regionsFor(100_000) : FULL_REGIONS;
  const csv = await data.made(`panel-${regions}.csv`, file => writePanel(file, { regions }));
  const folder = await data.made(`by-month-${regions}`, to => runToEnd([duckdb, 'by-month', csv, to]));
  log(`${count(rowsOf(regions))} rows, in parts by month`);
  const query = data.pathOf('spark.sql');
  writeFileSync(
    query,
    said([bin, 'panel-sql', '--plan', plan, '--dialect', 'spark', '--table', 'figures', '--columns', COLUMNS]),
  );
  const left = data.pathOf('spark-left');
  const asked = [path.join(root, 'bench/support/spark.py'), folder, query, left];
  const metrics = JSON.parse(
    ended(spawnSync(python, asked, { encoding: 'utf8' }), [0])
      .trim()
      .split('\n')
      .at(-1),
  );
  if (metrics.rows !== rowsOf(regions)) throw new Error(`Spark read ${metrics.rows} rows, not ${rowsOf(regions)}`);
  const [whole, reduced] = [csv, left].map(input => indexOf(input, { data, plan }));
  if (whole !== reduced) throw new Error('a batch over what Spark leaves differs from one over all');
  return [partsOf(metrics, regions)];
}

/** The index but for its count of figures, and no cell of it has a comma. */
function indexOf(input, { data, plan }) {
  const file = data.pathOf('spark-index.csv');
  const args = [
    'batch',
    path.relative(data.folder, input),
    '--plan',
    path.relative(data.folder, plan),
    '--by',
    'region',
  ];
  ended(
    spawnSync(process.execPath, [bin, ...args, '--index', `csv=${file}`], { cwd: data.folder, encoding: 'utf8' }),
    JUDGED,
  );
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
  const figures = head.split(',').indexOf('figures');
  return lines.map(line => line.split(',').toSpliced(figures, 1).join(',')).join('\n');
}

const said = args => ended(spawnSync(process.execPath, args, { encoding: 'utf8' }), [0]);

function ended({ status, stdout, stderr, error }, wanted) {
  if (wanted.includes(status)) return stdout;
  throw error ?? new Error(stderr.slice(-4000));
}

function partsOf({ version, rows, left, stages, seconds }, regions) {
  const moved = key => stages.reduce((sum, stage) => sum + stage[key], 0);
  return [
    `Spark ${version}, \`local-cluster[2,1,2048]\`, ${count(rows)} rows of ${count(regions)} regions in 60 parts of Parquet:`,
    '',
    '| what | rows | size |',
    '| --- | --- | --- |',
    // The query looks at the table twice; the bytes of what is read are not counted by Spark here.
    `| read | ${count(moved('inputRecords'))} | |`,
    `| moved between the executors | ${count(moved('shuffleWriteRecords'))} | ${mebibytes(moved('shuffleWriteBytes'))} |`,
    `| left for \`batch\` | ${count(left)} | ${mebibytes(moved('outputBytes'))} |`,
    '',
    `${Math.round(seconds)} s; the index of a batch over what is left is that of one over all, but for how many figures it read.`,
  ].join('\n');
}
