// `node bench/small/search.mjs [--only single|pairs|rows|tables] [--grep text] [--seed n] [--count n] [--sample part] [--size n]`
// looks for inputs below 1 MB that take more than 5 s of processor time or 512 MB. Build first.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { followProcesses } from '../support/processes.mjs';
import { root } from '../support/tool.mjs';
import { pairs, rows, single, tables } from './cases.mjs';

const generators = { rows, tables, single, pairs };

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(generators) },
    grep: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    sample: { type: 'string', default: '1' },
    size: { type: 'string' },
    bin: { type: 'string', default: path.join(root, 'bin', 'shanxi-plan.js') },
    keep: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    all: { type: 'boolean', default: false },
  },
});

const BUDGET = { processor: 5000, peak: 512 * 2 ** 20 };
/** Processor time after which a run is ended; so is one that takes four times the memory. */
const PATIENCE_MS = 20_000;
const base = mkdtempSync(path.join(tmpdir(), 'small-'));

const size = flags.size === undefined ? undefined : Number(flags.size);
const found = [];
let tried = 0;

function* cases() {
  const draw = randomOf(Number(flags.seed));
  for (const name of flags.only) {
    let left = name === 'pairs' ? Number(flags.count) : Infinity;
    const all = name === 'pairs' ? generators.pairs(randomOf(Number(flags.seed))) : generators[name](size);
    for (const each of all) {
      if (!each.name.includes(flags.grep) || draw() > Number(flags.sample)) continue;
      if (left-- <= 0) break;
      yield each;
    }
  }
}

/** mulberry32 */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function worker(iterator) {
  for (const each of iterator) {
    const total = Object.values(each.files).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
    const run = await runCase(each);
    tried++;
    const isOver = run.processor > BUDGET.processor || run.peak > BUDGET.peak || ![0, 1, 2, 3].includes(run.status);
    if (isOver) found.push(each.name);
    if (isOver || flags.all)
      console.log(
        `${isOver ? 'OVER' : 'ok  '} ${(run.processor / 1000).toFixed(1)} s ${Math.round(run.peak / 2 ** 20)} MB exit ${run.status} ${Math.round(total / 1000)} kB  ${each.name}`,
      );
  }
}

async function runCase({ args, files }) {
  const folder = mkdtempSync(path.join(flags.keep ?? base, 'case-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const child = spawn(process.execPath, [flags.bin, ...args], { cwd: folder, stdio: 'ignore' });
  const processes = followProcesses(child.pid);
  const timer = setInterval(() => isTooMuch(processes) && child.kill('SIGKILL'), 100);
  const status = await new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
  clearInterval(timer);
  if (flags.keep === undefined) rmSync(folder, { recursive: true });
  return { status, ...processes.stop() };
}

const isTooMuch = processes => processes.processor() > PATIENCE_MS || processes.peak() > 4 * BUDGET.peak;

const iterator = cases();
await Promise.all(Array.from({ length: Number(flags.jobs) }, () => worker(iterator)));
rmSync(base, { recursive: true });
console.log(`${tried} inputs, ${found.length} beyond 5 s of processor time, 512 MB, or an answer`);
process.exitCode = found.length > 0 ? 1 : 0;
