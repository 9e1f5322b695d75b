import { targetsOf } from '../../model/outline.ts';
import type { Plan } from '../../model/plan.ts';
import { ownRegion, regionIds } from '../../model/regions.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { Problem } from '../../values/problem.ts';
import type { Finding } from '../shape/check-shape.ts';
import { namesIn, unknownName } from '../shape/names.ts';
import { readShape, waiversShape } from '../shape/shapes.ts';
import { openFile, type SourceFile } from '../source/source-file.ts';

export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** Reads waivers; their targets and regions are held against the plan where that could be read. */
export async function readWaivers(file: SourceFile, plan: Plan | undefined): Promise<ReadWaivers> {
  const open = await openFile(file);
  if (!open.document) return { waivers: [], problems: open.problems };
  const shape = await readShape(waiversShape, open.document.data);
  if ('findings' in shape) return { waivers: [], problems: open.problemsWith(shape.findings) };
  const { waivers } = shape.value;
  return { waivers, problems: plan ? open.problemsWith(unknownIn(waivers, plan)) : open.problems };
}

function unknownIn(waivers: readonly Waiver[], plan: Plan): Finding[] {
  const targets = namesIn(targetsOf(plan).map(({ target }) => target.id));
  const regions = namesIn([...new Set([ownRegion(plan), ...regionIds(plan.regions)])]);
  return waivers.flatMap(({ target, region }, index) => [
    ...(targets.has(target) ? [] : [unknownName('unknown-target', target, targets, ['waivers', index, 'target'])]),
    ...(region === undefined || regions.has(region)
      ? []
      : [unknownName('unknown-region', region, regions, ['waivers', index, 'region'])]),
  ]);
}
