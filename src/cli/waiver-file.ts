import { checkShape, type Finding } from '../input/shape/check-shape.ts';
import { namesIn, unknownName } from '../input/shape/names.ts';
import { openFile } from '../input/source/source-file.ts';
import type { Plan } from '../model/plan.ts';
import { ownRegion, regionIds } from '../model/regions.ts';
import { type Waiver, waiverFileSchema } from '../model/waiver.ts';
import type { Problem } from '../values/problem.ts';
import { readNamedFile } from './files.ts';
import type { Io } from './io.ts';

export interface WaiverFile {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
  /** The targets and regions in it that a plan does not know. */
  readonly unknownNames: (plan: Plan, targets: readonly string[]) => readonly Problem[];
}

const none = { waivers: [], problems: [], unknownNames: () => [] } satisfies WaiverFile;

export async function loadWaivers(name: string | undefined, io: Io): Promise<WaiverFile> {
  if (name === undefined) return none;
  const { file, problem } = await readNamedFile(name, io);
  if (!file) return { ...none, problems: problem ? [problem] : [] };
  const open = await openFile(file);
  if (!open.document) return { ...none, problems: open.problems };
  const shape = checkShape(waiverFileSchema, open.document);
  if ('findings' in shape) return { ...none, problems: open.problemsWith(shape.findings) };
  const { waivers } = shape.value;
  return {
    waivers,
    problems: open.problems,
    unknownNames: (plan, targets) => {
      const old = open.problems.length;
      return open.problemsWith(unknownIn(waivers, plan, targets)).slice(old);
    },
  };
}

function unknownIn(waivers: readonly Waiver[], plan: Plan, targetNames: readonly string[]): Finding[] {
  const targets = namesIn(targetNames);
  const regions = namesIn([...new Set([ownRegion(plan), ...regionIds(plan.regions)])]);
  return waivers.flatMap(({ target, region }, index) => [
    ...(targets.has(target) ? [] : [unknownName('unknown-target', target, targets.list, ['waivers', index, 'target'])]),
    ...(region === undefined || regions.has(region)
      ? []
      : [unknownName('unknown-region', region, regions.list, ['waivers', index, 'region'])]),
  ]);
}
