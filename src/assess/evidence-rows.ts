import type { Assessment } from '../model/analysis.ts';
import type { Observation } from '../model/observation.ts';
import type { SetAsideReason, UseReason } from '../model/reason.ts';
import type { NumberedRow } from './order.ts';
import type { Understanding } from './understand.ts';

type EvidenceRows = Assessment['evidence'];

/** The figures that some reading uses, each with the reason that the first of these has. */
export function usesIn(understandings: readonly Understanding[]): ReadonlyMap<Observation, UseReason> {
  const uses = new Map<Observation, UseReason>();
  for (const { evidence } of understandings.toReversed())
    for (const { observation, reason } of evidence.used) uses.set(observation, reason);
  return uses;
}

/**
 * Every observation that concerns a target, exactly once: used where any reading uses it, else set aside with the
 * reason that the first reading has.
 */
export function evidenceRows(
  understandings: readonly Understanding[],
  concerned: readonly NumberedRow[],
): EvidenceRows {
  const uses = usesIn(understandings);
  const asides = new Map<Observation, SetAsideReason>();
  for (const { evidence } of understandings.toReversed())
    for (const { observation, reason } of evidence.setAside) asides.set(observation, reason);
  const rows: EvidenceRows = { used: [], setAside: [] };
  for (const numbered of concerned) {
    const use = uses.get(numbered.observation);
    const aside = asides.get(numbered.observation);
    if (use)
      rows.used.push({
        observation: numbered.row,
        reason: use,
        claimIgnored: numbered.observation.against !== null,
      });
    else if (aside) rows.setAside.push({ observation: numbered.row, reason: aside });
    else throw new Error(`figure ${numbered.id} is neither used nor set aside`);
  }
  return rows;
}
