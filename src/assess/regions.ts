import type { Plan, Region } from '../model/plan.ts';

/** A region with the parts that add up to it; a region that the plan does not list has none. */
export interface RegionTree {
  readonly id: string;
  readonly parts: readonly RegionTree[];
}

export function regionTree({ regions }: Plan, id: string): RegionTree {
  return findRegion(regions, id) ?? { id, parts: [] };
}

function findRegion(regions: readonly Region[], id: string): RegionTree | undefined {
  for (const region of regions) {
    const found = region.id === id ? region : findRegion(region.parts, id);
    if (found) return found;
  }
  return undefined;
}

export const regionsBelow = ({ parts }: RegionTree): string[] =>
  parts.flatMap(part => [part.id, ...regionsBelow(part)]);
