import type { Analysis } from '../model/analysis.ts';
import { type Flaw, flawsAt } from '../model/flaw.ts';
import { DEFAULT_POLICY, marginText, selectorText } from '../model/policy.ts';

/** What an analysis shows of a setting. */
interface Shown {
  /** As it would be recorded; undefined where the analysis shows only that something was set, or in other words. */
  readonly values?: readonly string[] | undefined;
  /** Not so where nobody set it, or one of the others beside it that does the same. */
  readonly isNeeded: boolean;
  readonly or?: string;
}

const PATH = ['gate', 'policy', 'settings'];

/** Where what was set is not what the analysis went by, or what it went by was set by nobody. */
export function settingFlaws(analysis: Analysis): Flaw[] {
  const { settings } = analysis.gate.policy;
  const shown = shownBy(analysis);
  const keys = settings.map(({ key }) => key);
  const missing = Object.entries(shown).filter(
    ([key, { isNeeded, or = key }]) => isNeeded && !keys.includes(key) && !keys.includes(or),
  );
  return [
    ...missing.map(([key]) => ({ path: PATH, found: undefined, follows: key })),
    ...settings.flatMap(({ key, values, origin, file }, index) => {
      const known = Object.hasOwn(shown, key) ? shown[key] : undefined;
      const isOne = known !== undefined && keys.indexOf(key) === index;
      const isFile = origin === 'config-given' || origin === 'config-found';
      return [
        ...(isOne ? [] : [{ path: [...PATH, index, 'key'], found: key, follows: undefined }]),
        ...flawsAt([...PATH, index, 'values'], values, known?.values ?? values),
        ...(isFile === (file !== null) ? [] : [{ path: [...PATH, index, 'file'], found: file, follows: undefined }]),
      ];
    }),
  ];
}

/** By its key, every setting that an analysis records (src/check/settings-record.ts). */
function shownBy({ gate, region, knownBy, readings, direct, maxAgeMonths, compare, assessments }: Analysis) {
  const { failOn, rules, margin, maxWarnings, allowUndecided, require, exitZero, since, leftOut } = gate.policy;
  const list = (values: readonly string[]): Shown => ({ values, isNeeded: values.length > 0 });
  const one = (value: string | null): Shown => ({ values: value === null ? [] : [value], isNeeded: value !== null });
  const methods = [...new Set(assessments.map(each => each.method))];
  const told: Shown = { isNeeded: false };
  return {
    plan: told,
    reports: told,
    tables: told,
    as_of: told,
    known_by: { values: knownBy === null ? [] : undefined, isNeeded: knownBy !== null },
    region: { values: [region], isNeeded: false },
    method: { values: methods.length === 0 ? undefined : methods, isNeeded: false },
    compare: one(compare),
    readings: list(Object.entries(readings).map(([target, name]) => `${target}=${name}`)),
    derived: { values: [String(!direct)], isNeeded: direct },
    max_age: one(maxAgeMonths === null ? null : `${maxAgeMonths} months`),
    fail_on: { values: failOn, isNeeded: failOn.join() !== DEFAULT_POLICY.failOn.join() },
    rules: list(rules.map(({ where, failOn: at }) => `${selectorText(where)}: ${at.join('/')}`)),
    margin: one(margin && marginText(margin)),
    max_warnings: one(maxWarnings === null ? null : String(maxWarnings)),
    allow_undecided: list(allowUndecided),
    require: list(require),
    only: { isNeeded: leftOut > 0, or: 'skip' },
    skip: told,
    waivers: { isNeeded: gate.waivers.length > 0 },
    since: { isNeeded: since !== null },
    exit_zero: { values: [], isNeeded: exitZero },
  } as const satisfies Readonly<Record<string, Shown>> as Readonly<Record<string, Shown>>;
}
