import type { ArgKinds, ArgsIn, Fact } from '../values/fact.ts';
import { keysOf } from '../values/keys.ts';
import { comparators } from './goal.ts';

/** Why an observation was used; the words live in `render/words`. */
export const useReasons = {
  answers: 'the newest figure of the same definition and whole scope',
  'lower-bound': 'a part of what is meant, or an older figure of a count that only rises',
  'upper-bound': 'more than what is meant, or a newer figure of a count that only rises',
  'part-of-span': 'one period of the span, or one of its two states',
  'held-against': 'of the indicator against which the goal is held',
  'part-of-sum': 'a part of the region, in the sum of the parts',
  derived: 'through an identity of the plan',
  'conflict-side': 'one side of a contradiction',
} as const;

/** Why an observation was set aside. Nothing is ever dropped without one of these. */
export const setAsideReasons = {
  unusable: 'marked by the author of the report file',
  'later-than-as-of': 'describes a day after the day of the analysis',
  'published-later': 'was not yet published',
  'another-region': 'describes another region',
  'no-figure': 'claims something without a number',
  'claim-against-another-target': "another document's target was claimed",
  goal: 'a goal, not a figure',
  proposed: 'proposed, not yet so',
  estimated: 'estimated, not counted',
  forecast: 'foreseen: published before the day that it is of',
  implausible: 'outside the plausible range of the indicator',
  'flow-not-stock': 'what was added in a time, where a total is meant',
  'other-span': 'was added in another span of time than the one meant',
  'stock-not-flow': 'a total, where what was added is meant',
  'definition-unstated': 'does not say what it counts',
  'definition-unknown': 'counts something that the plan does not know',
  'not-comparable': 'counts something else',
  'part-scope': 'a part of the whole, for something that does not add up',
  'before-baseline': 'not newer than the baseline',
  superseded: 'an older figure; a newer one answers',
  stale: 'too old to answer for today',
  'not-on-the-day': 'describes another day than the one that decides',
  repeated: 'an old figure under a newer date',
  'unit-slip': 'off from its neighbours by about a power of ten, and all others contradict it as it is printed',
  'publication-unknown': 'has no day of publication: nobody can say whether it was known by then',
  outranked: 'another publisher has authority over it, and says otherwise',
  'too-contradictory': 'more figures contradict each other than can be told apart',
  'across-break': 'on the other side of a break in the series',
  'part-of-the-whole': 'a part of the region, where the whole is known better',
  'not-needed': 'says less than what is known better',
  'factor-missing': 'serves an identity that lacks another figure',
} as const;

/** Why a method has no answer; it then leaves every pace possible instead of putting a number in the gap. */
export const refusalReasons = {
  'no-baseline': 'no baseline',
  'no-number': 'the goal names no number',
  'too-few-points': 'not enough figures for a trend',
  'no-growth-rate': 'a base or target of zero or of another sign has no growth rate',
} as const;

/** A reason or a fact, with the arguments that its words take. */
const entry = <const A extends ArgKinds = Readonly<Record<never, never>>>(meaning: string, args = {} as A) => ({
  meaning,
  args,
});

/** What may be lacking of the evidence. */
const lacks = {
  'no-report': entry('nothing was reported'),
  'nothing-comparable': entry('figures were reported, none of them of what is meant'),
  'nothing-at-deadline': entry('no figure for the day of the deadline'),
  stale: entry('the newest figure is too old'),
  'no-figure-since-baseline': entry('no figure newer than the baseline'),
  'only-a-bound': entry('only bounds are known'),
  imprecise: entry('the figure is too coarse'),
  'series-break': entry('a new series began'),
  'definition-changed': entry('figures of one span count different things'),
  'period-missing': entry('figures of some periods of the span are missing'),
  conflict: entry('sources contradict each other'),
  'doubtful-figure': entry('the unit of a figure may have slipped'),
  'publication-unknown': entry('nobody can say whether a figure was published by then'),
  'too-contradictory': entry('more figures contradict each other than can be told apart'),
};

/** Why no single verdict stands. */
export const undecidedReasons = {
  ...lacks,
  'ambiguous-reading': entry('the target can be read in more than one way', { readings: 'text' }),
  'method-refuses': entry('the method has no answer here', { why: keysOf(refusalReasons) }),
};

/** What is said beside a verdict: why none stands, or on what one rests that does. */
export const verdictReasons = {
  ...undecidedReasons,
  'not-summed': entry('figures of several periods, of which each was judged by itself', { from: 'text', to: 'text' }),
  'default-tolerance': entry('"about" was taken to reach as far as the tool has it, because nobody says how far', {
    text: 'text',
    tolerance: 'number',
  }),
  'on-the-line': entry('the figure counts as it is printed, on the very edge of the goal', {
    low: 'number',
    high: 'number',
  }),
};

/** What single thing would settle an undecided verdict. */
export const decidingFacts = {
  figure: entry('a figure of a given size for a given day', {
    comparator: comparators,
    value: 'number or null',
    low: 'number or null',
    high: 'number or null',
    unit: 'text',
    day: 'text',
  }),
  period: entry('the figure of the one period of a span that is missing', {
    comparator: comparators,
    value: 'number',
    unit: 'text',
    period: 'text',
  }),
  lead: entry('the figures of an indicator and of the one against which its goal is held', {
    indicator: 'text',
    other: 'text',
    day: 'text',
  }),
  periods: entry('the figures of the periods of a span that are missing', { periods: 'names' }),
  definition: entry('the count that the plan means', { counts: 'text', day: 'text' }),
  reading: entry('how the target is to be read', { readings: 'text' }),
  conflict: entry('which of the contradicting figures is right', { figures: 'text', start: 'text' }),
  doubt: entry('in which unit a figure was meant', { figures: 'text' }),
  precision: entry('the figure, more exactly', { day: 'text' }),
  history: entry('an earlier figure', { day: 'text' }),
};

/** Arithmetic that should hold between figures, and between them and the plan's own. */
export const arithmeticChecks = {
  'total-plus-added': 'a total and what was added give the next total',
  'parts-exceed-whole': 'parts are together no more than the whole',
  'baseline-against-report': 'a figure of the day of a baseline says what the plan says',
} as const;

export type ArithmeticCheck = keyof typeof arithmeticChecks;
export type RefusalReason = keyof typeof refusalReasons;
export type UseReason = keyof typeof useReasons;
export type SetAsideReason = keyof typeof setAsideReasons;
export type UndecidedReason = keyof typeof undecidedReasons;
export type Lack = keyof typeof lacks;
export interface ReasonArgs extends ArgsIn<typeof verdictReasons> {}
export type Reason = Fact<ReasonArgs>;
export interface DecidingArgs extends ArgsIn<typeof decidingFacts> {}
export type Deciding = Fact<DecidingArgs>;
