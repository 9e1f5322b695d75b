import { appendFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { groupName } from '../../batch/group-name.ts';
import type { GroupRow } from '../../model/batch.ts';
import { sha256 } from '../digest.ts';
import { UserError } from '../user-error.ts';
import { makeFolder } from '../write-output.ts';
import type { BatchContext } from './context.ts';
import type { Finished, GroupSubject } from './judge-group.ts';

/** One finished group, with the digest of all that it was made of. */
interface Entry extends Finished {
  readonly digest: string;
}

export interface Journal {
  /** The row of a group that an earlier run finished from the same inputs, if its outputs are still what they were. */
  readonly finished: (subject: GroupSubject) => Promise<GroupRow | undefined>;
  readonly add: (subject: GroupSubject, finished: Finished) => void;
}

const OLD = 'old.journal';

/** Makes the folder of a run ready: of an interrupted run only what it finished is kept, and that only to go on with it. */
export async function prepareWorkFolder(folder: string, isResumed: boolean): Promise<void> {
  await refuseSecond(folder);
  const names = await readdir(folder).catch(() => []);
  const journals = isResumed ? names.filter(name => name.endsWith('.journal')) : [];
  const kept = await Promise.all(journals.map(name => readFile(path.join(folder, name), 'utf8')));
  try {
    await rm(folder, { recursive: true, force: true });
    await makeFolder(folder);
    await writeFile(path.join(folder, LOCK), String(process.pid));
    if (kept.length > 0) await writeFile(path.join(folder, OLD), kept.map(wholeLines).join(''));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(`${folder} cannot be made: ${reason}`, 'give the outputs another folder with --output-dir');
  }
}

const LOCK = 'lock';

/** Two runs at once would take each other's files away. A run that was killed leaves the number of a process that is no more. */
async function refuseSecond(folder: string): Promise<void> {
  const pid = Number(await readFile(path.join(folder, LOCK), 'utf8').catch(() => ''));
  if (pid > 0 && pid !== process.pid && isAlive(pid))
    throw new UserError(
      `another batch writes there: process ${pid}`,
      `wait for it, or delete ${folder} if there is none`,
    );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A line that was being written when the run ended is no entry. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** What this run finishes goes to a file of the writer's own; what an earlier one finished is read once. */
export async function openJournal(context: BatchContext, writer: string): Promise<Journal> {
  const { workFolder, outputFolder } = context;
  const old = await readFile(path.join(workFolder, OLD), 'utf8').catch(() => '');
  const entries = new Map(old.split('\n').flatMap(line => (line === '' ? [] : [entryOf(line)])));
  const isUnchanged = async ({ row, digests }: Entry): Promise<boolean> => {
    const found = await Promise.all(row.outputs.map(({ file }) => digestOf(path.join(outputFolder ?? '', file))));
    return found.every((digest, index) => digest === digests[index]);
  };
  return {
    finished: async subject => {
      const entry = entries.get(groupName(subject.key));
      if (!entry || entry.digest !== subjectDigest(context, subject)) return undefined;
      return (await isUnchanged(entry)) ? entry.row : undefined;
    },
    add: (subject, finished) => {
      if (outputFolder === null) return;
      const entry: Entry = { ...finished, digest: subjectDigest(context, subject) };
      appendFileSync(path.join(workFolder, `${writer}.journal`), `${JSON.stringify(entry)}\n`);
    },
  };
}

function entryOf(line: string): readonly [name: string, entry: Entry] {
  const entry = JSON.parse(line) as Entry;
  return [entry.row.name, entry];
}

const digestOf = (file: string): Promise<string | undefined> => readFile(file).then(sha256, () => undefined);

/** Of everything that the outputs of a group depend on. */
const subjectDigest = (context: BatchContext, { key, asOf, files, problems, errors }: GroupSubject): string =>
  sha256(Buffer.from(JSON.stringify([context.digest, groupName(key), asOf, files, problems, errors])));
