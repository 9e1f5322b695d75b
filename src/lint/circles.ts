import { behind } from '../model/identities.ts';
import { type LintRule, note } from './context.ts';

/** A goal held against what rests on its own indicator, or whose own goal leads back to it. */
export const circles: LintRule = ({ targets, plan }) => {
  const goals = targets.flatMap(({ item }) =>
    item.readings.flatMap(({ goal: { against } }) =>
      against === undefined ? [] : [[item.indicator, against] as const],
    ),
  );
  const leadsTo = (from: string): Set<string> => {
    const met = new Set([from]);
    for (const id of met) {
      for (const each of behind(plan, id)) met.add(each);
      for (const [own, against] of goals) if (own === id) met.add(against);
    }
    return met;
  };
  return targets.flatMap(({ item, path }) =>
    item.readings.flatMap(({ goal: { against, comparator } }) =>
      against !== undefined && against !== item.indicator && leadsTo(against).has(item.indicator)
        ? [note('goals-in-circle', [...path, comparator], { indicator: against }, 'key')]
        : [],
    ),
  );
};
