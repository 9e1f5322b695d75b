import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { formatOf, inputExtensions } from '../input/source/registry.ts';
import type { Problem, ProblemArgs } from '../values/problem.ts';
import { unicodePattern } from '../values/unicode-pattern.ts';
import { isActedOn } from './acted-on.ts';
import { isInside, linkTarget, realPath } from './real-path.ts';

/**
 * How far names may lead that nobody gave for this run: those in a config file that was found, and in the environment.
 * Whoever can put a file into a folder must not be able to have others read or written elsewhere.
 */
export interface Reach {
  /** Where the names stand. */
  readonly setBy: string;
  /** What to write instead, so that they may lead farther. */
  readonly instead: string;
  /** The folder that they may not leave, by its real path; undefined where they may lead nowhere. */
  readonly root: string | undefined;
}

/** The settings that name files. */
export const naming = ['plan', 'reports', 'tables', 'waivers', 'since', 'format'] as const;

/** Of each setting that names files; what was given for this run has none. */
export type ReachOfSettings = Readonly<Partial<Record<(typeof naming)[number], Reach>>>;

/**
 * The root of the repository that a folder is in, else the folder; but nothing that the home folder lies in, or is, nor a
 * hidden folder by itself, be it a repository: programs keep there what they start and run.
 */
export function rootOf(folder: string, home: string): string | undefined {
  const isWide = (each: string) => isInside(realPath(home, '/'), each);
  const repository = repositoryOf(folder);
  if (repository !== undefined && !isWide(repository) && !isDotted(path.basename(repository))) return repository;
  return isWide(folder) || isHidden(folder) ? undefined : folder;
}

const isHidden = (folder: string): boolean => folder.split(path.sep).some(isDotted);

/** Control characters, direction marks, and what has no look of its own. */
const unseenFor = unicodePattern(String.raw`[\p{C}\p{Zl}\p{Zp}]`);

const isDotted = (name: string): boolean => name.startsWith('.');

function repositoryOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

export const isWithin = (real: string, { root }: Reach): boolean => root !== undefined && isInside(real, root);

/** Standard input is whoever's the caller is, and none of a file that was found. */
export const noStandardInput = (reach: Reach): Problem => ({
  code: 'found-input',
  args: { ...argsOf(reach), allowed: inputExtensions },
  place: { file: '-' },
});

/** Why a file may not be read, though something that was found names it; a folder may, as far as its files may. */
export function refusedInput(file: string, reach: Reach, cwd: string): Problem | undefined {
  const real = realPath(file, cwd);
  if (!isWithin(real, reach)) return outside(file, reach, cwd);
  const stats = statsOf(real);
  if (!stats || stats.isDirectory() || (stats.isFile() && formatOf(real) !== undefined)) return undefined;
  return { code: 'found-input', args: { ...argsOf(reach), allowed: inputExtensions }, place: { file } };
}

export const outside = (file: string, reach: Reach, cwd: string): Problem => ({
  code: 'found-outside',
  args: {
    ...argsOf(reach),
    root: reach.root === undefined ? undefined : path.relative(realPath('.', cwd), reach.root) || '.',
  },
  place: { file },
});

const argsOf = ({ setBy, instead }: Reach) => ({ setBy, instead });

/** Why a file may not be written; what lies there is for the caller to look at. */
export function refusedOutput(file: string, extension: string, reach: Reach, cwd: string): Problem | undefined {
  const real = realPath(file, cwd);
  if (reach.root === undefined || !isWithin(real, reach)) return outside(file, reach, cwd);
  const parts = path.relative(reach.root, real).split(path.sep);
  if (real !== path.resolve(realPath('.', cwd), file) || hasLink(reach.root, parts))
    return unwritable(file, 'link', extension, reach);
  if (parts.some(isDotted)) return unwritable(file, 'hidden', extension, reach);
  if (parts.some(part => unseenFor(part).test(part))) return unwritable(file, 'name', extension, reach);
  if (parts.some(isActedOn)) return unwritable(file, 'acted-on', extension, reach);
  return real.endsWith(extension) ? undefined : unwritable(file, 'extension', extension, reach);
}

export const unwritable = (
  file: string,
  reason: ProblemArgs['found-output']['reason'],
  extension: string,
  reach: Reach,
): Problem => ({ code: 'found-output', args: { ...argsOf(reach), reason, extension }, place: { file } });

/** Also of a link to nowhere, which has no real path of its own. */
const hasLink = (root: string, parts: readonly string[]): boolean =>
  parts.some((_, index) => linkTarget(path.join(root, ...parts.slice(0, index + 1))) !== undefined);

function statsOf(full: string) {
  try {
    return statSync(full);
  } catch {
    return undefined;
  }
}
