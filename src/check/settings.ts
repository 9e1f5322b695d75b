import type { Config } from '../model/config.ts';
import { DEFAULT_POLICY, type Policy } from '../model/policy.ts';
import {
  type PolicyKey,
  type PolicySetting,
  policySettings,
  type SetSettings,
  type SettingOrigin,
  type ShowPath,
  settingTexts,
} from '../model/policy-setting.ts';
import type { Day } from '../values/day.ts';
import type { JudgeRequest } from './analyse.ts';

/** How targets are judged, where each setting has its value. */
export interface JudgeSettings extends Required<Omit<JudgeRequest, 'limits' | 'bands'>> {
  readonly readings: Readonly<Record<string, string>>;
  readonly direct: boolean;
}

/** By what and how targets are judged; `today` where a setting says so. */
export function requestOf(config: Config, today: () => Day | undefined): JudgeSettings {
  const day = (value: Config['as_of']) => (value === 'today' ? today() : (value as Day | undefined));
  return {
    asOf: day(config.as_of),
    knownBy: day(config.known_by),
    region: config.region,
    method: config.method,
    compare: config.compare,
    readings: config.readings ?? {},
    direct: config.derived === false,
    only: config.only ?? [],
    skip: config.skip ?? [],
    maxAgeMonths: config.max_age,
  };
}

export function policyOf(config: Config): Policy {
  return {
    ...DEFAULT_POLICY,
    failOn: config.fail_on ?? DEFAULT_POLICY.failOn,
    rules: (config.rules ?? []).map(({ where, fail_on }) => ({ where, failOn: fail_on })),
    margin: config.margin ?? null,
    maxWarnings: config.max_warnings ?? null,
    allowUndecided: config.allow_undecided === 'all' ? true : (config.allow_undecided ?? []),
    require: config.require ?? [],
  };
}

/** Who set a setting, and the config file where it was one; undefined for what is recorded elsewhere. */
export type Origin = { readonly origin: SettingOrigin; readonly file: string | null } | undefined;

/** What of all that was set an analysis records. */
export function recordedSettings(
  set: SetSettings,
  originOf: (key: string) => Origin,
  showPath?: ShowPath,
): PolicySetting[] {
  return (Object.keys(policySettings) as PolicyKey[]).flatMap(key => {
    const value = set[key];
    const origin = originOf(key);
    return value === undefined || !origin ? [] : [{ key, values: [...settingTexts(key, value, showPath)], ...origin }];
  });
}
