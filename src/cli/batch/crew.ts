import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Pool } from 'workerpool';
import { usageOfBatch } from '../../render/words/usage-files.ts';
import { packageRoot } from '../package-root.ts';
import { UserError } from '../user-error.ts';
import type { BatchContext } from './context.ts';
import { type Tasks, tasksOf } from './tasks.ts';
import type { TaskAnswer } from './worker.ts';

/** Those who do the work: some worker threads, or the main thread alone. */
export interface Crew {
  readonly size: number;
  /** Does a task for each argument, several at a time, and hands over what each brings, in the order of the arguments. */
  readonly each: <K extends keyof Tasks>(
    name: K,
    args: Iterable<Parameters<Tasks[K]>[0]> | AsyncIterable<Parameters<Tasks[K]>[0]>,
    done: (result: Awaited<ReturnType<Tasks[K]>>) => void,
  ) => Promise<void>;
  readonly dismiss: () => Promise<void>;
}

/** V8 lets a heap grow to a multiple of what lives in it, so memory would grow for minutes; per cent, it cleans up before. */
const GROWTH = 20;

/** @param workers 0 for the main thread alone. */
export async function gatherCrew(context: BatchContext, workers: number): Promise<Crew> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  return workers === 0 ? alone(context) : pooled(context, workers);
}

function alone(context: BatchContext): Crew {
  const tasks = tasksOf(context, 'main');
  return {
    size: 1,
    each: async (name, args, done) => {
      const task = tasks[name] as (argument: unknown) => Promise<never>;
      for await (const argument of args) {
        done(await task(argument));
        await setImmediate(); // lets a signal be handled and the progress bar be drawn
      }
    },
    dismiss: async () => {},
  };
}

/** Megabytes for what lives shortly: figures do, and more of it makes nothing quicker but the memory fuller. */
const YOUNG = 16;

async function pooled(context: BatchContext, workers: number): Promise<Crew> {
  const { pool: poolOf } = await import('workerpool');
  const script = path.join(packageRoot, 'dist', 'batch-worker.cjs');
  const pool = poolOf(script, {
    workerType: 'thread',
    minWorkers: workers,
    maxWorkers: workers,
    workerThreadOpts: { workerData: context, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } },
  });
  return {
    size: workers,
    each: (name, args, done) => inFlight(workers + 1, args, argument => ask(pool, name, argument), done),
    dismiss: async () => void (await pool.terminate(true)),
  };
}

async function ask<T>(pool: Pool, name: string, argument: unknown): Promise<T> {
  const answer: TaskAnswer<T> = await pool.exec(name, [argument]).catch(({ message }: Error) => {
    throw new UserError(usageOfBatch.threadLost(message));
  });
  if ('refused' in answer) throw new UserError(answer.refused);
  if ('bug' in answer) throw Object.assign(new Error(answer.bug.message), answer.bug);
  return answer.value;
}

/** No more than `limit` at a time, so that what waits for a worker does not fill the memory. */
async function inFlight<A, T>(
  limit: number,
  args: Iterable<A> | AsyncIterable<A>,
  start: (argument: A) => Promise<T>,
  done: (result: T) => void,
): Promise<void> {
  const running: Promise<T>[] = [];
  for await (const argument of args) {
    const task = start(argument);
    task.catch(() => {}); // it is awaited below; until then Node must not take it for unhandled
    running.push(task);
    if (running.length >= limit) done(await (running.shift() as Promise<T>));
  }
  for (const each of running) done(await each);
}
