import type { Io } from '../io.ts';
import type { BatchContext } from './context.ts';
import type { Ended } from './finish.ts';
import { removeEmpty } from './folder.ts';
import { isJournal, takeWorkFolder } from './journal.ts';
import { giveBack, type Lock } from './lock.ts';

/** The folder of the run is there until the last output is written; what is left in it before is enough to go on. */
export async function inWorkFolder(
  { workFolder, outputFolder }: BatchContext,
  isResumed: boolean,
  guard: Io['guard'],
  workWith: (lock: Lock) => Promise<Ended>,
): Promise<number> {
  const lock = await takeWorkFolder(workFolder, isResumed);
  const work = () => workWith(lock);
  const clear = (isResumable: boolean) =>
    giveBack(lock, name => isResumable && outputFolder !== undefined && isJournal(name));
  try {
    const { code, isResumable } = await (guard ? guard(work, () => clear(true)) : work());
    clear(isResumable);
    if (outputFolder !== undefined) await removeEmpty(outputFolder);
    return code;
  } catch (error) {
    clear(true);
    throw error;
  }
}
