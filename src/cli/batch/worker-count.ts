import { availableParallelism } from 'node:os';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import { isBundled } from '../package-root.ts';
import { UserError } from '../user-error.ts';

/** A second thread costs half a second of processor time, as much as so many reports of 65 figures do. */
const FILES_WORTH_THREADS = 400;
const BYTES_WORTH_THREADS = 4 * 2 ** 20;

/** Not from the sources, and not without the right to it: then the main thread does the work. */
const mayStartThreads = (): boolean => isBundled && (process.permission?.has('worker') ?? true);

/** One at least, unless none is wanted: no thread hears a signal while it computes, and the main one is to hear it. */
export function workerCount(workers: string | undefined, files: number, bytes: number): number {
  if (workers !== undefined) {
    if (/^\d{1,3}$/.test(workers)) return mayStartThreads() ? Number(workers) : 0;
    throw new UserError(usageOfFlags.noThreads(workers));
  }
  const isWorth = files >= FILES_WORTH_THREADS || bytes >= BYTES_WORTH_THREADS;
  if (!mayStartThreads()) return 0;
  return isWorth ? availableParallelism() : 1;
}
