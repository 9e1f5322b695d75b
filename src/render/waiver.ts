import type { Assessment } from '../model/analysis.ts';

/** A decision of the responsible body that a target need not be met for a time. */
export interface Waiver {
  readonly reason: string;
  readonly approver: string;
  readonly document: string;
  readonly from: string;
  readonly until: string;
  readonly validity: string;
}

/** The waiver of a target, also from an analysis that was written before there were any. */
export const waiverOf = (assessment: Assessment): Waiver | null =>
  (assessment as { readonly waiver?: Waiver | null }).waiver ?? null;

/** Only a valid waiver excuses anything; one that has expired or has not begun is merely shown. */
export const isWaived = (assessment: Assessment): boolean => waiverOf(assessment)?.validity === 'valid';

/** Whether a target is held against anyone: `counted`, or shown for one of two reasons. */
export const stateOf = (assessment: Assessment): 'counted' | 'waived' | 'not-in-force' =>
  !assessment.inForce ? 'not-in-force' : isWaived(assessment) ? 'waived' : 'counted';
