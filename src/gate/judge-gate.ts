import type { Assessment } from '../model/analysis.ts';
import type { GateOutcome, Margin, Policy, Threshold } from '../model/policy.ts';
import { byWorst, type DecidedVerdict, decidedVerdicts, severityOfPossible } from '../model/verdict.ts';
import { isSelected } from './select.ts';

/**
 * What a policy makes of a target before waivers: it fails when every possible verdict does, and is undecided when
 * only some do. A gate needs no more certainty than it asks for, and no less.
 */
export function judgeGate(assessment: Assessment, policy: Policy): GateOutcome {
  if (!assessment.inForce) return 'not-counted';
  const { possible, severity, verdict } = assessment;
  const limits = thresholdsFor(assessment, policy);
  if (verdict === 'undecided' && limits.includes('undecided')) return 'fail';
  const failing = possible.filter(each => limits.some(limit => isAtOrAbove(limit, each, assessment)));
  if (failing.length === possible.length) return isWithin(policy.margin, assessment) ? 'warn' : 'fail';
  if (failing.length > 0 || severity === 'undecided') return 'undecided';
  return severity === 'warn' || severity === 'fail' ? 'warn' : 'pass';
}

/** The possible verdicts of a target that make it fail. */
export const failingVerdicts = (assessment: Assessment, policy: Policy): DecidedVerdict[] =>
  assessment.possible.filter(each =>
    thresholdsFor(assessment, policy).some(limit => isAtOrAbove(limit, each, assessment)),
  );

function thresholdsFor(assessment: Assessment, { failOn, rules }: Policy): readonly Threshold[] {
  return rules.findLast(({ where }) => isSelected(where, assessment))?.failOn ?? failOn;
}

function isAtOrAbove(limit: Threshold, verdict: DecidedVerdict, { commitment }: Assessment): boolean {
  if (limit === 'undecided') return false;
  if (limit in decidedVerdicts) return byWorst(verdict, limit as DecidedVerdict) <= 0;
  const severity = severityOfPossible([verdict], commitment === 'aspirational');
  return severity === 'fail' || (limit === 'warn' && severity === 'warn');
}

/** Short by no more than the margin, at the worst that the evidence allows. */
function isWithin(margin: Margin | null, { gap, goal }: Assessment): boolean {
  if (!margin || gap?.high == null) return false;
  const target = goal.value ?? goal.low ?? goal.high;
  if (!margin.isPercent) return gap.high <= margin.value;
  return Boolean(target) && (gap.high / Math.abs(target ?? 1)) * 100 <= margin.value;
}
