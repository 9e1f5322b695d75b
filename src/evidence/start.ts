import type { Baseline, Relation } from '../model/plan.ts';
import { relationOf } from '../model/relation.ts';
import type { Day } from '../values/day.ts';
import { atLeast, EVERYTHING, type Interval, intersect, isEmpty } from '../values/interval.ts';
import { type Claim, leaves } from './claim.ts';

/** Whether the plan's start counts what the target means. */
export const isStartMeant = (
  { counts: definition }: Pick<Baseline, 'counts'>,
  counts: Readonly<Record<string, Relation>>,
): boolean => definition === undefined || relationOf(counts, definition) === 'same';

/** What the plan's start says of the value of its day: a start of another definition bounds it, as such a figure would. */
export function startOf(
  { value, counts: definition }: Baseline,
  counts: Readonly<Record<string, Relation>>,
  floor: number,
): Interval {
  const relation = definition === undefined ? 'same' : (relationOf(counts, definition) ?? 'other');
  const said = relation === 'other' ? EVERYTHING : leaves(value, relation);
  const left = intersect(said, atLeast(floor));
  return isEmpty(left) ? said : left;
}

/** Of a count that only rises the start is a claim like any figure; of anything else it says nothing of other days. */
export const claimOfStart = (day: Day, interval: Interval, region: string): Claim => ({
  region,
  day,
  says: interval,
  leaves: interval,
  thing: null,
  figure: null,
  takenAs: 'only',
});
