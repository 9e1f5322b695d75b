/*
 * npm run fuzz -- --minutes 10 [--seed 7] [--only yaml]
 *
 * Changes the files of the repository in ways that suit their formats, and puts each through all that the command line would
 * (examine.ts). Ends with 1 where an input broke a law, took over two seconds, or swelled by more than 512 MB; each is kept.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { packageRoot } from '../../src/cli/package-root.ts';
import { type FuzzCase, keepCase } from './case.ts';
import { begun, newShared, type Task, type Told, toldIn } from './shared.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
});
const minutes = Number(values.minutes ?? 1);
const seed = Number(values.seed ?? Date.now() % 1e9);
const keep = values.keep ?? path.join(packageRoot, 'node_modules', '.cache', 'shanxi-plan-fuzz');

/** The worker as one script: what a thread loads knows no TypeScript. */
const bundle = path.join(packageRoot, 'node_modules', '.cache', 'shanxi-plan-fuzz', 'worker.mjs');
await build({
  entryPoints: [path.join(packageRoot, 'test', 'fuzz', 'worker.ts')],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  // Files of the package are found from where the source stands.
  define: { 'import.meta.dirname': JSON.stringify(path.join(packageRoot, 'src', 'cli')) },
});

const MB = 2 ** 20;
/** What an input may take on top of what the program has anyway. */
const MOST_SWELLING = 512 * MB;
/** Where a run over many inputs is ended, to see whether the one that it is at is to blame. */
const MOST_HEAP_MB = 700;
const MOST_MEMORY = 1400 * MB;
/** Processor time after which an input is one that does not end. */
const MOST_MS = 20_000;
const LOOK_EVERY_MS = 50;

interface Ended {
  readonly found: string | undefined;
  readonly given: FuzzCase;
}

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs a worker until it is done, time is over, or it hangs or swells; the input that it was at is returned with why. */
function watched(task: Task, until: number, hear: (told: Told) => void): Promise<Ended> {
  const { shared } = task;
  const worker = new Worker(bundle, {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  const before = process.memoryUsage.rss();
  const most = 'alone' in task ? before + LOADED + MOST_SWELLING : MOST_MEMORY;
  return new Promise(resolve => {
    let [at, since] = [0, Infinity];
    const end = (found?: string): void => {
      clearInterval(timer);
      resolve({ found, given: begun(shared) > 0 ? toldIn(shared) : {} });
      void worker.terminate();
    };
    const look = (): void => {
      if (begun(shared) !== at) [at, since] = [begun(shared), spent()];
      if (spent() - since > MOST_MS) end('a hang');
      else if (process.memoryUsage.rss() > most) end('a swelling');
      else if (Date.now() > until) end();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    worker.on('message', hear);
    worker.on('error', error =>
      end(
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'a swelling'
          : `the worker ended | ${error.stack}`,
      ),
    );
    worker.on('exit', () => end());
  });
}

/** What a worker takes that has loaded the program and judged a few inputs. */
const LOADED = 250 * MB;

async function brokenAlone(given: FuzzCase): Promise<string | undefined> {
  let found: string | undefined;
  const ended = await watched({ alone: given, shared: newShared() }, Infinity, told => {
    if ('found' in told) found = told.found;
  });
  return ended.found ?? found;
}

/** Two findings of one kind differ in what they quote. */
const kindOf = (found: string): string => found.split('|').slice(0, 2).join('|').replace(/\d+/g, 'N').slice(0, 160);

const kinds = new Map<string, number>();

async function report(found: string, given: FuzzCase): Promise<void> {
  const kind = kindOf(found);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.get(kind) !== 1) return;
  const folder = path.join(keep, `${seed}-${kinds.size}`);
  keepCase(given, folder);
  console.log(`FOUND ${found.slice(0, 1500)}\n  kept in ${folder}`);
}

const until = Date.now() + minutes * 60_000;
const start = spent();
let [tried, blocks] = [0, 0];
let outcomes: Readonly<Record<string, number>> = {};
console.log(`seed ${seed}, ${minutes} minutes${values.only === undefined ? '' : `, ${values.only} only`}`);
for (let turn = 0; Date.now() < until; turn++) {
  let inTurn = 0;
  const { found, given } = await watched({ seed: seed + turn, only: values.only, shared: newShared() }, until, told => {
    if ('found' in told) void report(told.found, told.given);
    if ('tried' in told) [inTurn, blocks, outcomes] = [told.tried, told.blocks, told.outcomes];
  });
  tried += inTurn;
  // Many inputs before it may have left their own behind.
  const isToBlame = found !== undefined && (await brokenAlone(given));
  if (isToBlame) await report(isToBlame, given);
  else if (found !== undefined) console.log(`not seen again alone: ${found}`);
}
console.log(JSON.stringify(outcomes));
for (const [kind, count] of kinds) console.log(`${count} × ${kind}`);
const seconds = Math.round((spent() - start) / 1000);
console.log(
  `${tried} inputs in ${seconds} s of processor time, ${blocks} blocks of code reached, ${kinds.size} kinds of findings`,
);
process.exitCode = kinds.size > 0 ? 1 : 0;
