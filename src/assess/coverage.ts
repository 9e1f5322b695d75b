import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Plan } from '../model/plan.ts';
import { measuresOf } from './outline.ts';

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
  const withAssessment = (test: (assessment: Assessment) => boolean): Row => {
    const found = assessments.filter(test);
    return {
      strategicTasks: strategic.filter(task => found.some(({ tasks }) => tasks.includes(task.id))).length,
      keyTasks: key.filter(task => found.some(({ tasks }) => tasks.includes(task.id))).length,
      measures: measures.filter(({ measure }) => found.some(assessment => assessment.measure === measure.id)).length,
    };
  };
  return {
    announced: plan.announced,
    named: named('stated'),
    inferred: named('inferred'),
    quantified: withAssessment(() => true),
    evidenced: withAssessment(({ evidence }) => evidence.used.length > 0),
  };
}
