import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_MAX_INPUT, limitsFor } from '../input/document/limits.ts';
import { nearest } from '../input/document/nearest.ts';
import { formatOf } from '../input/source/registry.ts';
import type { SourceFile } from '../input/source/source-file.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../values/problem.ts';
import { readNamed } from './files.ts';
import type { Io } from './io.ts';
import { isBundled, packageRoot } from './package-root.ts';

export const DEFAULT_PLAN = 'shanxi-new-infrastructure-2021-25';

export interface LoadedPlan {
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
  readonly input: { readonly path: string; readonly sha256: string };
}

/** A shipped plan by its name, or any plan by its file. */
export async function loadPlan(nameOrFile: string, io: Io, limits = limitsFor()): Promise<LoadedPlan> {
  if (!isPlanFile(nameOrFile)) return loadShipped(nameOrFile);
  const bytes = Math.max(limits.bytes, DEFAULT_MAX_INPUT); // a small size is meant of reports
  return loadFile(nameOrFile, path.resolve(io.cwd, nameOrFile), { ...limits, bytes });
}

/** A plan that is named by its file, and not one that is shipped. */
export const isPlanFile = (name: string): boolean =>
  formatOf(name) !== undefined || name.includes('/') || name.includes(path.sep);

export async function shippedPlans(): Promise<string[]> {
  const files = readdirSync(path.join(packageRoot, 'plan'));
  return files.flatMap(file => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : [])).toSorted();
}

const shippedRead = new Map<string, Promise<LoadedPlan>>();

/** A shipped plan changes in no run, however often the run asks for it: each change that --watch sees, each group of a batch. */
function loadShipped(name: string): Promise<LoadedPlan> {
  const read = shippedRead.get(name) ?? readShipped(name);
  shippedRead.set(name, read);
  return read;
}

async function readShipped(name: string): Promise<LoadedPlan> {
  const built = await readBuilt(name);
  if (built) return built;
  const shipped = await shippedPlans();
  if (!shipped.includes(name)) {
    return { plan: undefined, problems: [unknownPlan(name, shipped)], input: { path: name, sha256: '' } };
  }
  return loadFile(`plan/${name}.yaml`, path.join(packageRoot, 'plan', `${name}.yaml`));
}

const unknownPlan = (name: string, shipped: readonly string[]): Problem => ({
  code: 'unknown-plan',
  args: { name, allowed: shipped, near: nearest(name, shipped) },
  place: { file: '--plan' },
});

/**
 * The build reads every shipped plan once and keeps the result, because the position-keeping YAML parser takes longer
 * over a plan than all the rest of a check.
 */
async function readBuilt(name: string): Promise<LoadedPlan | undefined> {
  if (!isBundled || !/^[\w.-]+$/.test(name)) return undefined;
  const file = path.join(packageRoot, 'dist', 'plans', `${name}.json`);
  return existsSync(file) ? { ...(JSON.parse(readFileSync(file, 'utf8')) as LoadedPlan), problems: [] } : undefined;
}

async function loadFile(name: string, full: string, limits = limitsFor()): Promise<LoadedPlan> {
  const { file, problem } = await readNamed(name, full, limits);
  if (!file) return { plan: undefined, problems: problem ? [problem] : [], input: { path: name, sha256: '' } };
  const { readJudged } = await import('../lint/lint-plan.ts');
  const { plan, problems, errors } = await readJudged(file);
  if (errors.length === 0) return { plan, problems, input: { path: name, sha256: file.sha256 } };
  const { lintProblems } = await import('../render/plan/lint-problems.ts');
  return { plan, problems: [...problems, ...lintProblems(errors)], input: { path: name, sha256: file.sha256 } };
}

/** The file itself of a shipped plan or of any other, for a command that needs the places in it. */
export async function loadSource(
  nameOrFile: string,
  io: Io,
): Promise<{ file?: SourceFile; problems: readonly Problem[] }> {
  if (isPlanFile(nameOrFile)) return readStored(nameOrFile, path.resolve(io.cwd, nameOrFile));
  const shipped = await shippedPlans();
  if (!shipped.includes(nameOrFile)) return { problems: [unknownPlan(nameOrFile, shipped)] };
  return readStored(`plan/${nameOrFile}.yaml`, path.join(packageRoot, 'plan', `${nameOrFile}.yaml`));
}

async function readStored(name: string, full: string): Promise<{ file?: SourceFile; problems: readonly Problem[] }> {
  const { file, problem } = await readNamed(name, full);
  return { ...(file && { file }), problems: problem ? [problem] : [] };
}
