import type { Day } from '../values/day.ts';
import type { Token } from '../values/formula.ts';
import type { Analysis, Assessment, TaskRow } from './analysis.ts';
import type { Goal } from './goal.ts';
import type { Indicator, Plan, Target } from './plan.ts';
import type { MethodName } from './target-choices.ts';
import type { DecidedVerdict } from './verdict.ts';

/** The version of the explanation's shape; it rises when a name goes or changes its meaning. */
export const EXPLANATION_VERSION = 2;

/** Everything behind one verdict: the plan's target whole, its assessment, and each step between the two in numbers. */
export interface Explanation {
  readonly schemaVersion: typeof EXPLANATION_VERSION;
  readonly tool: Analysis['tool'];
  readonly plan: Analysis['plan'];
  readonly asOf: string;
  readonly knownBy: string | null;
  /** The title of the region where it is not the plan's own. */
  readonly regionTitle: Analysis['regionTitle'];
  readonly bands: Analysis['bands'];
  readonly target: Target;
  readonly indicator: Pick<
    Indicator,
    'title' | 'unit' | 'unitTitle' | 'kind' | 'monotone' | 'counts' | 'freshForMonths'
  >;
  /** From the strategic task down to the measure. */
  readonly under: readonly TaskRow['title'][];
  /** The plan's sources that the target and its baseline name. */
  readonly sources: Readonly<Record<string, Plan['sources'][string]>>;
  readonly assessment: Assessment;
  /** Where each observation of the assessment stands. */
  readonly places: readonly ObservationPlace[];
  readonly invented: readonly { readonly path: string; readonly why: string }[];
  readonly identity: IdentityStep | null;
  readonly path: PathStep | null;
  readonly readings: readonly ReadingWorlds[];
  readonly nextVerdict: NextVerdict | null;
}

export interface ObservationPlace {
  readonly observation: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number | null;
  readonly col: number | null;
}

/** The value of one indicator; null where an end is not known. */
interface Worked {
  readonly indicator: string;
  readonly title: TaskRow['title'];
  readonly low: number | null;
  readonly high: number | null;
}

/** The identities from which the value was derived. */
export interface IdentityStep {
  /** What was put in. */
  readonly factors: readonly Worked[];
  /** Each identity that was worked out, the target's own last. */
  readonly steps: readonly (Worked & { readonly tokens: readonly Token[]; readonly within: number })[];
  readonly assumptions: readonly {
    readonly indicator: string;
    readonly text: string;
    readonly from: Day;
    readonly to: Day;
    readonly note: TaskRow['title'] | null;
  }[];
}

/** The straight piece of the plan's path on which the judged day lies, and the value that it gives for that day. */
export interface PathStep {
  readonly from: PathPoint;
  readonly to: PathPoint;
  readonly day: string;
  readonly value: number;
  /** Days from the start of the piece to the judged day, and to its end. */
  readonly daysGone: number;
  readonly daysWhole: number;
  readonly milestones: number;
}

interface PathPoint {
  readonly at: string;
  readonly value: number;
}

/** One reading of the target with all that it may be: each side of a contradiction, and both ends of each side. */
export interface ReadingWorlds {
  readonly name: string | null;
  readonly title: TaskRow['title'] | null;
  readonly note: TaskRow['title'] | null;
  readonly goal: Goal;
  readonly by: string;
  readonly at: string;
  readonly method: MethodName;
  readonly hasPassed: boolean;
  /** The definitions that mean the same as the target, so read. */
  readonly counts: readonly string[];
  readonly sides: readonly {
    readonly low: WorldEnd;
    readonly high: WorldEnd;
    readonly possible: readonly DecidedVerdict[];
    /** How its ends follow from what was reported; none where a figure of the day gives them. */
    readonly steps: readonly ModelStep[];
  }[];
  readonly possible: readonly DecidedVerdict[];
}

/** One step of the model of the evidence (docs/evidence.md): an end of the value of a region on a day. */
export type ModelStep =
  | {
      readonly code: 'says';
      readonly region: string;
      readonly day: string;
      readonly text: string;
      readonly publisher: string | null;
    }
  | { readonly code: 'start'; readonly day: string; readonly text: string }
  | (Omit<StepEnd, 'end' | 'value' | 'isOpen'> & {
      readonly code: 'identity';
      readonly low: number | null;
      readonly high: number | null;
    })
  | (StepEnd & { readonly code: 'rising' | 'change'; readonly from: string })
  | (StepEnd & { readonly code: 'parts' })
  | (StepEnd & { readonly code: 'rest'; readonly whole: string });

interface StepEnd {
  readonly end: 'low' | 'high';
  readonly region: string;
  readonly day: string;
  readonly value: number;
  readonly isOpen: boolean;
}

export interface WorldEnd {
  /** Null where there is no end on this side. */
  readonly value: number | null;
  readonly possible: readonly DecidedVerdict[];
}

/** How far the value is from the next value at which the verdict becomes another one, downwards and upwards. */
export interface NextVerdict {
  readonly falls: NextVerdictStep | null;
  readonly rises: NextVerdictStep | null;
}

export interface NextVerdictStep {
  /** The end of the known value from which the distance is taken. */
  readonly from: number;
  readonly to: number;
  readonly distance: number;
  /** Already at `to`, or only beyond it. */
  readonly isReachedAt: boolean;
  readonly becomes: readonly DecidedVerdict[];
  readonly reading: string | null;
}
