import type { Assessment } from '../model/analysis.ts';
import type { Observation } from '../model/observation.ts';
import type { SetAsideReason, UseReason } from '../model/reason.ts';
import type { Numbered } from './order.ts';
import type { Understanding } from './understand.ts';

type EvidenceRows = Assessment['evidence'];

/** What became of a figure: it is used, or set aside. */
interface Fate {
  readonly use?: UseReason;
  readonly aside?: SetAsideReason;
}

/**
 * Every observation that concerns a target, exactly once: used where any reading uses it, else set aside with the
 * reason that the first reading has.
 */
export function evidenceRows(understandings: readonly Understanding[], concerned: readonly Numbered[]): EvidenceRows {
  const lastFirst = understandings.map(({ evidence }) => evidence).reverse();
  const fates = new Map<Observation, Fate>();
  for (const { setAside } of lastFirst)
    for (const { observation, reason } of setAside) fates.set(observation, { aside: reason });
  for (const { used } of lastFirst) for (const { observation, reason } of used) fates.set(observation, { use: reason });
  const rows: EvidenceRows = { used: [], setAside: [] };
  for (const numbered of concerned) {
    const { use, aside } = fates.get(numbered.observation) ?? {};
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
