import type { Judged } from '../model/judged.ts';
import type { Policy, WaiverState } from '../model/policy.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Day } from '../values/day.ts';
import { failingVerdicts } from './judge-gate.ts';

/** Whether a waiver is in force on the day of the analysis. */
export function validityOf({ from, until }: Waiver, asOf: Day): 'valid' | 'expired' | 'not-yet-valid' {
  if (asOf > until) return 'expired';
  return asOf < from ? 'not-yet-valid' : 'valid';
}

const concerns = ({ target, region }: Waiver, assessment: Judged): boolean =>
  target === assessment.target && (region === undefined || region === assessment.region);

/** Covers a target when it names its verdict, or every one of its possible verdicts that would fail. */
function covers(waiver: Waiver, assessment: Judged, policy: Policy): boolean {
  if (!concerns(waiver, assessment)) return false;
  const failing = failingVerdicts(assessment, policy);
  const named = new Set(waiver.verdicts);
  return named.has(assessment.verdict) || (failing.length > 0 && failing.every(verdict => named.has(verdict)));
}

export function stateOf(waiver: Waiver, asOf: Day, isUsed: boolean): WaiverState {
  const validity = validityOf(waiver, asOf);
  if (validity !== 'valid') return validity;
  return isUsed ? 'used' : 'unused';
}

/** The waiver that answers for a target: a valid one first, else one that would have, so that its end is told. */
export function waiverFor(
  waivers: readonly Waiver[],
  assessment: Judged,
  policy: Policy,
  asOf: Day,
): Waiver | undefined {
  const covering = waivers.filter(waiver => covers(waiver, assessment, policy));
  return covering.find(waiver => validityOf(waiver, asOf) === 'valid') ?? covering[0];
}

/** A waiver of what --only, --skip or another region leaves out is neither used nor unused. */
export const waiversOf = (
  { assessments, region: judged }: { readonly assessments: readonly Pick<Judged, 'target'>[]; readonly region: string },
  waivers: readonly Waiver[],
): Waiver[] =>
  waivers.filter(
    ({ target, region = judged }) => region === judged && assessments.some(assessment => assessment.target === target),
  );
