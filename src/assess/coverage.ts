import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Plan } from '../model/plan.ts';
import { measuresOf, targetsOf } from './outline.ts';

type Coverage = Analysis['coverage'];
type Row = Coverage['named'];

/**
 * How much of what the plan announces is named by a source, concluded by us, has a number, and has usable evidence.
 * What no source names is in none of them.
 */
export function coverageOf(plan: Plan, assessments: readonly Assessment[]): Coverage {
  const measures = measuresOf(plan);
  const strategic = plan.tasks;
  const key = plan.tasks.flatMap(task => task.tasks);
  const named = (how: 'stated' | 'inferred'): Row => ({
    strategicTasks: strategic.filter(task => task.named === how).length,
    keyTasks: key.filter(task => task.named === how).length,
    measures: measures.filter(({ measure }) => measure.named === how).length,
  });
  const under = (found: readonly { readonly tasks: readonly string[]; readonly measure: string }[]): Row => {
    const inTasks = new Set(found.flatMap(({ tasks }) => tasks));
    const inMeasures = new Set(found.map(({ measure }) => measure));
    return {
      strategicTasks: strategic.filter(({ id }) => inTasks.has(id)).length,
      keyTasks: key.filter(({ id }) => inTasks.has(id)).length,
      measures: measures.filter(({ measure }) => inMeasures.has(measure.id)).length,
    };
  };
  const quantified = targetsOf(plan).map(({ measure, tasks }) => ({ measure: measure.id, tasks }));
  return {
    announced: plan.announced,
    named: named('stated'),
    inferred: named('inferred'),
    quantified: under(quantified),
    evidenced: under(assessments.filter(({ evidence }) => evidence.used.length > 0)),
  };
}
