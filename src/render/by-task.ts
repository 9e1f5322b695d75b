import type { Analysis, Assessment, MeasureRow } from '../model/analysis.ts';
import type { Label } from '../model/fields.ts';

/** A task with the targets that hang on it itself, not on a task below it; the plan comes first with what has no task. */
export interface TaskGroup {
  readonly id: string;
  readonly title: Label;
  readonly level: 'plan' | 'strategic' | 'key';
  readonly assessments: readonly Assessment[];
  readonly measures: readonly MeasureRow[];
}

/** Every assessment exactly once, in the order of the plan. */
export function byTask({ plan, summary, assessments, measures }: Analysis): TaskGroup[] {
  const ids = new Set(summary.tasks.map(({ id }) => id));
  const taskOf = ({ tasks }: { readonly tasks: readonly string[] }): string => {
    const id = tasks.at(-1);
    return id !== undefined && ids.has(id) ? id : plan.id;
  };
  const group = (id: string, title: Label, level: TaskGroup['level']): TaskGroup => ({
    id,
    title,
    level,
    assessments: assessments.filter(each => taskOf(each) === id),
    measures: measures.filter(each => taskOf(each) === id),
  });
  const tasks = summary.tasks.filter(({ id }) => id !== plan.id);
  return [group(plan.id, plan.title, 'plan'), ...tasks.map(({ id, title, level }) => group(id, title, level))];
}
