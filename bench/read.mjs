// `node bench/read.mjs <folder of another build>`: what it takes to read one file of figures once, here and there, side by
// side, by the clock and in processor time. Rounds are interleaved, each beginning with the other build than the one before,
// and a ratio is the median of those of the rounds: what slows the machine down for a while slows both. Build both first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFigures } from './support/generate-figures.mjs';
import { writePlan } from './support/generate-plan.mjs';
import { median } from './support/measure.mjs';
import { count, markdownTable } from './support/table.mjs';
import { root } from './support/tool.mjs';

const ROUNDS = 15;
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
    const rounds = roundsOf(builds, [plan, file, '1']);
    const cells = ['clock', 'processor'].flatMap(kind => [
      seconds(median(rounds.map(([there]) => there[kind]))),
      seconds(median(rounds.map(([, here]) => here[kind]))),
      median(rounds.map(([there, here]) => here[kind] / there[kind])).toFixed(2),
    ]);
    return [`${format}, ${count(many)} figures`, ...cells];
  });
  const heads = ['>there', '>here', '>ratio'];
  console.log(markdownTable(['one file', ...heads, ...heads.map(head => `${head}, processor`)], rows));
}

/** What each round took there and here. */
function roundsOf(builds, args) {
  return Array.from({ length: ROUNDS }, (_, round) => {
    const costs = [];
    for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) costs[index] = costOf([script, builds[index], ...args]);
    return costs;
  });
}

/** Of a process of its own, from its start to its end; its processor time is told by itself when it exits. */
function costOf(args) {
  const begun = performance.now();
  const told = `process.on('exit', () => console.log(process.cpuUsage().user))`;
  const output = execFileSync(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(told)}`,
    ...args,
  ]);
  return {
    clock: (performance.now() - begun) / 1e3,
    processor: Number(String(output).trim().split('\n').at(-1)) / 1e6,
  };
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}
