import type { Place } from '../values/place.ts';

/**
 * What a lint can say of a plan before any report exists. An `error` makes a verdict wrong or impossible, a `warning`
 * makes one weaker than it need be, an `info` is worth knowing. The words for each code live in `render/words`.
 */
export const lintCatalogue = {
  // the start of a target
  'target-without-baseline': 'warning',
  'direction-without-baseline': 'error',
  'baseline-without-source': 'info',
  'baseline-is-a-bound': 'warning',
  'baseline-not-comparable': 'warning',
  'baseline-outside-plausible': 'error',
  'goal-met-at-baseline': 'warning',
  // its goal and its day
  'goal-outside-plausible': 'error',
  'falling-goal-of-rising-count': 'error',
  'achieve-of-a-quantity': 'warning',
  'growth-ratio-from-zero': 'error',
  'about-without-tolerance': 'info',
  'target-date-outside-period': 'warning',
  'series-break-before-target': 'warning',
  // the way to it
  'path-without-baseline': 'warning',
  'path-backwards': 'warning',
  'milestone-after-target': 'error',
  'milestone-before-baseline': 'error',
  'milestone-outside-period': 'warning',
  'milestone-twice': 'error',
  'milestone-fulfils-goal': 'warning',
  'milestone-outside-plausible': 'error',
  // its words
  'target-without-wording': 'info',
  'vague-wording': 'warning',
  'ambiguous-bound': 'warning',
  'wording-against-comparator': 'error',
  'readings-alike': 'warning',
  // targets together
  'two-targets-one-indicator': 'warning',
  'superseded-still-in-force': 'warning',
  'supersedes-itself': 'error',
  'target-without-source': 'warning',
  'target-without-task': 'info',
  'commitment-unstated': 'info',
  // its regions
  'shares-exceed-whole': 'error',
  'regional-goals-below-whole': 'info',
  'each-of-what-adds-up': 'warning',
  // tasks, measures, sources, regions
  'measure-without-number': 'info',
  'task-without-measure': 'info',
  'more-than-announced': 'warning',
  'fewer-than-announced': 'info',
  'source-unknown': 'error',
  'source-unused': 'info',
  'region-unnamed': 'warning',
  'region-twice': 'error',
  // indicators
  'indicator-without-counts': 'warning',
  'counts-without-same': 'error',
  'unstated-means-same': 'info',
  'indicator-without-plausible': 'info',
  'indicator-unused': 'info',
  'identity-unknown-indicator': 'error',
  'identity-of-itself': 'error',
  'assumption-unknown-indicator': 'error',
  'assumption-unused': 'info',
  'assumption-backwards': 'error',
} as const satisfies Record<string, LintSeverity>;

export type LintSeverity = 'error' | 'warning' | 'info';
export type LintCode = keyof typeof lintCatalogue;
export type LintArgs = Readonly<Record<string, string | number>>;

export const lintSeverities: readonly LintSeverity[] = ['error', 'warning', 'info'];

/** One finding of a lint: data, with the place that it is about. */
export interface LintFinding {
  readonly code: LintCode;
  readonly args: LintArgs;
  readonly place: Place;
}

export const lintSeverityOf = ({ code }: Pick<LintFinding, 'code'>): LintSeverity => lintCatalogue[code];
