import type { LintArgs } from '../../model/lint.ts';
import type { Telling } from '../../values/fact.ts';
import type { ProblemWords } from './words.ts';

const levels: Readonly<Record<LintArgs['more-than-announced']['level'], string>> = {
  strategic_tasks: 'strategic tasks',
  key_tasks: 'key tasks',
  measures: 'measures',
};

/** What is found where two entries of a plan do not fit together, and in its indicators. */
export const planFindingsEn = {
  'two-targets-one-indicator': ({ indicator, other }) => ({
    what: `"${other}" is a target for ${indicator} as well, and both count`,
    help: 'a value on the way is a milestone of "path:"; a revised target says "supersedes:"',
  }),
  'superseded-still-in-force': ({ target, successor }) => ({
    what: `"${target}" is superseded by "${successor}", but has no last day in force: both count`,
    help: 'give it "in_force: { to: … }"',
  }),
  'supersedes-itself': () => ({ what: 'the target supersedes itself', help: 'name the target that it replaces' }),
  'stated-without-source': ({ name }) => ({
    what: `"${name}" is said to be stated, and no source is named that states it`,
    help: 'name the source, or write "inferred"',
  }),
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
    what: `the identity holds what is counted in "${left.en}" together with what is counted in "${right.en}"`,
    help: 'turn one into the other, or write both units alike',
  }),
  'identity-off-by-scale': ({ factor, unit }) => ({
    what: `the identity gives ${factor} times what it is in "${unit.en}"`,
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
} satisfies Partial<Telling<LintArgs, ProblemWords>>;
