import type { RegionTree } from '../model/regions.ts';
import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { hull, type Interval, isSame } from '../values/interval.ts';
import { once } from '../values/once.ts';
import { type Claim, claimsOf, type Dating } from './claim.ts';
import { networkOf } from './network.ts';
import type { Usable } from './screen.ts';
import { type Sides, sidesOf } from './sides.ts';
import { valueIn } from './solution.ts';

/**
 * What figures and the plan leave of the values of a region. Of a count that only rises all days are tied to each other,
 * and a side of a contradiction is one for all of them; of anything else each day has its own.
 */
export interface Model {
  readonly region: string;
  readonly dating: Dating;
  readonly usable: readonly Usable[];
  /** What the plan's start says; null where it says nothing of other days. */
  readonly start: Claim | null;
  readonly claimsOn: (day: Day) => readonly Claim[];
  /** The days that figures describe, the newest first. */
  readonly days: readonly Day[];
  readonly sidesOn: (day: Day) => Sides;
}

export interface ModelQuestion {
  readonly region: RegionTree;
  readonly dating: Dating;
  /** Below this no value is; minus infinity where it may be anything. */
  readonly floor: number;
  /** The claim of the plan itself: the start of a count that only rises. */
  readonly start: Claim | null;
  /** The day that may be asked for beside those of the figures. */
  readonly otherDay: Day;
}

export function modelOf({ region, dating, floor, start, otherDay }: ModelQuestion, usable: readonly Usable[]): Model {
  const claims = usable.flatMap(figure => claimsOf(figure, dating));
  if (start) claims.push(start);
  const days = [...new Set(usable.map(({ observation }) => observation.asOf))].sort().reverse();
  const solveOn = (on: readonly Day[], own: readonly Claim[]) =>
    sidesOf(networkOf(region, on, dating.isMonotone, floor), own);
  const shared = once(() => solveOn([...days, otherDay, ...(start ? [start.day] : [])], claims));
  const ofDays = groupBy(claims, ({ day }) => day);
  const claimsOn = (day: Day) => ofDays.get(day) ?? [];
  const each = new Map<Day, Sides>();
  const sidesOfThe = (day: Day): Sides => {
    const sides = each.get(day) ?? solveOn([day], claimsOn(day));
    each.set(day, sides);
    return sides;
  };
  const sidesOn = dating.isMonotone ? shared : sidesOfThe;
  return { region: region.id, dating, usable, start, claimsOn, days, sidesOn };
}

/** What each side leaves of the value of the region on a day, every interval once. */
export function valuesOn({ region, sidesOn }: Model, day: Day): Interval[] {
  const values: Interval[] = [];
  for (const { solution } of sidesOn(day).sides) {
    const value = valueIn(solution, region, day);
    if (!values.some(other => isSame(other, value))) values.push(value);
  }
  return values;
}

export const knownOn = (model: Model, day: Day): Interval => hull(valuesOn(model, day));
