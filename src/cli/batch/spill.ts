import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { InputFile } from '../../check/analyse.ts';
import type { Observation } from '../../model/observation.ts';
import { observationsOf, type Plain } from '../../panel/words.ts';
import { usageOfBatch } from '../../render/words/usage-files.ts';
import { inBoth } from '../../values/fact.ts';
import type { Problem } from '../../values/problem.ts';
import { UserError } from '../user-error.ts';
import { type Packed, pack, unpack } from './packed.ts';
import { cannotWrite } from './staging.ts';

/** What one file says of one group. */
export interface Spilled {
  readonly group: string;
  readonly input: InputFile;
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
  /** Figures that were left out because they cannot matter. */
  readonly unlisted?: number;
}

/** Figures on their way, some of them in words. */
type Spilling = Spilled & { readonly plain?: readonly Plain[] };

type OnDisk = Omit<Spilling, 'observations'> & { readonly observations: Packed };

/** Bytes that were written, by the name of the file. A file that is shorter when it is read was changed by somebody else. */
export type WrittenBytes = Readonly<Record<string, number>>;

export interface Spill {
  readonly add: (spilled: Spilling) => void;
  /** Bytes that are not on the disk yet. */
  readonly waiting: () => number;
  /** To be called now and then, and at the end: what was added since is on the disk afterwards. */
  readonly flush: () => Promise<void>;
  /** All that was flushed so far. */
  readonly written: () => WrittenBytes;
}

/**
 * Figures on their way from the files to their groups. They are sorted into partitions on the disk, so that memory holds
 * no more than one partition, however many files there are. Every writer has files of its own.
 */
export function openSpill(folder: string, writer: string, partitions: number): Spill {
  const waiting = new Map<number, Buffer[]>();
  const written: Record<string, number> = {};
  let size = 0;
  return {
    add: spilled => {
      const partition = partitionOf(spilled.group, partitions);
      const body = serialize({ ...spilled, observations: pack(spilled.observations) });
      const length = Buffer.alloc(4);
      length.writeUInt32LE(body.length);
      size += body.length;
      const buffers = waiting.get(partition);
      if (buffers) buffers.push(length, body);
      else waiting.set(partition, [length, body]);
    },
    waiting: () => size,
    flush: async () => {
      size = 0;
      const full = [...waiting];
      waiting.clear();
      for (const [partition, buffers] of full) {
        const name = `${partition}.${writer}.spill`;
        const bytes = Buffer.concat(buffers);
        await appendFile(path.join(folder, name), bytes).catch(error => {
          throw cannotWrite(path.join(folder, name), error);
        });
        written[name] = (written[name] ?? 0) + bytes.length;
      }
    },
    written: () => written,
  };
}

/** Forgets what was spilled so far. */
export async function clearSpills(folder: string): Promise<void> {
  try {
    const names = (await readdir(folder)).filter(name => name.endsWith('.spill'));
    await Promise.all(names.map(name => rm(path.join(folder, name))));
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

export const addWritten = (all: readonly WrittenBytes[]): WrittenBytes => {
  const total: Record<string, number> = {};
  for (const each of all) for (const [name, bytes] of Object.entries(each)) total[name] = (total[name] ?? 0) + bytes;
  return total;
};

/** Of all that was written, what waits for one partition. */
export const writtenTo = (partition: number, written: WrittenBytes): WrittenBytes =>
  Object.fromEntries(Object.entries(written).filter(([name]) => name.startsWith(`${partition}.`)));

/** All of these, in an order that does not depend on who wrote them when. */
export async function readSpill(folder: string, written: WrittenBytes): Promise<Spilled[]> {
  const parts = await Promise.all(
    Object.entries(written).map(async ([name, size]) => recordsOf(await wholeFile(path.join(folder, name), size))),
  );
  return parts.flat().toSorted(byGroupAndFile);
}

/** Figures that are lost on the way must not look like figures that were never reported. */
async function wholeFile(file: string, size: number): Promise<Buffer> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (Buffer.isBuffer(bytes) && bytes.length === size) return bytes;
  const { bytesThere, lostFigures } = usageOfBatch;
  throw new UserError(
    lostFigures(file, Buffer.isBuffer(bytes) ? bytesThere(bytes.length, size) : inBoth(String(bytes.code))),
  );
}

function recordsOf(bytes: Buffer): Spilled[] {
  const records: Spilled[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    const { observations, plain = [], ...rest } = deserialize(bytes.subarray(at + 4, at + 4 + length)) as OnDisk;
    records.push({ ...rest, observations: [...plain.flatMap(observationsOf), ...unpack(observations)] });
    at += 4 + length;
  }
  return records;
}

const byGroupAndFile = (a: Spilled, b: Spilled): number =>
  compare(a.group, b.group) || compare(a.input.path, b.input.path) || lineOf(a) - lineOf(b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const lineOf = ({ observations: [first] }: Spilled): number => first?.place.span?.line ?? 0;

/** FNV-1a: the same group lands in the same partition in every worker. */
export function partitionOf(group: string, partitions: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < group.length; index++) hash = Math.imul(hash ^ group.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % partitions;
}
