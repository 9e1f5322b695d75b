import type { Analysis, Assessment } from '../model/analysis.ts';
import { measuresOf, targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import { onceEach } from '../values/once-each.ts';

type Coverage = Analysis['coverage'];
type CoverageRow = Coverage['named'];

/**
 * How much of what the plan announces is named by a source, concluded by us, has a number, and has usable evidence.
 * What no source names is in none of them.
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
    named: named(plan, 'stated'),
    inferred: named(plan, 'inferred'),
    quantified: under(
      plan,
      targetsOf(plan).map(({ measure, tasks }) => ({ measure: measure.id, tasks })),
    ),
  }),
);

const named = (plan: Plan, how: 'stated' | 'inferred'): CoverageRow => ({
  strategicTasks: plan.tasks.filter(task => task.named === how).length,
  keyTasks: plan.tasks.flatMap(({ tasks }) => tasks).filter(task => task.named === how).length,
  measures: measuresOf(plan).filter(({ measure }) => measure.named === how).length,
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
