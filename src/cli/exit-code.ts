import type { Analysis, ExitReason } from '../model/analysis.ts';

export const exitCodes = {
  ok: 0,
  failing: 1,
  cannotCheck: 2,
  undecided: 3,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Policy {
  readonly allowUndecided: boolean;
  readonly exitZero: boolean;
}

export interface Exit {
  readonly code: ExitCode;
  readonly reason: ExitReason;
  readonly count: number;
}

/** The exit code of an analysis under a policy (design §8): failing before undecided, and neither flag hides more. */
export function exitOf({ summary }: Pick<Analysis, 'summary'>, policy: Policy): Exit {
  const failing = summary.severities.fail ?? 0;
  const undecided = summary.severities.undecided ?? 0;
  const soften = (code: ExitCode): ExitCode => (policy.exitZero ? exitCodes.ok : code);
  if (failing > 0) return { code: soften(exitCodes.failing), reason: 'failing', count: failing };
  if (undecided === 0) return { code: exitCodes.ok, reason: 'within-plan', count: 0 };
  if (policy.allowUndecided) return { code: exitCodes.ok, reason: 'undecided-allowed', count: undecided };
  return { code: soften(exitCodes.undecided), reason: 'undecided', count: undecided };
}
