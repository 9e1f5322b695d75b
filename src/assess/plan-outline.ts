import { measuresOf, targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanOutline } from '../model/plan-outline.ts';
import { coverageOf } from './coverage.ts';

/** What can be counted in a plan before any report exists; the coverage is that of every analysis. */
export function planOutlineOf(plan: Plan): PlanOutline {
  const { evidenced: _, ...coverage } = coverageOf(plan, []);
  const keyTasks = plan.tasks.reduce((total, task) => total + task.tasks.length, 0);
  return {
    counts: {
      strategicTasks: plan.tasks.length,
      keyTasks,
      measures: measuresOf(plan).length,
      targets: targetsOf(plan).length,
    },
    coverage,
  };
}
