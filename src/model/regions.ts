import { onceEach } from '../values/once-each.ts';
import type { Plan, Region } from './plan.ts';

/** A region with the parts that add up to it; a region that the plan does not list has none. */
export interface RegionTree {
  readonly id: string;
  readonly parts: readonly RegionTree[];
  /** False where it has more parts than these. */
  readonly complete?: boolean;
}

/** The region that a plan is about. */
export const ownRegion = ({ region, id }: Pick<Plan, 'region' | 'id'>): string => region ?? id;

/** Regions and all their parts. */
export const regionsIn = (regions: readonly Region[]): Region[] =>
  regions.flatMap(region => [region, ...regionsIn(region.parts)]);

export const regionIds = (regions: readonly Region[]): string[] => regionsIn(regions).map(({ id }) => id);

export const regionTree = (plan: Plan, id: string): RegionTree => listedRegions(plan).get(id) ?? { id, parts: [] };

export const regionTitle = (plan: Plan, id: string): Region['title'] =>
  listedRegions(plan).get(id)?.title ?? { en: id, zh: id };

/** Every region of the plan's list by its id; of two of one id, the first. */
const listedRegions = onceEach(
  ({ regions }: Plan): ReadonlyMap<string, Region> =>
    new Map(
      regionsIn(regions)
        .toReversed()
        .map(region => [region.id, region]),
    ),
);

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
