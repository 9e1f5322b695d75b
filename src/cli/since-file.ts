import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Ungated } from '../gate/apply.ts';
import { newlyExcused } from '../gate/ratchet.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Policy } from '../model/policy.ts';
import type { Since } from '../model/since.ts';
import type { Words } from '../render/words/words.ts';
import { readSince, wayToSince } from './analysis-file.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** A baseline that is not there yet is a mistake, unless this run is to write it. */
export async function loadSince(
  name: string | undefined,
  isUpdated: boolean,
  { plan, region }: Ungated,
  io: Io,
): Promise<Since | null> {
  if (name === undefined) {
    if (isUpdated) throw new UserError('--update has no file to write', 'name it with --since');
    return null;
  }
  if (isUpdated && !isThere(name, io)) return null;
  const since = await readSince(name, io);
  if (since.plan === plan.id && since.region === region) return since;
  throw new UserError(
    `${name} is of ${since.plan} in ${since.region}, this check of ${plan.id} in ${region}`,
    `a ratchet is of one plan and region; ${wayToSince(name).wrong}`,
  );
}

/** Where it cannot be told, reading it will say why. */
function isThere(name: string, { cwd }: Io): boolean {
  try {
    return lstatSync(path.resolve(cwd, name), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** What a run that wrote a baseline has to say of it: whoever updates after a failure excuses it, and should know. */
export function updateLines(
  name: string,
  analysis: Analysis,
  policy: Policy,
  since: Since | null,
  words: Words,
): string[] {
  const excused = newlyExcused(analysis, policy, since);
  return [
    ...(since === null ? [words.since.first(name, analysis.summary.targets)] : []),
    ...(excused.length > 0 ? [words.since.excuses(excused)] : []),
  ];
}
