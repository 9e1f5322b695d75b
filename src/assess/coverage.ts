import type { Analysis, Assessment } from '../model/analysis.ts';
import { measuresOf, targetsOf } from '../model/outline.ts';
import type { Measure, Plan, Target } from '../model/plan.ts';
import { onceEach } from '../values/once-each.ts';

type Coverage = Analysis['coverage'];
type CoverageRow = Coverage['named'];

/**
 * How much of what the plan announces is named by a source, concluded by us, neither of both, has a number, and has
 * usable evidence. What calls itself stated and has no source is not: nobody can look it up.
 */
export const coverageOf = (plan: Plan, assessments: readonly Assessment[]): Coverage => ({
  ...coverageBeforeReports(plan),
  evidenced: under(
    plan,
    assessments.filter(({ evidence }) => evidence.used.length > 0),
  ),
});

const coverageBeforeReports = onceEach(
  (plan: Plan): Omit<Coverage, 'evidenced'> => ({
    announced: plan.announced,
    named: counted(plan, isStated),
    inferred: counted(plan, ({ named }) => named === 'inferred'),
    unstated: {
      ...counted(plan, each => each.named !== 'inferred' && !isStated(each)),
      targets: targetsOf(plan).filter(({ target }) => isUnstated(target)).length,
    },
    quantified: under(
      plan,
      targetsOf(plan).map(({ measure, tasks }) => ({ measure: measure.id, tasks })),
    ),
  }),
);

type Named = Pick<Measure, 'named' | 'source'>;

const isStated = ({ named, source }: Named): boolean => named === 'stated' && source.length > 0;

/** A target with goals of regions may leave it to them to name a source. */
const isUnstated = ({ certainty, source, regions }: Target): boolean =>
  certainty === 'unstated' ||
  (certainty === 'stated' &&
    source.length === 0 &&
    (regions === 'each' || Object.values(regions).every(({ source = [] }) => source.length === 0)));

const counted = (plan: Plan, is: (each: Named) => boolean): CoverageRow => ({
  strategicTasks: plan.tasks.filter(is).length,
  keyTasks: plan.tasks.flatMap(({ tasks }) => tasks).filter(is).length,
  measures: measuresOf(plan).filter(({ measure }) => is(measure)).length,
});

/** How many tasks and measures have one of these targets. */
function under(
  plan: Plan,
  targets: readonly { readonly tasks: readonly string[]; readonly measure: string }[],
): CoverageRow {
  const inTasks = new Set<string>();
  const inMeasures = new Set<string>();
  for (const { tasks, measure } of targets) {
    for (const task of tasks) inTasks.add(task);
    inMeasures.add(measure);
  }
  return {
    strategicTasks: plan.tasks.filter(({ id }) => inTasks.has(id)).length,
    keyTasks: plan.tasks.flatMap(({ tasks }) => tasks).filter(({ id }) => inTasks.has(id)).length,
    measures: measuresOf(plan).filter(({ measure }) => inMeasures.has(measure.id)).length,
  };
}
