import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Severity } from '../model/verdict.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** Only a valid waiver excuses anything; one that has expired or has not begun is merely shown. */
export const isWaived = ({ waiver }: Assessment): boolean => waiver?.validity === 'valid';

/** Whether a target is held against anyone: `counted`, or shown for one of three reasons. */
export function stateOf(assessment: Assessment): 'counted' | 'waived' | 'failed-before' | 'not-in-force' {
  if (!assessment.inForce) return 'not-in-force';
  if (isWaived(assessment)) return 'waived';
  return assessment.gate === 'failed-before' ? 'failed-before' : 'counted';
}

/**
 * Why the gate fails though no single target does: too many warnings, an expired waiver. A report for a CI system says
 * so as a failure of its own, because its reader may not see the exit code.
 */
export const gateFailure = ({ exit: { reason, count } }: Analysis, lang: Lang): string | null =>
  reason === 'too-many-warnings' || reason === 'expired-waiver' ? wordsIn(lang).exit[reason]({ count }) : null;

/** How grave a target is to the gate: what the run's exit code follows, and so must a CI system's report. */
export function levelOf({ gate, severity }: Assessment): Severity {
  if (gate === 'fail' || gate === 'undecided' || gate === 'warn') return gate;
  return severity === 'info' ? 'info' : 'ok';
}
