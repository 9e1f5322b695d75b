// `node bench/read.mjs <folder of another build>`: what it takes to read one file of figures once, here and there, in
// processor time, side by side. Rounds are interleaved and the least of each counts, since other programs only ever add to
// it. Build both first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFigures } from './support/generate-figures.mjs';
import { writePlan } from './support/generate-plan.mjs';
import { count, markdownTable } from './support/table.mjs';
import { root } from './support/tool.mjs';

const ROUNDS = 7;
const figures = { csv: 200_000, ndjson: 200_000, yaml: 20_000 };
const script = fileURLToPath(new URL('support/read-many.mjs', import.meta.url));

const [other] = process.argv.slice(2);
if (other === undefined) {
  console.error('node bench/read.mjs <folder of another build>');
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-read-'));
  try {
    compare([path.resolve(other), root], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compare(builds, folder) {
  const plan = path.join(folder, 'plan.yaml');
  writePlan(plan);
  const rows = Object.entries(figures).map(([format, many]) => {
    const file = path.join(folder, `figures.${format}`);
    writeFigures(file, many);
    const [there, here] = leastOf(builds, [plan, file, '1']);
    return [`${format}, ${count(many)} figures`, seconds(there), seconds(here), (here / there).toFixed(2)];
  });
  console.log(markdownTable(['one file', '>there', '>here', '>ratio'], rows));
}

function leastOf(builds, args) {
  const least = builds.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, build] of builds.entries())
      least[index] = Math.min(least[index], costOf([script, build, ...args]));
  return least;
}

/** Of a process of its own, from its start to its end, told by itself when it exits. */
function costOf(args) {
  const told = `process.on('exit', () => console.log(process.cpuUsage().user))`;
  const output = execFileSync(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(told)}`,
    ...args,
  ]);
  return Number(String(output).trim().split('\n').at(-1)) / 1e6;
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}
