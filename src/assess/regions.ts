import type { Plan, Region } from '../model/plan.ts';

/** A region with the parts that add up to it; a region that the plan does not list has none. */
export interface RegionTree {
  readonly id: string;
  readonly parts: readonly RegionTree[];
  /** False where it has more parts than these. */
  readonly complete?: boolean;
}

export function regionTree({ regions }: Plan, id: string): RegionTree {
  return findRegion(regions, id) ?? { id, parts: [] };
}

export const regionTitle = ({ regions }: Plan, id: string): Region['title'] =>
  findRegion(regions, id)?.title ?? { en: id, zh: id };

function findRegion(regions: readonly Region[], id: string): Region | undefined {
  for (const region of regions) {
    const found = region.id === id ? region : findRegion(region.parts, id);
    if (found) return found;
  }
  return undefined;
}

export const regionsBelow = ({ parts }: RegionTree): string[] =>
  parts.flatMap(part => [part.id, ...regionsBelow(part)]);

/** The parts of a region of which none of these regions says anything: what a sum of parts lacks. */
export function partsWithout(reporting: ReadonlySet<string>, { id, parts, complete }: RegionTree): string[] {
  const missing = parts.flatMap(part => {
    const isSilent = [part.id, ...regionsBelow(part)].every(below => !reporting.has(below));
    if (isSilent) return [part.id];
    return reporting.has(part.id) ? [] : partsWithout(reporting, part);
  });
  return complete === false ? [...missing, `${id}/rest`] : missing;
}
