import type { Assessment } from '../model/analysis.ts';

/** Only a valid waiver excuses anything; one that has expired or has not begun is merely shown. */
export const isWaived = ({ waiver }: Assessment): boolean => waiver?.validity === 'valid';

/** Whether a target is held against anyone: `counted`, or shown for one of two reasons. */
export const stateOf = (assessment: Assessment): 'counted' | 'waived' | 'not-in-force' =>
  !assessment.inForce ? 'not-in-force' : isWaived(assessment) ? 'waived' : 'counted';
