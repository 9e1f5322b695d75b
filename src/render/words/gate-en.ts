import type { Goalpost } from '../../model/comparison.ts';
import type { SettingOrigin } from '../../model/policy-setting.ts';
import type { DecidedVerdict } from '../../model/verdict.ts';
import { verdictsEn } from './judging-en.ts';
import { plural } from './plural.ts';

/** Of a baseline that was written. */
export const sinceEn = {
  first: (name: string, count: number) => `${name} is the first baseline, of ${plural(count, 'target')}`,
  excuses: (targets: readonly { readonly target: string; readonly possible: readonly DecidedVerdict[] }[]) => {
    const named = targets.map(
      ({ target, possible }) => `${target} (${possible.map(each => verdictsEn[each].name).join(' / ')})`,
    );
    return `excused from now on, unless it gets worse: ${named.join(', ')}`;
  },
};

export type SinceTexts = typeof sinceEn;

const set: Readonly<Record<SettingOrigin, (settings: readonly string[], file: string) => string>> = {
  flag: settings => `set by flag: ${settings.join('; ')}`,
  program: settings => `set by the program: ${settings.join('; ')}`,
  environment: settings => `set by the environment: ${settings.join('; ')}`,
  'config-given': (settings, file) => `set by ${file}, given with --config: ${settings.join('; ')}`,
  'config-found': (settings, file) => `set by ${file}, which was found and not given: ${settings.join('; ')}`,
};

export const policyEn = {
  /** A setting with the values that are shown of it, and how many more it has. */
  setting: (key: string, values: readonly string[], more: number) =>
    [key, values.join(', '), more && `and ${more} more`].filter(part => part !== 0 && part !== '').join(' '),
  set,
  leftOut: (count: number) => `left out by only or skip: ${plural(count, 'target')}`,
};

export type PolicyTexts = typeof policyEn;

export const diffEn = {
  columns: { target: 'Target', change: 'Change', verdict: 'Verdict', value: 'Value', gap: 'Gap' },
  goalpost: {
    goal: 'the goal',
    baseline: 'the baseline',
    definition: 'what is counted',
    day: 'the day',
  } satisfies Readonly<Record<Goalpost, string>>,
  goalposts: (moved: readonly string[]) =>
    `the goalposts moved: ${moved.join(', ')}; the two verdicts do not mean the same`,
  /** What was set for one of the two. */
  earlier: (text: string) => `earlier: ${text}`,
  later: (text: string) => `later: ${text}`,
};

export type DiffTexts = typeof diffEn;
