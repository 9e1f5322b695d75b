import type { Analysis } from '../model/analysis.ts';
import type { Policy } from '../model/policy.ts';
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
