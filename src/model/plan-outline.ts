import type { Plan } from './plan.ts';

/** How many tasks, measures and targets a plan holds, and how much of what it announces. */
export interface PlanOutline {
  readonly counts: {
    readonly strategicTasks: number;
    readonly keyTasks: number;
    readonly measures: number;
    readonly targets: number;
  };
  readonly coverage: Readonly<Record<'announced', Plan['announced']>> &
    Readonly<Record<'named' | 'inferred' | 'unstated' | 'quantified', LevelCounts>>;
}

interface LevelCounts {
  readonly strategicTasks: number;
  readonly keyTasks: number;
  readonly measures: number;
}
