import type { Analysis, Assessment, ExitReason } from '../model/analysis.ts';
import type { GateOutcome, Policy } from '../model/policy.ts';
import type { PolicyRecord } from '../model/policy-setting.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Day } from '../values/day.ts';
import { changeOf, mayBeWorse } from './compare.ts';
import { judgeGate } from './judge-gate.ts';
import { stateOf, validityOf, waiverFor } from './waive.ts';

/** An analysis before a policy was applied to it. */
export type Ungated = Omit<Analysis, 'gate' | 'exit'>;

export interface GateRequest {
  readonly policy: Policy;
  /** Who set what of it; and what was left out before anything came to the gate. */
  readonly record: PolicyRecord;
  readonly waivers: readonly Waiver[];
  /** The analysis that is the ratchet: what failed there does not fail again unless it got worse. */
  readonly since: Analysis | null;
  /** Rows and files that could not be read, and may have said something of these targets. */
  readonly lost?: number;
}

/** Puts an analysis through a gate: the outcome of every target, the state of every waiver, the exit code. */
export function applyGate(analysis: Ungated, { policy, record, waivers, since, lost = 0 }: GateRequest): Analysis {
  const asOf = analysis.asOf as Day;
  const assessments = analysis.assessments.map(assessment => gated(assessment, asOf, policy, waivers, since));
  const used = new Set(assessments.flatMap(({ waiver, gate }) => (waiver && gate === 'waived' ? [waiver.id] : [])));
  const states = waivers.map((waiver, id) => ({ ...row(waiver), id, state: stateOf(waiver, asOf, used.has(id)) }));
  const gate = {
    outcomes: countOutcomes(assessments),
    policy: {
      failOn: [...policy.failOn],
      maxWarnings: policy.maxWarnings,
      allowUndecided: policy.allowUndecided === true ? ['all'] : [...policy.allowUndecided],
      require: [...policy.require],
      margin: policy.margin,
      since: since ? since.asOf : null,
      settings: [...record.settings],
      leftOut: record.leftOut,
    },
    waivers: states,
  };
  return { ...analysis, assessments, gate, exit: exitOf(assessments, gate, policy, lost) };
}

/** What was judged without all of its input was not checked, whatever came out; nor was a gate to which nothing was put. */
const unchecked = (reason: 'incomplete' | 'nothing-to-judge', count: number): Analysis['exit'] => ({
  code: 2,
  reason,
  count,
});

function gated(
  assessment: Assessment,
  asOf: Day,
  policy: Policy,
  waivers: readonly Waiver[],
  since: Analysis | null,
): Assessment {
  const outcome = judgeGate(assessment, policy);
  const isBad = outcome === 'fail' || outcome === 'undecided';
  const waiver = isBad ? waiverFor(waivers, assessment, policy, asOf) : undefined;
  const change = since ? changeOf(since.assessments.find(sameKey(assessment)), assessment) : null;
  return {
    ...assessment,
    waiver: waiver ? { ...row(waiver), id: waivers.indexOf(waiver), validity: validityOf(waiver, asOf) } : null,
    change,
    gate: waiver && validityOf(waiver, asOf) === 'valid' ? 'waived' : ratcheted(assessment, outcome, policy, since),
  };
}

const sameKey =
  ({ fingerprint }: Assessment) =>
  (other: Assessment) =>
    other.fingerprint === fingerprint;

function ratcheted(assessment: Assessment, outcome: GateOutcome, policy: Policy, since: Analysis | null): GateOutcome {
  const before = since?.assessments.find(sameKey(assessment));
  if (outcome !== 'fail' || !before || judgeGate(before, policy) !== 'fail') return outcome;
  return mayBeWorse(before, assessment) ? 'fail' : 'known';
}

const row = ({ region, ...waiver }: Waiver) => ({ ...waiver, region: region ?? null });

function countOutcomes(assessments: readonly Assessment[]): Partial<Record<GateOutcome, number>> {
  const counts: Partial<Record<GateOutcome, number>> = {};
  for (const { gate } of assessments) counts[gate] = (counts[gate] ?? 0) + 1;
  return counts;
}

function exitOf(
  assessments: readonly Assessment[],
  gate: Analysis['gate'],
  policy: Policy,
  lost: number,
): Analysis['exit'] {
  if (!assessments.some(({ inForce }) => inForce)) return unchecked('nothing-to-judge', 0);
  if (lost > 0) return unchecked('incomplete', lost);
  const { fail = 0, warn = 0 } = gate.outcomes;
  const expired = gate.waivers.filter(({ state }) => state === 'expired').length;
  const undecided = assessments.filter(each => each.gate === 'undecided');
  const barred = assessments.filter(
    each =>
      (each.inForce && each.verdict === 'undecided' && isRequired(each, policy)) ||
      (each.gate === 'undecided' && !isAllowed(each, policy)),
  );
  const exit = (code: number, reason: ExitReason, count: number) => ({
    code: policy.exitZero && (code === 1 || code === 3) ? 0 : code,
    reason,
    count,
  });
  if (fail > 0) return exit(1, 'failing', fail);
  if (policy.maxWarnings !== null && warn > policy.maxWarnings) return exit(1, 'too-many-warnings', warn);
  if (expired > 0) return exit(1, 'expired-waiver', expired);
  if (barred.length > 0) return exit(3, 'undecided', barred.length);
  if (undecided.length > 0) return exit(0, 'undecided-allowed', undecided.length);
  const { known = 0, waived = 0 } = gate.outcomes;
  const excused = known + waived + warn;
  return excused > 0 ? exit(0, 'excused', excused) : exit(0, 'within-plan', 0);
}

const isRequired = ({ target, measure, indicator }: Assessment, { require }: Policy): boolean =>
  require.some(id => id === target || id === measure || id === indicator);

const isAllowed = ({ reasons }: Assessment, { allowUndecided }: Policy): boolean =>
  allowUndecided === true || (reasons.length > 0 && reasons.every(({ code }) => allowUndecided.includes(code)));
