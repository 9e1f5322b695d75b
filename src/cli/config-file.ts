import { statSync } from 'node:fs';
import path from 'node:path';
import { configShape } from '../input/shape/shapes.ts';
import { readAs } from '../input/source/read-as.ts';
import type { Config } from '../model/config.ts';
import { usageOfFiles } from '../render/words/usage-files.ts';
import type { Problem } from '../values/problem.ts';
import { readNamed, reasonOf } from './files.ts';
import type { Io } from './io.ts';
import { isPlanFile } from './plans.ts';
import { type Reach, refusedInput, rootOf } from './reach.ts';
import { realPath } from './real-path.ts';
import { UserError } from './user-error.ts';

const CONFIG_NAME = 'shanxi-plan.yaml';

/** A file, none even where one is found, or the one that is found. */
export type ConfigFlag = string | false | undefined;

export interface LoadedConfig {
  readonly config: Config;
  /** As shown to the user; null where none was found. */
  readonly file: string | null;
  /** How far its names may lead; undefined where it was named. */
  readonly reach: Reach | undefined;
  readonly problems: readonly Problem[];
}

/**
 * The config file of a project: `shanxi-plan.yaml`, looked for from the working folder up to the root of its
 * repository. It is data only; nothing in it is run. Paths in it are relative to its own folder.
 */
export async function loadConfig(named: ConfigFlag, { cwd, home }: Io): Promise<LoadedConfig> {
  const full = typeof named === 'string' ? path.resolve(cwd, named) : (named ?? findUpwards(cwd));
  if (!full) return { config: {}, file: null, reach: undefined, problems: [] };
  const shown = (path.relative(cwd, full) || CONFIG_NAME).split(path.sep).join('/');
  const reach = named === undefined ? reachOf(shown, full, home) : undefined;
  const refused = reach && refusedConfig(shown, reach, cwd);
  const { file, problem = refused } = refused ? {} : await readNamed(shown, full);
  if (!file) return { config: {}, file: shown, reach, problems: problem ? [problem] : [] };
  const { value, problems } = await readAs(file, configShape);
  return { config: value ? fromFolder(value, path.dirname(full), cwd) : {}, file: shown, reach, problems };
}

const reachOf = (shown: string, full: string, home: string): Reach => ({
  setBy: shown,
  instead: `--config ${shown}`,
  root: rootOf(realPath(path.dirname(full), '/'), home),
});

/** A link to a file elsewhere is none that was found here; one that names no file may lie where none may be named. */
function refusedConfig(shown: string, { root, ...reach }: Reach, cwd: string): Problem | undefined {
  return refusedInput(shown, { ...reach, root: root ?? realPath(path.dirname(shown), cwd) }, cwd);
}

function findUpwards(folder: string): string | undefined {
  const candidate = path.join(folder, CONFIG_NAME);
  if (exists(candidate)) {
    if (!isAnybodys(folder, candidate)) return candidate;
    throw new UserError(usageOfFiles.anybodysConfig(candidate));
  }
  const misnamed = candidate.replace(/\.yaml$/, '.yml');
  if (exists(misnamed)) throw new UserError(usageOfFiles.misnamedConfig(misnamed, CONFIG_NAME));
  const parent = path.dirname(folder);
  return parent === folder || exists(path.join(folder, '.git')) ? undefined : findUpwards(parent);
}

/**
 * Whether somebody else may have put it there: into a folder for all users of a machine, such as /tmp, or into any that all
 * may write to, unless it is the user's own. Some file systems know no rights and say that all may write anywhere.
 */
function isAnybodys(folder: string, file: string): boolean {
  const { mode } = statSync(folder);
  const user = process.getuid?.();
  const isForAll = user !== undefined && (mode & 0o002) !== 0;
  return isForAll && ((mode & 0o1000) !== 0 || statSync(file).uid !== user);
}

/** What cannot be seen may be there, and stricter than none. */
function exists(file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch (error) {
    const code = reasonOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new UserError(usageOfFiles.unseenConfig(file, code));
  }
}

function fromFolder(config: Config, folder: string, cwd: string): Config {
  const moved = (name: string): string =>
    name === '-' || path.isAbsolute(name)
      ? name
      : (path.relative(cwd, path.join(folder, name)) || '.').split(path.sep).join('/');
  return {
    ...config,
    ...(config.reports && { reports: config.reports.map(moved) }),
    ...(config.plan && { plan: config.plan.map(plan => (isPlanFile(plan) ? moved(plan) : plan)) }),
    ...(config.tables && { tables: movedTables(config.tables, moved) }),
    ...(config.waivers && { waivers: moved(config.waivers) }),
    ...(config.since && { since: moved(config.since) }),
    ...(config.format && { format: config.format.map(format => movedOutput(format, moved)) }),
  };
}

const movedTables = (tables: NonNullable<Config['tables']>, moved: (name: string) => string): Config['tables'] =>
  typeof tables === 'string'
    ? moved(tables)
    : tables.map(table => ({ ...table, ...(table.files && { files: table.files.map(moved) }) }));

/** `junit=out/junit.xml`: the file is relative to the config too. */
function movedOutput(format: string, moved: (name: string) => string): string {
  const [id = '', ...file] = format.split('=');
  return file.length === 0 ? format : `${id}=${moved(file.join('='))}`;
}
