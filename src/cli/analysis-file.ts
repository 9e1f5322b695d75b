import type * as z from 'zod';
import { sinceOf } from '../gate/ratchet.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Flaw } from '../model/flaw.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Since } from '../model/since.ts';
import type { Io } from './io.ts';
import { type JsonFile, readJsonFile, type WayOut } from './json-file.ts';
import { UserError } from './user-error.ts';

const ANALYSIS: WayOut = {
  absent: 'write one with: shanxi-plan check … --format json=file.json',
  wrong: 'make it anew from its reports: shanxi-plan check … --format json=file.json',
};
const wayToSince = (name: string): WayOut => ({
  absent: `write it with: shanxi-plan check … --since ${name} --update`,
  wrong: `delete it and write it anew: shanxi-plan check … --since ${name} --update`,
});

/** Reads an analysis that `--format json` wrote, of this schema version and in agreement with itself. */
export async function readAnalysis(name: string, io: Io): Promise<Analysis> {
  const file = await readJsonFile(name, ANALYSIS, io);
  if (isSince(file.data)) throw new UserError(`${name} is what --update wrote, no whole analysis`, ANALYSIS.absent);
  return analysisIn(file, name, ANALYSIS.wrong);
}

/** Reads a ratchet that `--update` wrote, or the ratchet that a whole analysis is. */
export async function readSince(name: string, io: Io): Promise<Since> {
  const kept = await readKept(name, io, wayToSince(name));
  return 'standings' in kept ? kept : holding(sinceOf(kept), name, wayToSince(name).wrong);
}

/** Either of the two, for a comparison. */
export async function readKept(name: string, io: Io, wayOut = ANALYSIS): Promise<Analysis | Since> {
  const file = await readJsonFile(name, wayOut, io);
  return isSince(file.data) ? sinceIn(file, name, wayOut.wrong) : analysisIn(file, name, wayOut.wrong);
}

const isSince = (data: unknown): boolean => Array.isArray(data) && isMapping(data[0]) && 'shanxi-plan' in data[0];

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function sinceIn(file: JsonFile, name: string, help: string): Promise<Since> {
  const { sinceSchema, SINCE_VERSION } = await import('../model/since.ts');
  refuseVersion((file.data as readonly unknown[])[0], SINCE_VERSION, name, help);
  const [{ plan, region }, ...standings] = parsed(sinceSchema, file, help);
  const names = new Set<string>();
  const twice = standings.findIndex(({ target }) => names.size === names.add(target).size);
  if (twice === -1) return holding({ plan, region, standings }, name, help);
  const place = file.placeOf([twice + 1, 'target']);
  throw new UserError(`${place}: ${standings[twice]?.target} stands in it twice`, help);
}

/** A ratchet of nothing holds nothing, and would make all look new. */
function holding(since: Since, name: string, help: string): Since {
  if (since.standings.length > 0) return since;
  throw new UserError(`${name} says of no target how it stood`, help);
}

async function analysisIn(file: JsonFile, name: string, help: string): Promise<Analysis> {
  if (!isMapping(file.data) || !('schemaVersion' in file.data)) throw new UserError(`${name} is not an analysis`, help);
  refuseVersion(file.data, SCHEMA_VERSION, name, help);
  const { analysisSchema } = await import('../model/analysis.ts');
  const analysis = parsed(analysisSchema, file, help);
  const { assessmentFlaws } = await import('../assess/consistent.ts');
  const { gateFlaws } = await import('../gate/consistent.ts');
  const [flaw] = [...assessmentFlaws(analysis), ...gateFlaws(analysis)];
  if (flaw) throw new UserError(`${file.placeOf(flaw.path)} contradicts the rest: ${flawText(flaw)}`, help);
  return withDefaults(file.data, analysis) as Analysis;
}

/** What was added since the data was written has its default; its keys stay in their order, so that it prints as it did. */
function withDefaults(data: unknown, parsed: unknown): unknown {
  if (Array.isArray(data)) return data.map((item, index) => withDefaults(item, (parsed as unknown[])[index]));
  if (typeof data !== 'object' || data === null) return data;
  const whole = parsed as Readonly<Record<string, unknown>>;
  const own = Object.entries(data).map(([key, value]) => [key, withDefaults(value, whole[key])] as const);
  return { ...Object.fromEntries(own), ...Object.fromEntries(Object.entries(whole).filter(([key]) => !(key in data))) };
}

function refuseVersion(data: unknown, version: number, name: string, help: string): void {
  const found = isMapping(data) ? data['schemaVersion'] : undefined;
  if (found !== version)
    throw new UserError(`${name} has schema version ${String(found)}, this tool reads version ${version}`, help);
}

function parsed<S extends z.ZodType>(schema: S, { data, placeOf }: JsonFile, help: string): z.output<S> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []) as Flaw['path'];
  throw new UserError(`${placeOf(path)} is damaged: ${path.join('.')}: ${issue?.message}`, help);
}

function flawText({ path, found, follows }: Flaw): string {
  const is = `${path.join('.')} is ${found === undefined ? 'missing' : shown(found)}`;
  return follows === undefined
    ? `${is}, which stands there twice or follows from nothing`
    : `${is}, where ${shown(follows)} follows`;
}

/** Characters of a value that a message shows. */
const MOST_SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
