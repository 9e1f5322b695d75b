import { didYouMean, list } from './file-problems-en.ts';
import { problemsEn } from './problems-en.ts';
import { namesEn } from './some-of.ts';
import type { Words } from './words.ts';

const unknown = (what: string, name: string, allowed: readonly string[], near: string | undefined) => ({
  what: `the plan has no ${what} "${name}"`,
  help: `${didYouMean(near)}known: ${namesEn(allowed)}`,
});

const ANEW = 'make it anew from its reports: shanxi-plan check … --format json=file.json';

/** What is wrong with what was asked for. */
export const mistakesEn: Words['mistake'] = {
  'read-against-another': ({ file, plan }) => ({
    what: `${file} was read against another plan than ${plan}, or against another edition of it`,
    help: 'read it against the plan that is judged: its names, units and definitions are held against that one',
  }),
  'path-twice': ({ path }) => ({
    what: `two files are called "${path}": nobody could say which of them a figure comes from`,
    help: 'give each a path of its own, and each file once',
  }),
  'today-not-given': () => ({
    what: '"today" is asked for, but which day that is was not given',
    help: "give the day beside the settings: today: '2024-06-30'",
  }),
  'not-offered': ({ name, allowed }) => ({ what: `there is no "${name}"`, help: `known: ${list(allowed)}` }),
  'no-such-target': ({ name, allowed, near }) => unknown('target', name, allowed, near),
  'no-such-reading': ({ target, name, allowed, near }) =>
    allowed.length > 0
      ? unknown(`reading of ${target}`, name, allowed, near)
      : { what: `the plan has no reading of ${target} "${name}"`, help: 'it can be read in one way only' },
  'no-such-region': ({ name, allowed, near }) => unknown('region', name, allowed, near),
  'selects-nothing': ({ kind = 'target, measure, task, indicator, region or commitment', name, allowed, near }) =>
    unknown(kind, name, allowed, near),
  'requires-unknown': ({ name, allowed, near }) => unknown('target, measure or indicator', name, allowed, near),
  'several-things': ({ name, candidates }) => ({
    what: `"${name}" is the name of several things`,
    help: `name one of them: ${list(candidates)}`,
  }),
  'plan-without-target': ({ plan }) => ({ what: `the plan ${plan} has no target: nothing to judge` }),
  'region-without-target': ({ region, others }) => ({
    what: `the plan sets no target for ${region}: nothing to judge`,
    help: `--region takes one of those that have targets: ${list(others)}`,
  }),
  'nothing-left': () => ({ what: 'nothing is left to judge', help: 'widen --only or --skip' }),
  'required-left-out': ({ name }) => ({
    what: `"${name}" is required, but --only or --skip leaves it out`,
    help: 'a required target must be judged',
  }),
  'required-not-set': ({ name, region = 'any region' }) => ({
    what: `"${name}" is required, but the plan sets no such target for ${region}`,
    help: 'a required target must be judged',
  }),
  'since-unknown-target': ({ file, target }) => ({
    what: `${file} says how ${target} stood, which the plan does not have`,
    help: `delete its line, and go on with: shanxi-plan check … --since ${file} --update`,
  }),
  'since-out-of-time': ({ file, target, asOf }) => ({
    what: `${file} says of ${target} what cannot be said as of ${asOf}: the plan has another day for it`,
    help: `delete its line, and write it anew: shanxi-plan check … --since ${file} --update`,
  }),
  'since-of-another': ({ file, ofPlan, ofRegion, plan, region }) => ({
    what: `${file} is of ${ofPlan} in ${ofRegion}, this check of ${plan} in ${region}`,
    help: `a ratchet is of one plan and region; delete it and write it anew: shanxi-plan check … --since ${file} --update`,
  }),
  'too-many-answers': ({ most }) => problemsEn['beyond-limit']({ limit: 'answers', most }),
  'nothing-in-force': ({ asOf }) => ({
    what: `no target is in force on ${asOf}: nothing to judge`,
    help: 'choose another day: --as-of',
  }),
  'no-analysis': ({ file }) => ({ what: `${file} is not an analysis`, help: ANEW }),
  'other-schema-version': ({ file, found, version }) => ({
    what: `${file} has schema version ${found}, this tool reads version ${version}`,
    help: ANEW,
  }),
  'damaged-analysis': ({ at, path, message }) => ({ what: `${at} is damaged: ${path}: ${message}`, help: ANEW }),
  'contradicts-itself': ({ at, path, found, follows }) => {
    const is = `${path} is ${found ?? 'missing'}`;
    const why = follows === undefined ? 'which stands there twice or follows from nothing' : `where ${follows} follows`;
    return { what: `${at} contradicts the rest: ${is}, ${why}`, help: ANEW };
  },
  'of-two-plans': ({ first, ofFirst, second, ofSecond }) => ({
    what: `${first} is of the plan ${ofFirst}, ${second} of ${ofSecond}`,
    help: 'compare two analyses of one plan',
  }),
  'nothing-to-compare': ({ file, asOf }) => ({
    what: `${file}: no target is in force on ${asOf}: nothing to compare`,
    help: 'compare two analyses that judge the same targets',
  }),
  'several-targets': ({ name, targets }) => ({
    what: `"${name}" is no target, and has more than one`,
    help: `name one of them: ${list(targets)}`,
  }),
  'goal-not-set': ({ target, region, others }) => ({
    what: `the plan sets no goal of ${target} for ${region}`,
    help: `set for it: ${list(others)}`,
  }),
};
