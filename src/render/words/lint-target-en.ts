import type { LintArgs } from '../../model/lint.ts';
import type { Telling } from '../../values/fact.ts';
import type { ProblemWords } from './words.ts';

const relations: Readonly<Record<Exclude<LintArgs['baseline-not-comparable']['relation'], ''>, string>> = {
  part: 'a part of what the target means',
  whole: 'more than what the target means',
  other: 'something else than the target means',
};

/** What is found in one target by itself. */
export const targetFindingsEn = {
  'target-without-baseline': ({ target }) => ({
    what: `"${target}" has no baseline, so that no pace can be judged: until its day it is met or open`,
    help: 'give "baseline:" with value, as_of and source',
  }),
  'direction-without-baseline': ({ target }) => ({
    what: `"${target}" asks only for a direction and has no baseline: it can never be judged`,
    help: 'give "baseline:"; up or down is seen from there',
  }),
  'baseline-without-source': () => ({
    what: 'the baseline names no source',
    help: 'every pace rests on it; give "source:"',
  }),
  'baseline-is-a-bound': ({ text }) => ({
    what: `the baseline "${text}" is open on one side, so that every pace is`,
    help: 'give the number, or both of its ends by a rounded one',
  }),
  'baseline-not-comparable': ({ counts, relation }) => ({
    what:
      counts === ''
        ? 'the baseline does not say what it counts'
        : relation === ''
          ? `the baseline counts "${counts}", which the indicator does not define`
          : `the baseline counts "${counts}": ${relations[relation]}`,
    help: 'start and goal must count the same thing; give "counts:" with a definition that is "same"',
  }),
  'baseline-outside-plausible': ({ text, min, max }) => ({
    what: `the baseline ${text} lies outside what is plausible (${min} to ${max})`,
    help: 'a slip of the unit, here or in "plausible:"?',
  }),
  'goal-met-at-baseline': ({ value }) => ({
    what: `the baseline ${value} already fulfils the goal`,
    help: 'if it is to be kept, write hold_at_least or hold_at_most; else check both numbers',
  }),
  'goal-outside-plausible': ({ min, max }) => ({
    what: `the goal lies outside what is plausible (${min} to ${max}): a figure that fulfils it would be set aside`,
    help: 'a slip of the unit, here or in "plausible:"?',
  }),
  'falling-goal-of-rising-count': () => ({
    what: 'the goal asks for less, but the indicator is monotone: it can only rise',
    help: 'one of the two is wrong; check "monotone:"',
  }),
  'achieve-of-a-quantity': ({ kind }) => ({
    what: `"achieve" is for something that happens once, but the indicator is of the kind ${kind}`,
    help: 'write kind: event, or a number with at_least',
  }),
  'growth-ratio-from-zero': ({ method }) => ({
    what: `the method ${method} has no answer for a base or a goal of zero or less`,
    help: 'use the method schedule',
  }),
  'flow-without-over': ({ target }) => ({
    what: `"${target}" is a goal for what adds up over time, and does not say over which periods: the last one alone is judged`,
    help: 'give "over:" with from, to and aggregate: sum, mean or each; for one period from and to are the same',
  }),
  'goals-in-circle': ({ indicator }) => ({
    what: `the goal is held against "${indicator}", which is itself held against this indicator, or rests on it`,
    help: 'let one of the two stand by its own number',
  }),
  'goal-finer-than-wording': ({ text, wording }) => ({
    what: `the goal is written "${text}", the plan says "${wording}": a goal is as precise as it is written`,
    help: 'write it as the plan does, or a figure with fewer digits can never stand on the line',
  }),
  'about-without-tolerance': ({ low, high }) => ({
    what: `how far "about" reaches is not said; it is taken as ${low} to ${high}`,
    help: 'if the plan says more, write { value: …, tolerance: … }',
  }),
  'target-date-outside-period': ({ by, from, to }) => ({
    what: `the target's day ${by} is outside the plan's period (${from} to ${to})`,
    help: 'check the day; a target beyond the period belongs to another plan or is an outlook',
  }),
  'series-break-before-target': ({ target, on, from }) => ({
    what: `a new series begins on ${on}, after the start of "${target}" (${from}): no later figure can answer for it`,
    help: 'give a baseline of the new series, or a revised target',
  }),
  'path-without-baseline': () => ({
    what: 'the path has no start, so that it is not used',
    help: 'give "baseline:"',
  }),
  'path-backwards': ({ value, before, day }) => ({
    what: `the path leads away from the goal: ${value} after ${before} on ${day}`,
    help: 'check the number and its day',
  }),
  'milestone-after-target': ({ day, by }) => ({
    what: `the milestone of ${day} is not before the target's own day ${by}, so that it is not used`,
    help: 'the goal itself is the last point of the path',
  }),
  'milestone-before-baseline': ({ day, start }) => ({
    what: `the milestone of ${day} is not after the baseline of ${start}, so that it is not used`,
    help: 'check the day',
  }),
  'milestone-outside-period': ({ day, from, to }) => ({
    what: `the milestone of ${day} is outside the plan's period (${from} to ${to})`,
    help: 'check the day',
  }),
  'milestone-twice': ({ day }) => ({ what: `the path has two values for ${day}`, help: 'keep one of them' }),
  'milestone-fulfils-goal': ({ value, day }) => ({
    what: `the milestone ${value} of ${day} already fulfils the goal`,
    help: 'a milestone lies between start and goal; check comparator and number',
  }),
  'milestone-outside-plausible': ({ value, min, max }) => ({
    what: `the milestone ${value} lies outside what is plausible (${min} to ${max})`,
    help: 'a slip of the unit?',
  }),
  'target-without-wording': () => ({
    what: "the plan's own words are not quoted, so that the comparator cannot be checked against them",
    help: 'give "wording:"',
  }),
  'vague-wording': ({ word }) => ({
    what: `"${word}" leaves open what is meant, and no field of the target says how it was read`,
    help: 'say it by the comparator, by commitment: aspirational, or by "readings:"',
  }),
  'ambiguous-bound': ({ word, comparator }) => ({
    what: `"${word}" may include its own number or not; the target is read as ${comparator} alone`,
    help: 'give both under "readings:", one with at_most and one with below',
  }),
  'wording-against-comparator': ({ word, comparator }) => ({
    what: `the plan says "${word}", the target says ${comparator}: one is a floor, the other a ceiling`,
    help: 'check the comparator',
  }),
  'goal-in-no-reading': ({ comparator }) => ({
    what: `no reading keeps the goal that the target itself states as "${comparator}", so that no figure is held against it`,
    help: 'give that reading without a goal of its own, or correct one of the two',
  }),
  'readings-alike': ({ name, other }) => ({
    what: `the readings "${other}" and "${name}" do not differ in goal, day, baseline, path or counts`,
    help: 'a reading replaces fields of its target; write what is different',
  }),
} satisfies Partial<Telling<LintArgs, ProblemWords>>;
