import type { Analysis } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import { isPolicyKey, type PolicyKey, type SettingValues, settingTexts } from '../model/policy-setting.ts';

/** What an analysis shows of a setting. */
interface Shown {
  /** As it would be recorded; undefined where the analysis shows only that something was set, or in other words. */
  readonly values?: readonly string[] | undefined;
  /** Not so where nobody set it, or one of the others beside it that does the same. */
  readonly isNeeded: boolean;
  readonly or?: PolicyKey;
}

const PATH = ['gate', 'policy', 'settings'];

/** Where what was set is not what the analysis went by, or what it went by was set by nobody. */
export function settingFlaws(analysis: Analysis): Flaw[] {
  const { settings } = analysis.gate.policy;
  const needed = shownBy(analysis);
  const keys = settings.map(({ key }) => key);
  const missing = Object.entries(needed).filter(
    ([key, { isNeeded, or = key }]) => isNeeded && !keys.includes(key) && !keys.includes(or),
  );
  return [
    ...missing.map(([key]) => ({ path: PATH, found: undefined, follows: key })),
    ...settings.flatMap(({ key, values, origin, file }, index) => {
      const wanted = isPolicyKey(key) ? needed[key] : undefined;
      const isOne = wanted !== undefined && keys.indexOf(key) === index;
      const isFile = origin === 'config-given' || origin === 'config-found';
      return [
        ...(isOne ? [] : [flawAt([...PATH, index, 'key'], key)]),
        ...flawsAt([...PATH, index, 'values'], values, wanted?.values ?? values),
        ...(isFile === (file !== null) ? [] : [flawAt([...PATH, index, 'file'], file)]),
      ];
    }),
  ];
}

/** By its key, every setting that an analysis records. */
function shownBy(analysis: Analysis): Readonly<Record<PolicyKey, Shown>> {
  const { gate, region, knownBy, readings, direct, maxAgeMonths, compare, assessments } = analysis;
  const { failOn, rules, margin, maxWarnings, allowUndecided, require, exitZero, since, leftOut } = gate.policy;
  const methods = [...new Set(assessments.map(each => each.method))];
  return {
    plan: TOLD,
    reports: TOLD,
    as_of: TOLD,
    known_by: { values: knownBy === null ? [] : undefined, isNeeded: knownBy !== null },
    region: { values: [region], isNeeded: false },
    method: { values: methods.length === 0 ? undefined : methods, isNeeded: false },
    compare: shown('compare', compare),
    readings: shown('readings', readings),
    derived: shown('derived', !direct, direct),
    max_age: shown('max_age', maxAgeMonths),
    fail_on: shown('fail_on', failOn, failOn.join() !== DEFAULT_POLICY.failOn.join()),
    rules: shown(
      'rules',
      rules.map(({ where, failOn: at }) => ({ where, fail_on: at })),
    ),
    margin: shown('margin', margin),
    max_warnings: shown('max_warnings', maxWarnings),
    allow_undecided: { values: allowUndecided, isNeeded: allowUndecided.length > 0 },
    require: shown('require', require),
    only: { isNeeded: leftOut > 0, or: 'skip' },
    skip: TOLD,
    waivers: { isNeeded: gate.waivers.length > 0 },
    tables: TOLD,
    since: { isNeeded: since !== null },
    exit_zero: { values: [], isNeeded: exitZero },
  };
}

const TOLD: Shown = { isNeeded: false };

function shown<Key extends PolicyKey>(key: Key, value: SettingValues[Key] | null, isNeeded?: boolean): Shown {
  const values = value === null ? [] : settingTexts(key, value);
  return { values, isNeeded: isNeeded ?? values.length > 0 };
}
