import type { Analysis, Assessment } from '../model/analysis.ts';
import { exitCodes } from '../model/exit-code.ts';
import { type ExitReason, exitReasons } from '../model/exit-reason.ts';
import type { Judged } from '../model/judged.ts';
import type { GateOutcome, Policy } from '../model/policy.ts';
import type { PolicyRecord } from '../model/policy-setting.ts';
import type { Since, Standing } from '../model/since.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Day } from '../values/day.ts';
import { changeOf } from './compare.ts';
import { policyRow } from './policy-row.ts';
import { dayOf, outcomeSince, standingsOf } from './ratchet.ts';
import { stateOf, validityOf, waiverFor } from './waive.ts';

/** An analysis before a policy was applied to it. */
export type Ungated = Omit<Analysis, 'gate' | 'exit'>;

export interface GateRequest {
  readonly policy: Policy;
  /** Who set what of it; and what was left out before anything came to the gate. */
  readonly record: PolicyRecord;
  readonly waivers: readonly Waiver[];
  /** The ratchet: what failed there does not fail again unless it got worse. */
  readonly since?: Since | undefined;
  /** Rows and files that could not be read, and may have said something of these targets. */
  readonly lost?: number;
}

/** What a gate made of a target. */
type GatedRow = Pick<Assessment, 'waiver' | 'change' | 'gate'>;

/** What came of targets at a gate, of each in their order. */
export interface ThroughGate extends Pick<Analysis, 'gate' | 'exit'> {
  readonly gated: readonly GatedRow[];
}

/** Puts an analysis through a gate. */
export function applyGate(analysis: Ungated, request: GateRequest): Analysis {
  const { gated, gate, exit } = throughGate(analysis.assessments, analysis.asOf as Day, request);
  const assessments = analysis.assessments.map((assessment, index) => ({ ...assessment, ...gated[index] }));
  return { ...analysis, assessments, gate, exit };
}

/** The outcome of every target, the state of every waiver, the exit code. */
export function throughGate(
  targets: readonly Judged[],
  asOf: Day,
  { policy, record, waivers, since, lost = 0 }: GateRequest,
): ThroughGate {
  const before = since && standingsOf(since);
  const gated = targets.map(each => rowOf(each, asOf, policy, waivers, before));
  const used = new Set(gated.flatMap(({ waiver, gate }) => (waiver && gate === 'waived' ? [waiver.id] : [])));
  const gate = {
    outcomes: countOutcomes(gated),
    policy: policyRow(policy, record, since ? dayOf(since) : null),
    waivers: waivers.map((waiver, id) => ({ ...row(waiver), id, state: stateOf(waiver, asOf, used.has(id)) })),
  };
  return { gated, gate, exit: exitOf(targets, { gated, gate }, policy, lost) };
}

function rowOf(
  assessment: Judged,
  asOf: Day,
  policy: Policy,
  waivers: readonly Waiver[],
  standings: ReadonlyMap<string, Standing> | undefined,
): GatedRow {
  const { before, alone, ratcheted } = outcomeSince(standings?.get(assessment.target), assessment, policy);
  const isBad = alone === 'fail' || alone === 'undecided';
  const waiver = isBad ? waiverFor(waivers, assessment, policy, asOf) : undefined;
  const isWaived = waiver && validityOf(waiver, asOf) === 'valid';
  return {
    waiver: waiver ? { ...row(waiver), id: waivers.indexOf(waiver), validity: validityOf(waiver, asOf) } : null,
    change: standings ? changeOf(before, assessment) : null,
    gate: isWaived ? 'waived' : ratcheted,
  };
}

const row = ({ region, ...waiver }: Waiver) => ({ ...waiver, region: region ?? null });

function countOutcomes(gated: readonly GatedRow[]): Partial<Record<GateOutcome, number>> {
  const counts: Partial<Record<GateOutcome, number>> = {};
  for (const { gate } of gated) counts[gate] = (counts[gate] ?? 0) + 1;
  return counts;
}

function exitOf(
  targets: readonly Judged[],
  through: Omit<ThroughGate, 'exit'>,
  policy: Policy,
  lost: number,
): Analysis['exit'] {
  const { reason, count } = outcomeOf(targets, through, policy, lost);
  const code = exitReasons[reason];
  return { code: policy.exitZero && code !== exitCodes.cannotCheck ? exitCodes.ok : code, reason, count };
}

function outcomeOf(
  targets: readonly Judged[],
  { gated, gate }: Omit<ThroughGate, 'exit'>,
  policy: Policy,
  lost: number,
): { readonly reason: ExitReason; readonly count: number } {
  // A gate to which nothing was put checked nothing; nor was checked what was judged without all of its input.
  if (!targets.some(({ inForce }) => inForce)) return { reason: 'nothing-to-judge', count: 0 };
  if (lost > 0) return { reason: 'incomplete', count: lost };
  const { fail = 0, warn = 0, 'failed-before': failedBefore = 0, waived = 0 } = gate.outcomes;
  const expired = gate.waivers.filter(({ state }) => state === 'expired').length;
  if (fail > 0) return { reason: 'failing', count: fail };
  if (policy.maxWarnings !== null && warn > policy.maxWarnings) return { reason: 'too-many-warnings', count: warn };
  if (expired > 0) return { reason: 'expired-waiver', count: expired };
  const isUndecided = (_: unknown, index: number) => gated[index]?.gate === 'undecided';
  const undecided = targets.filter(isUndecided);
  const barred = targets.filter(
    (each, index) =>
      (each.inForce && each.verdict === 'undecided' && isRequired(each, policy)) ||
      (isUndecided(each, index) && !isAllowed(each, policy)),
  );
  if (barred.length > 0) return { reason: 'undecided', count: barred.length };
  if (undecided.length > 0) return { reason: 'undecided-allowed', count: undecided.length };
  const excused = failedBefore + waived + warn;
  return excused > 0 ? { reason: 'excused', count: excused } : { reason: 'within-plan', count: 0 };
}

const isRequired = ({ target, measure, indicator }: Judged, { require }: Policy): boolean =>
  require.some(id => id === target || id === measure || id === indicator);

const isAllowed = ({ reasons }: Judged, { allowUndecided }: Policy): boolean =>
  allowUndecided === true ||
  (reasons.length > 0 && reasons.every(({ code }) => allowUndecided.some(each => each === code)));
