import { targetsOf } from '../model/outline.ts';
import type { Plan, Region } from '../model/plan.ts';
import { regionsBelow } from '../model/regions.ts';
import { onceEach } from '../values/once-each.ts';

/** How the figures of regions become groups. */
export interface RegionGroups {
  /** The regions whose analyses a figure of this region belongs to: itself and those that it is a part of, where the plan sets them a target. */
  readonly concerned: (region: string) => readonly string[];
  /** Every region of the plan's list for which it sets a target. */
  readonly listed: readonly string[];
}

export const regionGroups = onceEach((plan: Plan): RegionGroups => {
  const above = new Map<string, readonly string[]>();
  const walk = (region: Region, ancestors: readonly string[]): void => {
    const path = [region.id, ...ancestors];
    above.set(region.id, path);
    for (const part of region.parts) walk(part, path);
  };
  for (const region of plan.regions) walk(region, []);
  const answers = new Map<string, boolean>();
  const hasTarget = (region: string): boolean => {
    const found = answers.get(region) ?? targetsOf(plan, region).length > 0;
    answers.set(region, found);
    return found;
  };
  return {
    concerned: region => (above.get(region) ?? [region]).filter(hasTarget),
    listed: [...above.keys()].filter(hasTarget),
  };
});

/** Regions of the plan's list of which nothing was reported, nor of any part of them. */
export function silentRegions({ regions }: Pick<Plan, 'regions'>, reported: ReadonlySet<string>): string[] {
  const isSilent = (region: Region): boolean =>
    !reported.has(region.id) && regionsBelow(region).every(part => !reported.has(part));
  return regions.flatMap(region =>
    isSilent(region) ? [region.id] : silentRegions({ regions: region.parts }, reported),
  );
}
