import type { KeyTask, Measure, Plan, StrategicTask, Target } from '../../model/plan.ts';
import type { DocumentPath } from '../document/document.ts';

/** A part of a plan, and the way to it in the document that the plan was read from. */
export interface Located<T> {
  readonly item: T;
  readonly path: DocumentPath;
}

interface LocatedParts {
  readonly tasks: readonly Located<StrategicTask | KeyTask>[];
  readonly measures: readonly Located<Measure>[];
  readonly targets: readonly Located<Target>[];
}

/** The tasks, measures and targets of a plan; those of the plan as a whole come first. */
export function locatedIn(plan: Plan): LocatedParts {
  const tasks = plan.tasks.flatMap((task, index): Located<StrategicTask | KeyTask>[] => [
    { item: task, path: ['tasks', index] },
    ...task.tasks.map((key, at) => ({ item: key, path: ['tasks', index, 'tasks', at] })),
  ]);
  const measures = [{ item: plan, path: [] }, ...tasks].flatMap(({ item, path }) =>
    item.measures.map((measure, index) => ({ item: measure, path: [...path, 'measures', index] })),
  );
  const targets = measures.flatMap(({ item, path }) =>
    item.targets.map((target, index) => ({ item: target, path: [...path, 'targets', index] })),
  );
  return { tasks, measures, targets };
}
