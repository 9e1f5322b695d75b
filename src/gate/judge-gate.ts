import { printedNumber } from '../model/goal.ts';
import type { Judged } from '../model/judged.ts';
import type { GateMargin, GateOutcome, Policy, Threshold } from '../model/policy.ts';
import type { Standing } from '../model/since.ts';
import { byWorst, type DecidedVerdict, decidedVerdicts, severityOfVerdict } from '../model/verdict.ts';
import { NOISE } from '../values/noise.ts';
import { isSelected } from './select.ts';

/** A target as a gate sees it, today or as it once stood. */
export type GatedTarget = Omit<Judged, 'gap'> & Pick<Standing, 'gap'>;

/**
 * What a policy makes of a target before waivers: it fails when every possible verdict does, and is undecided when
 * only some do. A gate needs no more certainty than it asks for, and no less.
 */
export function judgeGate(assessment: GatedTarget, policy: Policy): GateOutcome {
  if (!assessment.inForce) return 'not-counted';
  const { possible, severity, verdict } = assessment;
  const limits = thresholdsFor(assessment, policy);
  if (verdict === 'undecided' && limits.includes('undecided')) return 'fail';
  const failing = failingUnder(limits, assessment);
  if (failing.length === possible.length) return isWithin(policy.margin, assessment) ? 'warn' : 'fail';
  if (failing.length > 0 || severity === 'undecided') return 'undecided';
  return severity === 'warn' || severity === 'fail' ? 'warn' : 'pass';
}

/** The possible verdicts of a target that make it fail. */
export const failingVerdicts = (assessment: GatedTarget, policy: Policy): DecidedVerdict[] =>
  failingUnder(thresholdsFor(assessment, policy), assessment);

const failingUnder = (limits: readonly Threshold[], assessment: GatedTarget): DecidedVerdict[] =>
  assessment.possible.filter(each => limits.some(limit => isAtOrAbove(limit, each, assessment)));

function thresholdsFor(assessment: GatedTarget, { failOn, rules }: Policy): readonly Threshold[] {
  return rules.findLast(({ where }) => isSelected(where, assessment))?.failOn ?? failOn;
}

/** The threshold `undecided` includes all that fails. A verdict as the threshold is meant literally, whatever the commitment. */
function isAtOrAbove(limit: Threshold, verdict: DecidedVerdict, { commitment }: GatedTarget): boolean {
  if (limit in decidedVerdicts) return byWorst(verdict, limit as DecidedVerdict) <= 0;
  const severity = severityOfVerdict(verdict, commitment === 'aspirational');
  return severity === 'fail' || (limit === 'warn' && severity === 'warn');
}

/**
 * Short by no more than the margin, at the worst that the evidence allows. The gap is that of one reading, so that a
 * target with several is never within.
 */
function isWithin(margin: GateMargin | null, { gap, goal, readings }: GatedTarget): boolean {
  if (!margin || gap?.high == null || readings.length > 1) return false;
  const target = Math.abs(printedNumber(goal) ?? 0);
  const allowed = margin.isPercent ? (margin.value * target) / 100 : margin.value;
  return (target > 0 || !margin.isPercent) && gap.high <= allowed * (1 + NOISE);
}
