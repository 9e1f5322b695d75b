import { concerning } from '../model/identities.ts';
import type { Judged } from '../model/judged.ts';
import type { Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import { regionTree } from '../model/regions.ts';
import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { type AssessRequest, byIndicatorIn, concernedIn, figuresIn, optionsOf, placedIn } from './assess.ts';
import { judgedOf, resolveTarget } from './judge-target.ts';
import { inOrder } from './order.ts';
import { plainlyJudged } from './plain-lane.ts';
import { type Counts, countsOf, taskNames } from './rollup.ts';

/** The verdicts alone, with what is counted of them. */
export interface JudgedPlan {
  readonly asOf: Day;
  readonly targets: readonly Judged[];
  readonly counts: Counts;
}

/** Judges every target as `assess` does, and tells nothing of what led to its verdict: ordinary ones by the plain lane. */
export function judgeTargets(
  plan: Plan,
  observations: readonly Observation[],
  request: AssessRequest = {},
): JudgedPlan {
  const options = optionsOf(plan, observations, request);
  const { local, placed } = placedIn(plan, options.region, request);
  const tree = regionTree(plan, options.region);
  const own = groupBy(observations, ({ indicator }) => indicator);
  let numbered: ReturnType<typeof byIndicatorIn> | undefined;
  const targets = placed.map(each => {
    const plain = plainlyJudged(local, each, own.get(each.target.indicator) ?? [], tree, options);
    if (plain) return plain;
    numbered ??= byIndicatorIn(inOrder(observations));
    const concerned = figuresIn(concernedIn(numbered, concerning(plan, each.target)));
    return judgedOf(resolveTarget(local, each, concerned, options));
  });
  return { asOf: options.asOf, targets, counts: countsOf(taskNames(local), targets) };
}
