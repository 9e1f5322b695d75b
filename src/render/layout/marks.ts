import type { Assessment } from '../../model/analysis.ts';
import { type Domain, domainOf } from './scale.ts';

/** The ends of what fulfils a goal, as far as it has any. */
export const goalEnds = ({ low, high }: Assessment['goal']): readonly number[] =>
  [...new Set([low, high])].filter(end => end !== null);

/** Once its day has come, what was planned is the goal. */
export const plannedMark = ({ at, goal, planned }: Assessment): number | null => (at < goal.by ? planned : null);

/** One scale for all that a value is held against. */
export function markedDomain(assessment: Assessment): Domain {
  const { value, baseline, goal } = assessment;
  const shown = [value?.low ?? null, value?.high ?? null, value?.nominal ?? null, baseline?.value ?? null];
  return domainOf([...shown, plannedMark(assessment), ...goalEnds(goal)].filter(mark => mark !== null));
}
