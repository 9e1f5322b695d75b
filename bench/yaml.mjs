// Reports of 65 figures, each judged by itself, against js-yaml that only reads and parses the same files.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { writeReports } from './support/generate-reports.mjs';
import { INDICATORS } from './support/indicators.mjs';
import { measure } from './support/measure.mjs';
import { count, roundsText, timesTable } from './support/table.mjs';
import { batchCase, hasCommand, prints, root } from './support/tool.mjs';

export const title = 'YAML reports against js-yaml';

const BUDGET = 1.5;
const loader = path.join(root, 'bench', 'support', 'js-yaml-load.mjs');

export async function run({ quick, data, plan, log }) {
  const files = quick ? 500 : 2000;
  const rounds = quick ? 2 : 5;
  const input = await data.made(`reports-${files}`, folder => writeReports(folder, files));
  const cores = availableParallelism();
  const own = { data, plan, input, by: 'file,region', groups: files, figures: files * INDICATORS };
  const tool = batchCase({ ...own, name: '`batch --by file,region`', target: BUDGET });
  const writing = batchCase({ ...own, name: 'the same, all analyses written as JSON', format: 'json' });
  const tools = quick ? [tool] : [tool, writing];
  const loads = [cores, 1].map(threads => loadCase(input, files, threads));
  const onOne = quick || !hasCommand('taskset') ? [] : onOneCore([loads[1], ...tools.slice(0, 1)]);
  const results = await measure([...loads, ...tools, ...onOne], { rounds, warmUp: !quick, log });
  const intro = `**${count(files)} files**, ${count(files * INDICATORS)} figures, ${roundsText(rounds)}`;
  return [`${intro}\n\n${timesTable(results)}`];
}

function loadCase(input, files, threads) {
  const name = `js-yaml, \`load\` alone, ${threads} thread${threads > 1 ? 's' : ''}`;
  return { name, args: [loader, input, String(threads)], verify: prints(name, String(files * INDICATORS)) };
}

/** The same core for both, by the operating system. */
function onOneCore(cases) {
  const named = name => `${name}, on one core`;
  return cases.map(each => ({
    ...each,
    name: named(each.name),
    command: 'taskset',
    args: ['-c', '0', process.execPath, ...each.args],
    baseline: named(cases[0].name),
  }));
}
