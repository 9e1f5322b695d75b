// Start-up and check of the built command against a bare node, side by side: every round runs every case once, so that
// a machine that slows down slows all of them. `npm run bench`, `npm run bench -- --quick`; build first.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = path.join(root, 'bin', 'shanxi-plan.js');
const reports = 'fixtures/shanxi';
const report = readdirSync(path.join(root, reports)).find(name => name.startsWith('2023-12-08-'));

const rounds = process.argv.includes('--quick') ? 7 : 15;
const BASELINE = 'node -e 0';

/** `status`: what a right run ends with; 3 says that something is undecided. `target`: the highest ratio to the baseline. */
const cases = [
  { name: BASELINE, args: ['-e', '0'], status: 0 },
  { name: '--version', args: [bin, '--version'], status: 0, target: 1.15 },
  { name: 'check, 1 report', args: [bin, 'check', `${reports}/${report}`], status: 3, target: 1.5 },
  { name: `check, ${readdirSync(path.join(root, reports)).length} reports`, args: [bin, 'check', reports] },
];

if (!existsSync(path.join(root, 'dist', 'cli.js'))) {
  console.error('dist/ is missing: npm run build');
  process.exitCode = 1;
} else measure();

function measure() {
  const times = new Map(cases.map(({ name }) => [name, []]));
  for (const each of cases) time(each); // fills the caches of the disk
  for (let round = 0; round < rounds; round += 1) {
    for (const each of inRotation(round)) times.get(each.name).push(time(each));
  }
  print(times);
}

/** Each round begins with another case, so that none always follows the same one. */
function inRotation(round) {
  return cases.map((_, index) => cases[(index + round) % cases.length]);
}

function time({ name, args, status }) {
  const start = performance.now();
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const elapsed = performance.now() - start;
  const isRight = status === undefined ? [0, 1, 3].includes(run.status) : run.status === status;
  if (!isRight) throw new Error(`${name}: exit ${run.status}\n${run.stderr}`);
  return elapsed;
}

function print(times) {
  const base = median(times.get(BASELINE));
  const rows = cases.map(({ name, target }) => {
    const middle = median(times.get(name));
    const ratio = middle / base;
    const held = target === undefined ? '' : ratio <= target ? 'yes' : '**no**';
    const spread = `${Math.min(...times.get(name)).toFixed(1)}–${Math.max(...times.get(name)).toFixed(1)}`;
    return [name, middle.toFixed(1), spread, ratio.toFixed(2), target === undefined ? '' : `≤ ${target}`, held];
  });
  const [cpu] = cpus();
  console.log(`${rounds} interleaved rounds, node ${process.version}, ${cpu?.model.trim()} × ${cpus().length}\n`);
  console.log(`| case | median ms | range ms | ratio to \`${BASELINE}\` | target | holds |`);
  console.log('|---|---:|---:|---:|---:|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
