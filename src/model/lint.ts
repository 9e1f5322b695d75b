import { type ArgsIn, entriesOf, type Fact } from '../values/fact.ts';
import type { Place } from '../values/place.ts';
import { comparators } from './goal.ts';
import { indicatorKinds } from './kind.ts';

const error = entriesOf('error');
const warning = entriesOf('warning');
const note = entriesOf('note');
const range = { min: 'number or text', max: 'number or text' } as const;
const announced = {
  level: ['strategic_tasks', 'key_tasks', 'measures'],
  announced: 'number',
  found: 'number',
} as const;

/**
 * What a lint can say of a plan before any report exists. An `error` makes a verdict wrong, so that nothing is judged by
 * such a plan; a `warning` makes one impossible or weaker than it need be, a `note` is worth knowing. With each stand the arguments that its words take; the
 * words live in `render/words`.
 */
export const lintCatalogue = {
  // the start of a target
  'target-without-baseline': warning({ target: 'text' }),
  'direction-without-baseline': warning({ target: 'text' }),
  'baseline-without-source': note(),
  'baseline-is-a-bound': warning({ text: 'text' }),
  'baseline-not-comparable': warning({ counts: 'text', relation: ['', 'part', 'whole', 'other'] }),
  'baseline-outside-plausible': error({ text: 'text', ...range }),
  'goal-met-at-baseline': warning({ value: 'number' }),
  // its goal and its day
  'goal-outside-plausible': error(range),
  'falling-goal-of-rising-count': error(),
  'achieve-of-a-quantity': warning({ kind: indicatorKinds }),
  'growth-ratio-from-zero': warning({ method: 'text' }),
  'flow-without-over': warning({ target: 'text' }),
  'goals-in-circle': error({ indicator: 'text' }),
  'goal-finer-than-wording': warning({ text: 'text', wording: 'text' }),
  'about-without-tolerance': warning({ low: 'number or text', high: 'number or text' }),
  'target-date-outside-period': warning({ by: 'text', from: 'text', to: 'text' }),
  'series-break-before-target': warning({ target: 'text', on: 'text', from: 'text' }),
  // the way to it
  'path-without-baseline': warning(),
  'path-backwards': warning({ value: 'number', before: 'number', day: 'text' }),
  'milestone-after-target': warning({ day: 'text', by: 'text' }),
  'milestone-before-baseline': warning({ day: 'text', start: 'text' }),
  'milestone-outside-period': warning({ day: 'text', from: 'text', to: 'text' }),
  'milestone-twice': error({ day: 'text' }),
  'milestone-fulfils-goal': warning({ value: 'number', day: 'text' }),
  'milestone-outside-plausible': error({ value: 'number', ...range }),
  // its words
  'target-without-wording': note(),
  'vague-wording': warning({ word: 'text' }),
  'ambiguous-bound': warning({ word: 'text', comparator: comparators }),
  'wording-against-comparator': error({ word: 'text', comparator: comparators }),
  'goal-in-no-reading': error({ comparator: comparators }),
  'readings-alike': warning({ name: 'text', other: 'text' }),
  // targets together
  'two-targets-one-indicator': warning({ indicator: 'text', other: 'text' }),
  'superseded-still-in-force': warning({ target: 'text', successor: 'text' }),
  'supersedes-itself': error(),
  'stated-without-source': warning({ name: 'text' }),
  'target-without-source': warning({ target: 'text' }),
  'target-without-task': note({ target: 'text' }),
  'commitment-unstated': note({ count: 'number', total: 'number' }),
  // its regions
  'shares-exceed-whole': error({ target: 'text', percent: 'number' }),
  'regional-goals-below-whole': note({ target: 'text', sum: 'number', goal: 'number' }),
  'each-of-what-adds-up': warning({ target: 'text', goal: 'number' }),
  // tasks, measures, sources, regions
  'measure-without-number': note({ measure: 'text' }),
  'task-without-measure': note({ task: 'text' }),
  'more-than-announced': warning(announced),
  'fewer-than-announced': note(announced),
  'source-unknown': error({ source: 'text' }),
  'source-unused': note({ source: 'text' }),
  'region-unnamed': warning(),
  'region-twice': error({ region: 'text' }),
  // indicators
  'indicator-without-counts': warning({ indicator: 'text' }),
  'counts-without-same': warning({ target: 'text' }),
  'unstated-means-same': note({ indicator: 'text' }),
  'indicator-without-plausible': note({ indicator: 'text' }),
  'indicator-unused': note({ indicator: 'text' }),
  'identity-unknown-indicator': error({ indicator: 'text' }),
  'identity-in-circle': error({ indicator: 'text' }),
  'identity-divisor-may-be-zero': warning(),
  'identity-mixes-units': warning({ left: 'label', right: 'label' }),
  'identity-off-by-scale': warning({ factor: 'number', unit: 'label' }),
  'assumption-unknown-indicator': error({ indicator: 'text' }),
  'assumption-unused': note({ indicator: 'text' }),
  'assumption-backwards': error({ from: 'text', to: 'text' }),
};

export type LintCode = keyof typeof lintCatalogue;
export type LintSeverity = (typeof lintCatalogue)[LintCode]['severity'];
export interface LintArgs extends ArgsIn<typeof lintCatalogue> {}

/** From what makes a verdict wrong to what is worth knowing. */
export const lintSeverities: readonly LintSeverity[] = ['error', 'warning', 'note'];

export const lintCodes = Object.keys(lintCatalogue) as LintCode[];

/** A finding before it is known where it lies. */
export type BareFinding = Fact<LintArgs>;
/** One finding of a lint: data, with the place that it is about. */
export type LintFinding = BareFinding & { readonly place: Place };

export const lintSeverityOf = ({ code }: Pick<LintFinding, 'code'>): LintSeverity => lintCatalogue[code].severity;
