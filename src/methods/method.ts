import type { Aggregate } from '../model/aggregate.ts';
import type { Bands } from '../model/bands.ts';
import type { Goal } from '../model/goal.ts';
import type { RefusalReason } from '../model/reason.ts';
import type { Rates } from '../model/span.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import type { Point } from './path.ts';

/** All that is the same in every value of one world. */
export interface Case {
  readonly goal: Goal;
  readonly by: Day;
  /** The day that is judged: the figure's own, or the deadline once it has passed. */
  readonly at: Day;
  readonly hasPassed: boolean;
  readonly baseline: Point | null;
  readonly milestones: readonly { readonly by: Day; readonly value: number }[];
  /** Comparable figures before the judged day, the baseline among them, oldest first. */
  readonly history: readonly Point[];
  readonly isBinding: boolean;
  /** An event has no pace: until its day it has happened or is open. */
  readonly isEvent: boolean;
  /** The value can only rise. */
  readonly isMonotone: boolean;
  /** Whether the value fulfils the goal as it is printed, where it stands on its edge; null where its exact number decides. */
  readonly isMetAsPrinted: boolean | null;
  /** An earlier comparable figure fulfilled the goal. */
  readonly wasMet: boolean;
  readonly bands: Bands;
  /** A smaller change is none, where the goal names only a direction. */
  readonly changeInterval: number;
  /** The same, for each year between the two that are compared. */
  readonly changePerYear: number;
  /** Where the value is that of a span of time. */
  readonly span: SpanCase | null;
}

export interface SpanCase {
  readonly aggregate: Aggregate;
  readonly periods: number;
  /** How many of them the value is of so far. */
  readonly done: number;
  /** How the figures change what they are rates of; null where they are none. */
  readonly rates: Rates | null;
}

/** The start, or a point before the value: the first and the last in the window of a trend, or one between these. */
export type PastPoint = 'start' | 'first' | 'between' | 'last';

/** One way of judging pace. */
export interface Method {
  /** Whether it compares rates of growth, which do not exist from zero or below. */
  readonly isOfGrowth?: true;
  /** Why this method has no answer here; nothing is substituted to give it one. */
  readonly refuses: (given: Case, value: number) => RefusalReason | null;
  /** The verdict for a value that neither fulfils the goal nor comes after its day. */
  readonly judgePace: (given: Case, value: number) => DecidedVerdict;
  /** The verdict for a value that fulfils the goal before its day. */
  readonly judgeMet: (given: Case, value: number) => DecidedVerdict;
  /** The earlier points that it looks at, by whether the start fulfils the goal; what the others are changes no verdict of it. */
  readonly looksAt: (isStartMet: boolean) => readonly PastPoint[];
  /**
   * Quantities of a world of which the verdict depends on the sign alone: continuous, and between the edges of the goal
   * monotone in the value, in the start and in each earlier point.
   */
  readonly hinges: (given: Case, value: number) => readonly number[];
}
