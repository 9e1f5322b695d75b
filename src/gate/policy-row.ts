import type { Analysis } from '../model/analysis.ts';
import { DEFAULT_POLICY, marginText, type Policy, selectorText } from '../model/policy.ts';
import type { PolicyRecord } from '../model/policy-setting.ts';

type PolicyRow = Analysis['gate']['policy'];

/** A policy as an analysis records it, whole: what the gate made of each target can be made again from it. */
export const policyRow = (policy: Policy, record: PolicyRecord, since: string | null): PolicyRow => ({
  failOn: [...policy.failOn],
  maxWarnings: policy.maxWarnings,
  allowUndecided: policy.allowUndecided === true ? ['all'] : [...policy.allowUndecided],
  require: [...policy.require],
  rules: policy.rules.map(({ where, failOn }) => ({ where: { ...where }, failOn: [...failOn] })),
  exitZero: policy.exitZero,
  margin: policy.margin,
  since,
  settings: [...record.settings],
  leftOut: record.leftOut,
});

/** What of a policy is set by a key each: its values as they are recorded, and whether nobody has to have set it. */
export const settingsOf = ({ failOn, rules, margin, maxWarnings, allowUndecided, require, exitZero }: Policy) => [
  { key: 'fail_on', values: failOn, isDefault: failOn.join() === DEFAULT_POLICY.failOn.join() },
  {
    key: 'rules',
    values: rules.map(({ where, failOn: at }) => `${selectorText(where)}: ${at.join('/')}`),
    isDefault: rules.length === 0,
  },
  { key: 'margin', values: margin === null ? [] : [marginText(margin)], isDefault: margin === null },
  {
    key: 'max_warnings',
    values: maxWarnings === null ? [] : [String(maxWarnings)],
    isDefault: maxWarnings === null,
  },
  {
    key: 'allow_undecided',
    values: allowUndecided === true ? ['all'] : allowUndecided,
    isDefault: allowUndecided !== true && allowUndecided.length === 0,
  },
  { key: 'require', values: require, isDefault: require.length === 0 },
  { key: 'exit_zero', values: [], isDefault: !exitZero },
];

export const policyOf = ({
  since: _since,
  settings: _settings,
  leftOut: _leftOut,
  allowUndecided,
  ...row
}: PolicyRow): Policy => ({
  ...row,
  allowUndecided: allowUndecided.includes('all') ? true : allowUndecided.filter(each => each !== 'all'),
});
