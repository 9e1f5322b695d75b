// Runs commands side by side: every round runs every case once, so that a machine that slows down slows all of them,
// and begins with another case than the round before, so that none always follows the same one.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { followProcesses } from './processes.mjs';

/**
 * A case: `name`, `args`, and where they differ from the usual `command` (node), `cwd`, `env`, `status` (exit codes of a run
 * that did its work), `stdout` (a file for it). `prepare` runs before the clock starts; `verify` after it has stopped,
 * and throws if the run did not do what it is measured for.
 */
export async function measure(cases, { rounds, warmUp = true, log = () => {} }) {
  const runs = new Map(cases.map(({ name }) => [name, []]));
  if (warmUp) for (const each of cases) await runCase(each);
  for (let round = 0; round < rounds; round += 1) {
    log(`round ${round + 1} of ${rounds}`);
    for (const each of inRotation(cases, round)) runs.get(each.name).push(await runCase(each));
  }
  return cases.map(each => ({ ...each, ...summaryOf(runs.get(each.name)) }));
}

const inRotation = (cases, round) => cases.map((_, index) => cases[(index + round) % cases.length]);

async function runCase(each) {
  await each.prepare?.();
  const run = await runChild(each);
  const { name, status = [0] } = each;
  if (!status.includes(run.status)) throw new Error(`${name}: exit ${run.status}\n${run.stderr.slice(0, 2000)}`);
  await each.verify?.(run);
  return each.processorOf ? { ...run, processor: each.processorOf(run) } : run;
}

/** What of our environment would change how Node starts: certificates alone take 40 ms of both sides of a ratio. */
const UNSET = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_COMPILE_CACHE'];
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !UNSET.includes(name)));

/** One child process: milliseconds from start to end, and of it and what it starts the peak memory and processor time. */
export async function runChild({ command = process.execPath, args, cwd, stdout, env = {} }) {
  const out = stdout === undefined ? 'pipe' : openSync(stdout, 'w');
  const start = performance.now();
  const child = spawn(command, args, { cwd, env: { ...environment, ...env }, stdio: ['ignore', out, 'pipe'] });
  const processes = followProcesses(child.pid);
  const texts = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', text => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', text => (texts.stderr += text));
  const { status, elapsed } = await new Promise((resolve, reject) => {
    let elapsed;
    child.on('error', reject);
    child.on('exit', () => (elapsed = performance.now() - start));
    child.on('close', code => resolve({ status: code, elapsed }));
  });
  if (typeof out === 'number') closeSync(out);
  return { ...texts, status, elapsed, ...processes.stop() };
}

function summaryOf(runs) {
  const times = runs.map(({ elapsed }) => elapsed);
  return {
    median: median(times),
    low: Math.min(...times),
    high: Math.max(...times),
    processor: median(runs.map(({ processor }) => processor)),
    peak: Math.max(...runs.map(({ peak }) => peak)),
  };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
