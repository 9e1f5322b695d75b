import { IGNORE } from '../../model/mapping-signs.ts';
import { OPEN, type Proposal, type Proposed } from '../../model/proposal.ts';
import type { Problem } from '../../values/problem.ts';
import { TOLD } from './words-of-table.ts';

/** What reading the table by a proposal shows to be no mere sum of the rest is not left out without a question. */
export function askedOfLeftOut(proposal: Proposal, problems: readonly Problem[]): Proposal {
  const reasons = new Map<string, Proposed['reason']>();
  for (const { code, args } of problems)
    if (code === 'sum-left-out' || code === 'rest-left-out') reasons.set(args.name, { code, args });
  if (reasons.size === 0) return proposal;
  const asked = (line: Proposed): Proposed => {
    const isLeftOut = line.value === IGNORE || line.reason.code === 'beside-parts';
    const reason = isLeftOut && line.reason !== TOLD ? reasons.get(line.key) : undefined;
    return reason ? { ...line, value: OPEN, reason } : line;
  };
  const { columns, names } = proposal;
  return {
    ...proposal,
    columns: columns.map(asked),
    names: { ...names, region: (names['region'] ?? []).map(asked) },
  };
}
