import { type ReadWaivers, readWaivers } from '../input/plan/read-waivers.ts';
import type { Plan } from '../model/plan.ts';
import { readNamedFile } from './files.ts';
import type { Io } from './io.ts';

export async function loadWaivers(name: string | undefined, plan: Plan | undefined, io: Io): Promise<ReadWaivers> {
  if (name === undefined) return { waivers: [], problems: [] };
  const { file, problem } = await readNamedFile(name, io);
  return file ? readWaivers(file, plan) : { waivers: [], problems: problem ? [problem] : [] };
}
