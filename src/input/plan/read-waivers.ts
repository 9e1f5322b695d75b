import type { Plan } from '../../model/plan.ts';
import { ownRegion } from '../../model/regions.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { Problem } from '../../values/problem.ts';
import type { Finding } from '../shape/check-shape.ts';
import { figureNames } from '../shape/figure-names.ts';
import { namesIn, unknownName } from '../shape/names.ts';
import { readShape, waiversShape } from '../shape/shapes.ts';
import { targetNames, targetsCalled } from '../shape/target-names.ts';
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
  if (!plan) return { waivers, problems: open.problems };
  const findings: Finding[] = [];
  const inIds = waivers.map(({ target, region, ...waiver }, index): Waiver => {
    const at = (key: string) => ['waivers', index, key];
    const find = (name: string, ids: readonly string[], unknown: Finding): string => {
      const [id, other] = ids;
      if (id !== undefined && other === undefined) return id;
      findings.push(
        id === undefined
          ? unknown
          : { code: 'ambiguous-name', args: { name, candidates: [...ids] }, path: unknown.path },
      );
      return name;
    };
    const regions = regionNames(plan);
    return {
      ...waiver,
      target: find(
        target,
        targetsCalled(plan, target),
        unknownName('unknown-target', target, targetNames(plan), at('target')),
      ),
      region:
        region && find(region, regions.called(region), unknownName('unknown-region', region, regions, at('region'))),
    };
  });
  return { waivers: inIds, problems: open.problemsWith(findings) };
}

const regionNames = (plan: Plan) => {
  const { region } = figureNames(plan);
  return region.list.length === 0 ? namesIn([ownRegion(plan)]) : region;
};
