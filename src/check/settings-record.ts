import type { Config } from '../model/config.ts';
import { marginText, type Selector, selectorText } from '../model/policy.ts';
import type { PolicySetting, SettingOrigin } from '../model/policy-setting.ts';

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

export type HarmlessKey = '$schema' | 'format' | 'lang';
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

/** Who set a setting, and the config file where it was one; undefined for what is recorded elsewhere. */
export type Origin = { readonly origin: SettingOrigin; readonly file: string | null } | undefined;

/** What of all that was set an analysis records. */
export function recordedSettings(
  set: Settable,
  originOf: (key: string) => Origin,
  showPath: ShowPath,
): PolicySetting[] {
  return Object.keys(policySettings).flatMap(key => {
    const value = set[key as PolicyKey];
    const origin = originOf(key);
    if (value === undefined || !origin) return [];
    const { written } = policySettings[key as PolicyKey] as PolicyEntry<unknown>;
    return [{ key, values: [...written(value, showPath)], ...origin }];
  });
}
