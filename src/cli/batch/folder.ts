import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nearest } from '../../input/document/nearest.ts';
import { type FormatId, formatIds, isFormatId } from '../../render/registry.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import { UserError } from '../user-error.ts';
import { cannotWrite } from '../write-output.ts';

/** The formats in which each group is written: names alone, since a group's file is named by the group. */
export function formatsOf(texts: readonly string[]): FormatId[] {
  return [...new Set(texts)].map(text => {
    if (isFormatId(text)) return text;
    const [id = ''] = text.split('=');
    if (isFormatId(id)) throw new UserError(usageOfFlags.formatWithFile(text, id));
    const near = nearest(text, formatIds);
    throw new UserError(usageOfFlags.unknownFormat('--format', { name: text, near, allowed: formatIds }));
  });
}

const OWN = '.shanxi-plan-batch';

interface FolderFlags {
  readonly outputDir?: string;
  readonly format?: readonly string[];
  readonly resume?: boolean;
}

/** Full path of the folder of outputs; undefined where only the index is wanted. */
export function outputFolderIn({ outputDir, format, resume }: FolderFlags, cwd: string): string | undefined {
  if (outputDir?.trim() === '') throw new UserError(usageOfFlags.noOutputFolder());
  if (outputDir !== undefined) return path.resolve(cwd, outputDir);
  if (!format && !resume) return undefined;
  throw new UserError(usageOfFlags.needsOutputFolder(format ? '--format' : '--resume'));
}

/** Where a run keeps what is not finished: beside its outputs, so that a file is moved there in one step. */
export const workFolderIn = (outputFolder: string | undefined): Promise<string> =>
  outputFolder === undefined
    ? mkdtemp(path.join(tmpdir(), 'shanxi-plan-')).catch(error => Promise.reject(cannotWrite(tmpdir(), error)))
    : Promise.resolve(path.join(outputFolder, OWN));

/** When nothing was written, nothing is left behind. */
export async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {});
}
