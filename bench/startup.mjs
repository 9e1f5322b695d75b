// Start-up and the check of a few reports against a bare node.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { measure } from './support/measure.mjs';
import { roundsText, timesTable } from './support/table.mjs';
import { bin, JUDGED, root } from './support/tool.mjs';

export const title = 'Start-up';

const reports = 'fixtures/shanxi';

export async function run({ quick, log }) {
  const names = readdirSync(path.join(root, reports));
  const report = names.find(name => name.startsWith('2023-12-08-'));
  const cases = [
    { name: '`node -e 0`', args: ['-e', '0'] },
    { name: '`--version`', args: [bin, '--version'], target: 1.15 },
    { name: '`check`, 1 report', args: [bin, 'check', `${reports}/${report}`], status: [3], target: 1.5 },
    { name: `\`check\`, ${names.length} reports`, args: [bin, 'check', reports], status: JUDGED },
  ];
  const here = cases.map(each => ({ ...each, cwd: root }));
  const rounds = quick ? 9 : 25;
  return [timesTable(await measure(here, { rounds, log }), { resources: false }), `${roundsText(rounds)}.`];
}
