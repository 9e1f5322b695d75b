import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { NotTaken } from '../../render/words/run.ts';
import type { Day } from '../../values/day.ts';
import { sha256 } from '../digest.ts';
import { version } from '../version.ts';
import { bytesOf, changedOutput, FINISHED } from './journal.ts';
import type { Finished } from './judge-group.ts';
import type { BatchPart } from './parts.ts';
import type { BatchResult } from './run.ts';
import { writeStaged } from './staging.ts';

/** The first line of the file: what the run was made of, and a digest of the lines below. */
interface Head {
  /** Digests of the files as the run read them. */
  readonly read: Readonly<Record<string, string>>;
  /** Of the version, the plans, the settings, and which files are judged by which plan. */
  readonly settings: string;
  /** No later day lets a figure be refused, but an earlier one might. */
  readonly today: Day;
  readonly below: string;
}

const settingsOf = (parts: readonly BatchPart[]): string =>
  sha256(
    Buffer.from(
      JSON.stringify([
        version,
        parts.map(({ context, files }) => [context.digest, context.limits, Object.values(context.reserved), files]),
      ]),
    ),
  );

/** Notes a result in which nothing is left to be mended. */
export function noteFinished(parts: readonly BatchPart[], { groups, read, ...told }: BatchResult): void {
  const [{ context } = {}] = parts;
  if (!context) return;
  const below = [JSON.stringify(told), ...groups].join('\n');
  const head: Head = {
    read,
    settings: settingsOf(parts),
    today: context.today,
    below: sha256(Buffer.from(below)),
  };
  writeStaged(context.workFolder, path.join(context.workFolder, FINISHED), `${JSON.stringify(head)}\n${below}`);
}

/** The result of an earlier run, or why it is none of this one; undefined where none was finished. */
export async function takeFinished(
  parts: readonly BatchPart[],
): Promise<{ readonly result: BatchResult } | { readonly notTaken: NotTaken } | undefined> {
  const [{ context } = {}] = parts;
  const text = context && bytesOf(path.join(context.workFolder, FINISHED))?.toString();
  if (!context || text === undefined) return undefined;
  const end = text.indexOf('\n');
  const below = text.slice(end + 1);
  const head = headIn(text.slice(0, end));
  if (!head || head.below !== sha256(Buffer.from(below))) return { notTaken: { why: 'damaged' } };
  const changed = await changedInput(parts, head);
  if (changed !== undefined) return { notTaken: { why: 'input', file: changed } };
  if (head.settings !== settingsOf(parts)) return { notTaken: { why: 'settings' } };
  if (context.today < head.today) return { notTaken: { why: 'clock' } };
  const [told = '', ...groups] = below.split('\n');
  for (const group of groups) {
    const file = changedOutput(JSON.parse(group) as Finished, context.outputFolder ?? '');
    if (file !== undefined) return { notTaken: { why: 'output', file } };
  }
  return { result: { ...(JSON.parse(told) as Omit<BatchResult, 'groups' | 'read'>), groups, read: head.read } };
}

function headIn(line: string): Head | undefined {
  try {
    return JSON.parse(line) as Head;
  } catch {
    return undefined;
  }
}

/** A file that is new, gone, or no longer what it was. */
async function changedInput(parts: readonly BatchPart[], { read }: Head): Promise<string | undefined> {
  const [{ context } = {}] = parts;
  const files = new Set(parts.flatMap(part => part.files));
  const other = [...files].find(file => !Object.hasOwn(read, file)) ?? Object.keys(read).find(file => !files.has(file));
  if (other !== undefined) return other;
  for (const file of files) if ((await digestOf(path.resolve(context?.cwd ?? '', file))) !== read[file]) return file;
  return undefined;
}

/** Files up to here are read at once. */
const SMALL = 2 ** 20;

/** Undefined for what is no file, or none that can be read: a pipe has nothing to be known by. */
async function digestOf(full: string): Promise<string | undefined> {
  try {
    const stats = statSync(full);
    if (!stats.isFile()) return undefined;
    if (stats.size <= SMALL) return sha256(readFileSync(full));
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(full, { highWaterMark: SMALL })) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
