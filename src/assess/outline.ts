import type { Measure, Plan, StrategicTask, Target } from '../model/plan.ts';

/** A measure with the tasks above it, from the strategic one down. */
export interface PlacedMeasure {
  readonly measure: Measure;
  readonly tasks: readonly string[];
}

export interface PlacedTarget {
  readonly target: Target;
  readonly measure: Measure;
  readonly tasks: readonly string[];
}

/** All measures in the order of the plan; those of the whole plan come first and have no task. */
export function measuresOf(plan: Plan): PlacedMeasure[] {
  return [...plan.measures.map(measure => ({ measure, tasks: [] })), ...plan.tasks.flatMap(measuresOfTask)];
}

function measuresOfTask(task: StrategicTask): PlacedMeasure[] {
  const own = task.measures.map(measure => ({ measure, tasks: [task.id] }));
  const below = task.tasks.flatMap(key => key.measures.map(measure => ({ measure, tasks: [task.id, key.id] })));
  return [...own, ...below];
}

export const targetsOf = (plan: Plan): PlacedTarget[] =>
  measuresOf(plan).flatMap(({ measure, tasks }) => measure.targets.map(target => ({ target, measure, tasks })));
