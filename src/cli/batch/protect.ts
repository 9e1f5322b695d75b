import path from 'node:path';
import { regionGroups } from '../../batch/region-groups.ts';
import { formats } from '../../render/registry.ts';
import { usageOfBatch } from '../../render/words/usage-files.ts';
import { type Inputs, refuseOwnOutputs } from '../own-outputs.ts';
import { isInside, realPath } from '../real-path.ts';
import { UserError } from '../user-error.ts';
import type { BatchContext } from './context.ts';
import { groupName } from './group-name.ts';

/** Before anything runs: all that can be known then. */
export function protectOutputs(context: BatchContext, inputs: Inputs): void {
  const { outputFolder, reserved, workFolder, cwd } = context;
  if (outputFolder === undefined) return;
  const outputs = likelyOutputs(context, inputs.files);
  protectInputs(shown(outputFolder, cwd), inputs, outputs, cwd);
  const own = realPath(workFolder, cwd);
  for (const [full, name] of Object.entries(reserved)) {
    if (!isInside(full, own)) continue;
    throw new UserError(usageOfBatch.liesInWorkFolder(name, shown(workFolder, cwd)));
  }
  for (const output of outputs) if (output !== INDEX && output !== INDEX_PAGE) protectFromGroup(context, output);
}

const shown = (folder: string, cwd: string): string => path.relative(cwd, folder) || '.';

/** No output may take the place of a report, nor lie where the next run would read it as one. */
function protectInputs(folder: string, { args, files }: Inputs, outputs: readonly string[], cwd: string): void {
  const output = realPath(folder, cwd);
  for (const file of files) {
    if (!isInside(realPath(file, cwd), output)) continue;
    throw new UserError(usageOfBatch.inputInOutputs(file, folder));
  }
  refuseOwnOutputs({ args, files }, { flag: '--output-dir', shown: folder, folder: output, names: outputs }, cwd);
}

/** The index stands beside the groups, and as a page beside their pages. */
export const INDEX = 'index.json';
export const INDEX_PAGE = 'index.html';

type Grouped = Pick<BatchContext, 'groupedBy' | 'plan' | 'formats'>;

/** Outputs of a batch whose groups are known before anything was read; of others, how they are named. */
function likelyOutputs({ groupedBy, plan, formats: ids }: Grouped, files: readonly string[]): string[] {
  const groups = namedGroups({ groupedBy, plan }, files);
  const extensions = ids.map(id => formats[id].extension);
  return [
    INDEX,
    ...(ids.includes('html') ? [INDEX_PAGE] : []),
    ...groups.flatMap(name => extensions.map(extension => `${name}.${extension}`)),
  ];
}

/** By file or by region alone, groups have the names of what is there to be read or to be judged. */
function namedGroups({ groupedBy, plan }: Pick<Grouped, 'groupedBy' | 'plan'>, files: readonly string[]): string[] {
  const key = {
    plan: groupedBy.plan ? plan.id : null,
    file: null,
    region: plan.region ?? '',
    period: null,
    isByRegion: groupedBy.region,
  };
  if (groupedBy.period !== null || groupedBy.file === groupedBy.region) return [];
  return groupedBy.file
    ? files.map(file => groupName({ ...key, file }))
    : regionGroups(plan).listed.map(region => groupName({ ...key, region }));
}

/**
 * Of files that the run reads or writes beside the groups, and that no group may replace: their names by their real paths.
 * To write a group replaces a link, and not what it leads to; so a name that is a link counts as well as what is behind it.
 */
export const reservedFiles = (files: readonly string[], cwd: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    files.flatMap(file => {
      const full = path.resolve(cwd, file);
      const ofLink = path.join(realPath(path.dirname(full), cwd), path.basename(full));
      return [realPath(full, cwd), ofLink].map(each => [each, file] as const);
    }),
  );

/** Before an output is written: the file that it would replace is none of another kind, and lies where outputs belong. */
export function protectFromGroup(context: BatchContext, output: string): void {
  const { outputFolder, reserved } = context;
  if (outputFolder === undefined) return;
  const folder = realFolder(context, path.dirname(path.join(outputFolder, output)));
  const other = reserved[path.join(folder, path.basename(output))];
  if (other !== undefined) throw new UserError(usageOfBatch.takesThePlace(output, other));
  if (!isInside(folder, realFolder(context, outputFolder)))
    throw new UserError(usageOfBatch.leavesByLink(output, outputFolder));
}

/** Asked for once: a folder may hold a hundred thousand groups. */
function realFolder(context: BatchContext, folder: string): string {
  const cached = realFolders.get(context) ?? new Map<string, string>();
  realFolders.set(context, cached);
  const found = cached.get(folder) ?? realPath(folder, '/');
  cached.set(folder, found);
  return found;
}

const realFolders = new WeakMap<BatchContext, Map<string, string>>();
