// Start-up and the check of a few reports against a bare node: on several versions of Node, with what V8 compiled kept from
// runs before (warm) and without (cold, as in every fresh container).
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { measure } from './support/measure.mjs';
import { nodesOf } from './support/nodes.mjs';
import { roundsText, timesTable } from './support/table.mjs';
import { timed } from './support/timed.mjs';
import { bin, JUDGED, root } from './support/tool.mjs';

export const title = 'Start-up';

const reports = 'fixtures/shanxi';
const names = readdirSync(path.join(root, reports));
const report = `${reports}/${names.find(name => name.startsWith('2023-12-08-'))}`;
const VERSIONS = [20, 22, 24];

/** Two runs before the first that counts: the first leaves a mark, the second keeps what was compiled. */
const RUNS_TO_WARM = 2;

export async function run({ quick, data, log }) {
  const parts = [];
  for (const node of nodesOf(quick ? VERSIONS.slice(0, 1) : VERSIONS, log)) {
    const cases = casesOf(node, data);
    for (let round = 0; round < RUNS_TO_WARM; round += 1) await measure(cases, { rounds: 1, warmUp: false });
    const rounds = quick ? 9 : 15;
    const results = await measure(cases, { rounds, warmUp: false, log });
    const options = { resources: ['processor'], ratioBy: 'processor' };
    parts.push(`**Node ${node.version}**, ${roundsText(rounds)}\n\n${timesTable(results, options)}`);
  }
  return parts;
}

function casesOf({ file }, data) {
  const [warm, cold] = ['warm', 'cold'].map(name => data.pathOf(`cache-${name}`));
  const withCache = folder => ({ env: { XDG_CACHE_HOME: folder } });
  const emptied = {
    ...withCache(cold),
    prepare() {
      rmSync(cold, { recursive: true, force: true });
      mkdirSync(cold, { recursive: true });
    },
  };
  const cases = [
    { name: '`node -e 0`', args: ['-e', '0'] },
    { name: '`--version`', args: [bin, '--version'], target: 1.2 },
    {
      name: '`check`, 1 report, table, warm',
      args: [bin, 'check', report],
      status: [3],
      target: 3.3,
      ...withCache(warm),
    },
    { name: 'the same, cold', args: [bin, 'check', report], status: [3], target: 4.5, ...emptied },
    {
      name: '`check`, 1 report, JSON, warm',
      args: [bin, 'check', report, '--format', 'json'],
      status: [3],
      target: 2.6,
      ...withCache(warm),
    },
    { name: `\`check\`, ${names.length} reports`, args: [bin, 'check', reports], status: JUDGED, ...withCache(warm) },
  ];
  return cases.map(each => timed({ ...each, cwd: root, command: file }));
}
