import type { Change } from './change.ts';
import type { PolicyRecord } from './policy-setting.ts';
import type { Verdict } from './verdict.ts';

/** What of a target itself moved: then the two verdicts do not mean the same. */
export type Goalpost = 'goal' | 'baseline' | 'definition' | 'day';

export interface Movement {
  readonly from: number | null;
  readonly to: number | null;
  readonly absolute: number | null;
  readonly percent: number | null;
}

export interface Comparison {
  /** plan/target@region: never a line number. */
  readonly key: string;
  readonly target: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly region: string;
  readonly change: Change;
  readonly verdict: { readonly from: Verdict | null; readonly to: Verdict | null };
  readonly value: Movement;
  readonly gap: Movement;
  readonly months: Movement;
  readonly goalposts: readonly Goalpost[];
}

/** One of two analyses that are compared: of what and when, and what was set for it. */
export interface Compared {
  readonly asOf: string;
  readonly plan: string;
  readonly policy: PolicyRecord;
}

export interface Comparisons {
  readonly from: Compared;
  readonly to: Compared;
  readonly targets: readonly Comparison[];
  readonly counts: Readonly<Partial<Record<Change, number>>>;
}
