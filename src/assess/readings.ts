import { isStartMeant } from '../evidence/start.ts';
import type { Reading, Relation } from '../model/plan.ts';
import type { GoalComparison } from '../model/target-choices.ts';

/**
 * "About 20" with nothing said of which way is wished can be read in two ways: no more and no less, or as much at least as
 * stands at the near edge. The wished way leads from the start to the goal, so from a start above it the second reading is
 * "as much at most". Compared exactly, a goal is what its numbers say and nothing else.
 */
export function readingsMeant(
  reading: Reading,
  compare: GoalComparison,
  counts: Readonly<Record<string, Relation>>,
): Reading[] {
  const { goal, baseline, name } = reading;
  const { comparator, wanted, low, high } = goal;
  if (comparator !== 'about' || low === null || high === null) return [reading];
  const towards = (way: 'up' | 'down'): Reading => ({
    ...reading,
    goal: way === 'up' ? { ...goal, high: null } : { ...goal, low: null },
  });
  if (wanted !== null) return [towards(wanted)];
  if (compare === 'exact') return [reading];
  const isDownward = baseline !== undefined && isStartMeant(baseline, counts) && baseline.value.nominal > high;
  const named = (suffix: string, each: Reading): Reading => ({
    ...each,
    name: name === null ? suffix : `${name}/${suffix}`,
  });
  return [
    named('about', reading),
    isDownward ? named('about-or-less', towards('down')) : named('about-or-more', towards('up')),
  ];
}
