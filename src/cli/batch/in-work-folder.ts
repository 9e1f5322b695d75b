import type { Io } from '../io.ts';
import type { BatchContext } from './context.ts';
import type { Ended } from './finish.ts';
import { removeEmpty } from './folder.ts';
import { FINISHED, isJournal, isNoted, takeWorkFolder } from './journal.ts';
import { giveBack, type Lock } from './lock.ts';

const isKept: Readonly<Record<Ended['kept'] | 'all', (name: string) => boolean>> = {
  nothing: () => false,
  groups: isJournal,
  finished: name => name === FINISHED,
  all: isNoted,
};

/** The folder of the run is there until the last output is written; what is left in it before is enough to go on. */
export async function inWorkFolder(
  { workFolder, outputFolder }: BatchContext,
  isResumed: boolean,
  guard: Io['guard'],
  workWith: (lock: Lock) => Promise<Ended>,
): Promise<number> {
  const lock = await takeWorkFolder(workFolder, isResumed);
  const work = () => workWith(lock);
  const clear = (kept: Ended['kept'] | 'all') =>
    giveBack(lock, name => outputFolder !== undefined && isKept[kept](name));
  try {
    const { code, kept } = await (guard ? guard(work, () => clear('all')) : work());
    clear(kept);
    if (outputFolder !== undefined) await removeEmpty(outputFolder);
    return code;
  } catch (error) {
    clear('all');
    throw error;
  }
}
