import type { Analysis } from '../model/analysis.ts';
import type { GroupRow, ValueRow } from '../model/batch.ts';
import { exitCodes } from '../model/exit-code.ts';
import type { Judged } from '../model/judged.ts';

/** What tells a group from the others. */
export type GroupIdentity = Pick<GroupRow, 'name' | 'plan' | 'file' | 'region' | 'period'>;

/** What an analysis says of all its targets, or what was judged of them without one. */
export interface JudgedGroup extends Pick<Analysis, 'asOf' | 'gate' | 'exit'> {
  readonly summary: Omit<Analysis['summary'], 'worstFirst'>;
  readonly assessments: readonly Judged[];
}

interface RowGiven extends Pick<GroupRow, 'errors' | 'outputs' | 'figures'> {
  readonly isDrawn: boolean;
}

/** What the index says of a group that was judged. */
export function judgedRow(
  group: GroupIdentity,
  judged: JudgedGroup,
  { figures, errors, outputs, isDrawn }: RowGiven,
): GroupRow {
  const { summary, assessments, exit } = judged;
  return {
    name: group.name,
    plan: group.plan,
    file: group.file,
    region: group.region,
    period: group.period,
    state: errors > 0 ? 'incomplete' : 'judged',
    asOf: judged.asOf,
    targets: summary.targets,
    leftOut: judged.gate.policy.leftOut,
    verdicts: summary.verdicts,
    severities: summary.severities,
    range: summary.range,
    tasks: summary.tasks.flatMap(({ id, verdicts, range }) =>
      Object.keys(verdicts).length === 0 ? [] : [{ id, verdicts, range }],
    ),
    missing: {
      targets: assessments.filter(isUnreported).map(({ target }) => target),
      regions: [...new Set(assessments.flatMap(({ missingParts }) => missingParts))].toSorted(),
    },
    figures,
    errors,
    exit,
    outputs,
    values: isDrawn ? assessments.filter(({ inForce }) => inForce).map(valueRowOf) : [],
  };
}

/** A group of which nothing could be judged: its file cannot be read, or the plan sets no target for it. */
export const unjudgedRow = (
  group: GroupIdentity,
  state: 'failed' | 'nothing-to-judge',
  counts: Pick<GroupRow, 'errors' | 'figures' | 'leftOut'>,
): GroupRow => ({
  ...nothingOf(group),
  ...counts,
  state,
  exit: { code: state === 'failed' ? exitCodes.cannotCheck : exitCodes.ok, reason: null, count: 0 },
});

const nothingOf = (group: GroupIdentity): GroupRow => ({
  ...group,
  state: 'failed',
  asOf: null,
  targets: 0,
  leftOut: 0,
  verdicts: {},
  severities: {},
  range: { failing: { min: 0, max: 0 }, inOrder: { min: 0, max: 0 } },
  tasks: [],
  missing: { targets: [], regions: [] },
  figures: 0,
  errors: 0,
  exit: { code: 0, reason: null, count: 0 },
  outputs: [],
  values: [],
});

const valueRowOf = ({ target, verdict, severity, value, whole, goal }: Judged): ValueRow => ({
  target,
  verdict,
  severity,
  low: value?.low ?? null,
  high: value?.high ?? null,
  whole,
  goal: goal.low ?? goal.high,
});

const isUnreported = ({ reasons, inForce }: Judged): boolean =>
  inForce && reasons.some(({ code }) => code === 'no-report');
