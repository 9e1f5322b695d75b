import { randomBytes } from 'node:crypto';
import { constants, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { copyFile, link, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { usageOfBatch } from '../../render/words/usage-files.ts';
import { linkTarget } from '../real-path.ts';
import { UserError } from '../user-error.ts';
import { makeFolder } from '../write-output.ts';

/** A folder that one run holds: two at once would take each other's files away. */
export interface Lock {
  readonly folder: string;
  readonly name: string;
  /** The text in the lock file, which no other lock has. */
  readonly text: string;
}

/** `lock`, `lock-1` …: who finds the lock of a process that is no more makes the next one, and only one run can. */
const LOCK = /^lock(?:-(\d+))?$/;

interface FoundLock {
  readonly name: string;
  readonly text: string;
  readonly number: number;
}

/** How often to try: another run may just be making the folder, or removing it. */
const ATTEMPTS = 20;

/** Makes a folder and takes it, or refuses where another run holds it. What lies in it stays as it is. */
export async function takeLock(folder: string): Promise<Lock> {
  const text = `${process.pid} ${randomBytes(8).toString('hex')}`;
  let failure: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      await makeFolder(folder);
      refuseLink(folder);
      const found = locksIn(folder);
      refuseHeld(found, folder);
      const number = Math.max(-1, ...found.map(each => each.number)) + 1;
      const lock: Lock = { folder, name: number === 0 ? 'lock' : `lock-${number}`, text };
      if (await isMade(lock)) return confirmed(lock);
    } catch (error) {
      if (error instanceof UserError) throw error;
      failure = error;
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) break;
    }
  }
  const reason = failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure);
  throw new UserError(usageOfBatch.cannotMakeFolder(folder, reason));
}

/** Refuses a link in place of the folder: all that lies in the folder is deleted after the run. */
function refuseLink(folder: string): void {
  const target = linkTarget(folder);
  if (target !== undefined) throw new UserError(usageOfBatch.folderIsLink(folder, target));
}

/** A link appears with all that stands in the file, or not at all; where there are no links, a copy that replaces none. */
async function isMade({ folder, name, text }: Lock): Promise<boolean> {
  const whole = path.join(folder, `${text.replace(' ', '-')}.part`);
  const file = path.join(folder, name);
  await writeFile(whole, text);
  try {
    await link(whole, file).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || error.code === 'ENOENT') throw error;
      await copyFile(whole, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

/**
 * Looks again once the own lock is there. Two runs may have looked before either had made its lock; the one that made it
 * later sees the other's now, and gives way.
 */
function confirmed(lock: Lock): Lock {
  const others = locksIn(lock.folder).filter(({ name }) => name !== lock.name);
  try {
    refuseHeld(others, lock.folder);
  } catch (error) {
    rmSync(path.join(lock.folder, lock.name), { force: true });
    throw error;
  }
  for (const { name } of others) rmSync(path.join(lock.folder, name), { force: true });
  own.add(lock.text);
  return lock;
}

/** Of this process. */
const own = new Set<string>();

function refuseHeld(found: readonly FoundLock[], folder: string): void {
  for (const { text } of found) {
    const pid = Number(/^\d+/.exec(text)?.[0] ?? 0);
    const isHeld = pid === process.pid ? own.has(text) : pid === 0 || isAlive(pid);
    if (!isHeld) continue;
    throw new UserError(usageOfBatch.anotherWrites(pid, folder));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function locksIn(folder: string): FoundLock[] {
  return readdirSync(folder).flatMap(name => {
    const number = LOCK.exec(name);
    const text = number && textOf(path.join(folder, name));
    return number && text !== undefined && text !== null ? [{ name, text, number: Number(number[1] ?? 0) }] : [];
  });
}

/** Undefined for a lock that was given back meanwhile. */
function textOf(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

const isStillHeld = ({ folder, name, text }: Lock): boolean => textOf(path.join(folder, name)) === text;

/** A run whose folder was deleted, or taken by a run elsewhere that could not see this process, cannot vouch for anything. */
export function confirmHeld(lock: Lock): void {
  if (isStillHeld(lock)) return;
  throw new UserError(usageOfBatch.takenAway(lock.folder));
}

/**
 * Gives the folder back, the lock last, with what is to be kept of it; without anything kept it goes. At once, because a
 * signal may be about to end the program. What another run holds meanwhile is left alone.
 */
export function giveBack(lock: Lock, isKept: (name: string) => boolean): void {
  own.delete(lock.text);
  if (!isStillHeld(lock)) return;
  for (const name of readdirSync(lock.folder))
    if (!LOCK.test(name) && !isKept(name)) rmSync(path.join(lock.folder, name), { recursive: true, force: true });
  rmSync(path.join(lock.folder, lock.name), { force: true });
  try {
    rmdirSync(lock.folder);
  } catch {
    // Something is kept, or another run has taken it already.
  }
}
