import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { isMarked, MARK_BYTES, type Mark } from '../render/mark.ts';
import { type FormatId, formats } from '../render/registry.ts';
import { about, toldBy } from '../render/words/told.ts';
import { inWords } from '../values/fact.ts';
import type { Problem } from '../values/problem.ts';
import type { Io } from './io.ts';
import type { Output } from './outputs.ts';
import { refusedOutput, unwritable } from './reach.ts';
import type { Settings } from './settings.ts';
import { UserError } from './user-error.ts';
import { cannotWrite, type MayWrite } from './write-output.ts';

/**
 * Why a run may not write a file, at the path that it has just then: whoever can change a folder can do it while a run
 * goes on.
 */
export type Refusal = (file: string, full?: string) => Problem | undefined;

/** The same of all outputs that something found names, for before the run and again for when each is written. */
export async function refusalFor(
  outputs: readonly Output[],
  { since, reach }: Settings,
  isUpdated: boolean,
  { cwd }: Io,
): Promise<Refusal> {
  const within = reach.format;
  const found = within === undefined ? [] : outputs;
  const kinds = new Map(
    await Promise.all(found.map(async ({ format, file }) => [file, await kindOf(format)] as const)),
  );
  return (file, full = file) => {
    const kind = kinds.get(file);
    if (kind && within) {
      const { extension, mark } = kind;
      const refused = refusedOutput(full, extension, within, cwd);
      return refused ?? (mayReplace(full, cwd, mark) ? undefined : unwritable(file, 'foreign', extension, within));
    }
    // What lies where the ratchet is kept is read before it is replaced: it is one, or the run ends.
    return isUpdated && file === since && reach.since ? refusedOutput(full, '.json', reach.since, cwd) : undefined;
  };
}

/** By what files of a format are known: how their names end, and their mark. */
async function kindOf(id: FormatId): Promise<{ readonly extension: string; readonly mark: Mark }> {
  const { extension, load } = formats[id];
  return { extension: path.extname(`x.${extension}`), mark: (await load()).mark };
}

/** Ends a run that would write a file which it may not write any more. */
export const stopping =
  (refusal: Refusal): MayWrite =>
  (file, full) => {
    const problem = refusal(file, full);
    if (!problem) return;
    throw new UserError(
      about(
        file,
        toldBy(words => inWords(words.problem, problem)),
      ),
    );
  };

/** Where nothing lies, and where an output of this tool does. */
function mayReplace(file: string, cwd: string, mark: Mark): boolean {
  try {
    return isNothingElse(path.resolve(cwd, file), mark);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function isNothingElse(full: string, mark: Mark): boolean {
  const stats = statSync(full, { throwIfNoEntry: false });
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
