import type { LintArgs } from '../../model/lint.ts';
import type { LintWords } from './lint.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const levels: Readonly<Record<LintArgs['more-than-announced']['level'], string>> = {
  strategic_tasks: 'strategic tasks',
  key_tasks: 'key tasks',
  measures: 'measures',
};

const relations: Readonly<Record<Exclude<LintArgs['baseline-not-comparable']['relation'], ''>, string>> = {
  part: 'a part of what the target means',
  whole: 'more than what the target means',
  other: 'something else than the target means',
};

export const lintEn: LintWords = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  counts: (errors, warnings, infos) =>
    `${[plural(errors, 'error'), plural(warnings, 'warning')].join(', ')}, ${infos} info`,
  clean: plan => `${plan}: nothing to remark`,
  tooMany: (warnings, allowed) => `${plural(warnings, 'warning')}, and --max-warnings allows ${allowed}`,
  finding: {
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
    'growth-ratio-from-zero': () => ({
      what: 'the method growth-ratio has no answer for a base or a goal of zero or less',
      help: 'use the method schedule',
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
    'readings-alike': ({ name, other }) => ({
      what: `the readings "${other}" and "${name}" do not differ in goal, day, baseline, path or counts`,
      help: 'a reading replaces fields of its target; write what is different',
    }),
    'two-targets-one-indicator': ({ indicator, other }) => ({
      what: `"${other}" is a target for ${indicator} as well, and both count`,
      help: 'a value on the way is a milestone of "path:"; a revised target says "supersedes:"',
    }),
    'superseded-still-in-force': ({ target, by }) => ({
      what: `"${target}" is superseded by "${by}", but has no last day in force: both count`,
      help: 'give it "in_force: { to: … }"',
    }),
    'supersedes-itself': () => ({ what: 'the target supersedes itself', help: 'name the target that it replaces' }),
    'target-without-source': ({ target }) => ({
      what: `"${target}" names no source`,
      help: 'give "source:" with an id of "sources:"',
    }),
    'target-without-task': ({ target }) => ({
      what: `"${target}" hangs on no task: it is judged, but stands in no task's row`,
      help: 'right for a target of the plan as a whole',
    }),
    'commitment-unstated': ({ count, total }) => ({
      what: `of ${count} of ${total} targets it is not said whether they are binding or expected`,
      help: 'commitment: binding has no tolerance, aspirational never fails; look for the table of main indicators',
    }),
    'shares-exceed-whole': ({ target, percent }) => ({
      what: `the shares of "${target}" add up to ${percent} % of the goal of the whole`,
      help: 'a region and its own parts are counted once; one of the shares is too large',
    }),
    'regional-goals-below-whole': ({ target, sum, goal }) => ({
      what: `the goals of all regions for "${target}" add up to ${sum}, the goal of the whole is ${goal}`,
      help: 'every region can reach its goal, and the whole still miss its own',
    }),
    'each-of-what-adds-up': ({ target, goal }) => ({
      what: `figures of "${target}" add up, and yet every region is to reach ${goal} by itself`,
      help: 'give each region its own goal or its share',
    }),
    'measure-without-number': ({ measure }) => ({
      what: `the measure "${measure}" has no target: only what is said of it can be shown`,
      help: 'right where the plan gives no number',
    }),
    'task-without-measure': ({ task }) => ({
      what: `the task "${task}" has neither measure nor task below it`,
      help: 'right where no source tells more',
    }),
    'more-than-announced': ({ level, announced, found }) => ({
      what: `the plan announces ${announced} ${levels[level]}, the file holds ${found}`,
      help: 'something stands twice, or at another level than in the plan',
    }),
    'fewer-than-announced': ({ level, announced, found }) => ({
      what: `of ${announced} ${levels[level]} announced, the file holds ${found}`,
      help: 'the coverage of every report shows it',
    }),
    'source-unknown': ({ source }) => ({
      what: `the plan has no source "${source}"`,
      help: 'define it under "sources:"',
    }),
    'source-unused': ({ source }) => ({ what: `nothing names the source "${source}"`, help: 'drop it, or name it' }),
    'region-unnamed': () => ({
      what: 'the plan lists regions, but does not say which of them it is for',
      help: 'give "region:"; else figures of its parts never add up',
    }),
    'region-twice': ({ region }) => ({
      what: `the region "${region}" stands here twice`,
      help: 'its figures would count twice',
    }),
    'indicator-without-counts': ({ indicator }) => ({
      what: `"${indicator}" does not say what a figure may count: any figure without a definition is taken as comparable`,
      help: 'give "counts:" with same, part, whole or other for each definition',
    }),
    'counts-without-same': ({ target }) => ({
      what: `no definition means the same as "${target}": no figure can answer for it, only bounds`,
      help: 'mark the definition that is meant as same',
    }),
    'unstated-means-same': ({ indicator }) => ({
      what: `"${indicator}" has several definitions, and a figure that names none is taken for the one that is meant`,
      help: 'right only where reports that say nothing mean that one',
    }),
    'indicator-without-plausible': ({ indicator }) => ({
      what: `"${indicator}" has no plausible range, so that a slip of the unit may pass`,
      help: 'give "plausible: { min: …, max: … }"',
    }),
    'indicator-unused': ({ indicator }) => ({
      what: `no target and no identity uses "${indicator}"`,
      help: 'right for what reports print beside the indicators of the plan',
    }),
    'identity-unknown-indicator': ({ indicator }) => ({
      what: `the identity names "${indicator}", which the plan does not define`,
      help: 'define it under "indicators:"',
    }),
    'identity-in-circle': ({ indicator }) => ({
      what: `the identity of "${indicator}" leads back to "${indicator}", so that nothing follows from it`,
      help: 'let it rest on indicators that are reported',
    }),
    'identity-divisor-may-be-zero': () => ({
      what: 'the identity divides by what may be zero, and then nothing follows from it',
      help: 'divide by what is always above zero, and say so in its "plausible"',
    }),
    'identity-mixes-units': ({ left, right }) => ({
      what: `the identity holds what is counted in "${left}" together with what is counted in "${right}"`,
      help: 'turn one into the other, or write both units alike',
    }),
    'identity-off-by-scale': ({ factor, unit }) => ({
      what: `the identity gives ${factor} times what it is in "${unit}"`,
      help: 'per cent of a part are "part / whole * 100", a part from per cent is "whole * share / 100"',
    }),
    'assumption-unknown-indicator': ({ indicator }) => ({
      what: `the assumption is about "${indicator}", which the plan does not define`,
      help: 'define it under "indicators:"',
    }),
    'assumption-unused': ({ indicator }) => ({
      what: `no identity names "${indicator}", so that the assumption is not used`,
      help: 'only an identity rests on an assumption',
    }),
    'assumption-backwards': ({ from, to }) => ({
      what: `the assumption holds from ${from} to ${to}, which is never`,
      help: 'check the two days',
    }),
  },
};
