import type { Config } from './config.ts';
import { marginText, type Selector, selectorText } from './policy.ts';

/**
 * Who set a setting. What stands in the environment, or in a config file that nobody named, was found: whoever runs the
 * check may not know of it.
 */
export const settingOrigins = ['flag', 'program', 'environment', 'config-given', 'config-found'] as const;
export type SettingOrigin = (typeof settingOrigins)[number];

export const isFound = ({ origin }: PolicySetting): boolean => origin === 'environment' || origin === 'config-found';

export interface PolicySetting {
  /** As in the config file. */
  key: string;
  /** As they would be written there; none for a flag that takes none. */
  values: string[];
  origin: SettingOrigin;
  /** The config file; null where it is none. */
  file: string | null;
}

export interface PolicyRecord {
  readonly settings: readonly PolicySetting[];
  readonly leftOut: number;
}

export const NOTHING_SET: PolicyRecord = { settings: [], leftOut: 0 };

/** All that can be set, by its key in the config file; what is a flag alone has the key that it would have there. */
export interface SetSettings extends Config {
  readonly exit_zero?: boolean | undefined;
}

/** Writes a path as it may stand in a report. */
export type ShowPath = (path: string) => string;

interface PolicyEntry<Value> {
  /** By what and how a target is judged, or what is put to the gate and passes it. */
  readonly part: 'judging' | 'gate';
  readonly may: string;
  readonly written: (value: Value, showPath: ShowPath) => readonly string[];
}

export type HarmlessKey = '$schema' | 'format' | 'lang';
export type PolicyKey = Exclude<keyof SetSettings, HarmlessKey>;
export type SettingValues = { readonly [Key in PolicyKey]-?: NonNullable<SetSettings[Key]> };

const text = (value: string): string[] => [value];
const texts = (values: readonly string[]): readonly string[] => values;
const selectors = (values: readonly Selector[]): string[] => values.map(selectorText);
const file = (value: string, showPath: ShowPath): string[] => [showPath(value)];

/**
 * Every setting that may lower a gate or choose what is judged. An analysis records each that was set, with who set it.
 * A key of the config file that stands neither here nor among the harmless does not compile; a flag does not pass the
 * tests.
 */
export const policySettings: { readonly [Key in PolicyKey]: PolicyEntry<SettingValues[Key]> } = {
  plan: { part: 'judging', may: 'choose the targets', written: (values, showPath) => values.map(showPath) },
  reports: {
    part: 'judging',
    may: 'choose the figures; those named on the command line stand under `inputs` alone',
    written: (values, showPath) => values.map(showPath),
  },
  tables: {
    part: 'judging',
    may: 'decide what a table says',
    written: (value, showPath) =>
      typeof value === 'string' ? [showPath(value)] : value.flatMap(({ files = ['*'] }) => files.map(showPath)),
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

/** Whether a setting, or a flag under the key that it would have, may lower a gate or choose what is judged. */
export const isPolicyKey = (key: string): key is PolicyKey => Object.hasOwn(policySettings, key);

/** A setting as an analysis records it: the texts that a config file would have. */
export const settingTexts = <Key extends PolicyKey>(
  key: Key,
  value: SettingValues[Key],
  showPath: ShowPath = path => path,
): readonly string[] => policySettings[key].written(value, showPath);
