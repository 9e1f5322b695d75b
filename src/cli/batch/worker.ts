import { threadId, workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import type { ToldInEach } from '../../render/words/told.ts';
import { UserError } from '../user-error.ts';
import type { BatchContext } from './context.ts';
import { type Tasks, tasksOf } from './tasks.ts';

/**
 * What a task ends with: an error loses its class on the way between two threads. What a thread rejects is never of a task:
 * it could not start, or ended.
 */
export type TaskAnswer<T> =
  | { readonly value: T }
  | { readonly refused: ToldInEach }
  | { readonly bug: { readonly message: string; readonly stack: string | undefined } };

const tasks = tasksOf(workerData as BatchContext, `worker-${threadId}`);

const answering =
  <K extends keyof Tasks>(name: K) =>
  async (argument: Parameters<Tasks[K]>[0]): Promise<TaskAnswer<unknown>> => {
    try {
      return { value: await (tasks[name] as (argument: unknown) => Promise<unknown>)(argument) };
    } catch (error) {
      if (error instanceof UserError) return { refused: error.told };
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      return { bug: { message, stack } };
    }
  };

worker({
  read: answering('read'),
  judgePartition: answering('judgePartition'),
  judgeFiles: answering('judgeFiles'),
});
