import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nearest } from '../../input/nearest.ts';
import { type FormatId, formatIds, isFormatId } from '../../render/registry.ts';
import { realPath } from '../real-path.ts';
import { UserError } from '../user-error.ts';

/** The formats in which each group is written: names alone, since a group's file is named by the group. */
export function formatsOf(texts: readonly string[]): FormatId[] {
  return [...new Set(texts)].map(text => {
    if (isFormatId(text)) return text;
    const [id = ''] = text.split('=');
    if (isFormatId(id))
      throw new UserError(
        `--format: "${text}" names a file`,
        `a batch names its files by group: --format ${id} --output-dir out`,
      );
    const near = nearest(text, formatIds);
    const help = `known formats: ${formatIds.join(', ')}`;
    throw new UserError(`--format: no format is called "${text}"`, near ? `did you mean "${near}"? ${help}` : help);
  });
}

/** No output may take the place of a report, nor lie where the next run would read it as one. */
export function protectInputs(folder: string, args: readonly string[], files: readonly string[], cwd: string): void {
  const output = realPath(folder, cwd);
  for (const file of files) {
    if (!isInside(realPath(file, cwd), output)) continue;
    throw new UserError(`--output-dir: ${file} lies in ${folder}`, 'give the outputs a folder of their own');
  }
  for (const arg of args) {
    if (files.includes(arg) || !isInside(output, realPath(arg, cwd))) continue;
    throw new UserError(
      `--output-dir: ${folder} lies in ${arg}`,
      'the next run would read its own outputs as reports: give them a folder elsewhere',
    );
  }
}

const isInside = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}${path.sep}`);

const OWN = '.shanxi-plan-batch';

/** Where a run keeps what is not finished: beside its outputs, so that a file is moved there in one step. */
export const workFolderIn = (outputFolder: string | null): Promise<string> =>
  outputFolder === null ? mkdtemp(path.join(tmpdir(), 'shanxi-plan-')) : Promise.resolve(path.join(outputFolder, OWN));

/** After a signal: what is half done goes, what is needed to go on stays. */
export function clearHalfDone(workFolder: string): void {
  for (const name of namesIn(workFolder)) {
    if (!name.endsWith('.journal')) rmSync(path.join(workFolder, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** When nothing was written, nothing is left behind. */
export async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {});
}
