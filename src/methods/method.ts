import type { Goal } from '../model/goal.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import type { Point } from './path.ts';

/** The paces at which a verdict changes, and the tolerance of each; data, printed with every analysis. */
export interface Bands {
  readonly onSchedule: number;
  readonly nearly: number;
  readonly behind: number;
}

export const DEFAULT_BANDS: Bands = { onSchedule: 1, nearly: 0.95, behind: 0.6 };

/** All that is the same in every world of one reading. */
export interface Case {
  readonly goal: Goal;
  readonly by: Day;
  /** The day that is judged: the figure's own, or the deadline once it has passed. */
  readonly at: Day;
  readonly hasPassed: boolean;
  readonly baseline: Point | null;
  readonly milestones: readonly { readonly by: Day; readonly value: number }[];
  readonly isBinding: boolean;
  /** An earlier comparable figure fulfilled the goal. */
  readonly wasMet: boolean;
  readonly bands: Bands;
}

/** One way of judging pace: a verdict for one value, and the values at which that verdict may change. */
export interface Method {
  readonly id: string;
  readonly judge: (given: Case, value: number) => DecidedVerdict;
  readonly edges: (given: Case) => readonly number[];
}
