import { measuresOf, targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import type { LevelCounts, PlanOutline } from '../model/plan-outline.ts';
import { coverageOf } from './coverage.ts';

/** What can be counted in a plan before any report exists; the coverage is that of every analysis. */
export function planOutlineOf(plan: Plan): PlanOutline {
  const { announced, named, inferred } = coverageOf(plan, []);
  const keyTasks = plan.tasks.reduce((total, task) => total + task.tasks.length, 0);
  return {
    counts: {
      strategicTasks: plan.tasks.length,
      keyTasks,
      measures: measuresOf(plan).length,
      targets: targetsOf(plan).length,
    },
    coverage: { announced, named, inferred, quantified: quantified(plan) },
  };
}

function quantified(plan: Plan): LevelCounts {
  const targets = targetsOf(plan);
  const has = (id: string) => targets.some(({ tasks }) => tasks.includes(id));
  return {
    strategicTasks: plan.tasks.filter(({ id }) => has(id)).length,
    keyTasks: plan.tasks.flatMap(({ tasks }) => tasks).filter(({ id }) => has(id)).length,
    measures: measuresOf(plan).filter(({ measure }) => measure.targets.length > 0).length,
  };
}
