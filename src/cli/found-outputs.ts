import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isMarked, MARK_BYTES, type Mark } from '../render/mark.ts';
import { formats } from '../render/registry.ts';
import type { Problem } from '../values/problem.ts';
import { refusedOutput, unwritable } from './bounds.ts';
import type { Io } from './io.ts';
import type { Output } from './outputs.ts';
import type { Settings } from './settings.ts';

/** Why a run may not write where something that was found would have it write. */
export async function refusedOutputs(
  outputs: readonly Output[],
  { since, bounds }: Settings,
  isUpdated: boolean,
  { cwd }: Io,
): Promise<Problem[]> {
  const within = bounds.format;
  const refused = outputs.map(async ({ format: id, file }) => {
    if (file === null || within === undefined) return [];
    const { extension: ofFormat, mark } = await formats[id]();
    const extension = path.extname(`x.${ofFormat}`);
    const problem = refusedOutput(file, extension, within, cwd);
    if (problem) return [problem];
    return mayReplace(path.resolve(cwd, file), mark) ? [] : [unwritable(file, 'foreign', extension, within)];
  });
  // What lies where the ratchet is kept is read before it is replaced: it is one, or the run ends.
  const kept = isUpdated && since !== undefined && bounds.since && refusedOutput(since, '.json', bounds.since, cwd);
  return [...(await Promise.all(refused)).flat(), ...(kept ? [kept] : [])];
}

/** Undefined where nothing lies; null where nobody can tell, as below a file or where a name is too long. */
function statsOrNothing(full: string): Stats | null | undefined {
  try {
    return statSync(full, { throwIfNoEntry: false });
  } catch {
    return null;
  }
}

/** Where nothing lies, and where an output of this tool does. */
function mayReplace(full: string, mark: Mark): boolean {
  const stats = statsOrNothing(full);
  if (!stats?.isFile()) return stats === undefined;
  const file = openSync(full, 'r');
  try {
    const part = (from: number) => {
      const bytes = Buffer.alloc(MARK_BYTES);
      return bytes.subarray(0, readSync(file, bytes, 0, MARK_BYTES, Math.max(0, from))).toString('latin1');
    };
    return isMarked(mark, part(0), part(stats.size - MARK_BYTES));
  } finally {
    closeSync(file);
  }
}
