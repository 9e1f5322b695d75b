import path from 'node:path';
import { formatOf } from '../input/source/registry.ts';
import { usageOfFiles } from '../render/words/usage-files.ts';
import { isPattern, matchesPath, parsePattern, splitPattern } from './pattern.ts';
import { isInside, realPath } from './real-path.ts';
import { UserError } from './user-error.ts';

/** What a run reads: the arguments as they were given, and the files that they name. */
export interface Inputs {
  readonly args: readonly string[];
  readonly files: readonly string[];
}

/** What a run writes into a folder, and how the user named it. */
interface Outputs {
  readonly flag: string;
  readonly shown: string;
  /** By its real path. */
  readonly folder: string;
  readonly names: readonly string[];
}

/** No output may lie where the next run would read it as a report. */
export function refuseOwnOutputs({ args, files }: Inputs, { flag, shown, ...outputs }: Outputs, cwd: string): void {
  const named = new Set(files);
  for (const arg of args) {
    if (named.has(arg) || !wouldRead(arg, outputs, cwd)) continue;
    throw new UserError(usageOfFiles.liesInInput(flag, shown, arg));
  }
}

/** The same of single files, as far as reports may have such names. */
export function refuseOwnFiles(
  flag: string,
  outputs: readonly { readonly file: string | null }[],
  inputs: Inputs,
  cwd: string,
): void {
  for (const { file } of outputs) {
    if (file === null || formatOf(file) === undefined) continue;
    const full = realPath(file, cwd);
    refuseOwnOutputs(inputs, { flag, shown: file, folder: path.dirname(full), names: [path.basename(full)] }, cwd);
  }
}

/** As far as an argument itself shows: what it leads to through a link, the next run finds and refuses. */
function wouldRead(arg: string, { folder, names }: Pick<Outputs, 'folder' | 'names'>, cwd: string): boolean {
  if (arg === '-') return false;
  if (isInside(folder, realPath(arg, cwd))) return true;
  if (!isPattern(arg)) return false;
  const { folder: start, rest } = splitPattern(arg);
  const root = realPath(start, cwd);
  if (!isInside(folder, root)) return false;
  const pattern = parsePattern(rest);
  return names.some(name =>
    matchesPath(pattern, path.relative(root, path.join(folder, name)).split(path.sep).join('/')),
  );
}
