import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { GateSettings } from '../check/analyse.ts';
import { newlyExcused } from '../gate/ratchet.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Policy } from '../model/policy.ts';
import type { Since } from '../model/since.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Words } from '../render/words/words.ts';
import { readSince } from './analysis-file.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** A baseline that is not there yet is a mistake, unless this run is to write it. */
export async function loadSince(name: string | undefined, isUpdated: boolean, io: Io): Promise<GateSettings['since']> {
  if (name === undefined) {
    if (isUpdated) throw new UserError(usageOfFlags.updateWithoutFile());
    return undefined;
  }
  if (isUpdated && !isThere(name, io)) return undefined;
  return { file: name, kept: await readSince(name, io) };
}

/** True as well where that cannot be found out: reading the file will say why. */
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
  since: Since | undefined,
  words: Words,
): string[] {
  const excused = newlyExcused(analysis, policy, since);
  return [
    ...(since === undefined ? [words.since.first(name, analysis.summary.targets)] : []),
    ...(excused.length > 0 ? [words.since.excuses(excused)] : []),
  ];
}
