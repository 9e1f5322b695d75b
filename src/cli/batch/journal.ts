import { appendFileSync, readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type JournalEntry, journalEntrySchema } from '../../model/batch.ts';
import { usageOfBatch } from '../../render/words/usage-files.ts';
import { sha256 } from '../digest.ts';
import { UserError } from '../user-error.ts';
import type { BatchContext } from './context.ts';
import { groupName } from './group-name.ts';
import type { Finished, GroupSubject } from './judge-group.ts';
import { giveBack, type Lock, takeLock } from './lock.ts';
import { cannotWrite } from './staging.ts';

export interface Journal {
  /** A group that an earlier run finished from the same inputs, if its outputs are still what they were. */
  readonly finished: (subject: GroupSubject) => Promise<Finished | undefined>;
  readonly add: (subject: GroupSubject, finished: Finished) => void;
}

/** What a run leaves that judged everything: with `--resume` a later one from the same takes its result and judges nothing. */
export const FINISHED = 'finished';
const OLD = 'old.journal';
const WHOLE = 'old.part';

/** Takes the folder of a run: of an interrupted run only what it finished is kept, and that only to go on with it. */
export async function takeWorkFolder(folder: string, isResumed: boolean): Promise<Lock> {
  const lock = await takeLock(folder);
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => name !== lock.name);
    const names = entries.map(({ name }) => name).toSorted();
    // A link or a pipe is no journal of ours, whatever it is called: nothing is read or written through one.
    const isOwn = (name: string) => isResumed && entries.some(each => each.name === name && each.isFile());
    const journals = names.filter(name => isJournal(name) && isOwn(name));
    const kept = await Promise.all(journals.map(name => readFile(path.join(folder, name), 'utf8')));
    await rm(path.join(folder, WHOLE), { recursive: true, force: true });
    if (kept.length > 0) await writeFile(path.join(folder, WHOLE), kept.map(wholeLines).join(''), { flag: 'wx' });
    if (kept.length > 0) await rename(path.join(folder, WHOLE), path.join(folder, OLD));
    const isKept = (name: string) => (name === OLD && kept.length > 0) || (name === FINISHED && isOwn(name));
    const gone = names.filter(name => !isKept(name));
    await Promise.all(gone.map(name => rm(path.join(folder, name), { recursive: true, force: true })));
    return lock;
  } catch (error) {
    giveBack(lock, isNoted);
    throw cannotWrite(folder, error);
  }
}

/** What a later run can go on from. */
export const isNoted = (name: string): boolean => isJournal(name) || name === FINISHED;

export const isJournal = (name: string): boolean => name.endsWith('.journal');

/** A line that was being written when the run ended is no entry. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** What this run finishes goes to a file of the writer's own; what an earlier one finished is read once. */
export async function openJournal(context: BatchContext, writer: string): Promise<Journal> {
  const { workFolder, outputFolder } = context;
  const entries = await entriesIn(path.join(workFolder, OLD));
  return {
    finished: async subject => {
      const entry = entries.get(groupName(subject.key));
      if (!entry || entry.digest !== subjectDigest(context, subject)) return undefined;
      return changedOutput(entry, outputFolder ?? '') === undefined ? entry : undefined;
    },
    add: (subject, finished) => {
      if (outputFolder === undefined) return;
      const entry: JournalEntry = { ...finished, digest: subjectDigest(context, subject) };
      const file = path.join(workFolder, `${writer}.journal`);
      try {
        appendFileSync(file, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        throw cannotWrite(file, error);
      }
    },
  };
}

async function entriesIn(file: string): Promise<ReadonlyMap<string, JournalEntry>> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const entries = lines.slice(0, -1).map((line, index) => entryIn(line, `${file}:${index + 1}`));
  return new Map(entries.map(entry => [entry.row.name, entry]));
}

/** Of a journal with a line that no run wrote nothing is believed. An entry keeps the order of its keys: it is printed. */
function entryIn(line: string, place: string): JournalEntry {
  try {
    const entry: unknown = JSON.parse(line);
    journalEntrySchema.parse(entry);
    return entry as JournalEntry;
  } catch {
    throw new UserError(usageOfBatch.damagedJournal(place));
  }
}

/** A digest of everything that the outputs of a group depend on. */
const subjectDigest = (context: BatchContext, { key, asOf, files, problems, errors }: GroupSubject): string =>
  sha256(Buffer.from(JSON.stringify([context.digest, groupName(key), asOf, files, problems, errors])));

/** An output that is no longer what was written. */
export function changedOutput({ row, digests }: Finished, outputFolder: string): string | undefined {
  const isSame = (file: string, digest: string | undefined) => {
    const bytes = bytesOf(path.join(outputFolder, file));
    return bytes !== undefined && sha256(bytes) === digest;
  };
  return row.outputs.find(({ file }, index) => !isSame(file, digests[index]))?.file;
}

export function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
