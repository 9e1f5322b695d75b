import { parentPort, workerData } from 'node:worker_threads';
import { casesKept, casesOfFixtures, type FuzzCase, type Subject } from './case.ts';
import { type CaseSource, caseSource } from './cases.ts';
import { type Coverage, startCoverage } from './coverage.ts';
import { depthOf, examine } from './examine.ts';
import { randomOf } from './random.ts';
import { type Shared, type Task, type Told, tell } from './shared.ts';
import { wordsOf } from './words.ts';

/* A thread that looks for inputs that break a law. Who started it watches its time and its memory. */

const task = workerData as Task;
const say = (told: Told): void => parentPort?.postMessage(told);

/** Processor time of the program, whose other thread only waits. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** No input below 100 kB takes longer. */
const MOST_MS = 2000;

/** Undefined where all laws hold. A slow input is tried again: the first time code may have been compiled. */
async function brokenBy(
  given: FuzzCase,
  index: number,
): Promise<{ readonly outcome: string; readonly broken?: string }> {
  let took = 0;
  for (let time = 0; time < 3; time++) {
    const start = spent();
    try {
      const outcome = await examine(given, depthOf(index));
      took = spent() - start;
      if (took <= MOST_MS) return { outcome };
    } catch (error) {
      return { outcome: 'broken', broken: messageOf(error) };
    }
  }
  return { outcome: 'broken', broken: `over two seconds | ${Math.round(took)} ms` };
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return `thrown: ${error}`;
  // A broken law says what it is; anything else would be exit 70.
  return error.constructor.name === 'BrokenLaw' ? error.message : `a crash | ${error.stack}`;
};

/** So many inputs are asked together whether one of them reached what none had. */
const BATCH = 64;

async function look(seed: number, only: string | undefined, shared: Shared): Promise<never> {
  const cases = [...casesOfFixtures(), ...casesKept().map(({ kept }) => kept)];
  const source = caseSource(cases, only as Subject | undefined, wordsOf(cases), randomOf(seed));
  const outcomes: Record<string, number> = {};
  const coverage = startCoverage('/worker.mjs');
  for (let tried = 0; ; tried += BATCH) {
    const batch = Array.from({ length: BATCH }, source.next);
    for (const [index, given] of batch.entries()) {
      tell(shared, given);
      const { outcome, broken } = await brokenBy(given, tried + index);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (broken !== undefined) say({ found: broken, given });
    }
    if (coverage.fresh() > 0) await keepFresh(batch, source, coverage, shared);
    say({ tried: tried + BATCH, blocks: coverage.size(), outcomes });
  }
}

/** Which of them it was that reached something: their blocks are taken from what is known and found anew, one by one. */
async function keepFresh(
  batch: readonly FuzzCase[],
  source: CaseSource,
  coverage: Coverage,
  shared: Shared,
): Promise<void> {
  coverage.forget();
  for (const given of batch) {
    tell(shared, given);
    await examine(given, depthOf(1)).catch(() => {});
    if (coverage.fresh() > 0) source.add(given);
  }
}

async function alone(given: FuzzCase, shared: Shared): Promise<void> {
  for (const index of [1, 3, 0, 10, 20, 30, 40, 50, 60, 70]) {
    tell(shared, given);
    const { broken } = await brokenBy(given, index);
    if (broken !== undefined) return say({ found: broken, given });
  }
  say({ passed: true });
}

if ('alone' in task) await alone(task.alone, task.shared);
else await look(task.seed, task.only, task.shared);
