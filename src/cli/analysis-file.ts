import { analysisIn, type KeptData, type KeptRead, parsed, versionMistake } from '../check/kept-analysis.ts';
import { sinceOf } from '../gate/ratchet.ts';
import type { Analysis } from '../model/analysis.ts';
import { SINCE_VERSION } from '../model/schema-version.ts';
import type { Since } from '../model/since.ts';
import { type InEach, withHelp } from '../render/words/told.ts';
import { usageOfKept, waysOut } from '../render/words/usage-files.ts';
import { isMapping } from '../values/mapping.ts';
import { repeated } from '../values/repeated.ts';
import type { Io } from './io.ts';
import { readJsonFile, type WayOut } from './json-file.ts';
import { userErrorOf } from './say-mistakes.ts';
import { UserError } from './user-error.ts';

const wayToAnalysis = (): WayOut => ({
  absent: waysOut.writeAnalysis(),
  wrong: waysOut.makeAnew(),
});
const wayToSince = (name: string): WayOut => ({
  absent: waysOut.writeSince(name),
  wrong: waysOut.deleteSince(name),
});

/** Reads an analysis that `--format json` wrote, of this schema version and in agreement with itself. */
export async function readAnalysis(name: string, io: Io): Promise<Analysis> {
  const { absent, wrong } = wayToAnalysis();
  const file = await readJsonFile(name, { absent, wrong }, io);
  if (isSince(file.data)) throw new UserError(withHelp(usageOfKept.noWholeAnalysis(name), absent));
  return orError(await analysisIn(file), wrong);
}

/** Reads a ratchet that `--update` wrote, or the ratchet that a whole analysis is. */
export async function readSince(name: string, io: Io): Promise<Since> {
  const kept = await readKept(name, io, wayToSince(name));
  return 'standings' in kept ? kept : holding(sinceOf(kept), name, wayToSince(name).wrong);
}

/** Either of the two, for a comparison. */
export async function readKept(name: string, io: Io, wayOut = wayToAnalysis()): Promise<Analysis | Since> {
  const file = await readJsonFile(name, wayOut, io);
  return isSince(file.data) ? sinceIn(file, wayOut.wrong) : orError(await analysisIn(file), wayOut.wrong);
}

function orError<T>(read: KeptRead<T>, help: InEach): T {
  if (read.value === undefined) throw new UserError(withHelp(userErrorOf(read.mistakes).told, help));
  return read.value;
}

const isSince = (data: unknown): boolean => Array.isArray(data) && isMapping(data[0]) && 'shanxi-plan' in data[0];

async function sinceIn(file: KeptData, help: InEach): Promise<Since> {
  const { sinceSchema } = await import('../model/since.ts');
  const [header] = file.data as readonly [object];
  const older = versionMistake(header, SINCE_VERSION, file.file);
  const [{ plan, region }, ...standings] = orError(older ?? parsed(sinceSchema, file), help);
  const [twice] = repeated(standings, ({ target }) => target);
  if (!twice) return holding({ plan, region, standings }, file.file, help);
  const place = file.placeOf([standings.indexOf(twice) + 1, 'target']);
  throw new UserError(withHelp(usageOfKept.standsTwice(place, twice.target), help));
}

/** A ratchet of nothing holds nothing, and would make all look new. */
function holding(since: Since, name: string, help: InEach): Since {
  if (since.standings.length > 0) return since;
  throw new UserError(withHelp(usageOfKept.saysNothing(name), help));
}
