import type { Observation } from '../model/observation.ts';
import type { Reading } from '../model/plan.ts';
import type { Lack, SetAsideReason, UseReason } from '../model/reason.ts';
import { type Evidence, type EvidenceRequest, gatherEvidence } from './evidence.ts';
import { isBeyondBreak, type SpanPeriod } from './periods.ts';
import type { Aside } from './screen.ts';
import type { SpanStretch } from './stretches.ts';

/** What became of the figures of a span: each is used for its period, or for all of them together. */
export function usedOf(periods: readonly SpanPeriod[], stretches: readonly SpanStretch[]): Evidence['used'] {
  const used = new Map<Observation, UseReason>();
  for (const { evidence } of stretches)
    for (const { observation, reason } of evidence.used) used.set(observation, reason);
  for (const { evidence, at } of periods)
    for (const { observation, reason } of evidence?.used ?? [])
      if (!used.has(observation)) {
        const isOfPeriod = reason === 'answers' && observation.asOf === at;
        used.set(observation, isOfPeriod ? 'part-of-span' : reason);
      }
  return [...used].map(([observation, reason]) => ({ observation, reason }));
}

interface FatesQuestion {
  readonly used: Evidence['used'];
  readonly evidences: readonly Evidence[];
  readonly stretches: readonly SpanStretch[];
  readonly request: EvidenceRequest;
  readonly reading: Reading;
  /** Those of the definition that is aggregated. */
  readonly own: readonly Observation[];
  readonly observations: readonly Observation[];
}

/** Why the others are not used: as a period has it of which they tell, else as any. */
export function asidesOf({ used, evidences, stretches, request, reading, own, observations }: FatesQuestion): Aside[] {
  const standing = new Set(used.map(({ observation }) => observation));
  const ofSpan = { ...reading, over: undefined, baseline: undefined, path: [] };
  const base = evidences.length > 0 ? [] : [gatherEvidence(request, ofSpan, own)];
  const reasons = new Map<Observation, SetAsideReason>();
  for (const evidence of [...base, ...evidences, ...stretches.map(each => each.evidence)]) {
    for (const { observation } of evidence.used) reasons.set(observation, 'not-needed');
    for (const { observation, reason } of evidence.setAside) {
      const isSaid = reasons.has(observation) && observation.asOf !== evidence.at;
      if (!isSaid || SILENT.includes(reasons.get(observation) ?? '')) reasons.set(observation, reason);
    }
  }
  const kept = new Set(own);
  return observations.flatMap((observation): Aside[] => {
    if (standing.has(observation)) return [];
    const reason = kept.has(observation) ? reasons.get(observation) : 'across-break';
    return reason === undefined ? [] : [{ observation, reason }];
  });
}

/** What is said of a figure by a period of which it does not tell. */
const SILENT: readonly string[] = ['not-on-the-day', 'superseded'];

interface LackQuestion {
  readonly lack: Lack | null;
  readonly periods: readonly SpanPeriod[];
  readonly isDropped: boolean;
  readonly isChanged: boolean;
  readonly isMissing: boolean;
  readonly isSilent: boolean;
}

/** What a span lacks: the gravest of what its periods lack. */
export function lackOf({ lack, periods, isDropped, isChanged, isMissing, isSilent }: LackQuestion): Lack | null {
  if (isDropped) return 'too-contradictory';
  const lacks = periods.flatMap(({ evidence, isAnswered }) => (isAnswered ? [] : (evidence?.lack ?? [])));
  if (isMissing && isChanged) return 'definition-changed';
  if (isMissing && periods.some(isBeyondBreak)) return 'series-break';
  const ofPeriods = isSilent ? lacks[0] : isMissing ? 'period-missing' : lacks[0];
  // With the first of two states something was reported: what is lacking is the other state, not a report.
  const ofDay = lack === 'no-report' && !isSilent ? null : lack;
  return ofDay ?? ofPeriods ?? null;
}
