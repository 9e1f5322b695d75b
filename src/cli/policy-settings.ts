import path from 'node:path';
import type { Config } from '../model/config.ts';
import { marginText, type Selector, selectorText } from '../model/policy.ts';
import type { PolicySetting, SettingOrigin } from '../model/policy-setting.ts';
import type { Sources } from './settings.ts';

/** All that can be set, by its key in the config file; what is a flag alone has the key that it would have there. */
interface Settable extends Config {
  readonly exit_zero?: boolean | undefined;
}

/** Writes a path as it may stand in a report. */
type ShowPath = (path: string) => string;

interface PolicyEntry<Value> {
  /** By what and how a target is judged, or what is put to the gate and passes it. */
  readonly part: 'judging' | 'gate';
  readonly may: string;
  readonly written: (value: Value, showPath: ShowPath) => readonly string[];
}

type HarmlessKey = '$schema' | 'format' | 'lang';
export type PolicyKey = Exclude<keyof Settable, HarmlessKey>;

const text = (value: string): string[] => [value];
const texts = (values: readonly string[]): readonly string[] => values;
const selectors = (values: readonly Selector[]): string[] => values.map(selectorText);
const file = (value: string, showPath: ShowPath): string[] => [showPath(value)];

/**
 * Every setting that may lower a gate or choose what is judged. An analysis records each that was set, with who set it.
 * A key of the config file that stands neither here nor among the harmless does not compile; a flag does not pass the
 * tests.
 */
export const policySettings: { readonly [Key in PolicyKey]-?: PolicyEntry<NonNullable<Settable[Key]>> } = {
  plan: { part: 'judging', may: 'choose the targets', written: file },
  reports: {
    part: 'judging',
    may: 'choose the figures; those named on the command line stand under `inputs` alone',
    written: (values, showPath) => values.map(showPath),
  },
  as_of: { part: 'judging', may: 'choose the day', written: text },
  known_by: { part: 'judging', may: 'leave figures out', written: text },
  region: { part: 'judging', may: 'choose the targets', written: text },
  method: { part: 'judging', may: 'choose how pace is judged', written: text },
  compare: { part: 'judging', may: 'decide what counts on the line', written: text },
  readings: {
    part: 'judging',
    may: 'choose what a target means',
    written: value => Object.entries(value).map(([target, name]) => `${target}=${name}`),
  },
  derived: { part: 'judging', may: 'leave evidence out', written: value => [String(value)] },
  max_age: { part: 'judging', may: 'leave figures out', written: months => [`${months} months`] },
  fail_on: { part: 'gate', may: 'let worse verdicts pass', written: texts },
  rules: {
    part: 'gate',
    may: 'let worse verdicts of some targets pass',
    written: value => value.map(({ where, fail_on }) => `${selectorText(where)}: ${fail_on.join('/')}`),
  },
  margin: { part: 'gate', may: 'let what falls short only warn', written: value => [marginText(value)] },
  max_warnings: { part: 'gate', may: 'let more warnings pass', written: value => [String(value)] },
  allow_undecided: {
    part: 'gate',
    may: 'let what is undecided pass',
    written: value => (value === 'all' ? [value] : value),
  },
  require: { part: 'gate', may: 'take the place of a longer list', written: texts },
  only: { part: 'gate', may: 'leave targets out', written: selectors },
  skip: { part: 'gate', may: 'leave targets out', written: selectors },
  waivers: { part: 'gate', may: 'excuse what fails', written: file },
  since: { part: 'gate', may: 'let what failed before fail again', written: file },
  exit_zero: { part: 'gate', may: 'end with 0 instead of 1 or 3', written: () => [] },
};

/** What can neither lower a gate nor choose what is judged, by key or by flag, and why. */
export const harmlessSettings: Readonly<Record<HarmlessKey, string> & Record<string, string>> = {
  $schema: 'an editor reads it, the program does not',
  format: 'how the outcome is written; the exit code never follows it',
  lang: 'the language of texts, never what they say',
  width: 'how the outcome is laid out',
  color: 'how the outcome is laid out',
  quiet: 'hides the summary on standard error, never what was found',
  verbose: 'says more',
  debug: 'says more',
  version: 'checks nothing',
  config: 'each setting of the file is recorded with the name of the file',
  input_format: 'figures that are read in another way are told as problems, or stand in the evidence',
  max_input_size: 'a file that is too large ends with 2',
  limit: 'what is beyond a limit ends with 2',
  update: 'writes the baseline after the gate; a run that rests on it records since',
  by: 'each group of the index names the file, region and period that it is of',
  period: 'each group of the index names the period that it is of',
  output_dir: 'where outputs are written',
  index: 'how the index is written',
  resume: 'a group is taken over only if it was made from the same inputs and settings',
  keep_going: 'what cannot be read still ends with 2',
  all_figures: 'lists more',
  duckdb: 'how a table is read, never what of it counts',
  workers: 'how many threads work',
  allow_undecided_for: 'how --allow-undecided=reason is read; recorded as allow_undecided',
  reading: 'recorded as readings',
  dialect: 'whose SQL a query is written in; nothing is judged',
  table: 'the name of a table in a query; nothing is judged',
  columns: 'the columns of a table in a query; nothing is judged',
};

/** Whether a setting, or a flag under the key that it would have, may lower a gate or choose what is judged. */
export const isPolicyKey = (key: string): key is PolicyKey => Object.hasOwn(policySettings, key);

/** Where the settings of a run come from: each key with its source, and the config file as it may be shown. */
export interface SettingSources {
  readonly from: Sources;
  readonly config: { readonly origin: SettingOrigin; readonly file: string | null };
  readonly cwd: string;
}

/** What of all that was set an analysis records. Reports named as arguments are among its inputs already. */
export function recordedSettings(set: Settable, { from, config, cwd }: SettingSources): PolicySetting[] {
  const showPath: ShowPath = name => shownPath(name, cwd);
  return Object.keys(policySettings).flatMap(key => {
    const value = set[key as PolicyKey];
    const source = from[key] ?? 'flag';
    if (value === undefined || (key === 'reports' && source === 'flag')) return [];
    const { written } = policySettings[key as PolicyKey] as PolicyEntry<unknown>;
    const origin = source === 'config file' ? config : { origin: source, file: null };
    return [{ key, values: [...written(value, showPath)], ...origin }];
  });
}

/** A path as any machine may read it: of an absolute one what lies below the working folder, or the name alone. */
export function shownPath(name: string, cwd: string): string {
  if (!path.isAbsolute(name)) return name;
  const below = path.relative(cwd, name);
  const isBelow = below !== '' && !path.isAbsolute(below) && below.split(path.sep)[0] !== '..';
  return isBelow ? below.split(path.sep).join('/') : path.basename(name);
}
